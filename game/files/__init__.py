"""Files: what is written is written here, whole or not at all, and over nothing of another kind."""
