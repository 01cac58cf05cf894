"""A plugin-based linter for Chinese work reports."""
