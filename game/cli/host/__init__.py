"""Verbs for group sessions: one room on a laptop, or many on a server."""
