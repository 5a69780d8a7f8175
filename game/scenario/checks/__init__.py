"""The checks, one file per family of rules; each is a function from the file to its findings."""
