"""Verbs for authors of scenarios."""
