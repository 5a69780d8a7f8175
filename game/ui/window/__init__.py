"""The window: the game in pygame, for one player and for a room. No rules here."""

import os

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
for server in ("X11", "WAYLAND"):  # what a task bar calls the window; read as pygame is imported
    os.environ.setdefault(f"SDL_VIDEO_{server}_WMCLASS", "even-keel")
