"""The window: the game in pygame, for one player and for a room. No rules here."""

import os

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
