"""Rules about brackets and marks."""
