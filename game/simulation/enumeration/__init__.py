"""Counting every voyage that can be sailed, or a sample of them; the census is made of it."""
