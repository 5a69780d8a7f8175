"""`python -m tests.scenes`: writes docs/scenes.md, what every shipped watch tells and shows.

It knows, too, which words of a text ask for which sky or hour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.scenario.loading.files import bundled_folder
from game.scenario.loading.library import find
from game.scenario.model.scenario import Scenario, Watch
from game.scenario.model.scene import Hour, Look, Sky
from tests.transcripts import SCENARIOS

PAGE = bundled_folder("docs") / "scenes.md"
HEAD = """\
# What the sea shows

Every watch of the shipped voyages: what its text says, and the sky, the hour and the things that
it shows. `python -m tests.scenes` writes this page from the files, and a test holds it to them.
The port on the horizon is no part of it: like heel and canvas it is a gauge, drawn where it is
believed to lie in any watch that is not foggy.
"""
TABLE = "| watch | what the text says | sky | hour | props |\n|---|---|---|---|---|\n"
ASKS: dict[str, set[str]] = {
    r"^(Warm fog|Fog)\b": {Sky.FOG},
    r"\bhaze\b|coin in milk": {Sky.HAZE},
    r"[Bb]lue sky|^Sun,|night is clear": {Sky.CLEAR},
    r"ring of sun|last sun|one star in your": {Sky.CLEAR, Sky.HAZE},
    r"grey day|Grey light": {Sky.OVERCAST},
    r"rain comes|Lightning": {Sky.RAIN},
    r"before breakfast|up with the sun|pale morning|^Morning": {Hour.DAWN},
    r"^Noon|noon sun|struck noon|this morning|[Bb]lue sky": {Hour.DAWN, Hour.DAY},
    r"comes at dusk|At dusk the birds|mild evening|night coming": {Hour.DUSK},
    r"^Night|Midnight|in the morning\.|third night|second night|with a lantern": {Hour.NIGHT},
}
"""What a situation says, and the skies or hours that do not contradict it."""


def looks() -> Iterator[tuple[Scenario, Watch]]:
    for scenario in map(find, SCENARIOS):
        for watch in scenario.scenario.watches.values():
            yield scenario.scenario, watch


def contradictions(watch: Watch) -> Iterator[str]:
    """What a watch's text says that its picture does not, as far as words can tell."""
    text = " ".join(watch.situation.split())
    shown = {watch.look.sky, watch.look.hour}
    for words, asked in ASKS.items():
        if re.search(words, text) and not shown & asked:
            yield f"{watch.id}: {words}"
    if watch.look.sky is Sky.FOG and "fog" not in text.lower():
        yield f"{watch.id}: fog that nobody speaks of"


def page() -> str:
    """The whole page."""
    told = [HEAD]
    for name in SCENARIOS:
        scenario = find(name).scenario
        told.append(f"\n## {scenario.title}\n\nShip: {scenario.scene.ship}. ")
        told.append(f"Port: {scenario.scene.port}. Faces: ")
        faces = (f"{voice.name}, {voice.portrait}" for voice in scenario.voices.values())
        told.append("; ".join(faces))
        told.append(
            ".\n\n| watch | what the text says | sky | hour | props |\n|---|---|---|---|---|\n"
        )
        told += [_row(watch, watch.look) for watch in scenario.watches.values()]
    return "".join(told)


def _row(watch: Watch, look: Look) -> str:
    text = " ".join(watch.situation.split())
    props = ", ".join(look.props) or "-"
    return f"| `{watch.id}` | {text} | {look.sky or '-'} | {look.hour or '-'} | {props} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
