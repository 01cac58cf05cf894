"""One form for what reports write in several: both scripts, both widths.

Matching against word lists is done on folded text, so that a list need not hold every word four times. Folding keeps
every character in its place; offsets of the folded text are offsets of the text.
"""

from __future__ import annotations

from lint_report.chinese.characters import CHINESE
from lint_report.patterns import Pattern

# The characters of the words that reports are built of. 畫 stands for 划 (計畫), which is what it means there.
_TRADITIONAL = (
    "乾來侷個們備傳儘優內兩則創劃動務勝勢勵匯匱區協厲員問啟單嚴國圍園圖團埰執堅報場壓夠奮學實審寫寬將專對導屆層崗"
    "幟幫幹幾廣強彌後復徹愛態慮應戰拚採揚揮擊擬擴擺斷於時書會査條業極構樓標橋機檢檯決況減準滯滿濟為無煉熱爭爲獲獻"
    "現環畢畫畵當發盡盤眾睏確礙積穩穫箇節範簡籌糾紀約紮細終組結絕統經綜維綱緊緒緣編緩縣縮總績織繞繼續纍羣習聞聯職"
    "聽腳膽臨臺與舉艱藍處虛衆術補製複見規視觀訂計訊討訓記訪設註評詞試話認語誠誤說調談請論諾謀講謝識議護讀讓負貢貫"
    "責貴貼賡質跡蹟軟較辦辭這進過達適遺還鄉釋針銳鋪錄鍛鎮長開間闆關階隱難電靜鞏項須預領頭頸題願顧顯風飽養驕驗體髮"
    "點齊著沒兌茲給雖舊裏裡額"
)
_SIMPLIFIED = (
    "干来局个们备传尽优内两则创划动务胜势励汇匮区协厉员问启单严国围园图团采执坚报场压够奋学实审写宽将专对导届层岗"
    "帜帮干几广强弥后复彻爱态虑应战拼采扬挥击拟扩摆断于时书会查条业极构楼标桥机检台决况减准滞满济为无炼热争为获献"
    "现环毕划画当发尽盘众困确碍积稳获个节范简筹纠纪约扎细终组结绝统经综维纲紧绪缘编缓县缩总绩织绕继续累群习闻联职"
    "听脚胆临台与举艰蓝处虚众术补制复见规视观订计讯讨训记访设注评词试话认语诚误说调谈请论诺谋讲谢识议护读让负贡贯"
    "责贵贴赓质迹迹软较办辞这进过达适遗还乡释针锐铺录锻镇长开间板关阶隐难电静巩项须预领头颈题愿顾显风饱养骄验体发"
    "点齐着没兑兹给虽旧里里额"
)
_SCRIPTS = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
_ANY_TRADITIONAL = Pattern(f"[{_TRADITIONAL}]")  # a search is a tenth of the work
_WIDTHS = ((",", "，"), (";", "；"), (":", "："), ("!", "！"), ("?", "？"))
# A full stop between Chinese characters; in numbers and numbering it is none.
_STOP = Pattern(rf"\.(?={CHINESE}|[\s“「]|\Z)")


def fold(text: str) -> str:
    """Write a text in simplified characters and full-width marks, character by character."""
    text = fold_widths(text)
    return text.translate(_SCRIPTS) if _ANY_TRADITIONAL.search(text) else text


def fold_widths(text: str) -> str:
    """Write a text with full-width marks, character by character."""
    for half, full in _WIDTHS:
        text = text.replace(half, full)
    if "." not in text:
        return text
    return _STOP.sub(lambda stop: "。" if _follows_chinese(text, stop.start()) else ".", text)


def _follows_chinese(text: str, at: int) -> bool:
    return at > 0 and ("一" <= text[at - 1] <= "鿿" or text[at - 1] in "”」）)》%％")
