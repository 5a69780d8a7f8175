"""Tools for authors: new, fmt, rename, stats, and the pages of the codes."""
