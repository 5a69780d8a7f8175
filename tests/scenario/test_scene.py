"""What a file says of ship, port, faces and sky: it may be left out, and none of it sails."""

from __future__ import annotations

import pytest

from game.scenario.loading.check_file import check_file
from game.scenario.model.scene import Hour, Look, Scene, Sky
from game.scenario.model.texts import texts_of
from game.testing import a_document, a_loaded_scenario, a_watch, as_text, follow
from game.voyage.flow import Flow
from game.voyage.voyage import Event, Voyage, new_voyage

SHOWN = {"sky": "fog", "hour": "dusk", "props": ["bell_buoy", "gulls"]}
DRAWN = {"ship": "heron", "port": "kessel"}


@pytest.mark.parametrize(
    ("watch", "voyage", "says"),
    [
        pytest.param({"sky": "fogg"}, {}, "'sky' cannot be 'fogg'|fog", id="a sky"),
        pytest.param({"hour": "nite"}, {}, "'hour' cannot be 'nite'|night", id="an hour"),
        pytest.param(
            {"props": ["wead"]}, {}, "item 1 of 'props' cannot be 'wead'|weed", id="a prop"
        ),
        pytest.param(
            {"props": ["weed"] * 5}, {}, "'props' has too many entries|at most 4", id="too many"
        ),
        pytest.param({}, {"scene": {"ship": "hero"}}, "'ship' cannot be 'hero'|heron", id="a ship"),
        pytest.param({}, {"scene": {"port": "sela"}}, "'port' cannot be 'sela'|sele", id="a port"),
    ],
)
def test_a_name_that_is_not_shipped_is_told(
    watch: dict[str, object], voyage: dict[str, object], says: str
) -> None:
    """With the one that was meant."""
    text = as_text(a_document({**a_watch("calm"), **watch}, voyage=voyage))
    (found,) = (one for one in check_file("f.yaml", text.encode()).findings if one.code == "S003")
    message, hint = says.split("|")

    assert found.message == message
    assert hint in found.hint


def test_a_scenario_has_what_its_file_says() -> None:
    scenario = a_loaded_scenario(
        a_document({**a_watch("calm"), **SHOWN}, a_watch("calm"), voyage={"scene": DRAWN})
    ).scenario
    looks = [watch.look for watch in scenario.watches.values()]

    assert scenario.scene == Scene("heron", "kessel")
    assert looks == [Look(Sky.FOG, Hour.DUSK, ("bell_buoy", "gulls")), Look(None, None, ())]


def test_none_of_it_moves_a_ship_or_is_a_text() -> None:
    bare = a_document(a_watch("gale"), a_watch("shift"))
    shown = a_document(
        {**a_watch("gale"), **SHOWN}, {**a_watch("shift"), **SHOWN}, voyage={"scene": DRAWN}
    )

    assert _sailed(bare) == _sailed(shown)


def _sailed(document: dict[str, object]) -> tuple[Voyage, list[Event], dict[str, str]]:
    """What becomes of a voyage of two orders, and the scenario's texts."""
    scenario = a_loaded_scenario(document).scenario
    flow = Flow(scenario)
    orders = [next(iter(watch.orders)) for watch in scenario.watches.values()]
    _, voyage, events = follow(flow, new_voyage(scenario, 5), orders)
    return voyage, events, texts_of(scenario)
