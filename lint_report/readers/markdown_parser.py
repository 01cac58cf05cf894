"""The parser of markdown-it, made to tell where each piece of text stands in the file.

markdown-it keeps the lines of blocks but not the places of what is inside a line. The state that its inline rules share
is the one place through which every token passes, so that is where they are noted: `token.meta["at"]` is the offset of
the token in the content of its block. Text that the parser puts together is always a stretch of the content; the two
rules that would join such stretches afterwards are switched off.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

_OPENING_MARKS = "“‘（《〈「『【〔"
_CLOSING_MARKS = "”’）》〉」』】〕。，、；：？！…"


def parse(text: str) -> list[Token]:
    """Give the tokens of a page; every child of an inline token has its offset in `meta["at"]`."""
    return _parser().parse(text)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt()
    parser.inline = _PlacingInline()
    parser.configure("commonmark")
    parser.enable(["table", "strikethrough"])
    parser.disable(["fragments_join", "text_join"])
    return parser


class _PlacingInline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _PlacingState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _PlacingState(StateInline):
    def __init__(self, src: str, md: MarkdownIt, env: EnvType, outTokens: list[Token]) -> None:  # noqa: N803
        super().__init__(src, md, env, outTokens)
        self._pending_at = 0
        self._pushed_at = -1

    def append_pending(self, text: str) -> None:
        if not self.pending:
            self._pending_at = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802
        token = super().pushPending()
        token.meta["at"] = self._pending_at
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        at = self.pos
        if ttype == "text" and self._pushed_at == at:
            before = self.tokens[-2]
            # A run of delimiters gives several tokens; the text of <https://…> comes after a token for the bracket.
            at = before.meta["at"] + (len(before.content) if before.type == "text" else 1)
        token.meta["at"] = at
        self._pushed_at = self.pos
        return token

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: FBT001, N802, N803
        """Let emphasis begin before and end after Chinese punctuation, as writers mean it: 落实**“两个维护”**要求.

        CommonMark takes spaces between words for granted, and shows these asterisks to the reader. Only marks that
        open (or close) are taken in, so that a redaction before a comma does not become emphasis.
        """
        scanned = super().scanDelims(start, canSplitWord)
        if not canSplitWord:
            return scanned
        end = start + scanned.length
        before = self.src[start - 1] if start else " "
        after = self.src[end] if end < self.posMax else " "
        return Scanned(
            scanned.can_open or (after in _OPENING_MARKS and not before.isspace()),
            scanned.can_close or (before in _CLOSING_MARKS and not after.isspace()),
            scanned.length,
        )
