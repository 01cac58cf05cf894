"""A plugin with a hook that there is not."""

from lint_report import hookimpl


@hookimpl
def register_rulez():
    return []
