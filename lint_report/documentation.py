"""A rule's documentation, read from its docstring.

The docstring of a rule class reads::

    \"\"\"Summary in Chinese. / Summary in English.

    What:
        zh: …
        en: …
    Why:
        zh: …
        en: …
    Bad:
        a text that the rule reports
        ---
        another one
    Good:
        a text that it leaves alone
    Source:
        the standard and clause, study, or kind of real example it comes from
    \"\"\"

Examples are whole drafts: they may take several lines, and `---` parts them.
"""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lint_report.messages import Message

if TYPE_CHECKING:
    from lint_report.plugins import AnyRule

_SECTION = re.compile(r"^(What|Why|Bad|Good|Source):\n((?:(?: {4}.*)?\n)*)", re.MULTILINE)
SECTIONS = ("What", "Why", "Bad", "Good", "Source")


@dataclass(frozen=True, slots=True)
class RuleDocumentation:
    """What the docstring of a rule says.

    Attributes:
        summary: One line.
        what: What it finds.
        why: Why an editor would change it.
        bad: Texts that it reports.
        good: Texts that it leaves alone.
        source: Where the rule comes from.
    """

    summary: Message
    what: Message
    why: Message
    bad: tuple[str, ...]
    good: tuple[str, ...]
    source: str


def read_documentation(rule: AnyRule) -> RuleDocumentation:
    """Read a rule's docstring, or give the documentation that the rule brings itself.

    Raises:
        ValueError: A section is missing; the message names rule and section.
    """
    if rule.documentation is not None:
        return rule.documentation
    text = inspect.cleandoc(rule.__doc__ or "") + "\n"
    sections = {name: inspect.cleandoc(body) for name, body in _SECTION.findall(text)}
    missing = [name for name in SECTIONS if not sections.get(name)]
    if missing:
        raise ValueError(f"the docstring of rule {rule.name} lacks {', '.join(missing)}")
    summary = text.partition("\n\n")[0].replace("\n", " ")
    zh, _, en = summary.partition(" / ")
    return RuleDocumentation(
        summary=Message(zh, en or zh),
        what=_bilingual(sections["What"]),
        why=_bilingual(sections["Why"]),
        bad=_examples(sections["Bad"]),
        good=_examples(sections["Good"]),
        source=sections["Source"],
    )


def _bilingual(body: str) -> Message:
    zh, _, en = body.partition("\nen: ")
    return Message(
        "".join(line.strip() for line in zh.removeprefix("zh: ").split("\n")),
        " ".join(line.strip() for line in en.split("\n")),
    )


def _examples(body: str) -> tuple[str, ...]:
    return tuple(example.strip("\n") for example in re.split(r"^---$", body, flags=re.MULTILINE))
