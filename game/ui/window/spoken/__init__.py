"""The window for those who listen: its page in words, read aloud and told to screen readers."""
