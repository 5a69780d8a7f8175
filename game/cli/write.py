"""Verbs for writing scenarios."""
