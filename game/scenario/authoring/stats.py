"""Figures of a scenario: words, minutes, reading grade, choices; and the formula of each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from statistics import fmean

from game.scenario.model.scenario import Ending, Order, Scenario, Watch
from game.ship.attention_cost import Kind

SILENT, ALOUD = 200, 140
"""Words a minute: read by one player, and read aloud to a group."""
ALONE, TOGETHER = 45, 120
"""Seconds for deciding on an order and looking at what it did: one player, and a group."""
MUTE = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^aeiouylcghsxz])es$|(?<=[^aeioudty])ed$"
)
"""Vowels at the end of an English word that nobody hears."""


@dataclass(frozen=True, slots=True)
class Stats:
    """A scenario in figures.

    words: in the whole file that players can meet. voyage_words: read in a voyage of the longest
    way, at each watch the average of its orders. grade: Flesch-Kincaid, for English alone.
    """

    watches: int
    longest: int
    words: int
    voyage_words: int
    minutes_solo: int
    minutes_group: int
    grade: float | None
    orders: int
    kinds: dict[str, int]
    conditional: int
    by_chance: int
    branches: int
    later: int
    endings: int


def stats_of(scenario: Scenario) -> Stats:
    watches = list(scenario.watches.values())
    orders = [order for watch in watches for order in watch.orders.values()]
    pages = [_page(watch) for watch in watches]
    chances = [chance for order in orders for chance in order.chances]
    answers = [text for chance in chances for text in (chance.result, chance.learnt)]
    answers += [later.text for order in orders for later in order.later]
    endings = [_told(ending) for ending in scenario.endings]
    voyage, (alone, together) = voyage_words(scenario), minutes_of(scenario)
    texts = [*chain(*pages), *answers, *chain(*endings)]
    return Stats(
        watches=len(watches),
        longest=scenario.ahead(scenario.first_watch),
        words=_words(texts),
        voyage_words=voyage,
        minutes_solo=alone,
        minutes_group=together,
        grade=reading_grade(texts) if scenario.language.startswith("en") else None,
        orders=len(orders),
        kinds={kind.value: sum(order.kind is kind for order in orders) for kind in Kind},
        conditional=sum(bool(order.when) for order in orders),
        by_chance=sum(len(order.chances) > 1 for order in orders),
        branches=sum(len(scenario.onward(watch.id)) > 1 for watch in watches),
        later=sum(len(order.later) for order in orders),
        endings=len(endings),
    )


def voyage_words(scenario: Scenario) -> int:
    """About how many words the longest voyage tells."""
    watches = scenario.watches.values()
    orders = [order for watch in watches for order in watch.orders.values()]
    met = fmean(_words(_page(watch)) for watch in watches) + fmean(map(_words_of_result, orders))
    endings = fmean(_words(_told(ending)) for ending in scenario.endings)
    return round(scenario.ahead(scenario.first_watch) * met + endings)


def minutes_of(scenario: Scenario) -> tuple[int, int]:
    """About how many minutes the longest voyage takes, alone and with a group."""
    voyage, longest = voyage_words(scenario), scenario.ahead(scenario.first_watch)
    return round(voyage / SILENT + longest * ALONE / 60), round(
        voyage / ALOUD + longest * TOGETHER / 60
    )


def _page(watch: Watch) -> list[str]:
    return [watch.situation, *watch.says.values(), *(one.label for one in watch.orders.values())]


def _told(ending: Ending) -> list[str]:
    return [ending.title, ending.text, ending.ask]


def reading_grade(texts: Iterable[str]) -> float:
    """Flesch and Kincaid's school grade: of 7, a pupil of twelve or thirteen can follow."""
    texts = [text for text in texts if text]
    words = [word for text in texts for word in _split(text)]
    sentences = sum(max(1, len(re.findall(r"[.!?]+(?=\W|$)", text))) for text in texts)
    sounds = sum(map(count_syllables, words))
    return round(0.39 * len(words) / sentences + 11.8 * sounds / len(words) - 15.59, 1)


def count_syllables(word: str) -> int:
    """About how many syllables an English word has: its groups of vowels, without mute ones."""
    heard = re.sub(r"y(?=[aeiou])|(?=ing$)", "-", MUTE.sub("", word.lower()))
    return max(1, len(re.findall(r"[aeiou]+y?|y|(?<=i)[ao]", heard)))


def _words_of_result(order: Order) -> float:
    """On average."""
    told = ((_words([chance.result, chance.learnt]), chance.percent) for chance in order.chances)
    return sum(words * percent / 100 for words, percent in told)


def _split(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W_]+)*", text)


def _words(texts: Iterable[str]) -> int:
    return sum(len(_split(text)) for text in texts)
