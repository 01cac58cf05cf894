"""A plugin with a preset that is not there, and a word list whose name is none."""

from lint_report import hookimpl


@hookimpl
def register_presets():
    return {"gone": "/no/such/preset.yaml"}


@hookimpl
def register_word_lists():
    return {"Town Names": __file__}
