"""The facilitator's handout: everything in it, nothing but text, and no request to anywhere."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from game.insight.guide import GOALS, guide
from game.scenario.catalogue import find
from game.scenario.scenario import Theme
from game.testing import a_document, a_shelf, a_watch, an_order
from tests.transcripts import SCENARIOS

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


def text_of(page: str) -> str:
    """What a reader sees, on one line."""
    body = re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL)
    return " ".join(unescape(body).split())


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_nothing_is_missing(scenario: str) -> None:
    """Goal, time, cards, watches, notes, orders, results, what comes back, endings, questions."""
    told = find(scenario).scenario
    seen = text_of(guide(told))
    texts = [told.title, told.summary, GOALS[told.teaches], *told.debrief]
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
    seen = text_of(guide(a_shelf(a_document(a_watch("fog", **orders))).scenario))

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
    page = guide(a_shelf(document).scenario)
    tags = Tags(page).tags

    assert not [tag for tag, _ in tags if tag in ("script", "img", "link", "iframe")]
    assert not [attrs for _, attrs in tags if any(name.startswith("on") for name in attrs)]
    assert text_of(page).count("{{ 7 * 7 }}") >= 9


def test_the_page_needs_nothing_else() -> None:
    """No address in it is fetched; only the fonts within, and a policy that says so."""
    page = guide(a_shelf().scenario)
    addresses = re.findall(r"(?:src|href|url)\s*[=(]\s*['\"]?([^'\")\s>]{1,20})", page)

    assert all(
        address.startswith(("data:", "#", "&#")) or "#to-" in address for address in addresses
    )
    assert "default-src 'none'" in page
    assert "@page" in page


def test_every_theme_has_a_goal() -> None:
    """For all statements that a scenario can teach."""
    assert set(GOALS) == set(Theme)
