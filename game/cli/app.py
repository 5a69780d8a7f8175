"""The command line itself: which verbs there are, and how whatever goes wrong is told."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from game import __version__
from game.cli.encoding import open_streams
from game.cli.io import flush_streams, print_err, print_out
from game.cli.language import apply_language
from game.cli.usage_errors import describe_usage_error
from game.findings import EvenKeelError, ScenarioBroken, format_finding
from game.i18n import _

VERBS = {
    **dict.fromkeys(("play", "demo", "scenarios", "replay"), "play"),
    **dict.fromkeys(("new", "watch", "check", "explain", "test", "playtest"), "author"),
    **dict.fromkeys(("graph", "stats"), "library"),
    **dict.fromkeys(("fmt", "rename"), "author"),
    **dict.fromkeys(("guide", "schema"), "library"),
    **dict.fromkeys(("census", "debrief"), "play"),
    "translate": "author",
    **dict.fromkeys(("host", "session", "rehearse", "preflight", "serve", "rooms"), "host"),
    "papers": "host",
}
"""Which folder each verb stands in, in a file of its own; in the order that `--help` lists them."""

UsageError: Any = typer.BadParameter.__base__
"""Typer has no public name for it."""

INTERRUPTED = 130
CONTINUE, RESUME = "even-keel play --continue", "even-keel host --resume"
"""What goes on with a voyage, and with a session."""


def best(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Which Even Keel this is.")] = False,
) -> None:
    """Start the best face there is: the window, the terminal game, or a demo voyage."""
    apply_language()
    if version:
        print_out(f"Even Keel {__version__}")
    elif context.invoked_subcommand is None:
        import_module("game.cli.play.play_best").play_best()


def command_line(words: Sequence[str]) -> typer.Typer:
    """The command line, with no more verbs read than it takes.

    The one that is named; none without words, since then the game starts by itself; else all,
    since help and slips may be about any.
    """
    app = typer.Typer(
        add_completion=False,
        pretty_exceptions_enable=False,
        help="A sailing game about why a crew needs both leadership and management.",
    )
    app.callback(invoke_without_command=True)(best)
    for verb in words[:1] if not words or words[0] in VERBS else VERBS:
        app.command()(getattr(import_module(f"game.cli.{VERBS[verb]}.{verb}"), verb))
    return app


def main() -> None:
    """Run a verb; whatever goes wrong becomes a sentence and an exit code."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # or it looks through every package
    open_streams()
    words = sys.argv[1:]
    again = RESUME if words[:1] == ["host"] else CONTINUE
    code = _guarded(lambda: command_line(words)(standalone_mode=False), again)
    flush_streams()
    sys.exit(code)


def _guarded(run: Callable[[], object], again: str) -> int:
    try:
        code = run()
    except UsageError as usage:
        told = describe_usage_error(usage)
        print_err(told) if told else usage.show()
        return 2
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except BrokenPipeError:
        return 0
    except ScenarioBroken as broken:
        for finding in broken.findings:
            print_err(format_finding(finding, broken.text) + "\n")
        print_err(str(broken))
        return 1
    except EvenKeelError as wrong:
        print_err(str(wrong))
        return wrong.exit_code
    except OSError as wrong:
        where, told = wrong.filename or _("the disk"), wrong.strerror or str(wrong)
        print_err(f"{where}: {told[:1].lower()}{told[1:]}")
        return 2
    except Exception:  # noqa: BLE001 - the one place: a player never sees a traceback
        print_err(_broke(again))
        return 1
    if code == INTERRUPTED:  # which Typer may also return, without a word
        print_err("\n" + _("Stopped. Every order is on disk; go on with: {command}", command=again))
    return code if isinstance(code, int) else 0


def _broke(again: str) -> str:
    """What to say when the fault is ours; the traceback goes into a file."""
    from game.files.folders import make_folders
    from game.files.kinds import Kind
    from game.files.writing import write

    note = Path(os.environ.get("EVEN_KEEL_HOME", ".")) / "even-keel-fault.txt"
    told = _("something in Even Keel itself broke; every order that was given is on disk") + "\n"
    try:
        make_folders(note.parent)
        write(note, traceback.format_exc().encode(), Kind.FAULT)
    except OSError:
        return told + _("go on with: {command}", command=again)
    return told + _("go on with: {command}, and please send us {file}", command=again, file=note)
