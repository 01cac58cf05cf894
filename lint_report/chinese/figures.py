"""The words of a report that a figure stands beside, in both scripts.

Measure words and units count only where a figure stands before them; elsewhere most of them are the end of a word
(农户, 著名, 案件). These tables tell the two apart without a dictionary: the verbs and nouns that call for a figure,
and the things behind which a measure word can do nothing but count.
"""

from __future__ import annotations


def _words(row: str) -> tuple[str, ...]:
    return tuple(row.split())


NUMERALS = "0123456789０１２３４５６７８９零〇○一二三四五六七八九十百千万萬亿億兆两兩半"
VAGUE_NUMBERS = "几幾数數多余餘来來"
"""What stands for a digit that is left open: 数万元, 三十多亩."""

THRESHOLDS = "近上逾超过過破跨满滿足每各某双雙整成"
"""What makes an amount of a bare power of ten: 近万元, 上亿元, 突破亿元, 每万人."""

AMOUNT_VERBS = _words(
    "达 达到 为 是 占 增长 增加 增 减少 减 下降 降低 提高 上升 实现 完成 共 计 约 至 到 由 从 了 仅 只 投入 "
    "筹集 筹措 争取 到位 安排 拨付 下拨 发放 补助 补贴 奖励 资助 捐赠 捐款 募集 节约 节省 节支 创收 增收 减免 "
    "减税 退税 上缴 征收 收缴 入库 挽回 追缴 追回 收取 支付 支出 贷款 引进 利用 新增 人均 户均 亩均 每人 每月 "
    "每年 每户 每亩 年均 月均 不足 達 達到 為 佔 增長 減少 減 實現 共計 計 約 從 僅 籌集 籌措 爭取 撥付 發放 "
    "補助 補貼 獎勵 資助 捐贈 節約 節省 創收 減免 上繳 徵收 收繳 入庫 追繳 引進 戶均 畝均 每戶 每畝 編列 执行 "
    "執行 下撥 節支 減稅 退稅 貸款"
)
"""Verbs and adverbs behind which a unit needs a figure."""

FIGURE_NOUNS = _words(
    "率 面积 产值 总值 增加值 收入 总量 产量 销量 容量 储量 运量 吞吐量 发电量 用量 总额 余额 金额 额 人数 "
    "户数 件数 次数 总数 数 比重 比例 占比 投资 资金 经费 专款 善款 税收 利税 税金 利润 成本 支出 存款 贷款 "
    "罚款 补偿 补助 赔偿 里程 长度 人口 覆盖面 密度 均价 单价 价格 工资 奖金 基金 租金 补助金 保证金 标准 寿命 "
    "结余 剩余 产出 费用 费 款 资产 债务 库容 長度 面積 產值 總值 總量 產量 銷量 儲量 運量 發電量 總額 餘額 "
    "金額 額 人數 戶數 件數 次數 總數 數 投資 資金 經費 專款 稅收 稅金 利潤 罰款 補償 賠償 覆蓋面 價格 單價 "
    "均價 工資 獎金 標準 壽命 結餘 剩餘 產出 費用 費 資產 債務 GDP 价值 规模 價值 規模 赌资 现金 欠薪 外资 "
    "内资 賭資 現金 外資 佔比 利稅 貸款 補助 補助金 保證金 庫容 內資"
)
"""Nouns of a statistic, as the end of its name."""

OTHER_NOUNS = _words("多数 少数 质量 力量 能量 多數 少數 質量 表率 效率")
"""Nouns that end like one of a statistic and are none."""

PEOPLE = _words(
    "代表 党员 干部 人员 教师 学生 学员 委员 选手 队员 志愿者 职工 农民 群众 劳动力 人才 专家 民警 医生 儿童 "
    "老人 患者 同志 嫌疑人 毕业生 大学生 对象 残疾人 军人 村民 居民 成员 会员 团员 游客 观众 人口 妇女 青年 "
    "旅客 工人 民工 未成年人 黨員 幹部 人員 教師 學生 學員 委員 選手 隊員 志工 職工 農民 群眾 勞動力 專家 醫生 "
    "兒童 對象 軍人 成員 會員 團員 觀眾 婦女 志願者 畢業生 大學生 殘疾人 遊客"
)

COUNTED_THINGS: dict[str, tuple[str, ...]] = {
    "名": PEOPLE,
    "人次": (*PEOPLE, *_words("门诊 住院 就诊 诊疗 接诊 門診 就診")),
    "人": (*(noun for noun in PEOPLE if noun not in ("代表", "青年")), "共"),
    "户": _words("户 群众 沼气池 厕所"),
    "戶": _words("戶 群眾 沼氣池 廁所"),
    "件": _words("案件 专利 法规 规章 文物 專利 法規 建议 提案 建議 規章"),
    "项": _words("制度 措施 建议 专利 成果 项目 荣誉 课题"),
    "項": _words("制度 措施 建議 專利 成果 計畫 計劃 案件 項目 榮譽 課題"),
    "次": _words(
        "会议 活动 检查 培训 调研 视察 宣传 讲座 演练 走访 巡查 慰问 座谈 督查 学习 执法检查 會議 活動 檢查 "
        "訓練 視察 宣導 演練 訪視 座談 培訓 調研 宣傳 講座 走訪 慰問 學習 執法檢查"
    ),
    "份": _words(
        "资料 材料 文件 报告 传单 试卷 问卷 合同 宣传单 责任书 协议 简报 宣传品 資料 報告 傳單 問卷 契約 "
        "文宣 試卷 宣傳單 責任書 協議 簡報 宣傳品"
    ),
    "条": _words("意见 建议 线索 信息 问题 措施 标语 公路 线路"),
    "條": _words("意見 建議 線索 問題 措施 標語 道路 信息 公路 線路"),
    "例": _words("手术 病例 结扎 引产 上环 节育措施 避孕措施 手術 結紮 引產 上環 節育措施 避孕措施"),
    "篇": _words(
        "信息 文章 论文 稿件 简报 心得 报道 通讯 调研报告 心得体会 材料 論文 簡報 報導 報道 通訊 調研報告 心得體會"
    ),
    "宗": _words("案件 地块 土地 纠纷 糾紛 地塊"),
    "家": _words("公司 单位 商户 超市 场所 网吧 合作社 机构 單位 機構 商戶 場所 網吧"),
    "所": _words("学校 小学 中学 幼儿园 诊所 卫生室 敬老院 學校 小學 國小 國中 中學 幼兒園 診所 衛生室"),
    "座": _words("桥梁 水库 电站 大棚 公厕 泵站 中转站 变电站 塘坝 加油站 橋梁 水庫 電站 公廁 中轉站 變電站 塘壩"),
    "台": _words("设备 水泵 农机具 机械 计算机 变压器 收割机 設備 機具 農機具 機械 計算機 變壓器 收割機"),
    "臺": _words("設備 機具 機械 水泵 農機具 計算機 變壓器 收割機"),
    "场": _words("招聘会 讲座 报告会 座谈会 宣讲会 推介会 发布会"),
    "場": _words("講座 說明會 座談會 研討會 記者會 公聽會 招聘會 報告會 宣講會 推介會 發佈會"),
    "期": _words("培训班 简报 讲座 学习班 訓練班 簡報 講座 研習班 培訓班 學習班"),
    "张": _words("床位 病床 照片 传单 海报 宣传画 宣传单"),
    "張": _words("床位 病床 照片 海報 傳單 宣傳畫 宣傳單"),
    "块": _words("展板 宣传栏 标牌 警示牌 公示牌 宣传牌 广告牌"),
    "塊": _words("看板 展板 標示牌 宣傳欄 標牌 警示牌 公示牌 宣傳牌 廣告牌"),
    "册": _words("图书 书籍 资料 读本 宣传册 藏书"),
    "冊": _words("圖書 書籍 資料 讀本 藏書 宣傳冊"),
    "幅": _words("标语 横幅 条幅 書畫 標語 布條 橫幅 條幅"),
    "头": _words("奶牛 肉牛 牲畜 能繁母猪"),
    "株": _words("树木 树苗 苗木 花卉 果树 樹木 樹苗 果樹"),
    "间": _words("教室 校舍 门面 铺面 商铺 厂房"),
    "間": _words("教室 校舍 店面 門面 鋪面 商鋪 廠房"),
    "栋": _words("住宅 大楼 教学楼 厂房 楼房 公寓 别墅 住宅楼"),
    "棟": _words("住宅 大樓 廠房 公寓 教學樓 樓房 別墅 住宅樓"),
    "套": _words("住房 设备 器材 安置房 廉租房 公租房 保障房 商品房 設備 國宅"),
    "頭": _words("奶牛 肉牛 牲畜 能繁母豬"),
}
"""The things behind which a measure word can do nothing but count: 发放资料份."""

TOTAL_VERBS = _words(
    "共计 总计 合计 总共 达到 约有 累计达 人数达 户数达 总数达 增加到 减少到 发展到 扩大到 增至 减至 降至 "
    "分别为 增加 减少 新增 超过 突破 減少 超過 共計 總計 合計 總共 達到 約有 累計達 人數達 減少到 擴大到 減至 "
    "分別為 戶數達 總數達 發展到"
)
"""Words behind which any measure word needs a figure."""

ATTENDANCE_VERBS = _words("应到 实到 应出席 实际出席 應到 實到 應出席 實際出席")
"""Words behind which 人 and 名 need a figure."""

COUNTING_VERBS = frozenset(
    _words(
        "建成 新建 改建 扩建 建设 建立 创建 新增 增加 增设 设立 成立 组建 完成 实施 推进 启动 引进 引入 签约 培育 "
        "培养 打造 开展 举办 召开 选派 抽调 覆盖 涉及 惠及 打掉 摧毁 端掉 破获 查处 整治 整改 排查 解决 办理 取缔 "
        "关闭 淘汰 命名 评选 表彰 确定 储备 谋划 争取 获得 荣获 发展 扶持 共有 共计 现有 拥有 达到 建有 设有 下辖 "
        "下设 擴建 建設 創建 增設 設立 組建 實施 推動 啟動 簽約 培養 開展 舉辦 召開 選派 抽調 覆蓋 查獲 解決 辦理 "
        "關閉 表揚 確定 儲備 爭取 獲得 發展 共計 現有 擁有 達到 設有 推進 引進 摧毀 破獲 查處 取締 評選 謀劃 榮獲 "
        "下轄 下設"
    )
)
"""Verbs of two characters whose object is counted: 新建3个, 破获5个."""

CHANGE_VERBS = _words(
    "增加 提高 上升 下降 扩大 减少 降低 增长 发展 缩小 回升 攀升 压减 增 升 降 减 擴大 減少 增長 發展 縮小 減 壓減"
)
"""Verbs behind which 到 and 至 lead to a figure."""
