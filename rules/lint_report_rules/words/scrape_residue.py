"""W701 scrape-residue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint_report.chinese.characters import CHINESE
from lint_report.document import Document
from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.rule import Edit, Finding, Fix, NoOptions, Rule
from lint_report.source import Span

_GENRE = (
    "(?:总结|總結|報告|报告|计划|計[劃畫]|述职|述職|体[会會]|體[会會]|心得|讲[话話]稿|講[话話]稿|演[讲講]稿|方案|汇[报報]|匯[报報]|彙[报報]|自查"
    "|鉴定|鑑定|申[请請][书書]|发言稿|發言稿)"
)
# 规范文件, 示范文本, 师范本科 hold the letters of 范文 and 范本, and are words of their own.
_MODEL = "(?<![规規模示典师師防风風])[范範][文本]"
# What a site puts behind the title of a collection: (大全5篇), 【精选3篇】, 优选(合集).
_COUNT_OF_TEXTS = "[ 　]{0,2}(?:\\d{1,3}|[一二两兩三四五六七八九十]{1,3}|多)[ 　]{0,2}篇"
_COLLECTION = Pattern(
    rf"[（(【\[](?:(?:大全|精[选選]|通用|最新|[优優]秀|推[荐薦]|[热熱][门門]|[汇彙匯][总總编編]|合集|集[锦錦]|[锦錦]集|模板|[优優][选選]|精品|整理|必[备備]"
    rf"|[实實]用|[荟薈]萃|范文|範文|共|合[计計]){_COUNT_OF_TEXTS}|大全|精[选選]|合集|集[锦錦]|[锦錦]集|模板|\d{{1,3}}篇)[)）】\]]"
)
# The same without brackets, at the end of the title: 总结范文锦集六篇, 述职报告集锦; and 总结_2, 述职报告1850字.
_BARE_COLLECTION = Pattern(
    rf"{_GENRE}(?:(?:范文|範文)?(?:大全|精[选選]|集[锦錦]|[锦錦]集|合集|[荟薈]萃|[汇彙匯][总總编編]|通用|[热熱][门門]|[优優][选選]){_COUNT_OF_TEXTS}"
    rf"|(?:范文|範文)?(?:集[锦錦]|[锦錦]集|大全|合集)|(?P<bare>(?:范文|範文)?{_COUNT_OF_TEXTS}(?:本文目[录錄])?)"
    r"|_\d{1,2}|\d{3,5}字)(?=[ \t　]*(?:[\r\n]|$))",
    re.MULTILINE,
)
_SITE_TITLE = Pattern(
    rf"^[ \t　>]*((?:{CHINESE}|[0-9xX×_]){{2,36}}?{_MODEL}[一二三四五六七八九十两兩0-9]{{0,3}}?[则則篇]?)"
    r"(?=[ \t　]*(?:[\r\n(（【]|$|一、|1[、.]))",
    re.MULTILINE,
)
# Sentences in which a site speaks to its readers. Each way begins with a character of its own, not with a set or group
# of them, which is what the search is fast by.
_WELCOME = "(?:(?:大家|您|各位)?(?:参考|參考|阅读|閱讀|下载|下載|收藏|借鉴|借鑒)|[来來]到[^。\\n]{1,10}[网網])"
_READER = "(?:大家|你|您|各位|[读讀]者)[^。，,\\n]{0,6}(?:参考|參考|借鉴|借鑒|喜[欢歡]|[阅閱][读讀])"
_FOR_YOU = "(?:你|您|各位)(?:推荐|推薦|整理|[带帶][来來]|[准準][备備]|精心|收集|分享)"
_SOURCE = "(?:来源|來源|出处|出處|地址)[：:]"
_WEB = "[ ]?(?:网|網|互联|www)"  # 资料来源：统计局 under a table says where its figures are from
_NET = "[于於]?(?:网友|網友|网[络絡]|網絡|網路|互[联聯][网網])"
_CHANNEL = "[^。，\\n]{2,24}(?:总结|报告|计划|范文)(?:栏目|頻道|频道|网)"
_TO_READERS = (
    Pattern(
        r"[给給为為帮幫跟与與]大家(?:整理|收集|推荐|推薦)"
        r"|[给給为為跟与與]大家(?:分享|带来|帶來|准备|準備|介绍|介紹)[^。！？\n]{0,24}"
        r"(?:范文|範文|范本|範本|模板|文章|资料|資料|全文|[0-9一二三四五六七八九十几多][篇份]|总结|總結|计划|計劃|心得)"
        r"|(?:方便|欢迎|歡迎|供|仅供|僅供)大家(?:学习|學習|阅读|閱讀|参考|參考|借鉴|借鑒|下载|下載)",
        needs=["大家"],
    ),
    Pattern(
        rf"小[编編](?=[为為给給整收精带帶搜蒐])|欢迎{_WELCOME}|歡迎{_WELCOME}"
        rf"|希望(?:(?:能|可以|能够)?(?:对|给|帮)(?:大家|您|你)(?:有|们)|{_READER})|供{_READER}"
        r"|更多(?:精彩|相关|优秀|精选)?(?:范文|文章|内容|资料|总结|报告|模板)[^。\n]{0,6}(?:请|尽在|访问|关注|点击)"
        r"|w(?<![（(]w)ww\.[a-z0-9]{3,30}\.(?:com|cn|net|org)(?=[）)]?[。，]?[ \t]*(?:$|[\r\n]))"
        r"|点击(?:下载|查看更多|这里|此处)|下载(?:文档|本文|全文|word|Word)"
        r"|推荐阅读[：:]|相关(?:推荐|文章|阅读)[：:]|上一篇[：:]|下一篇[：:]"
        rf"|文章{_SOURCE}|内容{_SOURCE}|內容{_SOURCE}|资料{_SOURCE}(?={_WEB})|資料{_SOURCE}(?={_WEB})"
        rf"|本文(?:{_SOURCE}|(?:来自|來自|由)[^。\n]{{0,12}}(?:网|網|整理|提供))"
        r"|返回(?:目录|首页|列表)|责任编辑[：:]|版权(?:所有|归)|扫码.{0,6}关注|长按.{0,6}关注|微信公众号[：:]"
        rf"|来源{_NET}|來源{_NET}|来自{_NET}|來自{_NET}|不代表本站|本站(?:小编|整理|不保证)"
        r"|由(?:(?:会员|會員|用[户戶]|网友|網友)(?:[发發]布|上[传傳])|[^。，,\n]{2,8}[网網](?:整理|收集|小[编編]))"
        rf"|为{_FOR_YOU}|為{_FOR_YOU}|给{_FOR_YOU}|給{_FOR_YOU}|关注{_CHANNEL}|關注{_CHANNEL}"
        r"|全文共[ ]?\d+[ ]?字|当前[显顯]示[ ]?\d+[ ]?字|當前[显顯]示[ ]?\d+[ ]?字|文[档檔]评论"
        r"|阅[读讀]下面的提示|閱[读讀]下面的提示|网站客服|網站客服|客服QQ|资源描述[：:]|資源描述[：:]"
        r"|一[键鍵][复復]制|版[权權]申[诉訴]|分享[赚賺][钱錢]"
        r"|希望(?:能|可以|能夠)[對給幫](?:大家|您|你)[有們]"
        r"|更多(?:精彩|相關|優秀|精選)?(?:範文|文章|內容|資料|總結|報告|模板)[^。\n]{0,6}(?:請|盡在|訪問|關注|點擊)"
        r"|點擊(?:下載|查看更多|這[裡裏]|此處)|下載(?:文檔|本文|全文|word|Word)"
        r"|推薦閱讀[：:]|相關(?:推薦|文章|閱讀)[：:]"
        r"|返回(?:目錄|首頁)|責任編輯[：:]|版權(?:所有|歸)|掃碼.{0,6}關注|長按.{0,6}關注|微信公眾號[：:]"
    ),
)
# What a site says in a few words, wherever they stand.
_OFFERED = "(?:任意|自行)(?:编辑|編輯|修改)"
_FOR_REFERENCE = "容[仅僅]供[参參]考"
_THANKS = "您的?(?:下载|下載|阅读|閱讀|浏览|瀏覽|观看)"
_SITE_WORDS = Pattern(
    rf"下[载載](?:[后後]可{_OFFERED}|更新)|可{_OFFERED}|此文[内內]{_FOR_REFERENCE}|文章[内內]{_FOR_REFERENCE}"
    rf"|本文(?:[内內]{_FOR_REFERENCE}|目[录錄])|内{_FOR_REFERENCE}|內{_FOR_REFERENCE}|感谢{_THANKS}|感謝{_THANKS}"
    r"|我要投稿|收藏本[页頁]|已省略[ ]?\d+[ ]?字|省略[ ]?\d+[ ]?字"
)
# Lines of a page around the text: when it was posted, where in the site it stands, what the file weighs.
_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?"
_STEP = "[ ]?(?:->|[>＞»›])[ ]?"
_DAY = r"(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}"
_POSTED_WORDS = "(?:[发發][布佈表]|更新|上[传傳])"
_COUNTER = (
    "(?:ID|大小|[页頁][数數]|格式|[热熱]度|[阅閱][读讀](?:次[数數])?|[浏瀏][览覽]次[数數]|[点點][击擊](?:次[数數])?)"
)
_PAGE_LINE = Pattern(
    rf"^[ \t　•·]*(?:[-–][ ])?(?:(?P<stamp>(?:(?:{_POSTED_WORDS}?[时時][间間]|{_POSTED_WORDS}?日期)[：:][ 　]?)?{_DAY}"
    rf"(?:[ 　]{{1,3}}{_CLOCK})?)(?:[ \t　][^。，\n]{{0,40}})?"
    rf"|[（(\[]?\d\d-\d\d[ ]{_CLOCK}[\])）]?[^。，\n]{{0,60}}"
    rf"|{_POSTED_WORDS}(?:[时時][间間]|日期)[：:][^。，\n]{{6,60}}"
    rf"|(?:您?的?(?:[当當]前|[现現]在)?(?:的|所在)?位置|首[页頁])[：:]?[^。，\n]{{0,12}}?{_STEP}[^。，\n]{{1,80}}"
    rf"|[^。，,<>＞»›|\n\d]{{2,12}}{_STEP}[^。，,<>＞»›|\n]{{2,16}}{_STEP}[^。，,<>|\n]{{2,40}}"
    rf"|{CHINESE}{{2,8}}[网網]{_STEP}{CHINESE}{{2,12}}"
    rf"|{_COUNTER}[：:][ ]?[\w.]{{1,12}}(?:[ ]?(?:[KM]B|[页頁次]))?"
    r"|\d{1,4}(?:\.\d{1,2})?[ ]?[KM]B|文[档檔](?:介[绍紹]|[简簡]介)|``"
    rf"|{CHINESE}{{2,8}}(?:[范範]文|文[库庫档檔秘]|素材|[总總][结結]|作文)[网網](?:[ ][^。，\n]{{0,20}})?"
    r"|(?:【[^】\n]{1,20}】)?(?:相[关關](?:推[荐薦]|文章|[阅閱][读讀])|猜你喜[欢歡]|[热熱][门門]推[荐薦])"
    r"|(?:[阅閱][读讀]|展[开開]|查看)全文[>＞»↓]{0,3}|(?:打印|列印)本[页頁](?:[ 　][^。，\n]{0,20})?"
    r"|[关關][闭閉](?:窗口|[视視]窗)"
    r"|上一[页頁][ 　]?(?:[\d.…]{1,3}[ 　]){0,9}下一[页頁]|【字[体體][：:][^】\n]{1,12}】"
    r"|[点點][赞讚][ 　]收藏[ 　]分享|(?:文[档檔]下[载載][ 　]?)?免[费費](?:文[档檔])?下[载載]"
    r"|百度文[库庫](?:[ 　]?[-—][^。\n]{1,30})?"
    r"|微信[扫掃]一[扫掃][^。，\n]{0,16}|[来來]源[：:][ ]?(?:[网網][络絡路]|互[联聯][网網])|https?://[!-~]{4,200}"
    rf"|[（(][^（()）。，\n]{{0,8}}{_MODEL}[网網]整理[）)]|[关關][键鍵][词詞字][：:][^。，\n]{{0,30}}{_MODEL}"
    r")[ \t　\r|]*$",
    re.MULTILINE,
)
# 相关文章： and, line by line, their titles.
_RELATED = Pattern(
    r"^[^。，；\n]{0,60}(?:相[关關](?:推[荐薦]|文章|[阅閱][读讀])|推[荐薦][阅閱][读讀]|猜你喜[欢歡])[：:]?[ \t　\r]*$",
    re.MULTILINE,
)
_LINE = Pattern(r"[^\r\n]{3,45}(?=[\r\n]|$)")
_GENRE_WORD = Pattern(_GENRE)
_POSTED = Pattern(f"{_CLOCK}|{_POSTED_WORDS}")
_QUOTE_MARK = Pattern(
    r"^[ \t　]*([>＞]{1,3})[ \t　>＞]*(?=[一二三四五六七八九十壹贰貳叁第（(0-9]|[一-鿿][^。，；\n]{3,30}$)",
    re.MULTILINE,
)
_MARKDOWN = Pattern(r"^#{1,6} [^\s#]", re.MULTILINE)
_HTML = Pattern(
    r"</?(?:p|br|div|span|table|tbody|tr|td|th|strong|b|i|em|a|img|font|ul|ol|li|h[1-6]|center|sup|sub)"
    r"(?=[ />])[^<>]{0,300}>|&(?:nbsp|ldquo|rdquo|lsquo|rsquo|mdash|hellip|middot|amp|lt|gt|quot|#\d{2,5});"
)
# A title for search engines, dropped into a sentence: …一致好评2023年乡镇工作总结5篇工作总结。
_DROPPED = Pattern(
    rf"20[0-9xX×_*]{{1,2}}年?(?:度)?{CHINESE}{{2,16}}?{_GENRE}(?:{_MODEL})?[（(]?\d{{1,3}}篇[)）]?"
    rf"(?:{_GENRE}|工作总结|20[0-9xX×_*]{{1,2}}年{CHINESE}{{2,16}}?\d{{1,3}}篇[)）]?)?",
)
_NUMBER_OF_TEXTS = Pattern("篇(?<=[0-9０-９]篇)")
# What a newspaper puts where an article goes on on another page.
_TURN = Pattern(
    r"(?:下转|紧转|緊转|上接|紧接|緊接|下轉|緊轉)第?[ 　]?[A-Z]?[0-9０-９一二三四五六七八九十]{1,3}"
    r"[ 　]?版[ 　]?[）)]?",
    needs=["下转", "上接", "紧转", "紧接", "下轉", "緊轉", "緊接"],
)
_COMMENT = Pattern(r"<!--(?![ \t]*lint-report)[^\n]{0,500}?-->", needs=["<!--"])
_WRITING = Pattern(
    "撰写|撰寫|形成|完成|上[报報]|[报報]送|发表|發表|[编編][写寫]|[编編][发發]|起草|提交|刊[发發]|印[发發]|采[写寫]|整理|推送|交流|[评評][选選]|收到|征集|各|共|等"
    "|[优優]秀|心得[体體][会會]|[调調]研"
)
_PAGE_OF = Pattern(r"第[ 　]?\d{1,3}[ 　]?[页頁][ 　，,/]{0,3}共[ 　]?\d{1,3}[ 　]?[页頁]", needs="页頁")
_PAGE = Pattern(
    r"^[ \t　]*(?:第[ 　]?\d{1,3}[ 　]?[页頁](?:[ 　，,/]{0,2}共[ 　]?\d{1,3}[ 　]?[页頁])?"
    r"|[-—][ 　]?\d{1,3}[ 　]?[-—])"
    r"[ \t　\r]*$",
    re.MULTILINE,
)
# A number on a line of its own between two lines of prose: 12, ·3·, 5/12, Page 3 of 12.
_LONE_NUMBER = Pattern(
    r"^[ \t　]*(?:[Pp]age[ ])?(?:[·•\-—~]{1,3}[ ]?)?\d{1,3}(?:[ ]?(?:/|of)[ ]?\d{1,3})?(?:[ ]?[·•\-—~]{1,3})?"
    r"[ \t　\r]*$",
    re.MULTILINE,
)
_HAN = Pattern(CHINESE)
_NEXT_LINE = Pattern(r"\s{0,200}([^\n]{0,200})")
_LEAST_PROSE = 16
_BESIDE = 200
_CLAUSES = Pattern("[。，,；;！？]")
_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
# A reading that a page puts behind each character that it cannot show: 創(chuàng)建.
_READING = Pattern(rf"[（(](?<={CHINESE}.)[a-zü]{{0,5}}[{_TONES}][a-zü]{{0,4}}[）)]", needs=_TONES)
# A mark that a site puts behind 的 so that what is copied can be told: 互助的`家庭美德, 工作中的.难点.
_COPY_MARK = Pattern(rf"的(?:[`'](?={CHINESE}|[“《0-9])|\.(?={CHINESE}))", needs=["的`", "的'", "的."])
_QUOTED_WITHIN = 30
_MANY = 3
_HEAD = 600
_LONGEST_TITLE = 40
_SHORTEST_TITLE = 6
_LONG_TITLE = 24


class ScrapeResidue(Rule[NoOptions]):
    """网页、范文网站的残留。 / What a web site left in the text.

    What:
        zh: 范文网站的标题和套话（大全5篇、范本一、“小编为大家整理”）、标题前的“>”、混进句子的检索标题、
            HTML 标记和注释、页码、报纸转版的提示（下转第2版）。
        en: Titles and phrases of template sites, > before headings, search titles dropped into sentences, HTML and
            its comments, page numbers, and what tells the readers of a newspaper to turn the page (下转第2版).
    Why:
        zh: 一看便知是从网上抄来的，而且多半还夹带着别处没改干净的内容。
        en: It shows at once that the text came from the web, and that more of it may not belong here.
    Bad:
        上半年人大工作总结及下半年计划(大全5篇)
    Good:
        制定规范文件五件，推广合同示范文本，全年撰写调研报告5篇。
    Source:
        Scraped drafts.
    """

    name = "scrape-residue"
    code = "W701"

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each trace of a site."""
        text = document.text
        yield from _titles(text)
        yield from _phrases(text)
        yield from _quote_marks(text)
        yield from _dropped_titles(text)
        yield from _pages(text)
        yield from _page_lines(text)
        yield from _related_titles(text)
        yield from _repeated_titles(document)
        yield from _readings(text)
        yield from _copy_marks(text)
        yield from _turns(text)
        yield from _comments(text)
        yield from _html(document)


def _titles(text: str) -> Iterator[Finding]:
    for match in _BARE_COLLECTION.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        title = text[line_start : match.end()]
        written = match["bare"] and _WRITING.search(title)
        if len(title) < _LONGEST_TITLE + len(match.group()) and not _CLAUSES.search(title) and not written:
            span = _stripped(text, line_start, match.end())
            yield _finding(span, match.group(), "合集网站的标题", "the title of a template site")
    if "篇" in text:
        for match in _COLLECTION.finditer(text):
            line_start = text.rfind("\n", 0, match.start()) + 1
            if match.start() - line_start < _LONGEST_TITLE and "。" not in text[line_start : match.start()]:
                yield _finding(Span(*match.span()), match.group(), "合集网站的标题", "the title of a template site")
    if any(word in text for word in ("范文", "范本", "範文", "範本")):
        for match in _SITE_TITLE.finditer(text):
            yield _finding(Span(*match.span(1)), match.group(1), "范文网站的标题", "the title of a template site")


def _phrases(text: str) -> Iterator[Finding]:
    done = 0
    for match, alone in sorted(_matches(text), key=_start):
        if match.start() < done:
            continue
        start = max(text.rfind(mark, 0, match.start()) for mark in "。！？\n") + 1
        ends = [at for at in (text.find(mark, match.end()) for mark in "。！？\n") if at >= 0]
        done = end = min(ends, default=len(text) - 1) + 1
        if alone and end - start > _LONGEST_TITLE:
            start, done = match.start(), match.end()
            end = done
        span = _stripped(text, start, end)
        yield _finding(span, match.group(), "网站写给读者的话", "a site speaking to its readers")


def _matches(text: str) -> Iterator[tuple[re.Match[str], bool]]:
    """Yield where a site speaks, and whether it does so in words that are all it says there."""
    for pattern in (*_TO_READERS, _SITE_WORDS):
        yield from ((match, pattern is _SITE_WORDS) for match in pattern.finditer(text))


def _quote_marks(text: str) -> Iterator[Finding]:
    if (">" in text or "＞" in text) and not _MARKDOWN.search(text):  # where > quotes
        for match in _QUOTE_MARK.finditer(text):
            span = Span(*match.span(1))
            yield _finding(span, match.group(1), "标题前多余的符号", "a stray mark before the heading", fix="")


def _dropped_titles(text: str) -> Iterator[Finding]:
    if not _NUMBER_OF_TEXTS.search(text):
        return
    for match in _DROPPED.finditer(text):
        before = text[match.start() - 1 : match.start()]
        glued = (
            before not in ("", "\n", "\r", " ", "　", "》", "”", "（", "(", "【")
            or match.end() - match.start() > _LONG_TITLE
        )
        if glued and not _WRITING.search(match.group()):
            yield _finding(Span(*match.span()), match.group(), "混进句子的检索标题", "a search title in the sentence")


def _pages(text: str) -> Iterator[Finding]:
    for match in _PAGE.finditer(text) if "页" in text or "頁" in text or "\n-" in text or "\n—" in text else ():
        yield _finding(_stripped(text, *match.span()), match.group().strip(), "页码", "a page number")
    for match in _LONE_NUMBER.finditer(text):
        if not _PAGE.match(text, match.start()) and _is_between_prose(text, match):
            yield _finding(_stripped(text, *match.span()), match.group().strip(), "页码", "a page number")
    for match in _PAGE_OF.finditer(text):
        if not _PAGE.match(text, text.rfind("\n", 0, match.start()) + 1):
            yield _finding(Span(*match.span()), match.group(), "页码", "a page number")


def _is_between_prose(text: str, match: re.Match[str]) -> bool:
    before = text[max(match.start() - _BESIDE, 0) : match.start()].rstrip()
    after = _NEXT_LINE.match(text, match.end())
    beside = (before[before.rfind("\n") + 1 :], after[1] if after else "")
    return all("|" not in line and len(_HAN.findall(line)) >= _LEAST_PROSE for line in beside)


def _page_lines(text: str) -> Iterator[Finding]:
    for match in _PAGE_LINE.finditer(text):
        posted = match["stamp"] is None or _POSTED.search(match.group())
        if any(pattern.search(match.group()) for pattern in (*_TO_READERS, _SITE_WORDS)):
            continue
        if posted or (match.start() < _HEAD and not match["stamp"][0].isdecimal()):
            shown = match.group().strip(" \t\r　•·|")
            yield _finding(
                _stripped(text, *match.span()), shown, "网页上正文以外的文字", "what a page puts around its text"
            )


def _related_titles(text: str) -> Iterator[Finding]:
    """Yield the titles of other texts that a page lists at its end."""
    for match in _RELATED.finditer(text):
        for line in _LINE.finditer(text, match.end()):
            if not _GENRE_WORD.search(line.group()) or _CLAUSES.search(line.group()):
                break
            yield _finding(_stripped(text, *line.span()), line.group().strip(), "网页上的相关链接", "a link of a page")


def _repeated_titles(document: Document) -> Iterator[Finding]:
    """Yield the title of a report where it stands on a line of its own once more: pages name it two or three times."""
    for report in document.reports:
        if not report.title or len(report.title) < _SHORTEST_TITLE:
            continue
        headings = (section.heading for section in report.walk())
        lines = [*(heading.span for heading in headings), *(paragraph.span for paragraph in report.paragraphs)]
        for span in lines:
            if document.text[span.start : span.end] == report.title:
                yield _finding(span, report.title, "又写了一遍的标题", "the title once more")


def _readings(text: str) -> Iterator[Finding]:
    spans = [Span(*match.span()) for match in _READING.finditer(text)]
    if len(spans) > _MANY:
        first = text[spans[0].start : spans[0].end]
        yield Finding(
            spans[0],
            Message(
                f"字后注音“{first}”等 {len(spans)} 处是网页转换留下的，请清除",
                f"readings such as {first!r} at {len(spans)} places are left from a web page: remove them",
            ),
            data={"text": first},
            fix=Fix(tuple(Edit(span, "") for span in spans), safe=True),
            places=tuple(spans),
        )


def _copy_marks(text: str) -> Iterator[Finding]:
    for match in _COPY_MARK.finditer(text):
        span = Span(match.end() - 1, match.end())
        around = text[max(span.start - _QUOTED_WITHIN, 0) : span.start] + text[span.end : span.end + _QUOTED_WITHIN]
        if text[span.start] == "'" and "'" in around:  # it quotes
            continue
        yield _finding(
            span, match.group(), "网页为防复制加入的符号", "a mark that a site adds to what is copied", fix=""
        )


def _turns(text: str) -> Iterator[Finding]:
    for match in _TURN.finditer(text):
        opened = text[match.start() - 1 : match.start()] in ("（", "(")
        span = _stripped(text, match.start() - opened, match.end())
        yield _finding(
            span, text[span.start : span.end], "报纸转版的提示", "where a newspaper turns to another page", fix=""
        )


def _comments(text: str) -> Iterator[Finding]:
    for match in _COMMENT.finditer(text):
        shown = match.group() if match.end() - match.start() <= _LONGEST_TITLE else f"{match.group()[:_LONG_TITLE]}……"
        yield _finding(Span(*match.span()), shown, "网页里的注释", "a comment of a web page")


def _html(document: Document) -> Iterator[Finding]:
    text = document.text
    if "<" not in text and "&" not in text:
        return
    spans = [Span(*match.span()) for match in _HTML.finditer(text)]
    if len(spans) <= _MANY:
        for span in spans:
            yield _finding(span, text[span.start : span.end], "网页标记", "web markup")
    else:
        first = text[spans[0].start : spans[0].end]
        yield Finding(
            spans[0],
            Message(
                f"网页标记“{first}”等 {len(spans)} 处，请清除",
                f"web markup such as {first!r} at {len(spans)} places: remove it",
            ),
            data={"text": first},
            places=tuple(spans),
        )


def _start(found: tuple[re.Match[str], bool]) -> int:
    return found[0].start()


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " \t\r\n　":
        start += 1
    while end > start and text[end - 1] in " \t\r\n　":
        end -= 1
    return Span(start, end)


def _finding(span: Span, text: str, zh: str, en: str, *, fix: str | None = None) -> Finding:
    return Finding(
        span,
        Message(f"“{text}”是{zh}，请删去", f"{text!r} is {en}: remove it"),
        data={"text": text},
        fix=None if fix is None else Fix((Edit(span, fix),), safe=True),
    )
