"""Running a verb, and how what is said of whatever goes wrong."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from game import __version__
from game.cli.encoding import open_streams
from game.cli.io import flush_streams, print_err, print_out
from game.files.durable_folders import make_folders
from game.files.kinds import Kind
from game.files.writing import write
from game.findings import EvenKeelError, ScenarioBroken, format_finding
from game.i18n import _

INTERRUPTED = 130
CONTINUE, RESUME = "even-keel play --continue", "even-keel host --resume"
"""What goes on with a voyage, and with a session."""


def main() -> None:
    """Run a verb; whatever goes wrong becomes a sentence and an exit code."""
    gc.disable()  # what is imported stays, and looking through it takes as long as a short verb
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # or it looks through every package
    open_streams()
    words = sys.argv[1:]
    run = _print_version if words == ["--version"] else _run_verb
    code = _guarded(run, RESUME if words[:1] == ["host"] else CONTINUE)
    flush_streams()
    gc.freeze()  # nor need Python look through it once more as it ends
    gc.enable()
    sys.exit(code)


def _print_version() -> int:
    print_out(f"Even Keel {__version__}")
    return 0


def _run_verb() -> int:
    from game.cli.verbs import run_verb  # imports Typer, for which `--version` need not wait

    return run_verb()


def _guarded(run: Callable[[], int], again: str) -> int:
    try:
        code = run()
    except KeyboardInterrupt:
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
        where, why = wrong.filename or _("the disk"), wrong.strerror or str(wrong)
        print_err(f"{where}: {why[:1].lower()}{why[1:]}")
        return 2
    except Exception:  # noqa: BLE001 - the one place: a player never sees a traceback
        print_err(_broke(again))
        return 1
    if code == INTERRUPTED:  # which Typer may also return, without a word
        print_err("\n" + _("Stopped. Every order is on disk; go on with: {command}", command=again))
    return code


def _broke(again: str) -> str:
    """What to say when the fault is ours; the traceback goes into a file."""
    note = Path(os.environ.get("EVEN_KEEL_HOME", ".")) / "even-keel-fault.txt"
    sentence = _("something in Even Keel itself broke; every order that was given is on disk")
    try:
        make_folders(note.parent)
        write(note, traceback.format_exc().encode(), Kind.FAULT)
    except OSError:
        return f"{sentence}\n" + _("go on with: {command}", command=again)
    go_on = _("go on with: {command}, and please send us {file}", command=again, file=note)
    return f"{sentence}\n{go_on}"
