"""Verbs that show a scenario from outside."""
