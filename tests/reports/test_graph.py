"""The drawing of a scenario: all of its machine, nothing over another, traffic as it was."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings

from game.layout.widths import width
from game.reports.graph.box_layout import Plan, plan_of
from game.reports.graph.dot import graph_dot
from game.reports.graph.graph import Graph, graph_of, traffic_of
from game.reports.graph.mermaid import graph_mermaid
from game.reports.graph.svg import graph_svg
from game.scenario.loading.library import find
from game.ship.ship import Outcome
from game.simulation.captains import RANDOM
from game.simulation.single_voyage import sail_captain
from game.testing import a_document, a_loaded_scenario, a_watch, an_order
from game.voyage.flow import Flow
from tests.generators import documents
from tests.transcripts import SCENARIOS

SVG = "{http://www.w3.org/2000/svg}"
thoroughly = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def a_graph(document: dict[str, Any] | None = None, voyages: int = 0) -> Graph:
    """The graph of a built scenario, with the traffic of so many voyages."""
    flow = Flow(a_loaded_scenario(document).scenario)
    return graph_of(flow, traffic_of(flow, range(voyages)))


def a_fork() -> dict[str, Any]:
    """A scenario in which a watch is passed by, one is never reached, and a way leads back."""
    return a_document(
        a_watch("steady", steer=an_order("course", goto="watch_3"), reef=an_order("sails")),
        a_watch("steady", steer=an_order("course", goto="harbour"), reef=an_order("sails")),
        a_watch(
            "steady",
            steer=an_order("course", goto="watch_5"),
            reef=an_order("sails", goto="watch_1", when=["crew is above 99"]),
        ),
        a_watch("steady", steer=an_order("course"), reef=an_order("sails")),
        a_watch("steady", steer=an_order("course"), reef=an_order("sails")),
        title='A "fork" <here>; & #1',
    )


def test_it_shows_what_the_machine_has() -> None:
    """Every watch, every order with where it leads, every outcome that can come about."""
    graph = a_graph(a_fork())
    edges = {(watch.id, order.id, edge.to) for watch, order, edge in graph.edges}

    assert [watch.id for watch in graph.watches] == [f"watch_{n}" for n in range(1, 6)]
    assert ("watch_1", "steer", "watch_3") in edges
    assert ("watch_3", "reef", "watch_1") in edges
    assert ("watch_5", "reef", "adrift") in edges
    assert len(edges) == 10
    assert {end.outcome: end.fate for end in graph.ends} == {
        Outcome.ARRIVED: "progress at 100",
        Outcome.FOUNDERED: "stability at 0",
        Outcome.ADRIFT: "",
        Outcome.MUTINY: "crew at 0",
        Outcome.HARBOUR: "",
    }


def test_a_circle_ends_adrift() -> None:
    """Where nothing written leads there, the end of all patience does."""
    circle = an_order("sails", goto="watch_1", effects={"crew": 8, "progress": -8})
    out = an_order("both", goto="harbour", when=["crew is above 100"], locked="Never.")
    graph = a_graph(a_document(a_watch("calm", reef=circle, out=out)), voyages=2)
    (adrift,) = (end for end in graph.ends if end.outcome is Outcome.ADRIFT)

    assert (adrift.fate, adrift.fated, adrift.share) == ("after 40 watches", 1.0, 1.0)
    assert graph.watches[0].orders[0].share == 1.0


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_traffic_is_that_of_the_voyages(scenario: str) -> None:
    """Counted again by hand."""
    flow = Flow(find(scenario).scenario)
    graph = graph_of(flow, traffic_of(flow, range(60)))
    voyages = [sail_captain(flow, seed, RANDOM).voyage for seed in range(60)]

    assert graph.voyages == 60
    for watch in graph.watches:
        assert watch.share == sum(watch.id in voyage.sailed for voyage in voyages) / 60
        for order in watch.orders:
            given = [(watch.id, order.id) in zip(v.sailed, v.gave, strict=True) for v in voyages]
            assert order.share == sum(given) / 60
    for end in graph.ends:
        assert end.share == sum(voyage.outcome is end.outcome for voyage in voyages) / 60


@pytest.mark.parametrize("draw", [graph_mermaid, graph_dot, graph_svg])
def test_unreached_is_dashed_and_traffic_is_width(draw: Any) -> None:
    """Without traffic nothing is dashed."""
    counted, bare = draw(a_graph(a_fork(), voyages=50)), draw(a_graph(a_fork()))
    widths = set(re.findall(r"(?:stroke-width[:=]\"?|penwidth=)([\d.]+)", counted))

    assert "dash" in counted
    assert "dash" not in bare
    assert len(widths) > 3
    for name in ("watch_4", "reef", "ends_harbour", "course"):
        assert name in counted
        assert name in bare


def test_the_picture_is_sound_and_its_text_escaped() -> None:
    """XML that says the title as it is, with a hint for every order."""
    root = ET.fromstring(graph_svg(a_graph(a_fork(), voyages=9)))  # noqa: S314 - our own
    hints = [title.text for title in root.iter(f"{SVG}title")]

    assert hints[0] == 'A "fork" <here>; & #1'
    assert "Do the sails thing (when crew is above 99)" in hints
    assert len(hints) == 1 + 10


def test_what_the_others_would_act_upon_is_disarmed() -> None:
    """No quote ends a label early, and no tag begins."""
    label = re.search(r'subgraph voyage\["(.*)"\]', graph_mermaid(a_graph(a_fork())))

    assert label is not None
    assert not set(label[1]) & set('"<;')
    assert r'label="A \"fork\" <here>; & #1"' in graph_dot(a_graph(a_fork()))


@given(documents())
@thoroughly
def test_no_box_lies_over_another(document: dict[str, Any]) -> None:
    """In any scenario: rows keep apart, and edges go down to their goal or back up a lane."""
    graph = a_graph(document)
    plan = plan_of(graph)
    rows: dict[float, list[tuple[float, float]]] = {}
    for box in plan.boxes.values():
        rows.setdefault(box.top, []).append((box.x - box.wide / 2, box.x + box.wide / 2))

    for row in rows.values():
        for (_, right), (left, _) in pairwise(sorted(row)):
            assert left - right > 10
    _roads_lead_to_their_goals(graph, plan)


def _roads_lead_to_their_goals(graph: Graph, plan: Plan) -> None:
    keys = {(watch.id, order.id, edge.to) for watch, order, edge in graph.edges}

    assert keys == {*plan.edges, *plan.back}
    for key, points in plan.edges.items():
        goal, heights = plan.boxes[key[2]], [y for _, y in points]
        assert heights == sorted(heights)
        assert points[-1][1] == goal.top
        assert abs(points[-1][0] - goal.x) <= goal.wide / 2
    lanes = list(plan.back.values())
    assert len(set(lanes)) == len(lanes)
    assert all(lane < box.x - box.wide / 2 for lane in lanes for box in plan.boxes.values())


def test_a_long_title_stays_within_its_frame() -> None:
    """However few watches stand below it."""
    title = "The Night on Which Nobody Aboard Wanted to Be the One Who Asked"
    root = ET.fromstring(graph_svg(a_graph(a_document(title=title))))  # noqa: S314 - our own
    frame = root.find(f"{SVG}rect")
    written = next(text for text in root.iter(f"{SVG}text") if text.text == title)
    assert frame is not None

    wide = 13 * width(title, "Next-ExtraBold")
    assert float(written.attrib["x"]) + wide <= float(frame.attrib["x"]) + float(
        frame.attrib["width"]
    )
