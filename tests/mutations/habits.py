"""What people write who know another format: lists for maps, other keys, signs in conditions."""

from __future__ import annotations

import re

from tests.mutations import pasting
from tests.mutations.breaking import Dice, Done, Way
from tests.mutations.pasting import SENTENCE, a_line, changed, either
from tests.mutations.sound import Sound, indent

HOLDERS = r"^ *(watches|orders|endings|voices|says|cards):$"


def _inside(sound: Sound, line: int) -> list[int]:
    """The lines of what a key holds, one step down."""
    below = [n for n in sound.structure if line < n < sound.block(line)]
    deep = min(indent(sound.lines[n]) for n in below)
    return [n for n in below if indent(sound.lines[n]) == deep]


def list_for_map(shape: str) -> Way:
    """Ids become items: `- id:`, `- id: name` beside its keys, or nothing but its keys."""

    def way(sound: Sound, dice: Dice) -> Done:
        heads = [n for n in sound.structure if re.match(HOLDERS, sound.lines[n])]
        head = dice.one_of(heads)
        new: dict[int, str] = {}
        for n in _inside(sound, head):
            pad, id = " " * indent(sound.lines[n]), sound.lines[n].strip()
            if shape == "ids" or not id.endswith(":"):
                new[n] = f"{pad}- {id}"
                for below in range(n + 1, sound.block(n)):
                    new[below] = f"  {sound.lines[below]}".rstrip()
            elif shape == "names":
                new[n] = f"{pad}- id: {id[:-1]}"
            else:
                first, *_ = range(n + 1, sound.block(n))
                new[n] = f"{pad}- {sound.lines[first].strip()}"
                new[first] = "#"
        lines = [head + 1, *(n + 1 for n in new)][:2]
        text = changed(sound, new).replace("\n#\n", "\n")
        return text, lines, f"{shape}: {sound.lines[head].strip()}"

    return way


def list_for_text(sound: Sound, dice: Dice) -> Done:
    """One text, or one watch, as a list."""
    pattern = r"^( *)(notes|situation|title|goto|ask|text|result|kind): ([A-Za-z][^\"'{[#]*)$"
    lines = [n for n in sound.structure if re.match(pattern, sound.lines[n])]
    line = dice.one_of(lines)
    found = re.match(pattern, sound.lines[line])
    assert found
    pad, key, value = found.groups()
    text = f"{pad}{key}:\n{pad}  - {value}\n{pad}  - {value}"
    if dice.one_of([0, 1]) and " " not in value:
        text = f"{pad}{key}: [{value}]"
    return changed(sound, {line: text}), [line + 1, line + 2], key


def foreign_key(sound: Sound, dice: Dice) -> Done:
    """A key that other formats have, at the top, in a watch, an order or a voice."""
    key = dice.one_of(["image", "license", "author", "picture", "tags", "date", "description"])
    line = dice.one_of(
        [n for n in sound.structure if re.match(r" *(title|kind|weather):", sound.lines[n])]
    )
    pad = " " * indent(sound.lines[line])
    value = {"tags": "[one, two]", "date": "'2026'"}.get(key, "CC BY 4.0")
    text = f"{pad}{key}: {value}\n{sound.lines[line]}"
    return changed(sound, {line: text}), [line + 1], key


def todo_in_prose(sound: Sound, dice: Dice) -> Done:
    """A remark that was meant as a comment stands inside a text below its key."""
    prose = [
        n
        for n, line in enumerate(sound.lines)
        if n and line.strip() and re.search(r": \|$", sound.lines[n - 1])
    ]
    line = dice.one_of(prose)
    pad = " " * indent(sound.lines[line])
    remark = dice.one_of(["# TODO: shorter", "# is this true?", "#FIXME"])
    text = f"{pad}{remark}\n{sound.lines[line]}"
    if dice.one_of([0, 1]):
        text = f"{sound.lines[line]}  # TODO: shorter"
    return changed(sound, {line: text}), [line + 1], remark


def key_without_colon(sound: Sound, dice: Dice) -> Done:
    """The colon of a key is missing; or it has become another sign."""
    sign = dice.one_of(["", "", " =", " -", "."])
    line = dice.one_of(sound.structure)
    text = re.sub(r"^( *(?:- )?[a-z_]+):(?= |$)", rf"\1{sign}", sound.lines[line])
    return changed(sound, {line: text}), [line + 1], text.strip()


def text_for_list(sound: Sound, dice: Dice) -> Done:
    """A list of one without its brackets."""
    return a_line(r"^( *(?:when|sets|unless|always): )\[([^],]*)\]", r"\1\2")(sound, dice)


def a_condition(pattern: str, new: str) -> Way:
    """Another way to write one of the conditions in brackets."""
    return a_line(rf"(\b(?:when|unless|always): \[.*?){pattern}", rf"\1{new}")


WAYS: dict[str, Way] = {
    "list for map": either(*map(list_for_map, ("ids", "names", "keys"))),
    "list for text": list_for_text,
    "text for list": text_for_list,
    "a key of other formats": foreign_key,
    "key without colon": key_without_colon,
    "no space after colon": a_line(r"^( *[a-z_]+): (?=\S)", r"\1:"),
    "bar and text in a line": a_line(SENTENCE, r"\1| \2"),
    "comment in prose": todo_in_prose,
    "minutes swapped": a_line(r"solo: (\d+), group: (\d+)", r"solo: \2, group: \1"),
    "and, or": either(
        a_condition(r"([a-z_ ]+ is [a-z ]+ \d+)", r"\2 and crew is at least 20"),
        a_condition(r"([a-z_ ]+ is [a-z ]+ \d+)", r"\2 or crew is at least 20"),
        a_condition(r"([a-z_]+)(?=[],])", r"\2 and crew is at least 20"),
    ),
    "signs in a condition": either(
        a_condition(r"is at least", ">="),
        a_condition(r"is at most", "<="),
        a_condition(r"is above", ">"),
        a_condition(r"is below", "<"),
        a_condition(r"is at least", "≥"),
        a_condition(r"is at least", "="),
    ),
    "semicolons in braces": a_line(r"(\{[^{}]*), ", r"\1; "),
    "comma at the end": either(
        a_line(r'^( *[a-z_]+: "[^"]*")$', r"\1,"),
        a_line(r"^( *(?:kind|practice|goto|outcome|chance|effort): )(\w+)$", r"\1\2,"),
    ),
    "capital letter": either(
        a_line(r"^( *)([a-z])(?=[a-z_]+: )", lambda m: m[1] + m[2].upper()),
        a_line(
            r"^( *(?:kind|practice|outcome|weather|teaches): )([a-z])",
            lambda m: m[1] + m[2].upper(),
        ),
    ),
}

PASTED: dict[str, Way] = {**pasting.WAYS, **WAYS}
"""All of what people bring along from elsewhere."""
EACH = 3
"""How often each is put into each scenario."""
