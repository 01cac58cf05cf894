"""Rules about words, and about what copying and rewriting left behind."""
