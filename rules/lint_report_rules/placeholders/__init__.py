"""Rules about what was to be filled in and was not."""
