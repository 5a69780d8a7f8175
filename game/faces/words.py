"""The words that every face uses: what kinds of order do, what gauges mean, how voyages end."""

from __future__ import annotations

from textwrap import wrap

from game.scenario.scenario import Theme
from game.ship.attention import Kind
from game.ship.ship import Outcome

COLUMNS = 80
MEANINGS = {
    "Progress": "miles made good toward port; 100 % is landfall",
    "Stability": "what holds hull and routines together; at 0 she founders",
    "Off course": "degrees between bow and port, as far as anyone knows",
    "Sails": "how much canvas is set; more is faster, and more to carry",
    "Crew": "how much heart the crew has left",
    "Seamanship": "what the crew can do unasked; grows when you teach",
}
KINDS = {
    Kind.COURSE: "you lead: the bow turns to port, the crew takes heart",
    Kind.SAILS: "you manage: canvas fits the wind, the ship is mended",
    Kind.BOTH: "a little of each",
    Kind.TEACH: "the crew learns; it pays a watch later",
}
TEACHES = {
    Theme.ANALOGY: "ship, sea and crew",
    Theme.COMPLEMENTARY: "why both are needed",
    Theme.DEVELOPMENT: "growing leaders",
    Theme.LEARNING: "learning from what went wrong",
    Theme.ALIGNMENT: "pulling the same way",
    Theme.EMPOWERMENT: "letting others act",
}
HOW_IT_ENDED = {
    Outcome.ARRIVED: "made port",
    Outcome.FOUNDERED: "foundered, all hands safe",
    Outcome.ADRIFT: "was adrift",
    Outcome.MUTINY: "lost her crew's trust",
    Outcome.HARBOUR: "turned back to a harbour",
}

ASK = "What would you do differently?"
"""The one question, where the ending has none of its own."""
BLOCKS = (
    "How was it on deck?",
    "What happened when?",
    "What in the ship's structure caused it (not who)?",
    "What will you do on Monday, and who will ask you?",
)
"""What to talk about after any voyage, in this order."""


def percent(share: float) -> str:
    """A share of 0 to 1, as people read it."""
    return f"{100 * share:.0f} %"


def sentence(words: str) -> str:
    """Words as a sentence: a capital first, a full stop last."""
    return f"{words[0].upper()}{words[1:]}."


def wrapped(line: str) -> list[str]:
    """The line within 80 columns, its own indent kept."""
    indent = line[: len(line) - len(line.lstrip())]
    return wrap(line, COLUMNS, subsequent_indent=indent) or [""]


def prose(text: str) -> str:
    """Paragraphs as written, the lines in them joined, so that the screen can break them anew."""
    paragraphs = text.strip().split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
