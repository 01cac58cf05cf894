"""A plugin that raises when it is asked for reporters."""

from lint_report import hookimpl


@hookimpl
def register_reporters():
    raise LookupError("no reporters today")
