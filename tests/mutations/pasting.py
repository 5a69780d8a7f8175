"""What people paste into a scenario from Word, web pages, mail and chat: signs that are not YAML's.

Each way is seeded, and knows the lines where a person would look; see breaking.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tests.mutations.breaking import Dice, Done, Way
from tests.mutations.sound import IDS, Sound, dotted, indent

NBSP = "\u00a0"


def changed(sound: Sound, lines: dict[int, str]) -> str:
    """The text with other lines, counted from 0; each may become several, or none."""
    whole = [lines.get(number, line) for number, line in enumerate(sound.lines)]
    return "\n".join(whole) + "\n"


def a_line(pattern: str, new: str | Callable[[re.Match[str]], str], what: str = "") -> Way:
    """A way that changes one line of the structure on which a pattern stands."""
    found = re.compile(pattern)

    def way(sound: Sound, dice: Dice) -> Done:
        lines = [n for n in sound.structure if found.search(sound.lines[n])]
        if not lines:
            return None
        line = dice.one_of(lines)
        text = found.sub(new, sound.lines[line], count=1)
        return changed(sound, {line: text}), [line + 1], what or text.strip()

    return way


def either(*ways: Way) -> Way:
    """One of several ways."""

    def way(sound: Sound, dice: Dice) -> Done:
        return dice.one_of(ways)(sound, dice)

    return way


def indented_by(sign: str) -> Way:
    """One to three lines in a row are indented by something that looks like spaces."""

    def way(sound: Sound, dice: Dice) -> Done:
        start = dice.one_of([n for n in sound.structure if indent(sound.lines[n])])
        rows = range(start, min(start + dice.one_of([1, 3]), len(sound.lines)))
        new = {
            n: sign * (indent(sound.lines[n]) // (2 if sign == "\t" else 1))
            + sound.lines[n].lstrip()
            for n in rows
            if sound.lines[n].strip()
        }
        return changed(sound, new), [n + 1 for n in new], f"{len(new)} lines"

    return way


def whole_file(change: Callable[[list[str]], list[str]], lines: Sequence[int]) -> Way:
    """Something happens to the file as a whole; lines count from 1, or backwards from 0."""

    def way(sound: Sound, _: Dice) -> Done:
        text = change(sound.lines)
        told = [line if line > 0 else len(text) + line for line in lines]
        return "\n".join(text) + "\n", told, ""

    return way


def merge_conflict(*, prose: bool) -> Way:
    """Git could not decide on one to three lines."""

    def way(sound: Sound, dice: Dice) -> Done:
        inside = [n for n, line in enumerate(sound.lines) if line.strip()]
        inside = [n for n in inside if (n in sound.structure) is not prose]
        start = dice.one_of(inside)
        mine = sound.lines[start]
        theirs = re.sub(r"\w+$|\w+(?=\W+$)", "other", mine)
        marked = ["<<<<<<< HEAD", mine, "=======", theirs, ">>>>>>> new-harbour"]
        text = changed(sound, {start: "\n".join(marked)})
        return text, range(start + 1, start + 6), mine.strip()

    return way


def quoted_by_mail(sound: Sound, dice: Dice) -> Done:
    """A block, or all of it, as mail quotes it."""
    start = dice.one_of([0, *sound.structure])
    end = sound.block(start) if start else len(sound.lines)
    new = {n: f"> {sound.lines[n]}" for n in range(start, end)}
    return changed(sound, new), range(start + 1, end + 1), f"{end - start} lines"


def foreign_letter(letters: dict[str, str]) -> Way:
    """One letter of an id, of a key or of a word that names something."""

    def way(sound: Sound, dice: Dice) -> Done:
        at = dice.one_of([word for word in [*sound.keys, *sound.names] if word.plain])
        places = [n for n, letter in enumerate(at.text) if letter in letters]
        if not places:
            return None
        place = dice.one_of(places)
        wrong = at.text[:place] + letters[at.text[place]] + at.text[place + 1 :]
        line, column = sound.lines[at.at.line - 1], at.at.column - 1
        text = line[:column] + wrong + line[column + len(at.text) :]
        return changed(sound, {at.at.line - 1: text}), [at.at.line], f"{at.text} -> {wrong}"

    return way


def umlaut(sound: Sound, dice: Dice) -> Done:
    """An id in its author's own spelling, wherever it is used."""
    ids = [spot for spot in sound.spots if spot.key and IDS.fullmatch(dotted(spot))]
    spot = dice.one_of([spot for spot in ids if re.search("[aou]", spot.name)])
    wrong = re.sub(
        "[aou]", lambda letter: {"a": "ä", "o": "ö", "u": "ü"}[letter[0]], spot.name, count=1
    )
    word = re.compile(rf"(?<![\w-]){spot.name}(?![\w-])")
    new = {
        n: word.sub(wrong, line)
        for n, line in enumerate(sound.lines)
        if word.search(line) and (n in sound.structure)
    }
    return changed(sound, new), [n + 1 for n in new], f"{spot.name} -> {wrong}"


def wrapped_by_mail(sound: Sound, dice: Dice) -> Done:
    """A long line is broken, and goes on at the margin."""
    long = [n for n in sound.structure if re.search(r": [A-Za-z][^\"'#]{70,}$", sound.lines[n])]
    if not long:
        return None
    line = dice.one_of(long)
    text = sound.lines[line]
    at = text.rindex(" ", 0, 70)
    return (
        changed(sound, {line: f"{text[:at]}\n{text[at + 1 :]}"}),
        [line + 1, line + 2],
        text[at + 1 :],
    )


def curly(match: re.Match[str]) -> str:
    """A value in curly quotes."""
    return f"{match[1]}\u201c{match[2]}\u201d"


VALUE = r"^( *(?:- )?[a-z_]+: )"
NAMING = r"^( *(?:kind|practice|goto|weather|teaches|outcome|format|language): )(\w+)"
SENTENCE = rf"{VALUE}([A-Z][^\"':#\[\]{{}}]* [^\"':#\[\]{{}}]*)$"
ITEM = r"^( *)- (?=[A-Z\"'{])"

WAYS: dict[str, Way] = {
    "no-break indent": indented_by(NBSP),
    "no-break after colon": a_line(r"^( *[a-z_]+:) (?=\S)", rf"\1{NBSP}"),
    "no-break before colon": a_line(r"^( *[a-z_]+):(?= |$)", rf"\1{NBSP}:"),
    "no-break after dash": a_line(r"^( *-) ", rf"\1{NBSP}"),
    "no-break behind a word": a_line(NAMING, rf"\1\2{NBSP}"),
    "zero-width space": either(
        a_line(NAMING, "\\1\u200b\\2"),
        a_line(NAMING, "\\1\\2\u200b"),
        a_line(r"^( +)(?=[a-z_]+:)", "\\1\u200b"),
        a_line(r"^( *[a-z_]+)(?=:( |$))", "\\1\u200b"),
    ),
    "hidden hyphen in a word": foreign_letter({"_": "\u2011", "-": "\u2011"}),
    "soft hyphen": foreign_letter({"e": "e\u00ad", "a": "a\u00ad"}),
    "dash for minus": either(
        a_line(r"(\w+: )-(?=\d)", "\\1\u2013"),
        a_line(r"(\w+: )-(?=\d)", "\\1\u2212"),
        a_line(r"(\w+: )-(?=\d)", "\\1\u2014 "),
    ),
    "dash for a list": either(a_line(ITEM, "\\1\u2013 "), a_line(ITEM, "\\1\u2014 ")),
    "bullet": either(
        a_line(ITEM, "\\1\u2022 "),
        a_line(ITEM, "\\1\u00b7 "),
        a_line(ITEM, "\\1\u2022\t"),
        a_line(ITEM, "\\1* "),
    ),
    "numbered list": a_line(ITEM, "\\g<1>1. "),
    "curly quotes": either(
        a_line(rf"^(?=[- ]*(?:title|summary|label|locked|notes|ask):){SENTENCE[1:]}", curly),
        a_line(r'^( *version: )"(.*)"', curly),
        a_line(r'(\w+: )"([^"]*)"', curly),
        a_line(r'^( *- )"([^"]*)"', curly),
        a_line(NAMING, curly),
    ),
    "decimal comma": a_line(r"(: \+?-?\d+)\.(?=\d)", r"\1,"),
    "Markdown fence": either(
        whole_file(lambda lines: ["```yaml", *lines, "```"], [1]),
        whole_file(lambda lines: ["```", *lines, "```"], [1]),
        whole_file(lambda lines: [*lines, "```"], [0]),
        whole_file(lambda lines: ["Here is the scenario:", "", "```yaml", *lines, "```"], [1, 3]),
    ),
    "merge marks": merge_conflict(prose=False),
    "merge marks in prose": merge_conflict(prose=True),
    "quoted by mail": quoted_by_mail,
    "wrapped by mail": wrapped_by_mail,
    "HTML spaces": either(
        a_line(r"^  ( *)(?=[a-z_]+:)", r"&nbsp;&nbsp;\1"),
        a_line(r"^( *[a-z_]+:) (?=\S)", r"\1&nbsp;"),
    ),
    "HTML": either(
        a_line(SENTENCE, r"\1\2<br>"),
        a_line(SENTENCE, r"\1<b>\2</b>"),
        a_line(SENTENCE, r"\1&quot;\2&quot;"),
        a_line(r"^( *)([a-z_]+: .*)$", r"<p>\1\2</p>"),
    ),
    "tabs": either(indented_by("\t"), a_line(r"^( *[a-z_]+:) (?=\S)", "\\1\t")),
    "Excel": either(
        a_line(r"^( *[a-z_]+): (?=\S)", "\\1\t"),
        a_line(r"^( *[a-z_]+): (?=\S)", "\\1;"),
    ),
    "full-width signs": either(
        a_line(r"^( *[a-z_]+): ", "\\1\uff1a"), a_line(r"(\{[^{}]*), ", "\\1\uff0c")
    ),
    "umlaut in an id": umlaut,
    "Cyrillic letter": foreign_letter(
        {"a": "\u0430", "c": "\u0441", "e": "\u0435", "o": "\u043e", "p": "\u0440"}
    ),
    "bold as in chat": either(
        a_line(SENTENCE, r"\1*\2*"),
        a_line(SENTENCE, r"\1**\2**"),
        a_line(rf"{VALUE}([A-Z]\w+) (?=[^\"':#]*$)", r"\1*\2* "),
    ),
    "a sign to begin with": either(
        *(a_line(SENTENCE, rf"\1{sign}\2") for sign in ("!", "@", "`", "%", "&", "> ", "? "))
    ),
}
