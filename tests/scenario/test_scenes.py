"""No shipped watch is drawn as its text does not say, and every name in it has its picture."""

from __future__ import annotations

import pytest

from game.scenario.loading.files import bundled_folder
from game.scenario.loading.library import find
from game.scenario.model.scene import PORTRAITS, PORTS, PROPS, SHIPS, Sky
from game.voyage.expression import Expression
from tests.scenes import PAGE, contradictions, looks, page
from tests.transcripts import SCENARIOS

ART = bundled_folder("assets") / "art"


def test_the_page_is_as_the_files_are() -> None:
    """If this fails: `python -m tests.scenes`."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_no_picture_contradicts_its_text() -> None:
    assert [told for _, watch in looks() for told in contradictions(watch)] == []


def test_every_watch_says_what_it_shows() -> None:
    """Sky and hour, in all of them; and it rains in no breeze that nobody calls wet."""
    bare = [watch.id for _, watch in looks() if not (watch.look.sky and watch.look.hour)]
    wet = [w.id for _, w in looks() if w.look.sky is Sky.RAIN and w.weather.wind < 1.3]

    assert bare == []
    assert wet == []


def test_no_two_voyages_share_a_ship_a_port_or_a_face() -> None:
    scenarios = [find(name).scenario for name in SCENARIOS]
    faces = [voice.portrait for scenario in scenarios for voice in scenario.voices.values()]

    assert sorted(scenario.scene.ship for scenario in scenarios) == sorted(SHIPS)
    assert sorted(scenario.scene.port for scenario in scenarios) == sorted(PORTS)
    assert sorted(faces) == sorted(PORTRAITS)


@pytest.mark.parametrize(
    ("folder", "names"),
    [
        pytest.param("ships", {f"{ship}/{part}" for ship in SHIPS for part in ("hull", "course")}),
        pytest.param("ports", set(PORTS)),
        pytest.param("props", set(PROPS)),
        pytest.param("portraits", {f"{face}-{look}" for face in PORTRAITS for look in Expression}),
    ],
    ids=["ships", "ports", "props", "portraits"],
)
def test_what_can_be_named_is_shipped_and_nothing_else(folder: str, names: set[str]) -> None:
    there = {file.relative_to(ART / folder).with_suffix("") for file in (ART / folder).rglob("*")}
    drawn = {path.as_posix() for path in there if (ART / folder / f"{path}.svg").is_file()}

    assert names <= drawn
    assert folder == "ships" or drawn == names
