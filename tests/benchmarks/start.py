"""`python -m tests.benchmarks.start`: seconds of CPU from cold start to the end of a verb."""

from __future__ import annotations

import os
import re
import resource
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.transcripts import SCENARIOS

ROOT = Path(__file__).parents[2]
FILES = [str(ROOT / "scenarios" / f"{name}.yaml") for name in SCENARIOS]
SHELF = 400
"""So many scenarios are on the long shelf."""
ON_SHELF = (
    "import sys; from pathlib import Path; from game.scenario.loading import library;"
    "folder = Path(sys.argv.pop(1)); library.bundled_folder = lambda _: folder;"
    "from game.cli import main; main()"
)


def cpu_of(*words: str, home: str, shelf: Path | None = None) -> float:
    """Seconds of CPU that a run takes, as on a person's machine: Python keeps what it compiled.

    home: where the game keeps its things; shelf: other scenarios than the shipped ones.
    """
    env = {**os.environ, "EVEN_KEEL_HOME": home, "PYTHONPATH": str(ROOT)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    program = ["-c", ON_SHELF, str(shelf)] if shelf else [str(ROOT / "main.py")]
    before = _spent()
    subprocess.run(
        [sys.executable, *program, *words], input=b"", capture_output=True, check=True, env=env
    )
    return _spent() - before


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def long_shelf(folder: Path) -> Path:
    """A folder of copies of the shipped scenarios, each with an id of its own."""
    for number in range(SHELF):
        file = Path(FILES[number % len(FILES)])
        text = re.sub(r"(?m)^id: .*", rf"\g<0>-{number}", file.read_text(encoding="utf-8"))
        (folder / f"{file.stem}-{number}.yaml").write_text(text, encoding="utf-8")
    return folder


def rows(times: int = 15) -> list[tuple[str, float, str, str]]:
    """What starts take: name, median, unit, aim."""
    verbs = {
        "--version": (("--version",), 0.13),
        "--help": (("--help",), 0.13),
        "play to the first question, plain": (("play", SCENARIOS[0], "--plain"), 0.25),
        "check of one file": (("check", FILES[0]), 0.2),
        f"check of {len(FILES)} files": (("check", *FILES), 0.4),
        "scenarios": (("scenarios",), 0.4),
    }
    with TemporaryDirectory() as home, TemporaryDirectory() as folder:
        table = []
        for name, (words, aim) in verbs.items():
            cpu_of(*words, home=home)
            middle = statistics.median(cpu_of(*words, home=home) for _ in range(times))
            table.append((f"{name}, CPU", middle, "s", f"<= {aim}"))
        shelf = long_shelf(Path(folder))
        first = cpu_of("scenarios", home=home, shelf=shelf)
        again = statistics.median(cpu_of("scenarios", home=home, shelf=shelf) for _ in range(times))
    name = f"scenarios, {SHELF} on the shelf"
    return [*table, (f"{name}, for the first time", first, "s", ""), (name, again, "s", "<= 0.4")]


def print_table(table: list[tuple[str, float, str, str]]) -> None:
    """A line a row."""
    for name, figure, unit, aim in table:
        shown = f"{figure:,.0f}" if figure > 100 else f"{figure:.3f}"
        print(f"{name:<44} {shown:>12} {unit:<3} {aim}")


if __name__ == "__main__":
    print_table(rows())
