"""The families of pictures that share their parts: `python -m tests.art` writes them.

The same bytes each time; ports, props and endings are files of their own.
"""
