"""What the rules of thumb know of English: which words are common, and which may be verbs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from game.scenario.loading.files import bundled_folder

COMMON = "common-words.txt"
APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


AUXILIARIES = _set(
    "am is are was were has have had do does did can could will would shall should may might must "
    "isn't aren't wasn't weren't let's ought need cannot"
)
PASTS = (
    "became become, began begin, bent bend, bit bite, bled bleed, blew blow, bore bear, "
    "bought buy, bound bind, bred breed, broke break, brought bring, built build, came come, "
    "caught catch, chose choose, clung cling, crept creep, dealt deal, drank drink, drew draw, "
    "drove drive, dug dig, fell fall, felt feel, fled flee, flew fly, flung fling, fought "
    "fight, forgot forget, found find, froze freeze, gave give, got get, grew grow, heard "
    "hear, held hold, hid hide, hung hang, kept keep, knelt kneel, knew know, laid lay, leapt "
    "leap, led lead, left leave, lent lend, lit light, lost lose, made make, meant mean, met "
    "meet, mistook mistake, paid pay, ran run, rang ring, rode ride, rose rise, said say, sang "
    "sing, sank sink, sat sit, saw see, sent send, shook shake, shone shine, shot shoot, slept "
    "sleep, slid slide, sold sell, spat spit, spent spend, spoke speak, sprang spring, stole "
    "steal, stood stand, struck strike, stuck stick, stung sting, swam swim, swore swear, "
    "swung swing, taught teach, thought think, threw throw, told tell, took take, tore tear, "
    "understood understand, went go, wept weep, woke wake, won win, wore wear, wove weave, "
    "wound wind, wrote write"
)
PAST = dict(pair.split() for pair in PASTS.split(", "))
"""Irregular pasts, and what they are of."""
ALIKE = _set("beat burst cast cost cut hit hurt let put read set shed shut split spread")
"""Their past is as their present."""
SUBJECTS = "it|he|she|that|there|here|what|who|where|everyone|nobody|somebody|nothing|everything"
PLURAL = _set(
    "i you we they who all both some most many few people men women hands others these those "
    "that which crew"
)
"""What a verb without an s can follow."""
ORDERED = _set(
    "ask bail be beat bring build call carry change check choose clear climb close come count cut "
    "do drop eat feed fetch find finish fire fit fix follow get give go hand hang haul head hear "
    "heave help hold hurry keep know lash lay lead learn leave lend let lie listen load look lower "
    "make mark mend move name nail open pack pay pick plan play post promise pull pump push put "
    "raise read reef remember rest ride ring row run sail save say see send set share shorten "
    "show sing sit sleep speak split stand start stay steer stop stow strike take talk teach tell "
    "thank think throw tie trim trust try turn use wait wake walk warn wash watch wear write"
)
"""What somebody is told to do."""
BEFORE_NOUNS = _set(
    "a an the this that these those my your his her its our their no any every each some another "
    "of in on at by for with from to into onto over under behind before after beside between "
    "through across against along without two three four five six seven eight nine ten twelve "
    "small big great little old new wet dry long short good bad first last next same other own "
    "one more most few many and or than like as too very so"
)
"""After these comes a thing rather than what it does."""
NUMBERS = _set(
    "zero eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty "
    "thirty forty fifty sixty seventy eighty ninety hundred thousand million twelfth ninth "
    "eighth tenth i mr mrs"
)
ENDINGS = (
    *(("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("d", "")),
    *(("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"), ("est", ""), ("est", "e"), ("ier", "y")),
    *(("ly", ""), ("ily", "y"), ("ness", ""), ("less", ""), ("ves", "f"), ("ves", "fe")),
    *(("man", ""), ("men", "")),
)
"""How forms of a word end, and what the word itself has there."""


def words_of(text: str) -> list[str]:
    return re.findall(rf"[^\W\d_]+(?:[{APOSTROPHES}][^\W\d_]+)*", text)


def is_rare(word: str, explained: Collection[str] = ()) -> bool:
    """Whether a word, in none of its forms, is common, and nobody explains it."""
    plain = re.sub(rf"(n[{APOSTROPHES}]t|[{APOSTROPHES}]\w+)$", "", word.lower())
    stems = {plain, *_stems(plain)}
    return not (stems & _common().keys() or stems & set(explained) or plain in NUMBERS)


def has_verb(sentence: str) -> bool:
    """Whether some word looks like a finite verb: an auxiliary, a past, what somebody does."""
    words = [re.sub(f"[{APOSTROPHES}]", "'", word.lower()) for word in words_of(sentence)]
    return any(_is_finite(word, words[:at]) for at, word in enumerate(words))


def _is_finite(word: str, before: list[str]) -> bool:
    last = before[-1] if before else ""
    if word in AUXILIARIES or re.search(rf"n't$|'(re|ve|ll|d|m)$|^({SUBJECTS})'s$", word):
        return True
    if last in BEFORE_NOUNS - PLURAL:
        return False
    if word in PAST or (word in ALIKE and before):
        return True
    if word.endswith(("s", "ed")) and before:
        return is_rare(word) or any(map(_can_be_verb, _stems(word)))
    is_order = word in ORDERED and (not before or last in ("then", "please", "now"))
    follows = last in PLURAL or (last.endswith("s") and not last.endswith("ss"))
    return is_order or (follows and _can_be_verb(word))


def _can_be_verb(word: str) -> bool:
    return _common().get(word, False)


def _stems(word: str) -> Iterator[str]:
    """What a word may be a form of."""
    for ending, own in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word.removesuffix(ending) + own
            yield stem
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]


@lru_cache(maxsize=1)
def _common() -> dict[str, bool]:
    """Common words, each with whether it can be a verb."""
    lines = (bundled_folder("assets") / COMMON).read_text(encoding="utf-8").splitlines()
    return {word: bool(verb) for word, _, verb in (line.partition(" ") for line in lines)}
