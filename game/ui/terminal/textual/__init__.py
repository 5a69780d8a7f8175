"""The terminal game in Textual."""
