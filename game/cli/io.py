"""The terminal, the clock and the folders, as the verbs use them. Only this file reads a clock."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Any

from platformdirs import user_cache_path, user_data_path

from game.cli.encoding import as_ascii_json, as_ascii_xml, is_utf8
from game.files.kinds import Kind
from game.files.writing import write


def now() -> datetime:
    """This moment, with its zone; the one clock of the game."""
    return datetime.now().astimezone()  # noqa: TID251 - the one clock


def seconds_passed() -> float:
    """Seconds that have passed since some moment."""
    return monotonic()


@contextmanager
def progress(doing: str) -> Iterator[Callable[[float], None]]:
    """A bar beside what is asked for, once that takes over half a second; hears a share, 0 to 1."""
    import typer

    began = seconds_passed()
    bar: Any = None
    with ExitStack() as shown:

        def tell(share: float) -> None:
            nonlocal bar
            if bar is None and seconds_passed() - began > 0.5 and sys.stderr.isatty():
                bar = typer.progressbar(length=1000, label=doing, file=sys.stderr)
                shown.enter_context(bar)
            if bar is not None:
                bar.update(int(1000 * share) - bar.pos)

        yield tell


def home_folder() -> Path:
    """The folder that this player's things are kept in."""
    own = os.environ.get("EVEN_KEEL_HOME")
    return Path(own) if own else user_data_path("even-keel", appauthor=False)


def cache_folder() -> Path:
    """The folder of what can be made again."""
    own = os.environ.get("EVEN_KEEL_HOME")
    return Path(own, "cache") if own else user_cache_path("even-keel", appauthor=False)


def voyages_folder() -> Path:
    """The folder of logbooks."""
    return home_folder() / "voyages"


def scenarios_folder() -> Path:
    """The folder of this player's own scenarios: chests, and loose files."""
    return home_folder() / "scenarios"


def sessions_folder() -> Path:
    """The folder of group sessions, each in a folder of its own."""
    return home_folder() / "sessions"


def has_display() -> bool:
    """Whether a window may be opened: on Linux, whether a display server is named."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


def is_terminal() -> bool:
    """Whether a person sits at a terminal that can draw."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def print_out(text: str) -> None:
    """A line for the reader."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def deliver(
    text: str, kind: Kind, out: Path | None, tell: Callable[[str], None] = print_out
) -> None:
    """Write to a file, or tell it where none is named."""
    if out is None:
        tell(text.rstrip("\n"))
        return
    write(out, text.encode(), kind)
    print_out(f"{out} is written")


def print_lines(lines: Iterable[str]) -> None:
    """Several lines, each as soon as it is there."""
    for line in lines:
        print_out(line)


def print_data(data: object) -> None:
    """Plain data as JSON."""
    print_json(json.dumps(data, indent=2, ensure_ascii=False))


def print_json(text: str) -> None:
    """JSON for another program, which reads it as UTF-8, whatever the system writes."""
    print_out(text if is_utf8(sys.stdout) else as_ascii_json(text))


def print_xml(text: str) -> None:
    """The same with XML."""
    print_out(text if is_utf8(sys.stdout) else as_ascii_xml(text))


def print_err(text: str) -> None:
    """A line beside what is asked for; if nobody can hear it, nothing else is lost."""
    with suppress(OSError):
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def flush_streams() -> None:
    """At the end: what nobody would take is dropped, without another word about it."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def ask(prompt: str) -> str | None:
    """A line from the reader, or None at the end of the input."""
    sys.stdout.write(prompt)
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        sys.stdout.write("\n")
    return line or None
