"""Fuzzing by coverage with atheris; `python -m tests.fuzzing --help` says how."""
