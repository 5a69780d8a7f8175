"""Verbs for playing and looking back."""
