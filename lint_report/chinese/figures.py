"""The words of a report that a figure stands beside, in both scripts.

Measure words and units count only where a figure stands before them; elsewhere most of them are the end of a word
(农户, 著名, 案件). These tables tell the two apart without a dictionary: the verbs and nouns that call for a figure,
the things behind which a measure word can do nothing but count, and the characters with which it forms words.
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
    "达 达到 为 是 占 增长 增加 增 减少 减 下降 降低 提高 上升 实现 完成 共 计 约 至 到 由 从 了 仅 只 投入 筹集 "
    "筹措 争取 到位 安排 拨付 下拨 发放 补助 补贴 奖励 资助 捐赠 捐款 募集 节约 节省 节支 创收 增收 减免 减税 退税 "
    "上缴 征收 收缴 入库 挽回 追缴 追回 收取 支付 支出 贷款 引进 利用 新增 人均 户均 亩均 每人 每月 每年 每户 每亩 "
    "年均 月均 不足 達 達到 為 佔 增長 減少 減 實現 共計 計 約 從 僅 籌集 籌措 爭取 撥付 發放 補助 補貼 獎勵 資助 "
    "捐贈 節約 節省 創收 減免 上繳 徵收 收繳 入庫 追繳 引進 戶均 畝均 每戶 每畝 編列 执行 執行"
)
"""Verbs and adverbs behind which a unit needs a figure."""

FIGURE_NOUNS = _words(
    "率 面积 产值 总值 增加值 收入 总量 产量 销量 容量 储量 运量 吞吐量 发电量 用量 总额 余额 金额 额 人数 户数 "
    "件数 次数 总数 数 比重 比例 占比 投资 资金 经费 专款 善款 税收 利税 税金 利润 成本 支出 存款 贷款 罚款 补偿 "
    "补助 赔偿 里程 长度 人口 覆盖面 密度 均价 单价 价格 工资 奖金 基金 租金 补助金 保证金 标准 寿命 结余 剩余 "
    "产出 费用 费 款 资产 债务 库容 長度 面積 產值 總值 總量 產量 銷量 儲量 運量 發電量 總額 餘額 金額 額 人數 "
    "戶數 件數 次數 總數 數 投資 資金 經費 專款 稅收 稅金 利潤 罰款 補償 賠償 覆蓋面 價格 單價 均價 工資 獎金 標準 "
    "壽命 結餘 剩餘 產出 費用 費 資產 債務 GDP"
)
"""Nouns of a statistic, as the end of its name."""

OTHER_NOUNS = _words("多数 少数 质量 力量 能量 多數 少數 質量 表率 效率")
"""Nouns that end like one of a statistic and are none."""

PEOPLE = _words(
    "代表 党员 干部 人员 教师 学生 学员 委员 选手 队员 志愿者 职工 农民 群众 劳动力 人才 专家 民警 医生 儿童 老人 "
    "患者 同志 嫌疑人 毕业生 大学生 对象 残疾人 军人 村民 居民 成员 会员 团员 游客 观众 人口 妇女 青年 旅客 工人 "
    "民工 未成年人 黨員 幹部 人員 教師 學生 學員 委員 選手 隊員 志工 職工 農民 群眾 勞動力 專家 醫生 兒童 對象 "
    "軍人 成員 會員 團員 觀眾 婦女"
)

COUNTED_THINGS: dict[str, tuple[str, ...]] = {
    "名": PEOPLE,
    "人次": PEOPLE,
    "人": (*(noun for noun in PEOPLE if noun != "代表"), "就业", "处分", "就業", "處分", "共"),
    "户": _words("户 家庭 群众 住房 房屋 沼气池 厕所 危房"),
    "戶": _words("戶 家庭 住房 房屋 住宅"),
    "篇": _words("信息 文章 论文 稿件 简报 新闻 心得 报道 通讯 调研报告 心得体会 材料 論文 簡報 新聞 報導"),
    "起": _words("案件 事故 纠纷 案 事件 火灾 隐患 糾紛 隱患"),
    "宗": _words("案件 地块 土地 纠纷 案 糾紛"),
    "家": _words("公司 单位 商户 门店 超市 场所 网吧 工厂 合作社 餐馆 饭店 商店 机构 單位 機構 工廠"),
    "所": _words("学校 小学 中学 幼儿园 医院 诊所 厕所 卫生室 学院 敬老院 公厕 學校 小學 國小 國中 醫院"),
    "座": _words("桥 桥梁 水库 电站 大棚 公园 公厕 泵站 中转站 变电站 塘坝 加油站 橋 橋梁 水庫 公園"),
    "台": _words("设备 电脑 空调 水泵 农机具 机械 计算机 电视机 变压器 收割机 電腦 設備 機具"),
    "臺": _words("設備 電腦 冷氣 機具 機械"),
    "场": _words("招聘会 讲座 演出 宣讲 晚会 报告会 座谈会 宣讲会 推介会 会议 发布会"),
    "場": _words("講座 演出 說明會 座談會 研討會 會議 記者會 公聽會"),
    "期": _words("培训班 简报 讲座 专栏 学习班 刊物 訓練班 簡報 講座 研習班"),
    "张": _words("床位 病床 照片 传单 海报 宣传画 宣传单"),
    "張": _words("床位 病床 照片 海報 傳單"),
    "块": _words("展板 宣传栏 标牌 警示牌 公示牌 宣传牌 广告牌"),
    "塊": _words("看板 展板 標示牌"),
    "册": _words("图书 书籍 资料 读本 宣传册 手册 藏书"),
    "冊": _words("圖書 書籍 資料 讀本 手冊 藏書"),
    "幅": _words("标语 横幅 条幅 作品 书画 標語 布條"),
    "头": _words("奶牛 肉牛 牲畜 能繁母猪"),
    "株": _words("树木 树苗 苗木 花卉 果树 樹木 樹苗"),
    "间": _words("教室 校舍 房屋 民房 门面 铺面 商铺 厂房 办公室 宿舍"),
    "間": _words("教室 校舍 房屋 宿舍 店面 商店"),
    "栋": _words("住宅 大楼 教学楼 厂房 楼房 公寓 别墅 住宅楼"),
    "棟": _words("住宅 大樓 廠房 公寓"),
    "套": _words("住房 设备 器材 安置房 廉租房 公租房 保障房 商品房 設備 住宅 國宅"),
    "处": _words("隐患 古迹 景点 水源 文物 工程 设施 违建 违章建筑"),
    "處": _words("隱患 古蹟 景點 水源 文物 工程 設施"),
}
"""Measure words that end too many words to list, and the things behind which they can do nothing but count."""

MEASURE_WORD_ENDINGS: dict[str, str] = {
    "个": "这那各每整某逐多单首另哪些好半个同独该本",
    "個": "這那各每整某逐多單首另哪些好半個同獨該本",
    "件": (
        "事案文条要部软硬信邮郵证零构组配附稿批急物课元器插固茶专台书備备散成大小抽快函密来单前压铸锻挂紧计样杂逐"
        "整用标工机铁管活套外内摆重钢预制膜签验皮收转包寄投补刻饰艺发條軟證構組課書單計樣雜標機鐵內鋼預驗轉補專來"
        "鍛飾藝發每各首某坯铝"
    ),
    "项": (
        "事专立弱奖选增各单要大小逐强多款进出缺加减杂义存分子细末首同长短优前后规文类列课账条母此该本合别这其哪每某科必"
    ),
    "項": (
        "事專立弱獎選增各單要大小逐強多款進出缺加減雜義存分子細末首同長短優前後規文類列課帳條母此該本合別這其哪每"
        "某科必等"
    ),
    "次": (
        "人层場场档班批等其梯家户戶频頻名车車架艘厂隊队项項居首再多每历歷依主位版航轮輪渐屡下上本此前某这這那逐目"
        "处處台亩畝吨噸件座序造鳞更席缘语亚圈远单卷词届頭头栋套累篇期款张岗層檔廠屢漸個个如何遠單語亞廣广"
    ),
    "份": "省股月年身备過过成辈部县情天缘名户职位点双等每某各整充养備輩縣緣戶職點雙應应水",
    "条": "链教线身粉面油枝荒苗萧柳白便借欠收发字信木钢铁金藤血逐每各头多该本车回罚批假请病齿磅戒法律词首天单",
    "條": "鏈教線身粉面油枝荒蕭柳白便借欠收發字信木鋼鐵金藤逐每各頭多該本車罰請病齒法律詞首單前",
    "例": "比条條案为為范範病實实惯慣前法往体體图圖举舉事先特个個破通常律凡釋示援循成史战戰每各判首",
}
"""Measure words that end few words, and the characters that they follow there."""

TOTAL_VERBS = _words(
    "共计 总计 合计 总共 达到 约有 累计达 人数达 户数达 总数达 增加到 减少到 发展到 扩大到 增至 减至 降至 分别为 "
    "增加 减少 新增 超过 突破 減少 超過 共計 總計 合計 總共 達到 約有 累計達 人數達 減少到 擴大到 減至 分別為"
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
        "關閉 表揚 確定 儲備 爭取 獲得 發展 共計 現有 擁有 達到 設有"
    )
)
"""Verbs of two characters whose object is counted: 新建3个, 破获5个."""

CHANGE_VERBS = _words(
    "增加 提高 上升 下降 扩大 减少 降低 增长 发展 缩小 回升 攀升 压减 增 升 降 减 擴大 減少 增長 發展 縮小 減"
)
"""Verbs behind which 到 and 至 lead to a figure."""
