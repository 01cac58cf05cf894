"""R402 repeated-text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import itemgetter

from lint_report.chinese.characters import CHINESE
from lint_report.document import Document, Report
from lint_report.messages import Message
from lint_report.outline.annexes import annex_start
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple, dataclass, field
from lint_report.rule import Finding, Rule
from lint_report.source import Span

_BETWEEN_CLAUSES = Pattern(r"([，。；：！？、\s,;:!?.（）()“”\"‘’《》「」『』]+)")
_LINE_END = Pattern("\n")
_SPACE = Pattern(r"\s+")
_HAN = Pattern(CHINESE)
# What every report of its day says in the same words: guiding thought, congresses, party and government titles.
_SLOGAN = Pattern(
    "思想|主义|主義|精神|旗帜|旗幟|决策部署|科学发展观|坚强领导|总基调|四个意识|四个自信|两个维护"
    "|新篇章|新发展[阶理格]|结构性改革|高质量发展|美好生活|中国梦|宗教|治边|重要[指原讲]|战略布局|小康社会|走?在.{0,8}前列"
)
# Statutes are quoted in the same words each time.
_STATUTE = Pattern("第[一二三四五六七八九十百零0-9]{1,4}[条條款項项]|不在此限|查證屬實|定之|之辦法")
_NUMBER = Pattern(r"\d+")
_MARKUP = Pattern(r"[<>|\t]")  # what was a table or a web page repeats itself by its nature
# An index of a plan: the same target may be set again, and may be what was reached the year before.
_TARGET = Pattern(
    r"控制在|目标任务|[长长加降高升达至]到?了?\d[\d.]*(?:[%％‰]|个百分点)|[重率]达?\d[\d.]*[%％]|[分别].{0,2}\d[\d.]*[%％]"
)
_LONGEST_TARGET = 80
_LONGEST_REFRAIN = 120
# 责任单位：…: the fields of a list of tasks.
_FIELD = Pattern(r"\s{0,8}(?:责任|牵头|配合|主办|协办|承办|主管|分管|實施|实施|督办)[^：:，。]{0,4}[：:][^。]*")
_ENTRY = Pattern(r"[ \u3000]{0,8}(?:\[?\d{1,3}\]?[ ]?[.．、]?|〇|[“\"])[ ]?[“\"]?[^，。：:]{2,24}[：:]")
_BETWEEN_COPIES = Pattern(
    r"[。；！？，.;!?,\s\u3000”’」』》）)]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．是]|[“‘「『《（(])?\s*"
)
_SENTENCE_ENDS = "。！？；!?;\n"
_SHORTEST_CLAUSE = 5
_SHORTEST_SENTENCE = 20
# What stands twice with nothing between needs no length to be a slip; a rhetorical 再苦再难，再苦再难 is shorter.
_SHORTEST_AT_ONCE = 10
# As many characters of a whole paragraph are pasted twice, be they slogans or statutes.
_PASTED = 80
_ALIKE = 90
# Paragraphs that differ in some of their figures are one and the same only if all else agrees.
_ALIKE_BUT_FOR_FIGURES = 94
_FEWEST_FIGURES = 3
_LONGEST_NUMBER = 8
_SAME = 100
_AROUND = 200


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the rule."""

    minimum: int = field(
        default=60,
        metadata={
            "zh": "不足一整句的相同文字，至少多少字才报（整句相同的，20 字即报）",
            "en": "characters from which a like stretch counts that is no whole sentence (a whole one counts from 20)",
        },
    )


class _Clauses(NamedTuple):
    """The clauses of a report.

    Attributes:
        texts: What they say; the first and the last may be empty.
        starts: Where they begin.
        repeated: Which of them say what another one does, in the order in which they stand; short ones left out.
    """

    texts: Sequence[str]
    starts: Sequence[int]
    repeated: Sequence[int]

    def span(self, first: int, last: int) -> Span:
        """Give the stretch from one clause to another."""
        return Span(self.starts[first], self.starts[last] + len(self.texts[last]))


class _Run(NamedTuple):
    """Clauses `first` to `last` that stand, in the same order, at `earlier_first` to `earlier_last` too."""

    earlier_first: int
    earlier_last: int
    first: int
    last: int


class RepeatedText(Rule[Options]):
    """同一句话或同一段话写了两遍。 / A sentence or paragraph that stands twice.

    What:
        zh: 同一篇报告里，整句、整段或一大段文字出现两次，一字不差或只差几个字；口号、固定提法和法条除外。
        en: A sentence, a paragraph or a longer stretch that stands twice in one report, word for word or nearly so;
            slogans, set phrases and statutes may recur.
    Why:
        zh: 多半是粘贴时贴了两遍，或从别处搬来的段落忘了删去原有的一份。
        en: It was pasted twice, or a passage was brought in and the one that it replaces was left.
    Bad:
        一、工作情况

        全年新修农村公路12公里，改造危桥3座，群众出行条件明显改善。组织培训班6期。

        全年新修农村公路12公里，改造危桥3座，群众出行条件明显改善。
    Good:
        一、工作情况

        上半年新修农村公路12公里，改造危桥3座，群众出行条件明显改善。

        下半年将新修农村公路8公里，改造危桥2座，进一步改善群众出行条件。
    Source:
        Duplicated paragraphs in published reports; GB/T 15834 has no bearing.
    """

    name = "repeated-text"
    code = "R402"
    options_type = Options

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each stretch that stands before in the same report, at its later place."""
        for report in document.reports:
            clauses = _read_clauses(document.text, report)
            if not clauses.repeated:
                continue
            headings = [section.heading.span for section in report.walk()]
            found: list[Span] = []
            annex = annex_start(document.text, report)
            for run in _find_runs(clauses):
                if annex <= clauses.span(run.first, run.last).start:
                    break
                finding = self._judge(document, report, clauses, run)
                if finding and (
                    _follows_at_once(document.text, *finding.places) or not _is_held(finding.span, headings)
                ):
                    found.append(finding.span)
                    yield finding
            for finding in _near_repetitions(document, report, clauses, sorted(found)):
                if not _is_held(finding.span, headings) and finding.span.start < annex:
                    yield finding

    def _judge(self, document: Document, report: Report, clauses: _Clauses, run: _Run) -> Finding | None:
        text = document.text
        earlier = clauses.span(run.earlier_first, run.earlier_last)
        later = clauses.span(run.first, run.last)
        size = sum(map(len, clauses.texts[run.first : run.last + 1]))
        title = report.title_span  # that a page names it twice is another rule's finding
        at_once = _follows_at_once(text, earlier, later) and not (title and title.overlaps(earlier))
        whole = _is_whole(text, earlier, report) and _is_whole(text, later, report)
        shortest = _SHORTEST_AT_ONCE if at_once else _SHORTEST_SENTENCE
        if size < (min(shortest, self.options.minimum) if whole else self.options.minimum):
            return None
        around = text[max(later.start - _AROUND, report.span.start) : later.end + _AROUND]
        pasted = at_once or (size >= _PASTED and _is_paragraph(text, earlier) and _is_paragraph(text, later))
        lines = _whole_lines(text, later)
        if _MARKUP.search(lines if pasted else around) or _is_label(text, later):
            return None
        if _is_refrain(text[later.start : later.end], size) and not pasted:
            return None
        explains = _ENTRY.match(lines) is not None and lines.strip() != _whole_lines(text, earlier).strip()
        fields = all(_FIELD.fullmatch(line) for line in lines.split("\n") if line.strip())
        target = size < _LONGEST_TARGET and not at_once and _TARGET.search(text, *later)
        if explains or fields or (target and not _is_sentence(text, later, report)):
            return None
        earlier, later = _widen(text, earlier, later, report.span.start)
        return _finding(document, earlier, later, alike=_SAME)


def _follows_at_once(text: str, earlier: Span, later: Span) -> bool:
    """Tell whether nothing but marks, a line end and a number stand between a stretch and its repetition."""
    between = later.start - earlier.end <= _LONGEST_NUMBER
    return between and _BETWEEN_COPIES.fullmatch(text[earlier.end : later.start]) is not None


def _is_paragraph(text: str, span: Span) -> bool:
    """Tell whether a stretch is all of its line, but for marks and a number."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    rest = (end if end >= 0 else len(text)) - span.end
    return (
        span.start - start <= _LONGEST_NUMBER and rest <= _SHORTEST_CLAUSE and "\n" not in text[span.start : span.end]
    )


def _whole_lines(text: str, span: Span) -> str:
    end = text.find("\n", span.end)
    return text[text.rfind("\n", 0, span.start) + 1 : end if end >= 0 else len(text)]


def _is_sentence(text: str, span: Span, report: Report) -> bool:
    """Tell whether a stretch stands between full stops, and not as one of several targets between semicolons."""
    before = text[max(report.span.start, span.start - 1) : span.start]
    return before in ("", "\n", "。") and text[span.end : span.end + 1] in ("", "\n", "。")


def _is_held(span: Span, headings: Sequence[Span]) -> bool:
    """Tell whether one of some headings, which are in order and apart, holds a stretch."""
    at = bisect_right(headings, span.start, key=_span_start) - 1
    return at >= 0 and headings[at].holds(span)


def _span_start(span: Span) -> int:
    return span.start


def _read_clauses(text: str, report: Report) -> _Clauses:
    pieces = _BETWEEN_CLAUSES.compiled.split(text[slice(*report.span)])
    texts = pieces[::2]
    more = {clause for clause, count in Counter(texts).items() if count > 1 and len(clause) >= _SHORTEST_CLAUSE}
    if not more:
        return _Clauses((), (), ())
    starts = [*accumulate(map(len, pieces[:-1]), initial=report.span.start)][::2]
    return _Clauses(texts, starts, [at for at, clause in enumerate(texts) if clause in more])


def _find_runs(clauses: _Clauses) -> Iterator[_Run]:
    """Yield stretches of clauses that stand before in the same order; each clause is looked at once."""
    texts = clauses.texts
    seen: dict[str, int] = {}
    done = -1
    for at in clauses.repeated:
        earlier = seen.get(texts[at])
        if earlier is not None and at > done:
            run = _run(texts, earlier, at, done)
            done = run.last
            yield run
        seen[texts[at]] = at


def _run(texts: Sequence[str], earlier: int, at: int, done: int) -> _Run:
    """Give the run that begins with two like clauses.

    The clauses before them belong to it that are alike as well, though too short to begin one.
    """
    back = 0
    while earlier - back > 0 and at - back - 1 > max(done, earlier):
        if texts[earlier - back - 1] != texts[at - back - 1]:
            break
        back += 1
    ahead = 0
    while earlier + ahead + 1 < at - back and at + ahead + 1 < len(texts):
        if texts[earlier + ahead + 1] != texts[at + ahead + 1]:
            break
        ahead += 1
    return _Run(earlier - back, earlier + ahead, at - back, at + ahead)


def _is_whole(text: str, span: Span, report: Report) -> bool:
    """Tell whether a stretch begins and ends where sentences do."""
    start = span.start
    while start > report.span.start and text[start - 1] in " \u3000\t\r“”‘’「」（(":
        start -= 1
    begins = start == report.span.start or text[start - 1] in _SENTENCE_ENDS or _is_stop(text, start - 1)
    end = span.end
    while end < report.span.end and text[end] in "”’」』》）)":
        end += 1
    return begins and (end >= report.span.end or text[end] in _SENTENCE_ENDS or _is_stop(text, end))


def _is_stop(text: str, at: int) -> bool:
    """Tell whether a dot is the full stop of half-width text."""
    return text[at] == "." and at > 0 and _HAN.match(text, at - 1) is not None


def _is_refrain(text: str, size: int) -> bool:
    """Tell whether a like stretch is one that may recur: mostly slogans, or a statute."""
    slogans = sum(1 for _ in _SLOGAN.finditer(text)) * 20
    return (size < _LONGEST_REFRAIN and slogans * 2 >= size) or bool(_STATUTE.search(text))


def _is_label(text: str, span: Span) -> bool:
    """Tell whether a stretch is all of a line that leads to what follows, under one heading as under another."""
    line_start = text.rfind("\n", max(0, span.start - _LONGEST_NUMBER), span.start) + 1
    number = text[line_start : span.start]
    return (
        text[span.end : span.end + 1] in ("：", ":")
        and text[span.end + 1 : span.end + 2] in ("", "\n", "\r")
        and len(number) < _LONGEST_NUMBER
        and "。" not in number
        and "\n" not in text[span.start : span.end]
    )


def _widen(text: str, earlier: Span, later: Span, limit: int) -> tuple[Span, Span]:
    """Widen a like pair to the left as far as the characters agree (a title may be glued to the first clause)."""
    back = 0
    while (
        earlier.start - back - 1 >= limit
        and later.start - back - 1 >= earlier.end
        and text[earlier.start - back - 1] == text[later.start - back - 1]
        and text[later.start - back - 1] not in "\n\r"
    ):
        back += 1
    return Span(earlier.start - back, earlier.end), Span(later.start - back, later.end)


def _near_repetitions(
    document: Document, report: Report, clauses: _Clauses, known: Sequence[Span]
) -> Iterator[Finding]:
    """Yield paragraphs that are nearly an earlier one: those that share half of their clauses are compared whole."""
    breaks = (match.end() for match in _LINE_END.finditer(document.text, *report.span))
    lines = [report.span.start, *breaks]
    shared: defaultdict[int, Counter[int]] = defaultdict(Counter)
    seen: dict[str, int] = {}
    for at in clauses.repeated:
        clause, start = clauses.texts[at], clauses.starts[at]
        before = seen.get(clause)
        seen[clause] = start
        if before is not None:
            line, other_line = (lines[bisect_right(lines, place) - 1] for place in (start, before))
            if line != other_line:
                shared[line][other_line] += len(clause)
    reached = list(accumulate((span.end for span in known), max))  # by all known stretches up to one
    for line, others in shared.items():
        other_line, common = max(others.items(), key=itemgetter(1))
        if common < _SHORTEST_SENTENCE:
            continue
        later, earlier_span = (_line_span(document.text, clauses, start) for start in (line, other_line))
        size = later.end - later.start
        if size < _SHORTEST_SENTENCE * 2 or common * 2 < size:
            continue
        behind = bisect_left(known, later.end, key=_span_start)
        if behind and reached[behind - 1] > later.start:
            continue
        if _MARKUP.search(document.text, later.start, later.end):
            continue
        alike = _alike(document.text, earlier_span, later)
        if (
            alike >= _ALIKE
            and not _MARKUP.search(document.text, *later)
            and (size >= _PASTED or not _is_refrain(document.text[later.start : later.end], size))
        ):
            yield _finding(document, earlier_span, later, alike=alike)


def _line_span(text: str, clauses: _Clauses, start: int) -> Span:
    """Give the stretch from the first to the last clause that begins on a line."""
    line_end = text.find("\n", start)
    first = bisect_left(clauses.starts, start)
    behind = bisect_left(clauses.starts, line_end if line_end >= 0 else len(text))
    return clauses.span(first, behind - 1)


def _alike(text: str, one: Span, other: Span) -> int:
    from rapidfuzz import fuzz

    first, second = (_SPACE.sub("", text[span.start : span.end]) for span in (one, other))
    alike = int(fuzz.ratio(first, second))
    if _numbers(first) == _numbers(second):
        return alike
    return alike if alike >= _ALIKE_BUT_FOR_FIGURES and _share_figures(first, second) else 0


def _share_figures(first: str, second: str) -> bool:
    """Tell whether two paragraphs differ in a few of many figures: the same said of other figures is no repetition."""
    numbers, others = Counter(_numbers(first)), Counter(_numbers(second))
    shared = sum((numbers & others).values())
    return shared >= _FEWEST_FIGURES and shared * 3 >= 2 * max(numbers.total(), others.total())


def _numbers(text: str) -> list[str]:
    return [match.group() for match in _NUMBER.finditer(text)]


def _finding(document: Document, earlier: Span, later: Span, *, alike: int) -> Finding:
    line = document.position(earlier.start).line
    zh = "重复" if alike == _SAME else "几乎相同"
    en = "repeats" if alike == _SAME else "is nearly the same as"
    return Finding(
        later,
        Message(
            f"这段文字与第 {line} 行{zh}，请删去一处或改写",
            f"this text {en} that of line {line}: remove or rewrite one of them",
        ),
        data={"first_line": line, "alike": alike},
        places=(earlier, later),
    )
