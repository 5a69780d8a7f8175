"""`python -m game` is the same as the command `even-keel`."""

from game.cli import main

main()
