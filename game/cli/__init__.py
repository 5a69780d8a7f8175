"""The command line: one short function a verb; every effect of the game begins here."""

from game.cli.app import main

__all__ = ["main"]
