"""What headings, passages and reports are told to be for."""

from __future__ import annotations

import pytest

from lint_report.chinese.folding import fold
from lint_report.chinese.script import tell_script
from lint_report.document import Document, Kind, Part, Script, Section
from lint_report.outline import read_outline
from lint_report.outline.kinds import tell_kind
from lint_report.outline.lexicon import Lexicon, shipped_lexicon
from lint_report.outline.phrases import phrase_reader
from lint_report.outline.titles import title_reader
from lint_report.readers import read_source

LEXICON = shipped_lexicon()
TITLES = title_reader(LEXICON)
PHRASES = phrase_reader(LEXICON)


def read(text: str) -> Document:
    return read_outline(read_source(text.encode(), "draft.txt"))


def top(text: str) -> dict[str, str]:
    (report,) = read(text).reports
    return {section.heading.title: parts_of(section) for section in report.sections}


def parts_of(section: Section) -> str:
    return "+".join(sorted(section.parts))


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("2023年工作回顾", "achievements"),
        ("过去五年的工作", "achievements"),
        ("主要做法和取得的成效", "achievements"),
        ("年度目标任务完成情况", "achievements"),
        ("一年來的重要施政成果", "achievements"),
        ("101年度施政計畫執行情形", "achievements"),
        ("存在的主要问题", "shortcomings"),
        ("工作中的困难和不足", "shortcomings"),
        ("问题及原因分析", "shortcomings"),
        ("正视差距，查找不足", "shortcomings"),
        ("薄弱环节", "shortcomings"),
        ("面臨的問題與檢討", "shortcomings"),
        ("工作中的經驗和存在的缺失", "shortcomings"),
        ("下半年工作打算", "next-steps"),
        ("2024年工作安排", "next-steps"),
        ("今后努力方向", "next-steps"),
        ("改进措施", "next-steps"),
        ("关于进一步加强队伍建设的建议", "next-steps"),
        ("扎实做好2024年工作", "next-steps"),
        ("未來工作重點", "next-steps"),
        ("102年度施政計畫重點及預期績效", "next-steps"),
        ("存在的不足和下一步工作计划", "next-steps+shortcomings"),
        ("存在问题及整改措施", "next-steps+shortcomings"),
        ("工作總結與未來展望", "achievements+next-steps"),
        ("主要成绩、存在问题和下步打算", "achievements+next-steps+shortcomings"),
        ("主要经验和存在问题", "shortcomings"),
        ("前言", "introduction"),
        ("結語", "closing"),
    ],
)
def test_heading_names_its_parts(title: str, parts: str) -> None:
    assert "+".join(sorted(TITLES.read(title).parts)) == parts


@pytest.mark.parametrize(
    "title",
    [
        "着力补短板，城乡面貌焕然一新",
        "救助困难群众，兜牢民生底线",
        "切实解决群众反映强烈的突出问题",
        "有效化解停车难问题",
        "直面改革中存在的突出问题，深化机制创新",
        "关于农业增产的几个问题",
        "高度重视“三农”问题",
        "强化措施，落实责任",
        "突出工作重点",
        "圆满完成目标任务",
        "点子不多，不能向领导提出合理化的建议",
        "认真督办代表的建议",
        "檢討修正服務契約",
        "改善偏鄉醫療環境",
        "協助解決就業之困難",
        "推動公共運輸，改善環境品質",
        "组织例会，成功召开了六次会议",
    ],
)
def test_heading_that_reports_a_measure_names_no_part(title: str) -> None:
    assert TITLES.read(title).parts == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "我们也清醒地看到，全县发展还不平衡，创新能力不强。",
        "在肯定成绩的同时，也要看到工作中的不足：一是调研不够深入。",
        "一年来的工作取得了一定成绩，但与上级要求相比还有一定差距。",
        "但仍存在诸多不足，如宣传力度有待加大。",
        "回顾过去，自己在业务上还不够熟练。",
        "存在的主要问题是：经费紧张，人手偏少。",
        "全县基础设施滞后；财源单一；人才匮乏；干部作风不实。",
        "但由于经验欠缺，处理问题还不是很成熟，给工作带来一些损失。",
        "我們也清楚認識到，本鄉財源仍存在不少困難，基層人力不足。",
        "發展中的矛盾依然突出，还有许多不尽如人意的地方。",
    ],
)
def test_passage_that_owns_faults(text: str) -> None:
    assert PHRASES.faults(fold(text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "针对排查中发现的问题，逐项整改，全部销号。",
        "暗访中发现部分商户还存在占道经营等问题，已责令限期整改。",
        "代表们指出，垃圾清运还存在不及时的问题，意见已交办。",
        "全镇没有发生一起安全事故，隐患问题得到有效解决。",
        "加大投入补短板，救助困难群众320人次。",
        "我们必须清醒地认识到，新技术必将成为发展的动力。",
        "财政收入增长8.2%，城镇新增就业3200人。",
    ],
)
def test_passage_about_other_problems(text: str) -> None:
    assert PHRASES.faults(fold(text)) is None


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("下半年，我镇将加快道路改造，完善管护制度。", 2),
        ("下一步，重点抓好粮食收购，新建仓库2座，培训农民300人。", 3),
        ("今后，我将认真总结经验，吸取教训，努力成为一名优秀的干部。", 0),
        ("今后的工作中，我将加强学习，提高工作水平，不辜负组织的期望。", 0),
        ("今後，本所將擴大服務據點，建立通報機制。", 2),
        ("展望未来，我们信心百倍。让我们团结起来，加快发展步伐，完善各项制度！", 0),
    ],
)
def test_measures_after_a_time_to_come(text: str, measures: int) -> None:
    plan = PHRASES.plan(fold(text))
    assert plan is not None
    assert plan.measures == measures


@pytest.mark.parametrize(
    "text",
    [
        "为下半年工作打下了坚实基础。",
        "现将上半年工作情况和下半年打算汇报如下。",
        "全年共召开会议12次，完成了今后三年的规划编制。",
    ],
)
def test_time_to_come_that_opens_no_plan(text: str) -> None:
    plan = PHRASES.plan(fold(text))
    assert plan is None or plan.measures == 0


def test_plain_headings_of_a_summary_are_its_achievements() -> None:
    text = """镇人大上半年工作总结

一、组织例会，依法履职
3月，召开了镇人大第五次会议，听取和审议了三个报告。
二、密切联系，服务群众
组织代表走访选民260人次，收集意见38条。
三、存在的不足
一是学习不够；二是调研不深。
四、下半年打算
组织一次集中视察，办好三期培训班。
"""
    assert list(top(text).values()) == ["achievements", "achievements", "shortcomings", "next-steps"]


def test_everything_after_the_heading_of_a_plan_is_plan() -> None:
    text = """政府工作报告

各位代表：
现在，我代表县人民政府，向大会报告工作，请予审议。
一、2022年工作回顾
过去一年，全县经济平稳增长，完成了各项任务。
二、2023年工作安排
今年要坚持稳中求进。
三、推进乡村振兴，取得新成效
建设高标准农田2万亩。
四、加强政府自身建设
推进依法行政。
名词解释
高标准农田：指集中连片、设施配套的农田。
"""
    assert list(top(text).values()) == ["achievements", "next-steps", "next-steps", "next-steps", ""]


def test_work_of_a_year_is_a_review_or_a_plan_as_the_year_is() -> None:
    text = """镇2023年工作总结

一、2023年主要工作
完成了村道硬化12公里，新建水渠3条。
二、存在问题
资金不足，人手偏少。
三、2024年重点工作
硬化村道8公里，新建水渠2条。
"""
    assert list(top(text).values()) == ["achievements", "shortcomings", "next-steps"]


def test_headings_of_a_plan_are_next_steps() -> None:
    text = """2024年农技站工作计划

一、抓好粮食生产
推广良种5000亩。
二、抓好技术培训
举办培训班6期。
"""
    assert list(top(text).values()) == ["next-steps", "next-steps"]


def test_subsections_inherit_unless_they_name_a_part() -> None:
    text = """街道办事处2023年工作总结

一、党建工作
（一）主要做法
开展了主题党日12次。
（二）存在问题
流动党员管理不够到位。
"""
    (report,) = read(text).reports
    (section,) = report.sections
    assert [parts_of(section), *map(parts_of, section.sections)] == ["achievements", "achievements", "shortcomings"]


def test_list_under_a_lead_in_serves_what_it_leads_in() -> None:
    text = """镇安全生产上半年工作总结

上半年，我镇在县委的领导下开展了安全检查，排查企业120家。
我们组织了三次培训，参加人员300人次，发放资料2000份，整改隐患65处。
在取得成绩的同时，工作中还存在许多不足之处，主要表现在：
1.宣传教育的广度还有待加强。
2.打击力度不足，部门合力没有形成。
下一步，我镇将重点做好以下工作：
1.扩大宣传覆盖面，每月开展一次宣讲。
2.建立联合执法机制，每季度检查一次。
"""
    (report,) = read(text).reports
    assert [parts_of(section) for section in report.sections] == ["shortcomings"] * 2 + ["next-steps"] * 2


@pytest.mark.parametrize(
    ("closing", "part"),
    [
        ("桥头镇将继续抓好代表之家建设，常态化开展接待活动，梳理群众诉求，着力解决饮水难题。", Part.NEXT_STEPS),
        ("努力方向：一是加强理论学习；二是多下村入户；三是改进文风。", Part.NEXT_STEPS),
        ("在今后的工作中，我将一是多学政策；二是多跑村组；三是多办实事。", Part.NEXT_STEPS),
        ("今后，我将再接再厉，努力工作，做出新的贡献。", Part.CLOSING),
    ],
)
def test_last_paragraph_is_a_plan_only_with_measures(closing: str, part: Part) -> None:
    text = f"""镇人大主席团上半年工作总结

今年上半年，镇人大主席团在县人大的指导下，认真履行职责。
3月5日，组织代表视察了农田水利建设，提出建议12条。
5月8日，组织代表评议了卫生院工作，测评满意率达到96%。
{closing}
"""
    (report,) = read(text).reports
    assert {passage.part for passage in report.passages} == {Part.INTRODUCTION, Part.ACHIEVEMENTS, part}


def test_resolution_after_the_last_shortcoming_makes_no_plan_of_it() -> None:
    text = """2023年个人工作总结

一、全年工作
完成了档案整理和信访接待，没有出现差错。
二、缺点和不足
1、工作标准不高。有时满足于完成任务。
2、办法不多，不能向领导提出合理化的建议。
今后的工作中，我将认真总结经验，克服不足，努力成为一名合格的干部。
"""
    (report,) = read(text).reports
    assert [parts_of(section) for section in report.sections[1].sections] == ["shortcomings", "shortcomings"]
    assert {passage.part for passage in report.passages} == {Part.CLOSING}


def test_passages_lie_where_they_stand() -> None:
    text = """2023年工作总结

一、全年工作
完成了办公楼维修。我们也清醒地看到，工作中还有不少不足。下一步，将完善考勤制度，每月培训一次骨干，加强档案管理。
"""
    document = read(text)
    (report,) = document.reports
    found = {passage.part: text[passage.span.start : passage.span.end] for passage in report.passages}
    assert found == {
        Part.SHORTCOMINGS: "我们也清醒地看到，工作中还有不少不足。",
        Part.NEXT_STEPS: "下一步，将完善考勤制度，每月培训一次骨干，加强档案管理。",
    }


def test_prospects_of_a_government_report_own_what_falls_short() -> None:
    text = (
        "政府工作报告\n各位代表：\n现在，我代表镇人民政府向大会报告工作。\n一、2023年工作回顾\n完成造林1200亩，修路36公里。\n"
        "二、2024年工作安排\n从我镇发展看，经济总量不大、产业结构不优、创新能力不强，公共服务与群众期待还有差距。\n"
        "抓好以下工作：\n（一）壮大产业。新建厂房6万平方米，引进企业8家。"
    )
    (report,) = read(text).reports
    assert report.kind is Kind.GOVERNMENT_REPORT
    assert [type(found).__name__ for found in report.serving(Part.SHORTCOMINGS)] == ["Passage"]


def test_label_of_its_own_names_the_plan_of_a_government_report() -> None:
    def served(line: str) -> set[Part]:
        (report,) = read(
            f"二〇二五年財政年度施政報告\n\n過去一年，經濟穩步復甦，民生持續改善。\n\n{line}\n\n完善統籌機制。\n"
        ).reports
        return {passage.part for passage in report.passages}

    assert Part.NEXT_STEPS in served("2025年特區政府施政重點：")
    assert Part.NEXT_STEPS not in served("施政重點：上年各項重點工程已經完成。")


def test_measures_after_the_aims_are_the_plan_of_a_government_report() -> None:
    measures = (
        "加快建设产业园区，大力培育骨干企业，着力改造老旧小区，推进农村道路建设，完善社会保障体系，强化安全生产监管。"
    )
    text = (
        "政府工作报告\n各位代表：\n现在，我代表镇人民政府向大会报告工作。\n过去一年，完成造林1200亩，修路36公里，取得了新的成绩。\n"
        "今年工作的总体要求是：坚持稳中求进，突出重点。\n"
        + "\n".join(f"{name}。{measures}" for name in ("做强产业", "改善民生", "维护稳定"))
    )
    (report,) = read(text).reports
    assert any(True for _ in report.serving(Part.NEXT_STEPS))
    without = text[: text.index("今年工作")]
    (report,) = read(without).reports
    assert not any(True for _ in report.serving(Part.NEXT_STEPS))


def test_heading_of_the_work_of_one_year_and_the_aims_of_the_next() -> None:
    assert TITLES.read(fold("2023年的工作和2024年的奋斗目标")).parts == {Part.ACHIEVEMENTS, Part.NEXT_STEPS}
    assert TITLES.read(fold("2024年的工作和奋斗目标")).parts == {Part.NEXT_STEPS}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("教育局上半年工作总结", Kind.HALF_YEAR_SUMMARY),
        ("上半年人大工作总结及下半年计划篇二", Kind.HALF_YEAR_SUMMARY),
        ("2023年度工作总结", Kind.ANNUAL_SUMMARY),
        ("2023年工作情况和2024年工作安排", Kind.ANNUAL_SUMMARY),
        ("农業技術推廣工作總結", Kind.WORK_SUMMARY),
        ("2024年工作计划", Kind.PLAN),
        ("2024年重点工作安排", Kind.PLAN),
        ("个人述职述廉报告", Kind.DUTY_REPORT),
        ("县人大常委会工作报告", Kind.CONGRESS_REPORT),
        ("镇人大工作总结", Kind.CONGRESS_REPORT),
        ("政府工作报告", Kind.GOVERNMENT_REPORT),
        ("行政長官施政報告", Kind.GOVERNMENT_REPORT),
        ("關於102年度預算案業務報告", Kind.OTHER),
        ("在全县农村工作会议上的讲话", Kind.OTHER),
        ("关于开展安全检查的通知", Kind.OTHER),
        ("学习心得体会", Kind.OTHER),
    ],
)
def test_kind_by_title(title: str, kind: Kind) -> None:
    assert tell_kind(title, fold(title), LEXICON) is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。", Kind.GOVERNMENT_REPORT),
        ("各位领导：\n本人任职以来，在党委的领导下恪尽职守。现向同志们述职。", Kind.DUTY_REPORT),
        ("半年来，我镇人大在县人大的精心指导下，认真履职，现将情况汇报如下：", Kind.CONGRESS_REPORT),
        ("今年上半年，我局在县委的正确领导下，完成了各项任务。", Kind.HALF_YEAR_SUMMARY),
        ("回顾过去的一年，本人在同事的帮助下完成了任务，现将工作汇报如下。", Kind.ANNUAL_SUMMARY),
        ("李部長：主席、各位委員。今天應邀報告本部業務概況。", Kind.OTHER),
        ("春天来了，小河解冻了，柳树发芽了，孩子们跑到田野里放风筝。", Kind.OTHER),
        ("本报讯 记者从县农业局获悉，今年以来，全县新建大棚300亩。", Kind.OTHER),
    ],
)
def test_kind_of_an_untitled_text(text: str, kind: Kind) -> None:
    assert tell_kind(None, fold(text), LEXICON) is kind


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("为了进一步发展农业，我们开展了调查。", Script.SIMPLIFIED),
        ("為了進一步發展農業，我們開展了調查。", Script.TRADITIONAL),
        ("為了发展经济，为农民办实事", Script.SIMPLIFIED),
        ("2023", Script.UNKNOWN),
        ("", Script.UNKNOWN),
    ],
)
def test_script(text: str, script: Script) -> None:
    assert tell_script(text) is script


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("檢討與改進,尚待加強:", "检讨与改进，尚待加强："),
        ("工作計畫", "工作计划"),
        ("完成任務.下一步", "完成任务。下一步"),
        ("增長3.5%,見1.加強領導", "增长3.5%，见1.加强领导"),
        ("𠮷x.txt", "𠮷x.txt"),
    ],
)
def test_folding_keeps_every_character_in_its_place(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(folded) == len(text)


def test_both_scripts_and_widths_are_read_alike() -> None:
    simplified = """镇人大半年工作总结

半年来，镇人大在县人大的指导下，认真履行职责，现将情况汇报如下：
一、组织视察，依法监督
组织代表视察水利工程，提出建议12条，全部办结。
我们也清醒地认识到，监督的实效还有待加强；代表小组的活动不够经常。
二、下半年打算
下半年，将继续开展评议，办好培训班。
"""
    traditional = """鎮人大半年工作總結

半年來,鎮人大在縣人大的指導下,認真履行職責,現將情況匯報如下:
一、組織視察,依法監督
組織代表視察水利工程,提出建議12條,全部辦結。
我們也清醒地認識到,監督的實效還有待加強;代表小組的活動不夠經常。
二、下半年打算
下半年,將繼續開展評議,辦好培訓班。
"""
    (one,), (other,) = read(simplified).reports, read(traditional).reports
    assert (one.kind, one.passages) == (other.kind, other.passages)
    assert [section.parts for section in one.walk()] == [section.parts for section in other.walk()]
    assert [passage.part for passage in one.passages] == [Part.INTRODUCTION, Part.SHORTCOMINGS]


def test_words_can_be_added() -> None:
    lexicon = LEXICON.merge({"fault-nouns": ["堵点"], "plan-headings": ["行动路径"]})
    assert title_reader(lexicon).read("当前堵点").parts == {Part.SHORTCOMINGS}
    assert title_reader(LEXICON.merge({"fault-nouns": "堵点 卡点"})).read("當前卡點").parts == {Part.SHORTCOMINGS}
    assert title_reader(lexicon).read("行动路径").parts == {Part.NEXT_STEPS}
    assert TITLES.read("当前堵点").parts == frozenset()


def test_unknown_list_is_refused() -> None:
    with pytest.raises(ValueError, match="fault-nuons"):
        Lexicon().merge({"fault-nuons": ["不足"]})


def test_every_list_of_the_lexicon_is_filled() -> None:
    assert [name for name, words in LEXICON._asdict().items() if not words] == []
