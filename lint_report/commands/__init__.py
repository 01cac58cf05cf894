"""The subcommands: one file each, with a function `run(words, language)` that gives the exit status."""
