"""P205 template-text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from lint_report.chinese.characters import CHINESE
from lint_report.chinese.placeholders import find_placeholders
from lint_report.document import Document
from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.rule import Finding, NoOptions, Rule, Severity
from lint_report.source import Span


def _any(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


_OPEN = r"[（(【\[［〔<＜]"
_CLOSE = r"[）)】\]］〕>＞]"
_INSIDE = r"[^（(【\[［〔<＜）)】\]］〕>＞\n]"
_CONTENT = _any("文字 文本 标题 標題 正文 内容 內容")

# （此处填写主要成绩）, 【请插入图片】
_LEAD = _any(
    "此处 此處 这里 這裡 這裏 请 請 在此 自行 可?根据实际 可?根據實際 可?根据需要 可?根據需要 结合实际 結合實際"
)
_ACTION = _any(
    "填写 填寫 填入 填报 填報 补充 補充 输入 輸入 插入 添加 替换 替換 修改 粘贴 粘貼 附上 写明 寫明 列出 列明"
    " 简述 簡述 概述 省略"
)
_INSTRUCTION = Pattern(
    rf"{_OPEN}(?:(?:{_LEAD}{_INSIDE}{{0,12}}?{_ACTION}{_INSIDE}{{0,40}}|插入{_INSIDE}{{0,6}}[图圖表]片?){_CLOSE}"
    rf"|(?<=[【\[［〔<＜])(?:填写|填寫|填入|填报|填報|输入|輸入|补充|補充){_INSIDE}{{0,10}}[】\]］〕>＞]"
    rf"|(?<=[（(])(?:填[写寫]|[补補]充(?:案例|例子|[数數][据據字]|[内內]容|材料)){_CLOSE})"
)

# 单击此处添加标题, 示例文本
_TO_CLICK = _any("点击 點擊 单击 單擊 双击 雙擊")
_EDIT = _any("编辑 編輯 输入 輸入 添加 填写 填寫 插入")
_CLICK = Pattern(rf"{_TO_CLICK}(?:此[处處]{_EDIT}(?:{_CONTENT}){{0,2}}|{_EDIT}{_CONTENT})")
_CLICK_OR_DOUBLE_CLICK = Pattern(rf"[单單][击擊]或{_CLICK.source}")
_PROMPT = Pattern(
    rf"[请請](?:(?:在此[处處]?)?[输輸]入{_CONTENT}|在(?:此[处處]?|[这這][里裡裏])(?:填[写寫入报報]|[补補]充|插入))"
)
_SAMPLE = Pattern(rf"{_any('示例 占位 样例 樣例')}(?:文本|文字|正文|标题|標題)")
_LATIN_PROMPT = Pattern(r"Click (?:or tap )?here to enter text|L(?i:orem ipsum)|l(?i:orem ipsum)")

# （人数待核实）, 完成情况：待补充
_MISSING = _any("补充? 補充? 填写? 填寫? 填报 填報 核实? 核實? 核对 核對 统计 統計 查实 查實")
_UNDECIDED = _any("定 完善 更新 确认 確認 续 續")
_PENDING = Pattern(
    rf"{_OPEN}(?:{_INSIDE}{{0,20}}?(?<![有尚亟还還仍])待{_MISSING}"
    rf"|(?:[内內]容|[数數][据據字])?待{_UNDECIDED}|未完待[续續]){_CLOSE}"
)
# …，待补充，…: a clause that says nothing else.
_PENDING_CLAUSE = Pattern(r"待(?:[补補]充?|填[写寫]?)(?:(?<=[，；。]..)|(?<=[，；。]...))(?=[，；。])")
_PENDING_LINE = Pattern(rf"待{_MISSING}[。；;]?(?=[ \u3000]*$)", re.MULTILINE)
_LABEL_BEFORE = Pattern(r"(?:[：:]|^|\n)[ \u3000]*$")
_TASK = Pattern(
    r"[TF](?<!\w.)(?:(?<=T)(?:ODO|BD(?![\u4e00-\u9fff]))|(?<=F)IXME)\b(?![.-])"
    r"(?! ?(?:[清列][单單表]|[应應]用|[软軟]|工具|事[项項]|[Ll]ist|[Aa]pp))",
    re.ASCII,
)

# [单位名称], 我叫（姓名）
_SURE_FIELD = _any(
    "姓名 单位名称 部门名称 公司名称 学校名称 單位名稱 部門名稱 公司名稱 學校名稱 [单單]位全[称稱] 公司全[称稱] 年份"
    " 具体(?:数字|数据|时间|金额|日期|地点|内容) 具體(?:數字|數據|時間|金額|日期|地點|內容)"
)
_FIELD = _any(
    f"{_SURE_FIELD} 名字 单位 單位 部门 部門 职务 職務 职位 職位 年度 月份 日期 [地人省市县縣镇鎮乡鄉村]名 名称 名稱"
    " 数字 數字 数据 數據 数值 數值 金额 金額 [联聯][系繫絡][电電][话話] 手[机機][号號][码碼]?"
    " 身[份分][证證][号號字][码碼號]?"
)
_SQUARE_FIELD = Pattern(
    rf"〔(?:{_FIELD}|{CHINESE}{{1,8}}(?:名称|名稱|姓名|单位|單位|部门|部門|日期|时间|時間|地点|地點|金额|金額|数量|數量|人数|人數))〕|\[{_FIELD}\]"
    rf"|［{_FIELD}］|<{_FIELD}>|＜{_FIELD}＞|【{_FIELD}】|\{{{_FIELD}\}}|«{_FIELD}»"
)
_ROUND_FIELD = Pattern(rf"[（(](?<=[叫是由在为為和与與及、，。；].){_SURE_FIELD}[）)](?={CHINESE}|[，。、])")
# 完成投资（具体数字）万元
_FIGURE_FIELD = Pattern(
    r"[（(](?:[具體体]*[数數](?:[字值据據]|[额額量]))[）)](?=[多余餘]?(?:[万萬亿億]|[元人个個项項家户戶件次名座所条條亩畝吨噸倍%％]|公[里頃顷])(?![）)]))"
)
_HASHED_FIELD = Pattern(rf"#{_FIELD}#")
_SQUARE_BRACKETS = "〕]］>＞】}»"
_LABEL_BRACKETS = "【[［〔<＜"
_TITLE_AFTER = Pattern(r"同志|[12][09]|年|关于|關於")

# {{name}}, ${name}, and the groups of a replacement that did not replace ($1.$2)
_VARIABLE = Pattern(
    r"%[a-z_]{2,20}%|\$[a-z_]{2,20}\$|\{\{[^{}\n]{1,40}\}\}|\$\{[^{}\n]{1,40}\}|\{%[^{}\n]{1,40}%\}|<%=?[^<>\n]{1,40}%>|\$1\.?\$2"
)
_WORD_ERROR = Pattern(
    r"[错錯E](?:[误誤][!！] ?(?:未找到引用源|未定义书签|超[链鏈]接引用[无無]效|找不到參照來源|尚未定義書籤)"
    r"|rror! (?:Reference source not found|Bookmark not defined))"
)
_BOXES = Pattern(r"□{2,}")
_HAN_BESIDE = Pattern(CHINESE)

# 二、存在的问题（不少于500字）
_LIMIT = _any("不少于 不少於 不超过 不超過 不得少于 不得少於 控制在 限")
_LENGTH = Pattern(
    rf"[（(](?:字[数數]不限|[^（()）\n]{{0,8}}{_LIMIT}[^（()）\n]{{0,4}}?\d{{2,5}} ?字[^（()）\n]{{0,6}}"
    r"|\d{2,5} ?(?:[-—~～至] ?\d{2,5} ?)?字(?:以[内內]|左右|以上)?)[）)](?=[ \u3000]*[：:]?[ \u3000]*$)",
    re.MULTILINE,
)
_NO_HEADING = Pattern(r"[。，；《]")
_LONGEST_HEADING = 40
_MANY = 3

# Each begins with a set of characters, or in each of its ways with a character, which is what the search is fast by.
_SHAPES = (
    _INSTRUCTION,
    _CLICK_OR_DOUBLE_CLICK,
    _CLICK,
    _PROMPT,
    _SAMPLE,
    _LATIN_PROMPT,
    _PENDING,
    _TASK,
    _VARIABLE,
    _WORD_ERROR,
)


class TemplateText(Rule[NoOptions]):
    """模板里的提示没有替换。 / The text of a template was left in.

    What:
        zh: （此处填写……）、（请补充）、（待核实）、TODO、[单位名称]、{{name}}、□□、“单击此处添加标题”、
            标题后的（不少于500字）、Word留下的“错误！未找到引用源”等写给撰稿人看的文字。
        en: Words meant for the writer, such as （此处填写…）, （待核实）, TODO, [单位名称], {{name}}, □□, a prompt
            to click here, a length asked for after a heading, and the errors that Word leaves where a reference was.
    Why:
        zh: 这些文字是给撰稿人的提示或待办，读者看到说明稿子没有写完。
        en: They tell the writer what to do; a reader who sees them knows that the draft was not finished.
    Bad:
        全年共举办培训12期（参训人数待核实）。
        ---
        我叫（姓名），现任[单位名称]主任。
        ---
        二、存在的问题（不少于500字）
    Good:
        活动方案有待补充完善，具体时间待定。
        ---
        申请人应当在表格中填写姓名、单位名称。
        ---
        是否完成：是□ 否□
        ---
        每人撰写一篇心得体会（不少于1000字），由支部汇总。
    Source:
        公文起草常见疏漏；Microsoft Word 内容控件的提示文字和域错误信息。
    """

    name = "template-text"
    code = "P205"
    severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each such text that holds no placeholder of another rule; one that stands often is yielded once."""
        text = document.text
        taken = [placeholder.span for placeholder in document.once(find_placeholders)]
        found: dict[str, list[Span]] = {}
        end = 0
        for span in sorted(_spans(text)):
            if span.start >= end and not _overlaps_any(span, taken):
                found.setdefault(text[span.start : span.end], []).append(span)
                end = span.end
        for words, spans in found.items():
            if len(spans) > _MANY:
                yield _finding(words, spans[0], tuple(spans))
            else:
                yield from (_finding(words, span) for span in spans)


def _finding(words: str, span: Span, places: tuple[Span, ...] = ()) -> Finding:
    return Finding(
        span,
        Message(
            f"“{words}”是模板里的提示，请填写实际内容或删去",
            f"“{words}” is a prompt of the template: put the real text there or take it out",
        ),
        data={"text": words},
        places=places,
    )


def _overlaps_any(span: Span, others: list[Span]) -> bool:
    at = bisect_left(others, (span.end, 0))
    return at > 0 and others[at - 1].overlaps(span)


def _spans(text: str) -> Iterator[Span]:
    for pattern in _SHAPES:
        yield from (Span(*match.span()) for match in pattern.finditer(text))
    yield from _fields(text)
    if "待" in text:
        yield from _pending_lines(text)
        yield from (Span(*match.span()) for match in _PENDING_CLAUSE.finditer(text))
    if "□□" in text:
        yield from _boxes(text)
    if "字" in text:
        yield from _lengths(text)


def _pending_lines(text: str) -> Iterator[Span]:
    """Yield 待补充 where it is all that stands on a line or after a colon."""
    for match in _PENDING_LINE.finditer(text):
        if _LABEL_BEFORE.search(text[max(0, match.start() - _LONGEST_HEADING) : match.start()]):
            yield Span(*match.span())


def _fields(text: str) -> Iterator[Span]:
    """Yield the names of fields in running text; at the start of a line they are labels (【时间】)."""
    square = any(bracket in text for bracket in _SQUARE_BRACKETS)
    for match in _SQUARE_FIELD.finditer(text) if square else ():
        start = text.rfind("\n", max(0, match.start() - _LONGEST_HEADING), match.start()) + 1
        before = text[max(start, match.start() - _LONGEST_HEADING) : match.start()].lstrip()
        is_label = not before or before[0] in _LABEL_BRACKETS or text[match.start() - 1].isspace()
        if not is_label or _TITLE_AFTER.match(text, match.end()):
            yield Span(*match.span())
    for pattern in (_ROUND_FIELD, _FIGURE_FIELD, _HASHED_FIELD):
        yield from (Span(*match.span()) for match in pattern.finditer(text))


def _boxes(text: str) -> Iterator[Span]:
    """Yield boxes for characters in running text, not those of a form (邮编：□□□□□□)."""
    for match in _BOXES.finditer(text):
        if _HAN_BESIDE.search(text, max(0, match.start() - 1), match.end() + 1):
            yield Span(*match.span())


def _lengths(text: str) -> Iterator[Span]:
    """Yield the length that a template asks for, at the end of a heading."""
    for match in _LENGTH.finditer(text):
        line = text[max(0, match.start() - _LONGEST_HEADING) : match.start()].rpartition("\n")
        if (line[1] or match.start() <= _LONGEST_HEADING) and line[2].strip() and not _NO_HEADING.search(line[2]):
            yield Span(*match.span())
