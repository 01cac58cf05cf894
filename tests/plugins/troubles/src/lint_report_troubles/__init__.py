"""Plugins each of which has another fault."""
