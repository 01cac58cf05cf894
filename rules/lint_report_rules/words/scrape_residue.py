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

_GENRE = "(?:总结|總結|報告|报告|计划|計[劃畫]|述职|述職|体会|心得|讲话稿|演讲稿|方案|汇报|自查|鉴定|申请书|发言稿)"
# 规范文件, 示范文本, 师范本科 hold the letters of 范文 and 范本, and are words of their own.
_MODEL = "(?<![规規模示典师師防风風])[范範][文本]"
# What a site puts behind the title of a collection: (大全5篇), 【精选3篇】, 优选(合集).
_COUNT_OF_TEXTS = "[ 　]{0,2}(?:\\d{1,3}|[一二两兩三四五六七八九十]{1,3}|多)[ 　]{0,2}篇"
_COLLECTION = Pattern(
    rf"[（(【\[](?:(?:大全|精[选選]|通用|最新|[优優]秀|推[荐薦]|[热熱][门門]|[汇彙匯][总總编編]|合集|集[锦錦]|[锦錦]集|模板|[优優][选選]|精品|整理|必[备備]"
    rf"|[实實]用|[荟薈]萃|范文|範文|共|合[计計]){_COUNT_OF_TEXTS}|大全|精[选選]|合集|集[锦錦]|[锦錦]集|模板|\d{{1,3}}篇)[)）】\]]"
)
# The same without brackets, at the end of the title: 总结范文锦集六篇, 述职报告集锦.
_BARE_COLLECTION = Pattern(
    rf"{_GENRE}(?:(?:范文|範文)?(?:大全|精[选選]|集[锦錦]|[锦錦]集|合集|[荟薈]萃|[汇彙匯][总總编編]|通用|[热熱][门門]|[优優][选選]){_COUNT_OF_TEXTS}"
    r"|(?:范文|範文)?(?:集[锦錦]|[锦錦]集|大全|合集))(?=[ \t　]*(?:[\r\n]|$))",
    re.MULTILINE,
)
_SITE_TITLE = Pattern(
    rf"^[ \t　>]*((?:{CHINESE}|[0-9xX×_]){{2,36}}?{_MODEL}[一二三四五六七八九十两兩0-9]{{0,3}}?[则則篇]?)"
    r"(?=[ \t　]*(?:[\r\n(（【]|$|一、|1[、.]))",
    re.MULTILINE,
)
# Sentences in which a site speaks to its readers.
_TO_READERS = Pattern(
    r"小[编編](?=[为為给給整收精带帶搜蒐])"
    r"|(?:给|給|为|為|帮|幫|跟|与|與)大家(?:整理|收集|推荐|推薦)"
    r"|(?:给|給|为|為|跟|与|與)大家(?:分享|带来|帶來|准备|準備|介绍|介紹)[^。！？\n]{0,24}"
    r"(?:范文|範文|范本|範本|模板|文章|资料|資料|全文|[0-9一二三四五六七八九十几多][篇份]|总结|總結|计划|計劃|心得)"
    r"|(?:欢迎|歡迎)(?:大家|您|各位)?(?:阅读|閱讀|下载|下載|收藏|借鉴|借鑒)"
    r"|(?:方便|欢迎|供|仅供)大家(?:学习|阅读|参考|借鉴|下载)|希望(?:能|可以|能够)?(?:对|给|帮)(?:大家|您|你)(?:有|们)"
    r"|更多(?:精彩|相关|优秀|精选)?(?:范文|文章|内容|资料|总结|报告|模板)[^。\n]{0,6}(?:请|尽在|访问|关注|点击)"
    r"|(?<![（(])www\.[a-z0-9]{3,30}\.(?:com|cn|net|org)(?=[）)]?[。，]?[ \t]*(?:$|[\r\n]))"
    r"|点击(?:下载|查看更多|这里|此处)|下载(?:文档|本文|全文|word|Word)|(?:推荐阅读|相关(?:推荐|文章|阅读)|[上下]一篇)[：:]"
    r"|(?:文章|本文|资料|内容)(?:来源|來源|出处|地址)[：:]|本文(?:来自|來自|由)[^。\n]{0,12}(?:网|網|整理|提供)"
    r"|返回(?:目录|首页|列表)|责任编辑[：:]|版权(?:所有|归)|(?:扫码|长按).{0,6}关注|微信公众号[：:]"
)
_QUOTE_MARK = Pattern(
    r"^[ \t　]*([>＞]{1,3})[ \t　>＞]*(?=[一二三四五六七八九十壹贰叁第（(0-9]|[一-鿿][^。，；\n]{3,30}$)", re.MULTILINE
)
_HTML = Pattern(
    r"</?(?:p|br|div|span|table|tbody|tr|td|th|strong|b|i|em|a|img|font|ul|ol|li|h[1-6]|center|sup|sub)"
    r"(?=[ />])[^<>]{0,300}>|&(?:nbsp|ldquo|rdquo|lsquo|rsquo|mdash|hellip|middot|amp|lt|gt|quot|#\d{2,5});"
)
# A title for search engines, dropped into a sentence: …一致好评2023年乡镇工作总结5篇工作总结。
_DROPPED = Pattern(
    rf"(?:20[0-9xX×_*]{{1,2}}年?(?:度)?)?{CHINESE}{{2,16}}?{_GENRE}(?:{_MODEL})?[（(]?\d{{1,3}}篇[)）]?"
    rf"(?:{_GENRE}|工作总结|20[0-9xX×_*]{{1,2}}年{CHINESE}{{2,16}}?\d{{1,3}}篇[)）]?)?",
    needs=[f"{digit}篇" for digit in "0123456789０１２３４５６７８９"],
)
# What a newspaper puts where an article goes on on another page.
_TURN = Pattern(
    r"(?:[下紧緊]转|[上紧緊]接|[下緊]轉)第?[ 　]?[A-Z]?[0-9０-９一二三四五六七八九十]{1,3}[ 　]?版[ 　]?[）)]?",
    needs=["下转", "上接", "紧转", "紧接", "下轉", "緊轉", "緊接"],
)
_COMMENT = Pattern(r"<!--(?![ \t]*lint-report)[^\n]{0,500}?-->", needs=["<!--"])
_WRITING = Pattern(
    "撰写|撰寫|形成|完成|上报|报送|发表|發表|编写|编发|起草|提交|刊发|印发|采写|整理|推送|交流|评选|收到|征集|各|共|等|优秀|心得体会|调研"
)
_PAGE = Pattern(
    r"^[ \t　]*(?:第[ 　]?\d{1,3}[ 　]?页(?:[ 　，,/]{0,2}共[ 　]?\d{1,3}[ 　]?页)?|[-—][ 　]?\d{1,3}[ 　]?[-—])"
    r"[ \t　\r]*$",
    re.MULTILINE,
)
_MANY = 3
_LONGEST_TITLE = 40
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
        yield from _turns(text)
        yield from _comments(text)
        yield from _html(document)


def _titles(text: str) -> Iterator[Finding]:
    for match in _BARE_COLLECTION.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        if match.start() - line_start < _LONGEST_TITLE and "。" not in text[line_start : match.start()]:
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
    for match in _TO_READERS.finditer(text):
        if match.start() < done:
            continue
        start = max(text.rfind(mark, 0, match.start()) for mark in "。！？\n") + 1
        ends = [at for at in (text.find(mark, match.end()) for mark in "。！？\n") if at >= 0]
        done = end = min(ends, default=len(text) - 1) + 1
        span = _stripped(text, start, end)
        yield _finding(span, match.group(), "网站写给读者的话", "a site speaking to its readers")


def _quote_marks(text: str) -> Iterator[Finding]:
    if ">" in text or "＞" in text:
        for match in _QUOTE_MARK.finditer(text):
            span = Span(*match.span(1))
            yield _finding(span, match.group(1), "标题前多余的符号", "a stray mark before the heading", fix="")


def _dropped_titles(text: str) -> Iterator[Finding]:
    if "篇" not in text:
        return
    for match in _DROPPED.finditer(text):
        before = text[match.start() - 1 : match.start()]
        glued = (
            before not in ("", "\n", "\r", " ", "　", "》", "”", "（", "(", "【")
            or match.end() - match.start() > _LONG_TITLE
        )
        if glued and match.group().startswith("20") and not _WRITING.search(match.group()):
            yield _finding(Span(*match.span()), match.group(), "混进句子的检索标题", "a search title in the sentence")


def _pages(text: str) -> Iterator[Finding]:
    for match in _PAGE.finditer(text) if "页" in text or "\n-" in text or "\n—" in text else ():
        yield _finding(_stripped(text, *match.span()), match.group().strip(), "页码", "a page number")


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
