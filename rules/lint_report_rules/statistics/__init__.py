"""Rules about figures: missing, malformed, or at odds with one another."""
