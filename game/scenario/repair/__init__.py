"""What an author mistyped or pasted, found by trying what it was meant to be."""
