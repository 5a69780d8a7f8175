"""Repair of what an author mistyped or pasted: tried out, so that what is reported is no guess."""
