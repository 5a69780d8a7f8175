"""Own words: what people read in place of the game's words. What the model is, they never change.

A hospital may call stability "order", and a watch a "shift": labels say so, sentences do not.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from game.i18n import _, say_instead
from game.scenario.model.scenario import PRACTICES, Scenario
from game.ship.attention_cost import Kind
from game.ship.gauges import GAUGES
from game.ship.ship import Outcome

WATCH = "watch"
NUMBERED = (
    *("Watch {number} of {of}", "Watch {number} of {of}.", "Watch {number}. {forecast}"),
    *("Watch {watch}", "Watch {number}: {order}", "Watch {number}: {order} ({kind})"),
)
"""Sentences that name a watch as people count it; marked for the catalogues where they stand."""
OWN_WORDS: Mapping[str, tuple[str, ...]] = {
    **{name: (gauge.label, gauge.noun, gauge.column) for name, gauge in GAUGES.items()},
    **{word: (word,) for word in chain(map(str, Kind), *PRACTICES.values(), map(str, Outcome))},
    WATCH: (WATCH,),
}
"""What has a word of one's own, and the game's words that it stands in place of."""


def use_words_of(scenario: Scenario) -> None:
    """Speak in a scenario's own words from now on, in the language that is spoken."""
    say_instead({})
    say_instead(overlay_of(scenario.words))


def overlay_of(words: Mapping[str, str]) -> dict[str, str]:
    """What stands in place of which of the game's English words and sentences."""
    overlay = {
        theirs: _cased(word, theirs)
        for name, word in words.items()
        for theirs in OWN_WORDS.get(name, ())
    }
    if own := words.get(WATCH):
        usual = _capital(_(WATCH))
        overlay |= {sentence: _(sentence).replace(usual, _capital(own)) for sentence in NUMBERED}
    return overlay


def _cased(word: str, like: str) -> str:
    return _capital(word) if like[:1].isupper() else word


def _capital(word: str) -> str:
    return f"{word[:1].upper()}{word[1:]}"
