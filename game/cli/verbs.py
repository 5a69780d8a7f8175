"""Which verbs there are, and the command line that imports the one that is named."""

from __future__ import annotations

import gc
from collections.abc import Callable
from importlib import import_module
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from game import __version__
from game.cli.io import print_err, print_out
from game.cli.language import apply_language
from game.cli.usage_errors import describe_usage_error


class Verb(NamedTuple):
    """folder: where its file is. help: its docstring, which `--help` need not import it for."""

    folder: str
    help: str


VERBS = {
    "play": Verb(
        "play", "Sail a voyage: in a window where there is a display, else in the terminal."
    ),
    "demo": Verb(
        "play", "Watch three captains sail the same sea: all course, all sails, and both."
    ),
    "scenarios": Verb("play", "List what can be sailed."),
    "replay": Verb("play", "Sail a logbook's voyage again, and say so if it differs."),
    "new": Verb(
        "author", "Begin a scenario: three watches that sail as they are, and explain themselves."
    ),
    "watch": Verb(
        "author", "Show a scenario as it is written: saving the file checks it and draws it anew."
    ),
    "check": Verb("author", "Tell what is wrong with scenario files, and the way out."),
    "explain": Verb("author", "Tell what a finding means, with a bad and a good example."),
    "test": Verb(
        "author", "Sail written-down voyages, and tell where one goes otherwise than it says."
    ),
    "playtest": Verb(
        "author", "Sail scenarios thousands of times, and prove that they teach what they should."
    ),
    "graph": Verb("library", "Draw a scenario's watches and orders, and where each leads."),
    "stats": Verb(
        "library", "Count a scenario's words, minutes, reading grade, hard sentences and choices."
    ),
    "fmt": Verb("author", "Lay files out alike; what they say and their comments stay."),
    "rename": Verb(
        "author",
        "Rename a watch, order, voice, flag or ending wherever it is used, "
        "and change nothing else.",
    ),
    "guide": Verb(
        "library",
        "Write the facilitator's handout, which prints; with what became of every captain.",
    ),
    "export": Verb(
        "library",
        "Write voyages as a folder of static files that sails in any browser, without a server.",
    ),
    "schema": Verb(
        "library", "Write the JSON Schema that editors complete, explain and underline by."
    ),
    "census": Verb(
        "play",
        "Count every voyage that could be sailed; without a seed, in the weather as written.",
    ),
    "debrief": Verb(
        "play",
        "Look at a logbook's voyage afterwards: what it met, and what else could have come of it.",
    ),
    "translate": Verb(
        "author", "Begin a scenario's translation, or refresh it; what is translated already stays."
    ),
    "lsp": Verb(
        "author",
        "Serve an editor: findings, completion, odds while a scenario is written.",
    ),
    "pack": Verb(
        "library",
        "Pack a scenario with its translations, tests and pictures into one file, a chest.",
    ),
    "add": Verb(
        "library",
        "Add a chest to the shelf: first it says who made it, and whether what it claims is true.",
    ),
    "remove": Verb(
        "library",
        "Remove a chest from the shelf; voyages that were sailed in it keep what they need.",
    ),
    "library": Verb(
        "library",
        "Tell what is on the shelf, from where, and which version; and what is broken there.",
    ),
    "host": Verb(
        "host",
        "Hold a session for a room: a vote a watch, by hands or phones, or a regatta by phones.",
    ),
    "session": Verb("host", "Write a session's report and logbooks once more, from its journal."),
    "rehearse": Verb(
        "host", "Play a whole session with bots before people come, and print what it was like."
    ),
    "preflight": Verb("host", "Look for what goes wrong in rooms, and say what to do about each."),
    "serve": Verb("host", "Serve many rooms, on several processes, from one PostgreSQL."),
    "rooms": Verb(
        "host",
        "Open rooms on a server: a line each, with code, address for phones, "
        "yours, and the wall's.",
    ),
    "papers": Verb(
        "host", "Write the report and the logbooks of a room that was served, open or closed."
    ),
}
"""In the order that `--help` lists them."""

UsageError: Any = typer.BadParameter.__base__
"""Typer has no public name for it."""


class VerbGroup(TyperGroup):
    """Lists all verbs, and imports the one that is to run."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = {name: TyperCommand(name, help=verb.help) for name, verb in VERBS.items()}

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args == ["--help"]:  # Typer would import pydantic to find that it is asked for
            typer.echo(ctx.get_help())
            raise typer.Exit
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Each with its whole sentence, of which Typer would show one line."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, verb.help) for name, verb in VERBS.items()])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name, listed, rest = super().resolve_command(ctx, args)
        return name, _command(name) if name and listed else None, rest


def _command(name: str) -> Any:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command()(function_of(name))
    command = get_command(app)
    gc.freeze()  # all that was imported; what a verb leaves behind is collected again
    gc.enable()
    return command


def function_of(name: str) -> Callable[..., None]:
    """What a verb does."""
    verb: Callable[..., None] = getattr(
        import_module(f"game.cli.{VERBS[name].folder}.{name}"), name
    )
    return verb


def best(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Which Even Keel this is.")] = False,
) -> None:
    """Start the best face there is: the window, the terminal game, or a demo voyage."""
    apply_language()
    if version:
        print_out(f"Even Keel {__version__}")
    elif context.invoked_subcommand is None:
        import_module("game.cli.play.play").play_best()


def command_line() -> typer.Typer:
    """The command line."""
    app = typer.Typer(
        cls=VerbGroup,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        help="A sailing game about why a crew needs both leadership and management.",
    )
    app.callback(invoke_without_command=True)(best)
    return app


def run_verb() -> int:
    """Run what the command line asks for, and return its exit code."""
    try:
        code = command_line()(standalone_mode=False)
    except UsageError as usage:
        sentence = describe_usage_error(usage)
        print_err(sentence) if sentence else usage.show()
        return 2
    except typer.Abort:
        raise KeyboardInterrupt from None
    return code if isinstance(code, int) else 0
