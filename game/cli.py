"""The command line: one short function a verb. The only place that reads the clock."""

from __future__ import annotations

import json
import os
import secrets
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from game import __version__
from game.findings import EvenKeelError, Finding, ScenarioBroken, Severity, report

if TYPE_CHECKING:
    from game.faces.dock import Dock
    from game.scenario.catalogue import Shelf
    from game.voyage.helm import Helm

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    help="A sailing game about why a crew needs both leadership and management.",
)

UsageError: Any = typer.BadParameter.__base__
"""Typer has no public name for it."""

INTERRUPTED = 130

Named = Annotated[str, typer.Argument(metavar="SCENARIO", help="An id, or a YAML file.")]
Seed = Annotated[int | None, typer.Option(help="Same seed, same sea.")]
AsJson = Annotated[bool, typer.Option("--json", help="For other programs.")]
DEMO = "two-hands-on-the-wheel"


class Format(StrEnum):
    """How findings are told."""

    TEXT = "text"
    JSON = "json"


@app.callback(invoke_without_command=True)
def best(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Which Even Keel this is.")] = False,
) -> None:
    """Start the best face there is: the terminal game, or a demo voyage where there is none."""
    if version:
        _say(f"Even Keel {__version__}")
    elif context.invoked_subcommand is None and _is_terminal():
        play()
    elif context.invoked_subcommand is None:
        demo()


@app.command()
def play(
    scenario: Named = "",
    terminal: Annotated[bool, typer.Option("--terminal", help="The full-screen game.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="Line by line.")] = False,
    seed: Seed = None,
    resume: Annotated[bool, typer.Option("--continue", help="Go on where you left off.")] = False,
    log: Annotated[Path | None, typer.Option(help="The logbook to write, or continue.")] = None,
) -> None:
    """Sail a voyage."""
    from game.scenario.catalogue import find
    from game.voyage.helm import continue_newest, go_on

    if terminal and plain:
        raise typer.BadParameter("choose --terminal or --plain, not both")
    if log and log.exists() and not resume:
        raise typer.BadParameter(f"{log} exists already: add --continue, or name another file")
    helm = (go_on(log) if log else continue_newest(_voyages())) if resume else None
    shelf = find(scenario) if scenario else None
    dock = _dock(seed, log)
    if plain or not (terminal or _is_terminal()):
        from game.faces.terminal.plain import play_plain

        play_plain(dock, helm, shelf, _say, _ask)
    else:
        from game.faces.terminal.app import run

        run(dock, helm or (dock.set_out(shelf) if shelf else None))


def _dock(seed: int | None, log: Path | None) -> Dock:
    """What a face may ask for, with the clock, the disk and the seed behind it."""
    from game.faces.dock import Dock
    from game.insight.sailing import wakes
    from game.scenario.catalogue import catalogue
    from game.voyage.helm import NothingToContinue, continue_newest, log_path, set_out

    def begin(shelf: Shelf) -> Helm:
        number = secrets.randbelow(1_000_000) if seed is None else seed
        now = datetime.now().astimezone()  # noqa: TID251 - the one clock
        named = log if log and not log.exists() else None
        return set_out(
            shelf, number, named or log_path(_voyages(), shelf.scenario.id, number, now), now
        )

    def unfinished() -> Helm | None:
        try:
            return continue_newest(_voyages())
        except NothingToContinue:
            return None

    return Dock(catalogue(), begin, unfinished, lambda helm: wakes(helm.flow, helm.voyage))


@app.command()
def demo(
    scenario: Named = DEMO, seed: Annotated[int, typer.Option()] = 1, as_json: AsJson = False
) -> None:
    """Watch three captains sail the same sea: all course, all sails, and both."""
    from game.faces.terminal import demo as face
    from game.scenario.catalogue import find

    voyages = face.sail_demo(find(scenario).scenario, seed)
    if as_json:
        _say(json.dumps(face.as_json(voyages), indent=2, ensure_ascii=False))
        return
    for line in face.told(voyages):
        _say(line)


@app.command()
def scenarios(as_json: AsJson = False) -> None:
    """List what can be sailed."""
    from game.scenario.catalogue import catalogue

    rows: list[dict[str, Any]] = [
        {
            "id": shelf.scenario.id,
            "title": shelf.scenario.title,
            "minutes": {"solo": shelf.scenario.minutes_solo, "group": shelf.scenario.minutes_group},
            "teaches": shelf.scenario.teaches,
            "summary": shelf.scenario.summary,
        }
        for shelf in catalogue()
    ]
    if as_json:
        _say(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    for row in rows:
        _say(f"{row['id']}\n  {row['title']}, {row['minutes']['solo']} minutes: {row['teaches']}")
        _say(f"  {row['summary']}")


@app.command()
def check(
    files: Annotated[list[Path], typer.Argument(help="Scenario files.")],
    style: Annotated[Format, typer.Option("--format")] = Format.TEXT,
) -> None:
    """Tell what is wrong with scenario files, and the way out."""
    from game.scenario.catalogue import read_bytes
    from game.scenario.loading import load

    told: list[Finding] = []
    for file in files:
        data = read_bytes(file)
        findings = load(str(file), data).findings
        told += findings
        if style is Format.TEXT:
            text = data.decode("utf-8-sig", errors="replace")
            for finding in findings:
                _say(report(finding, text) + "\n")
            _say(f"{file}: {_count(findings)}")
    if style is Format.JSON:
        _say(json.dumps([_as_json(finding) for finding in told], indent=2, ensure_ascii=False))
    if any(finding.severity is Severity.ERROR for finding in told):
        raise typer.Exit(1)


@app.command()
def replay(log: Path, as_json: AsJson = False) -> None:
    """Sail a logbook's voyage again, and say so if it differs."""
    from game.faces.terminal import replay as face
    from game.voyage.logbook import read_log
    from game.voyage.replay import replay as again

    read = read_log(log)
    sailed = again(read)
    if as_json:
        _say(json.dumps(face.as_json(read, sailed), indent=2, ensure_ascii=False))
    else:
        for line in face.told(read, sailed):
            _say(line)
    if sailed.differs:
        raise typer.Exit(1)


def main() -> None:
    """Run a verb; whatever goes wrong becomes a sentence and an exit code."""
    sys.exit(_guarded(lambda: app(standalone_mode=False)))


def _guarded(run: Callable[[], object]) -> int:
    try:
        code = run()
    except UsageError as usage:
        usage.show()
        return 2
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except ScenarioBroken as broken:
        for finding in broken.findings:
            _complain(report(finding, broken.text) + "\n")
        _complain(str(broken))
        return 1
    except EvenKeelError as wrong:
        _complain(str(wrong))
        return wrong.exit_code
    except OSError as wrong:
        _complain(f"{wrong.filename or 'the disk'}: {(wrong.strerror or str(wrong)).lower()}")
        return 2
    except Exception:  # noqa: BLE001 - the one place: a player never sees a traceback
        _complain(_broke())
        return 1
    if code == INTERRUPTED:  # which Typer may also return, without a word
        _complain("\nStopped. Your voyage is in its logbook: even-keel play --continue")
    return code if isinstance(code, int) else 0


def _broke() -> str:
    """What to say when the fault is ours; the traceback goes into a file."""
    note = Path(os.environ.get("EVEN_KEEL_HOME", ".")) / "even-keel-fault.txt"
    told = "something in Even Keel itself broke; every order you gave is in the logbook\n"
    try:
        note.write_text(traceback.format_exc(), encoding="utf-8")
    except OSError:
        return f"{told}go on with: even-keel play --continue"
    return f"{told}go on with: even-keel play --continue, and please send us {note}"


def _voyages() -> Path:
    """The folder of logbooks."""
    from platformdirs import user_data_path

    home = os.environ.get("EVEN_KEEL_HOME")
    return (Path(home) if home else user_data_path("even-keel", appauthor=False)) / "voyages"


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _complain(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def _ask(prompt: str) -> str | None:
    sys.stdout.write(prompt)
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        sys.stdout.write("\n")
    return line or None


def _count(findings: tuple[Finding, ...]) -> str:
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    rest = len(findings) - errors
    words = [
        f"{n} {word}{'s' * (n != 1)}" for n, word in ((errors, "error"), (rest, "warning")) if n
    ]
    return " and ".join(words) or "fine"


def _as_json(finding: Finding) -> dict[str, str | int]:
    at = finding.at
    return {
        "file": at.file,
        "line": at.line,
        "column": at.column,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
    }
