"""`python -m tests.transcripts`: writes the golden transcripts anew, one per shipped scenario.

A scenario that is translated has one in each of its languages, too.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from game.scenario.loading.files import bundled_folder
from game.scenario.loading.library import find
from game.scenario.model.loaded import LoadedScenario
from game.scenario.translation.translation import translate_scenario
from game.simulation.captains import ADAPTIVE
from game.simulation.single_voyage import sail_captain
from game.ui.terminal.plain.plain import play_plain
from game.ui.terminal.plain.reader import Reader
from game.voyage.flow import Flow
from tests.languages import speaking
from tests.services import some_services

FOLDER = Path(__file__).parent / "golden" / "transcripts"
SCENARIOS = sorted(path.stem for path in bundled_folder("scenarios").glob("*.yaml"))
TRANSLATED = [
    (path.name.split(".")[0], path.name.split(".")[1])
    for path in sorted((bundled_folder("scenarios") / "translations").glob("*.yaml"))
]
"""Every translation there is: its scenario and its language."""
FIRST = ("maiden-passage", "two-hands-on-the-wheel")
"""Where one road and the census of it are short: for what is true of any scenario, but slow."""
SEED = 7


def transcript(scenario: str, language: str = "en") -> str:
    """A whole voyage in the plain face, with the orders that the adaptive captain gives."""
    with speaking(language):
        return _sailed(translate_scenario(find(scenario), language))


def _sailed(loaded: LoadedScenario) -> str:
    orders = iter(sail_captain(Flow(loaded.scenario), SEED, ADAPTIVE).voyage.gave)
    lines: list[str] = []

    def ask(prompt: str) -> str | None:
        order = next(orders, None)
        lines.append(f"{prompt}{order or ''}".rstrip())
        return order

    with TemporaryDirectory() as folder:
        services = some_services(Path(folder), [loaded], SEED)
        play_plain(services, None, loaded, Reader(lines.append, ask))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in SCENARIOS:
        (FOLDER / f"{name}.txt").write_text(transcript(name), encoding="utf-8")
    for name, language in TRANSLATED:
        told = transcript(name, language)
        (FOLDER / f"{name}.{language}.txt").write_text(told, encoding="utf-8")
