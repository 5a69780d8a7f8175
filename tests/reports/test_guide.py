"""The facilitator's handout: everything in it, nothing but text, and no request to anywhere."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest

from game.debrief.pages import BLOCKS
from game.reports.guide import guide
from game.reports.guide_content import (
    GOALS,
    LISTEN,
    asks_of,
    good_stops,
    sentences_to_say,
    watches_with_same_need,
)
from game.scenario.loading.library import find
from game.scenario.model.scenario import Scenario, Theme
from game.ship.attention_cost import Kind
from game.ship.weather import PRESETS
from game.simulation.census import census_of
from game.testing import a_document, a_loaded_scenario, a_watch, an_order
from tests.transcripts import SCENARIOS

COUNTED = census_of(
    a_loaded_scenario(
        a_document(*[a_watch("blow"), a_watch("shift")] * 3, voyage={"distance": 40})
    ).scenario,
    None,
)
"""A hump, for pages on which it does not matter whose."""
EVIL = '<script>alert("x")</script> & <img src=x onerror=y> {{ 7 * 7 }}'


class Tags(HTMLParser):
    """Collects what a page is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))


def page_of(scenario: Scenario) -> str:
    """The handout."""
    return guide(scenario, COUNTED)


def text_of(page: str) -> str:
    """What a reader sees, on one line."""
    body = re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL)
    return " ".join(unescape(body).split())


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_nothing_is_missing(scenario: str) -> None:
    """Goal, time, stops, cards, watches, notes, orders, results, what comes back, questions."""
    told = find(scenario).scenario
    seen = text_of(page_of(told))
    texts = [told.title, told.summary, GOALS[told.teaches], *LISTEN[told.teaches]]
    texts += [*told.debrief, *BLOCKS, *(stop.what for stop in good_stops(told))]
    texts += [text for card in told.cards.values() for text in (card.name, card.text)]
    for watch in told.watches.values():
        texts += [watch.situation, watch.notes, *watch.says.values(), *watch.cards.values()]
        for order in watch.orders.values():
            texts += [order.label, *(chance.result for chance in order.chances)]
            texts += [later.text for later in order.later]
    for ending in told.endings:
        texts += [ending.title, ending.text, ending.ask]

    assert [text for text in texts if " ".join(text.split()) not in seen] == []
    assert f"{told.minutes_solo} minutes" in seen


def test_what_an_order_asks_and_brings_is_told() -> None:
    """Effects with a true minus, conditions, chances, promises, ways."""
    orders = {
        "steer": an_order(
            "course",
            effort="half",
            effects={"crew": 4, "course_error": -3},
            when=["crew is at least 40"],
            outcomes=[
                {"chance": 70, "result": "Well.", "sets": ["all_well"]},
                {"chance": 30, "result": "Badly.", "goto": "harbour"},
            ],
            later=[{"after": 2, "unless": ["all_well"], "text": "It is back."}],
        ),
        "reef": an_order("sails"),
    }
    seen = text_of(page_of(a_loaded_scenario(a_document(a_watch("fog", **orders))).scenario))

    assert "course, half a watch; vision; only when crew is at least 40" in seen
    assert "70 %: Well. course error \N{MINUS SIGN}3, crew +4. Remembered: all well." in seen
    assert "30 %: Badly. course error \N{MINUS SIGN}3, crew +4. On to: Harbour." in seen
    assert "2 watches later , unless all well: It is back." in seen
    assert "port's bearing moves 14 degrees" in seen


def test_every_text_is_nothing_but_text() -> None:
    """A scenario from anybody can be printed."""
    watch = a_watch(
        "fog", steer=an_order("course", label=EVIL, result=EVIL), reef=an_order("sails")
    )
    watch |= {"situation": EVIL, "notes": EVIL, "says": {"ada": EVIL}, "cards": {"marta": EVIL}}
    voices = {"ada": {"name": EVIL, "speaks_for": "course"}}
    document = a_document(watch, title=EVIL, summary=EVIL, voices=voices, debrief=[EVIL])
    document |= {"version": EVIL, "language": '"><script>'}
    document |= {"cards": {"marta": {"name": EVIL, "text": EVIL}}}
    page = page_of(a_loaded_scenario(document).scenario)
    tags = Tags(page).tags

    assert not [tag for tag, _ in tags if tag in ("script", "img", "link", "iframe")]
    assert not [attrs for _, attrs in tags if any(name.startswith("on") for name in attrs)]
    assert text_of(page).count("{{ 7 * 7 }}") >= 9


def test_the_page_needs_nothing_else() -> None:
    """No address in it is fetched; only the fonts within, and a policy that says so."""
    page = page_of(a_loaded_scenario().scenario)
    addresses = re.findall(r"(?:src|href|url)\s*[=(]\s*['\"]?([^'\")\s>]{1,20})", page)

    assert all(
        address.startswith(("data:", "#", "&#")) or "#to-" in address for address in addresses
    )
    assert "default-src 'none'" in page
    assert "@page" in page


def test_every_theme_has_a_goal_and_something_to_listen_for() -> None:
    """For all statements that a scenario can teach."""
    assert set(GOALS) == set(LISTEN) == set(Theme)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_there_is_a_time_for_one_for_a_room_and_for_a_convoy(scenario: str) -> None:
    """Opening, sailing, talking; and the cards, where there are any."""
    told = find(scenario).scenario
    seen, group = text_of(page_of(told)), told.minutes_group

    assert f"{5 + 2 * group} minutes: 5 to open, {group} to sail" in seen
    assert f"{15 + 2 * group} minutes: 10 to open and to give out the ships" in seen
    assert ("and their cards" in seen) == bool(told.cards)


def test_the_hump_is_drawn_and_there_is_something_to_say_about_it() -> None:
    """A figure inside the page with its numbers in words; then the ends, and the top."""
    page = page_of(a_loaded_scenario().scenario)
    figure = next(attrs for tag, attrs in Tags(page).tags if attrs.get("class") == "hump")
    rows = COUNTED.by_course_share
    best = max(rows, key=lambda row: row.tally.arrived)

    assert "<svg" in page[page.index('class="hump"') : page.index("</figure>")]
    assert f"so many arrived: at 0 %, {100 * rows[0].tally.arrived:.0f} %; at 17 %, " in str(
        figure["aria-label"]
    )
    assert "Yours" not in page
    said = text_of(page)
    assert f"at {100 * best.share:.0f} % course orders {100 * best.tally.arrived:.0f} %" in said
    assert [line for line in sentences_to_say(COUNTED) if line not in said] == []


def test_without_a_voyage_there_is_no_hump() -> None:
    """Every order is locked: a page all the same."""
    locked = {"when": ["crew is above 99"], "locked": "No."}
    watch = a_watch("calm", steer=an_order("course", **locked), reef=an_order("sails"))
    scenario = a_loaded_scenario(a_document(*[watch] * 30)).scenario
    none = replace(COUNTED, by_course_share=())

    assert list(sentences_to_say(none)) == []
    assert "No voyage could be drawn" in text_of(guide(scenario, none))


@pytest.mark.parametrize(
    ("weather", "kind", "why"),
    [
        pytest.param("steady", None, "nothing presses", id="steady"),
        pytest.param("gale", Kind.SAILS, "too much for this wind", id="gale"),
        pytest.param("shift", Kind.COURSE, "port's bearing moves 20 degrees", id="shift"),
        pytest.param("fog", Kind.COURSE, "still reefed cost way", id="fog"),
        pytest.param("traffic", None, "wears out sooner", id="traffic"),
    ],
)
def test_what_a_weather_asks_for_and_why(weather: str, kind: Kind | None, why: str) -> None:
    """In the words of the model."""
    asks = asks_of("dawn", PRESETS[weather])

    assert asks.kind is kind
    assert why in asks.why


def test_stops_are_where_the_sea_or_the_story_turns() -> None:
    """After the first bad watch, before ways part, and when something comes back."""
    fork = a_watch("calm", steer=an_order("course", goto="watch_5"), reef=an_order("sails"))
    promise = an_order("course", later=[{"after": 1, "text": "Back."}], label="Put it off")
    bad = a_watch("gale", steer=promise, reef=an_order("sails"))
    scenario = a_loaded_scenario(
        a_document(a_watch("calm"), bad, fork, *[a_watch("gale")] * 2)
    ).scenario
    found = list(good_stops(scenario))

    assert [stop.where for stop in found] == [
        "After “Watch 2”",
        "Before “Watch 3”",
        "When something comes back",
    ]
    assert "“Put it off”, 1 watch later" in found[2].what


def test_watches_side_by_side_that_ask_for_the_same_are_told() -> None:
    """There, taking turns is wrong."""
    seas = ("gale", "gale", "calm", "shift", "fog", "gale")
    scenario = a_loaded_scenario(a_document(*map(a_watch, seas))).scenario

    assert list(watches_with_same_need(scenario)) == [
        ("watch_1", "watch_2"),
        ("watch_4", "watch_5"),
    ]
    assert "“Watch 1” and “Watch 2”, “Watch 4” and “Watch 5”. Whoever" in text_of(page_of(scenario))
