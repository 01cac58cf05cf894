"""A plugin that raises while it is imported."""

raise KeyError("no such table")
