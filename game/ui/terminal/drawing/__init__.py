"""Pictures made of characters: braille plots, bars, the sea. They know no rules."""
