"""Layout without a window: which characters are drawn, how wide text is, where its lines end."""
