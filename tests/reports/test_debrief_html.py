"""The report: each of its numbers again by plain replay, two sheets of paper, and no stranger."""

from __future__ import annotations

import ast
import csv
import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pytest

from game.debrief.debrief import Debrief, debrief_of, whole_debrief_of
from game.debrief.decisions import Decisions
from game.debrief.pages import BLOCKS
from game.number_format import percent
from game.reports.csv_tables import debrief_csv
from game.reports.debrief_html import debrief_html
from game.scenario.loading.library import find
from game.ship import attention_cost, passage
from game.ship.ship import Outcome
from game.simulation.captains import ALL_COURSE, ALL_SAILS, CONTRARY, Captain
from game.simulation.single_voyage import sail_captain
from game.testing import a_document, a_loaded_scenario, a_voyage, a_watch, an_order
from game.voyage.flow import Flow
from game.voyage.step import step
from game.voyage.voyage import Give, Voyage, new_voyage
from tests.pages import Page, printed
from tests.transcripts import FIRST

WEATHERS = ("steady", "blow", "shift", "gale", "steady")
ORDERS = ("steer", "reef")
HOSTILE = "=<b onclick=alert(1)>$x^2$ & \"'</b><script>alert(1)</script>"


def a_debrief(scenario: str, captain: Captain = CONTRARY) -> Debrief:
    """The debrief of a captain's voyage."""
    flow = Flow(find(scenario).scenario)
    return whole_debrief_of(flow, sail_captain(flow, 5, captain).voyage, "digest")


def a_small_flow(**changes: Any) -> Flow:
    """Five watches, one course and one sails order in each, some of which arrive."""
    orders = {"steer": an_order("course", **changes), "reef": an_order("sails", **changes)}
    watches = (a_watch(weather, **orders) for weather in WEATHERS)
    return Flow(a_loaded_scenario(a_document(*watches, voyage={"distance": 34})).scenario)


def sailed(flow: Flow, orders: tuple[str, ...], seed: int = 2) -> list[Voyage]:
    """A voyage by plain play: as it stood before each order, and at last."""
    stood = [new_voyage(flow.scenario, seed)]
    for order in orders:
        if stood[-1].outcome is None:
            stood.append(step(flow, stood[-1], Give(order))[0])
    return stood


def arrived(flow: Flow, begun: tuple[str, ...] = ()) -> Iterator[tuple[float, bool]]:
    """Every list of orders that begins like this: its share of course orders, and if it arrives."""
    for rest in product(ORDERS, repeat=len(WEATHERS) - len(begun)):
        orders = (*begun, *rest)
        outcome = sailed(flow, orders)[-1].outcome
        yield orders.count("steer") / len(orders), outcome is Outcome.ARRIVED


def share_of(came: list[bool]) -> str:
    """The share that arrived, as the page has it."""
    return percent(sum(came) / len(came))


@pytest.mark.parametrize("scenario", FIRST)
def test_each_row_is_what_plain_replay_has(scenario: str) -> None:
    """Every gauge after every watch, the wind and the heel."""
    debrief = a_debrief(scenario)
    page = Page(debrief_html(debrief))
    flow = Flow(find(scenario).scenario)
    voyage = new_voyage(flow.scenario, 5)
    head, *rows = page.rows

    assert head[:5] == ["watch", "order", "kind", "wind", "heel"]
    assert len(rows) == len(debrief.watches)
    for number, (row, passed) in enumerate(zip(rows, debrief.watches, strict=True), 1):
        order = flow.scenario.watches[voyage.at].orders[passed.order]
        voyage, events = step(flow, voyage, Give(passed.order))
        ship = voyage.ship
        told = events[0]
        gauges = (ship.progress, ship.course_error, 100 * ship.sail)
        souls = (ship.stability, ship.crew, ship.seamanship)
        assert row[:3] == [str(number), order.label, order.kind]
        assert row[3] == f"{told.weather.wind:.2f}"  # type: ignore[union-attr]
        assert row[4] == f"{told.passage.heel:.2f}"  # type: ignore[union-attr]
        assert row[5:11] == [f"{figure:.0f}" for figure in (*gauges, *souls)]


def test_each_number_of_the_charts_is_what_plain_replay_has() -> None:
    """The hump, the odds, and the wakes, each by sailing every voyage there is."""
    flow = a_small_flow()
    gave = ("steer", "steer", "reef", "steer", "steer")
    stood = sailed(flow, gave)
    page = Page(debrief_html(debrief_of(flow, stood[-1], "digest")))
    every = list(arrived(flow))
    shares = sorted({share for share, _ in every})
    hump = "; ".join(
        f"at {percent(share)}, {share_of([came for at, came in every if at == share])}"
        for share in shares
    )
    open_ways = [share_of([c for _, c in arrived(flow, gave[:n])]) for n in range(len(stood))]

    assert {came for _, came in every} == {True, False}
    assert f"Of all 32 voyages, {share_of([came for _, came in every])} arrived." in page.text
    assert f"so many arrived: {hump}.\nYou gave 80 %" in page.label("Of all 32 voyages")
    assert page.label("Share of all").endswith(f": {', '.join(open_ways)}.")
    assert [row[11] for row in page.rows[1:]] == open_ways[:-1]
    assert f"progress {_figures(v.ship.progress for v in stood)} %." in page.label("The way made")
    assert f"You: {_figures(v.ship.stability for v in stood)}." in page.label("Stability")
    for captain in (ALL_COURSE, ALL_SAILS):
        ghost = sailed(flow, sail_captain(flow, 2, captain).voyage.gave)
        assert f"progress {_figures(v.ship.progress for v in ghost)} %." in page.label(
            "The way made"
        )
        assert _figures(v.ship.stability for v in ghost) in page.label("Stability")


def _figures(figures: Iterator[float]) -> str:
    return ", ".join(f"{figure:.0f}" for figure in figures)


def test_all_constants_of_the_model_are_told() -> None:
    """Each number in the equations' code stands in the model's page, and the version beside it."""
    page = Page(debrief_html(a_debrief(FIRST[0])))
    told = {float(number) for number in re.findall(r"\d+(?:\.\d+)?", page.pre)}
    code = [Path(module.__file__ or "").read_text() for module in (passage, attention_cost)]
    used = {
        float(node.value)
        for text in code
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float)
    }

    assert used <= told
    assert "This is a teaching model." in page.text
    assert f"sailing model {passage.MODEL_VERSION}" in page.text


def test_the_page_asks_nothing_of_anyone() -> None:
    """No script, no link but into itself, and a policy that would forbid the rest."""
    page = Page(debrief_html(a_debrief(FIRST[0])))
    attributes = [item for _, named in page.tags for item in named.items()]
    links = [value for name, value in attributes if name.split(":")[-1] in {"href", "src", "data"}]
    policy = next(named["content"] for tag, named in page.tags if "http-equiv" in named)

    assert not {"script", "link", "img", "iframe", "object"} & {tag for tag, _ in page.tags}
    assert all(link.startswith("#") for link in links)
    assert not [name for name, _ in attributes if name.startswith("on")]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
    assert set(re.findall(r"url\((.{5})", page.text)) == {"data:", "#trac", "#deci"} | {
        f"#{name}" for name in ("beli", "stab", "capt", "need", "odds")
    }
    assert "@import" not in page.text


def test_the_page_can_be_heard() -> None:
    """A language, headings in order, each picture in words and numbers, a table with heads."""
    page = Page(debrief_html(a_debrief(FIRST[0])))
    levels = [level for level, _ in page.headings]
    pictures = [named for tag, named in page.tags if named.get("role") == "img"]

    assert ("html", {"lang": "en"}) in page.tags
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(pictures) == 7
    assert all(len(re.findall(r"\d+", label)) >= 5 for label in page.labels)
    assert {named["scope"] for tag, named in page.tags if tag == "th"} == {"col", "row"}
    assert [text for level, text in page.headings if level == 3] == [
        f"{number}. {block}" for number, block in enumerate(BLOCKS, 1)
    ]


def test_words_from_a_scenario_are_only_words() -> None:
    """Markup in every text of it, and none of it taken for markup."""
    document = a_document(
        *(a_watch(steer=an_order("course", label=HOSTILE), reef=an_order("sails")),) * 3,
        title=HOSTILE,
        version=HOSTILE,
        debrief=[HOSTILE],
    )
    for ending in document["endings"].values():
        ending |= {"title": HOSTILE, "text": HOSTILE, "ask": HOSTILE}
    flow = Flow(a_loaded_scenario(document).scenario)
    debrief = debrief_of(flow, sail_captain(flow, 1, ALL_COURSE).voyage, "digest")
    page = Page(debrief_html(debrief))

    assert page.headings[0][1] == f"{HOSTILE}: {HOSTILE}"
    assert page.rows[1][1] == HOSTILE
    assert {tag for tag, _ in page.tags} & {"script", "b"} == {"b"}
    assert not [named for _, named in page.tags if "onclick" in named]
    cells = next(csv.DictReader(io.StringIO(debrief_csv(debrief))))
    assert cells["label"] == f"'{HOSTILE}"


@pytest.mark.parametrize("scenario", FIRST)
def test_rows_hold_every_figure_in_full(scenario: str) -> None:
    """A row a watch, to the last digit."""
    debrief = a_debrief(scenario)
    rows = list(csv.DictReader(io.StringIO(debrief_csv(debrief), newline="")))

    assert len(rows) == len(debrief.watches)
    for row, passed, asked, odds in zip(
        rows, debrief.watches, debrief.asked, debrief.odds, strict=False
    ):
        assert (row["order"], row["label"], row["why"]) == (passed.order, passed.label, passed.why)
        assert {gauge: float(row[gauge]) for gauge in passed.gauges} == passed.gauges
        assert float(row["made_good"]) == passed.made_good
        assert float(row["needed_leading"]) == asked.truth.leading
        assert float(row["odds_before"]) == odds.tally.arrived
        assert row["missed"] == " ".join(asked.missed)


def test_a_voyage_without_an_order_has_a_page_too() -> None:
    """She lies in the harbour, and the page says that it is not over."""
    flow, voyage, _ = a_voyage("")
    debrief = debrief_of(flow, voyage, "digest")

    assert "The voyage is not over" in debrief_html(debrief)
    assert not debrief_csv(debrief).strip()


needs_chromium = pytest.mark.skipif(
    not (shutil.which("chromium") and shutil.which("pdfinfo")),
    reason="prints with Chromium and poppler-utils, which .ci/run installs",
)


@needs_chromium
@pytest.mark.parametrize("scenario", FIRST)
def test_it_prints_on_two_sheets(scenario: str, tmp_path: Path) -> None:
    """Of A4, from the first heading to the last line of the model."""
    debrief = a_debrief(scenario)
    sheets, size, text = printed(debrief_html(debrief), tmp_path)
    first, second = text.split("\f")[:2]

    assert (sheets, "A4" in size) == (2, True)
    assert debrief.title in first
    assert "page 1 of 2" in first
    for said in ("Watch by watch", *BLOCKS, "teaching model", "as the scenario says.", "2 of 2"):
        assert said in second


@needs_chromium
def test_even_a_long_story_prints_on_two_sheets(tmp_path: Path) -> None:
    """Forty watches, and pages of text where a line is meant."""
    words = "All hands on deck, and so on. " * 150
    short = a_debrief(FIRST[0])
    debrief = replace(
        short,
        title=words,
        version=words,
        ending_title=words,
        ending_text=words,
        ask=words,
        questions=(words,) * 20,
        watches=tuple(replace(passed, label=words) for passed in short.watches * 40)[:40],
        asked=(short.asked * 40)[:40],
        odds=(short.odds * 40)[:41],
        decisions=short.decisions and _with_words(short.decisions, words),
    )
    sheets, _, text = printed(debrief_html(debrief), tmp_path)

    assert sheets == 2
    assert "2 of 2" in text


def _with_words(decisions: Decisions, words: str) -> Decisions:
    """The decisions of forty watches, their orders called so."""
    watches = []
    for number, each in enumerate((decisions.watches * 40)[:40], 1):
        others = tuple(replace(other, label=words) for other in each.others)
        given = replace(each.given, label=words)
        watches.append(replace(each, number=number, given=given, others=others))
    return replace(decisions, watches=tuple(watches))
