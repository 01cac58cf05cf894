"""Arithmetic in prose: what holds, what does not, and what nothing is said of."""

from __future__ import annotations

import random
import time

import pytest

from lint_report.chinese.arithmetic import (
    RelationKind,
    find_announced_lists,
    find_mentions,
    find_relations,
)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("应到代表54名，实到53人，参会率98.1%。", RelationKind.RATE, "98.1%"),
        ("應出席委員120人，實際出席114人，出席率95%。", RelationKind.RATE, "95%"),
        ("本次大会应到代表72名，因事请假4名，实到68名，出席率为94.4%。", RelationKind.RATE, "94.4%"),
        ("发放问卷500份，收回480份，回收率96%。", RelationKind.RATE, "96%"),
        ("计划招商引资2亿元，完成1.5亿元，完成率75%。", RelationKind.RATE, "75%"),
        ("共有党员1200名，其中女党员300名，占党员总数的25%。", RelationKind.SHARE, "25%"),
        ("完成投资3.6亿元，占年计划4.5亿元的80%。", RelationKind.SHARE, "80%"),
        ("支出1,437億元，占分配預算數1,556億元之92.35%。", RelationKind.SHARE, "92.35%"),
        ("收到建议45条（农业类20条、教育类15条、交通类10条）。", RelationKind.SUM, "45条"),
        ("扶助1萬5,860件，其中7,532件進行訴訟，其餘8,328件提供諮詢。", RelationKind.SUM, "15860件"),
        ("财政收入达4494万元，比上年增加516万元，增长13%。", RelationKind.GROWTH, "13.0%"),
        ("合作社由12家发展到18家，增加6家。", RelationKind.DIFFERENCE, "6家"),
        ("失業率為8.3%，較6月8.2%提高0.1個百分點。", RelationKind.DIFFERENCE, "0.1个百分点"),
        ("慰问困难户50户，发放慰问金2.5万元，户均500元。", RelationKind.AVERAGE, "500元"),
        ("坚持依法行政、民主决策、公开透明三个原则。", RelationKind.COUNT, "3"),
    ],
)
def test_relations_that_hold(text: str, kind: RelationKind, expected: str) -> None:
    found = [relation for relation in find_relations(text) if relation.kind is kind]
    assert [(relation.expected, relation.holds) for relation in found] == [(expected, True)]


STATED_IN_FULL = (
    "应到代表54名，实到53人，参会率98.1%。",
    "全年共收到代表建议69件，已办结65件，办结率94.2%。",
    "全镇现有人大代表80名，其中妇女代表20名，占代表总数的25%。",
    "完成投资36.5亿元，占年计划45.6亿元的80%。",
    "共抽查27家：其中木材厂13家，加气点2家、修理厂3家、收购点6家、建材厂、煤球厂、塑料厂各1家。",
    "全年共开展活动36次，其中调研12次，检查8次，其余16次为视察。",
    "共办理建议69件、议案3件，合计72件。",
    "贫困发生率由12.3%下降到1.5%，下降10.8个百分点。",
    "发表文章45篇，比去年的30篇增加15篇，增长50%。",
)


def test_one_wrong_figure_is_found_nineteen_times_in_twenty() -> None:
    """Changes the leading digit of a figure by two or more, which no rounding hides."""
    choose = random.Random(1)  # noqa: S311  # not for secrets
    made = found = 0
    for text in STATED_IN_FULL:
        assert all(relation.holds for relation in find_relations(text))
        figures = {figure for relation in find_relations(text) for figure in (relation.stated, *relation.figures)}
        for figure in sorted(figures):
            for _ in range(5):
                digit = choose.choice([digit for digit in "123456789" if abs(int(digit) - int(figure[0])) > 1])
                wrong = text.replace(figure, digit + figure[1:], 1)
                made += 1
                found += any(not relation.holds for relation in find_relations(wrong))
    assert made > 100
    assert found >= 0.95 * made


def test_lists_over_paragraphs_and_the_number_before_them() -> None:
    text = "处理好三个方面的关系：一是与党委的关系。\n二是与政府的关系。\n三是与代表的关系。"
    (relation,) = find_announced_lists(text)
    assert relation.holds
    assert text[relation.span.start : relation.span.end] == "三个方面的关系"


def test_amounts_in_two_magnitudes() -> None:
    (relation,) = find_mentions("一般公共预算收入达3.25亿元。一般公共预算收入3.25万元。")
    assert (relation.stated, relation.expected, relation.holds) == ("3.25万元", "3.25亿元", False)


@pytest.mark.parametrize(
    "piece",
    [
        *("1个、", "其中1个", "1个：", "1个（", "合计1个、", "占1%", "由1%到2%，提高1%，", "应到1人，实到1人，率1%，"),
        *("三个方面：一是", "、三个", "收入总量为6.25万元", "赞成1票，到会1人，", "1:", "一"),
    ],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    start = time.process_time()
    for find in (find_relations, find_announced_lists, find_mentions):
        for _ in find(text):
            pass
    assert time.process_time() - start < 3
