"""Charts of a whole regatta: every ship is on them, and none by name."""
