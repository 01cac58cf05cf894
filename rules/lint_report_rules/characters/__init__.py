"""Rules about scripts, widths and characters."""
