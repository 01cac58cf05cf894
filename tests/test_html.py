"""The page that is sent to colleagues: it stands alone, shows what there is, and works in browsers of any width."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from lint_report.document import Part
from lint_report.reporters.names import PARTS
from tests.conftest import Run

Browser: TypeAlias = Any  # Selenium's driver and elements: it is not always installed
Element: TypeAlias = Any

DRAFT = """20xx年工作总结

一、主要工作

2023年，我镇完成财政收入3200万元。20xx年，我镇各项工作平稳推进，，群众满意。

（一）产业发展

全镇新建果园3个。XX镇的做法得到推广。

二、存在的不足

工作中还存在不少不足，服务意识有待增强。

三、下一步打算

2024年，我镇将加快道路建设，完成农村公路改造12公里。
"""
OTHER = """2023年工作总结

一、主要工作

2023年，我镇完成财政收入万元，群众满意。

二、不足

力量不够。

三、打算

加强学习。
"""
WIDE, NARROW = (1280, 800), (390, 844)


class Page(HTMLParser):
    """What a page has: identifiers, links within it, and whatever it would load from elsewhere."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.identifiers: list[str] = []
        self.targets: list[str] = []
        self.loaded: list[str] = []
        self.tags: set[str] = set()
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name == "id" and value:
                self.identifiers.append(value)
            elif name == "href" and value and value.startswith("#"):
                self.targets.append(value[1:])
            elif name in ("src", "href", "srcset", "action", "style") or name.startswith("on"):
                self.loaded.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.fixture
def page_path(run: Run, tmp_path: Path) -> Path:
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    (tmp_path / "locked.txt").write_bytes(bytes(range(256)))
    assert run(".", "--format", "html", "--output", "page.html").status == 2
    return tmp_path / "page.html"


def test_page_stands_alone_and_its_links_lead_somewhere(page_path: Path) -> None:
    text = page_path.read_text(encoding="utf-8")
    page = Page(text)
    assert page.loaded == []
    assert "@import" not in text
    assert "url(" not in text
    assert len(page.identifiers) == len(set(page.identifiers))
    assert set(page.targets) <= set(page.identifiers)
    assert sum(target.startswith("m") for target in page.targets) >= 4


def test_only_the_pages_own_script_and_style_may_run(page_path: Path) -> None:
    text = page_path.read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    assert policy.group(1).startswith("default-src 'none';")
    for tag in ("script", "style"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy.group(1)


def test_page_shows_the_whole_text_outline_findings_errors_and_explanations(page_path: Path) -> None:
    page = Page(page_path.read_text(encoding="utf-8"))
    text = "".join(page.texts)
    for line in filter(None, (DRAFT + OTHER).split("\n")):
        assert line in text
    for shown in ("draft.txt", "other.txt", "locked.txt", "P201 placeholder-year", "没有填写", "大纲", "规则说明"):
        assert shown in text
    assert text.count("（一）产业发展") == 2  # in the outline and in the text


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_outline_names_parts_by_the_words_that_the_user_added(run: Run, tmp_path: Path, jobs: str) -> None:
    (tmp_path / "drafts").mkdir()
    draft = re.sub("存在的不足\n\n.*", "成长的烦恼\n\n项目储备偏少。", DRAFT)
    (tmp_path / "drafts" / "draft.txt").write_text(draft, encoding="utf-8")
    part = f"成长的烦恼<i>{PARTS[Part.SHORTCOMINGS].zh}</i>"
    assert part not in run("drafts", "--format", "html", "--jobs", jobs).out
    (tmp_path / ".lint-report.yaml").write_text("lexicon:\n  fault-nouns: [成长的烦恼]\n", encoding="utf-8")
    for _ in ("checked", "kept"):
        assert part in run("drafts", "--format", "html", "--jobs", jobs).out


def test_page_speaks_english(run: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    text = run("draft.txt", "--format", "html", "--lang", "en").out
    assert '<html lang="en">' in text
    for shown in ("outline", "all rules", ">error <b>", "shortcomings"):
        assert shown in text


@pytest.mark.parametrize(
    "evil",
    ["</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"' onclick=x", "&lt;b&gt;", "$title${x}"],
)
def test_markup_in_a_report_is_shown_and_never_obeyed(run: Run, tmp_path: Path, evil: str) -> None:
    remark = f"<!-- lint-report: {evil.replace('>', '')} -->"
    text = f"一、{evil}工作\n\n20xx年{evil}，我镇平稳{evil}。\x1b[31m\u202e\n{remark}\n"
    (tmp_path / "draft.txt").write_text(text, encoding="utf-8")
    written = run("draft.txt", "--format", "html").out
    page = Page(written)
    assert page.loaded == []
    assert "img" not in page.tags
    assert written.count("<script") == 1
    assert "".join(page.texts).count(evil) >= 3
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e]", written)


def test_findings_that_overlap_nest_or_have_no_length_are_all_marked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("一、工作\n\n" + "XX镇20xx年，，工作工作有序。" * 3 + "\n\n", encoding="utf-8")
    page = Page(run("draft.txt", "--format", "html").out)
    anchors = {name[1:] for name in page.identifiers if re.fullmatch(r"m\d+", name)}
    listed = {name[1:] for name in page.identifiers if re.fullmatch(r"f\d+", name)}
    assert anchors == listed
    assert len(listed) >= 6


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start a headless browser where there is one."""
    webdriver = pytest.importorskip("selenium.webdriver")
    program = shutil.which("chromium") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if not (program and driver):
        pytest.skip("no browser is installed")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for name in (
        "headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking",
        "disable-component-update", "disable-sync", f"user-data-dir={tmp_path_factory.mktemp('profile')}",
    ):  # fmt: skip
        options.add_argument(f"--{name}")
    chrome = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield chrome
    chrome.quit()


@pytest.fixture(params=[WIDE, NARROW], ids=["1280", "390"])
def window(request: pytest.FixtureRequest, browser: Browser, page_path: Path) -> tuple[Browser, bool]:
    """Open the page; tell whether the window is narrow."""
    width, height = request.param
    narrow = width < 1000
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": narrow}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    browser.get(page_path.as_uri())
    logged = browser.get_log("browser")
    assert not [line for line in logged if line["level"] == "SEVERE"]
    return browser, narrow


def find(browser: Browser, selector: str) -> list[Element]:
    found: list[Element] = browser.find_elements("css selector", selector)
    return found


def shown(browser: Browser, selector: str) -> list[Element]:
    return [element for element in find(browser, selector) if element.is_displayed()]


def in_view(browser: Browser, element: Element) -> bool:
    box = browser.execute_script("return arguments[0].getBoundingClientRect().toJSON()", element)
    height: int = browser.execute_script("return innerHeight")
    return bool(element.is_displayed() and box["top"] >= 0 and box["bottom"] <= height)


def settle(browser: Browser) -> None:
    """Wait until what was scrolled to is laid out and drawn."""
    browser.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))")


def test_nothing_is_wider_than_the_window(window: tuple[Browser, bool]) -> None:
    browser, narrow = window
    for tab in ("outline", "text", "findings"):
        if narrow:
            find(browser, f"#tabs [data-to={tab}]")[0].click()
        assert browser.execute_script("return document.documentElement.scrollWidth <= innerWidth")
        assert browser.execute_script(f"const e = {tab}; return e.scrollWidth <= e.clientWidth")


def test_a_finding_leads_to_the_text_and_back(window: tuple[Browser, bool]) -> None:
    browser, narrow = window
    items = find(browser, "#findings li")
    item = next(item for item in items if item.get_attribute("data-rule") == "placeholder-name")
    item.find_element("css selector", ".go").click()
    settle(browser)
    (mark,) = find(browser, "a.m.on")
    assert mark.text == "XX镇"
    assert in_view(browser, mark)
    assert bool(shown(browser, "#findings")) is not narrow
    if narrow:
        assert "XX" in shown(browser, "#card")[0].text
        find(browser, "#to-list")[0].click()
    else:
        other = next(mark for mark in find(browser, "a.m") if mark.text == "20xx年")
        other.click()
        assert "on" in (find(browser, f"#f{other.get_attribute('data-f')}")[0].get_attribute("class") or "")
        mark.click()
    settle(browser)
    assert "on" in (item.get_attribute("class") or "")
    assert in_view(browser, item)


def test_a_mark_says_what_is_wrong_with_it(window: tuple[Browser, bool]) -> None:
    browser, narrow = window
    if narrow:
        find(browser, "#tabs [data-to=text]")[0].click()
    mark = next(mark for mark in shown(browser, "a.m") if mark.text == "20xx年")
    mark.click()
    settle(browser)
    chosen = shown(browser, "#card" if narrow else "#findings li.on")
    assert "20xx年" in chosen[0].text


def test_filters_leave_what_is_asked_for(window: tuple[Browser, bool]) -> None:
    browser, narrow = window
    everything = len(shown(browser, "#findings li"))
    browser.find_element("css selector", "#rule option[value=placeholder-name]").click()
    left = shown(browser, "#findings li")
    assert 0 < len(left) < everything
    assert {item.get_attribute("data-rule") for item in left} == {"placeholder-name"}
    if narrow:
        find(browser, "#tabs [data-to=text]")[0].click()
    assert [mark.text for mark in find(browser, "a.m:not(.off)")] == ["XX镇"]
    if narrow:
        find(browser, "#tabs [data-to=findings]")[0].click()
    browser.find_element("css selector", "#rule option[value='']").click()
    find(browser, "#filters input[value=error]")[0].click()
    assert {item.get_attribute("data-severity") for item in shown(browser, "#findings li")} <= {"warning", "info"}
    find(browser, "#filters input[value=error]")[0].click()
    assert len(shown(browser, "#findings li")) == everything


def test_the_outline_leads_to_sections_of_any_file(window: tuple[Browser, bool]) -> None:
    browser, narrow = window
    for title, path in (("三、打算", "other.txt"), ("三、下一步打算", "draft.txt")):
        if narrow:
            find(browser, "#tabs [data-to=outline]")[0].click()
        entry = next(link for link in find(browser, "#outline li a") if link.text.startswith(title))
        entry.click()
        settle(browser)
        (article,) = shown(browser, "article.file")
        assert path in article.text
        heading = next(line for line in article.find_elements("css selector", "p") if line.text == title)
        assert in_view(browser, heading)


def test_a_rule_is_explained_on_demand(window: tuple[Browser, bool]) -> None:
    browser, _ = window
    assert not shown(browser, "#explanation")
    next(link for link in shown(browser, "#findings .why") if "placeholder-year" in link.text).click()
    assert "20xx年" in shown(browser, "#explanation")[0].text
    find(browser, "#explanation button")[0].click()
    assert not shown(browser, "#explanation")


def test_without_scripts_text_and_findings_are_there(browser: Browser, page_path: Path) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get(page_path.as_uri())
        for selector in ("#outline", "#text", "#findings", "#explanations"):
            assert find(browser, selector)[0].is_displayed()
        assert not find(browser, "#tabs")[0].is_displayed()
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
