"""`python -m tests.transcripts`: writes the golden transcripts anew, one per shipped scenario."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from game.faces.terminal.plain import play_plain
from game.insight.captains import ADAPTIVE
from game.insight.sailing import sail
from game.scenario.catalogue import find
from game.scenario.files import shipped
from game.voyage.flow import Flow
from tests.docks import a_dock

FOLDER = Path(__file__).parent / "golden" / "transcripts"
SCENARIOS = sorted(path.stem for path in shipped("scenarios").glob("*.yaml"))
FIRST = ("maiden-passage", "two-hands-on-the-wheel")
"""Where one road and the census of it are short: for what is true of any scenario, but slow."""
SEED = 7


def transcript(scenario: str) -> str:
    """A whole voyage in the plain face, with the orders that the adaptive captain gives."""
    shelf = find(scenario)
    orders = iter(sail(Flow(shelf.scenario), SEED, ADAPTIVE).voyage.gave)
    lines: list[str] = []

    def ask(prompt: str) -> str | None:
        order = next(orders, None)
        lines.append(f"{prompt}{order or ''}".rstrip())
        return order

    with TemporaryDirectory() as folder:
        play_plain(a_dock(Path(folder), [shelf], SEED), None, shelf, lines.append, ask)
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in SCENARIOS:
        (FOLDER / f"{name}.txt").write_text(transcript(name), encoding="utf-8")
