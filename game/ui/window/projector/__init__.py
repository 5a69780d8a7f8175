"""The window for a room: a session as everybody sees it, and the facilitator's buttons."""
