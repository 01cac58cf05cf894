"""What makes up a hundred, and averages: 三次产业比例24.9∶28.2∶46.9; 120名学生、助学金24万元，人均2000元."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lint_report.chinese.arithmetic.relation import HUNDRED, Relation, RelationKind, gives, plain, quotient, show
from lint_report.chinese.arithmetic.statement import Statement
from lint_report.patterns import Pattern
from lint_report.source import Span

_RATIO = Pattern(
    r"(?<![\d.:：∶])(\d{1,2}(?:\.\d{1,2})?)\s?[:：∶]\s?(\d{1,2}(?:\.\d{1,2})?)\s?[:：∶]\s?(\d{1,2}(?:\.\d{1,2})?)(?![\d.:：∶%])"
)
_HALF = Decimal(50)
_INDUSTRIES = Pattern("产业|產業|三产|三產")
_PER_HEAD = Pattern(
    r"^[^，。；：0-9]{0,6}，(?:(?P<person>人均|每人平均|平均每人|每人)|(?P<household>户均|平均每户|每户))(?:发放|补助|救助|资助|补贴|投入)?(?:了|为|达)?$"
)
_SPENT = Pattern(r"发放|资助|救助|补助|补贴|慰问|奖励|捐助|捐赠|帮扶|分红")
_HEADS = frozenset("人名位")


def find_compositions(statement: Statement) -> Iterator[Relation]:
    """Yield the shares of the three industries, which make up a hundred."""
    text = statement.text
    for match in _RATIO.finditer(text, statement.start, statement.end):
        if _INDUSTRIES.search(text, max(statement.start, match.start() - 40), match.start()) is None:
            continue
        shares = [Decimal(share) for share in match.groups()]
        if sum(shares) < _HALF:  # 1∶2∶3 is a proportion
            continue
        slack = sum((Decimal(1).scaleb(int(share.as_tuple().exponent)) / 2 for share in shares), Decimal(0))
        yield Relation(
            kind=RelationKind.SUM,
            span=Span(*match.span()),
            figures=match.groups(),
            stated=match.group(),
            expected="100",
            working=f"{'+'.join(match.groups())}={plain(sum(shares, Decimal(0)))}",
            holds=abs(sum(shares) - HUNDRED) <= slack,
        )


def find_averages(statement: Statement) -> Iterator[Relation]:
    """Yield the amounts a head of what was spent on a stated number of people or households."""
    quantities, gaps = statement.quantities, statement.gaps
    for at in range(2, len(quantities)):
        match = _PER_HEAD.match(gaps[at])
        if match is None or quantities[at].unit != "元":
            continue
        pair = quantities[at - 2 : at]
        wanted = {"户"} if match["household"] else _HEADS
        heads = next((each for each in pair if each.unit in wanted), None)
        amount = next((each for each in pair if each.unit == "元"), None)
        if heads is None or amount is None or not heads.value or _SPENT.search("".join(gaps[at - 2 : at])) is None:
            continue
        stated = quantities[at]
        expected = show(amount.value / heads.value, stated)
        words = statement.words(amount), statement.words(heads)
        yield Relation(
            kind=RelationKind.AVERAGE,
            span=stated.span,
            figures=words,
            stated=statement.words(stated),
            expected=expected,
            working=f"{words[0]}÷{words[1]}={expected}",
            holds=gives(quotient(amount.bounds(), heads.bounds(), Decimal(1)), stated),
        )
