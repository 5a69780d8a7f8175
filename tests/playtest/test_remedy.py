"""Remedies: figures turned until everything holds, in a copy that is proven."""

from __future__ import annotations

from game.playtest.remedy import remedy_for, with_turns
from game.playtest.report import playtest
from game.playtest.tuning import ValueChange
from game.scenario.loading.files import bundled_folder
from game.scenario.loading.library import open_bytes
from game.testing import a_document, a_loaded_scenario, a_watch


def test_a_figure_is_turned_on_its_line_and_nowhere_else() -> None:
    """In braces, too; a weather that has a name is written out."""
    text = "distance: 14  # far\nstart: {crew: 22, stability: 44}\n    weather: our_fog  # thick\n"
    turns = [
        ValueChange("voyage.distance", 1, 14, 18, "distance: 18"),
        ValueChange("voyage.start.crew", 2, 22, 30, "crew: 30"),
        ValueChange("watches.a.weather.wind", 3, 0.8, 0.9, "weather: {wind: 0.9, shift: 14}"),
    ]

    assert with_turns(text, turns) == (
        "distance: 18  # far\nstart: {crew: 30, stability: 44}\n"
        "    weather: {wind: 0.9, shift: 14}  # thick\n"
    )


def test_a_text_of_a_calm_is_not_put_right_by_a_gale() -> None:
    """The forecast of every watch stays what it was."""
    watches = [a_watch("calm")] * 4
    loaded = a_loaded_scenario(a_document(*watches, voyage={"distance": 20}))
    report = playtest(loaded, 50, figures=False)

    assert report.recipe is not None
    winds = [turn.to for turn in report.recipe.turns if turn.name.endswith(".wind")]
    assert all(wind < 0.9 for wind in winds)


def test_a_remedy_is_proven_or_says_what_is_in_its_way() -> None:
    """Nothing that was well is lost for it."""
    starter = (bundled_folder("assets") / "starter.yaml").read_text(encoding="utf-8")
    for broken in ("distance: 10", "stability: 20"):
        key = broken.split(":")[0]
        text = with_turns(starter, [_turn_of(starter, key, broken)])
        loaded = open_bytes("starter.yaml", text.encode())
        report = playtest(loaded, 500, figures=False)
        remedy = remedy_for(loaded, report)
        after = playtest(open_bytes("starter.yaml", remedy.text.encode()), 500, figures=False)

        assert report.failed
        assert bool(remedy.blocked) == after.failed
        assert not remedy.blocked


def _turn_of(text: str, key: str, write: str) -> ValueChange:
    line = next(n for n, row in enumerate(text.split("\n"), 1) if f"{key}:" in row)
    return ValueChange(key, line, 1, 1, write)
