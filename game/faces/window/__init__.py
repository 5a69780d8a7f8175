"""The window: the game in pygame, for one player and for a room. No rules here."""
