"""A scenario in the window while its author writes it."""
