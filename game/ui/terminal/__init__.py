"""The terminal: a Textual game, a plain one line by line, and the demo voyage."""
