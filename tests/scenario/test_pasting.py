"""What people paste from Word, web pages, mail and chat is named, where it stands, and mended so.

`python -m tests.mutations --pasted --follow` tries the same on every shipped scenario.
"""

from __future__ import annotations

from itertools import pairwise

import pytest

from game.findings import Severity
from game.scenario.authoring.rename import find_use, rename, uses_in
from game.scenario.loading.check_file import check_file
from game.scenario.loading.files import bundled_folder
from tests.excerpts import laid_over, sound
from tests.mutations.breaking import breaks
from tests.mutations.following import follow
from tests.mutations.habits import PASTED
from tests.mutations.judging import judge
from tests.parsers import read_by_both

STARTER = (bundled_folder("assets") / "starter.yaml").read_text(encoding="utf-8")
SEED = 11


@pytest.mark.parametrize("name", PASTED)
def test_what_is_pasted_is_told_once_and_its_way_out_never_makes_it_worse(name: str) -> None:
    """On its line, by both parsers alike, and without a fault."""
    for broken in breaks(STARTER, 1, SEED, {name: PASTED[name]}):
        verdict = judge(broken)
        counts = [len(findings) for _, findings in follow(broken.text)]
        read_by_both("f.yaml", broken.text.encode())

        assert not verdict.raised
        assert verdict.right, (broken.what, verdict.findings)
        assert verdict.single, (broken.what, verdict.findings)
        assert all(after <= before for before, after in pairwise(counts)), broken.what


def said(text: str) -> list[str]:
    """What is told of a file: line, message and the way out."""
    found = check_file("f.yaml", text.encode()).findings
    return [f"{one.at.line}: {one.message} | {one.hint}" for one in found]


def changed(old: str, new: str) -> str:
    """The starter with one piece otherwise."""
    assert STARTER.count(old) == 1
    return STARTER.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param(
            "\nwatches:\n",
            "\nwatches\n",
            "37: a key without ':' | write 'watches:'",
            id="a section without its colon",
        ),
        pytest.param(
            "crew: +4, stability: -2}",
            "crew: +4, stability: \u20132}",
            "52: '\u20132' begins with U+2013 en dash, not with a minus | write -2",
            id="a dash for a minus",
        ),
        pytest.param(
            "wind: 1.8, shift: 8, complexity: 0.6",
            "wind: 1,8, shift: 8, complexity: 0,6",
            "63: '1,8' has a decimal comma | write 1.8, with a point",
            id="two decimal commas in a line",
        ),
        pytest.param(
            'text: "Your water casks leak."',
            "text: \u201cYour casks leak, and badly.\u201d",
            "33: curly quotes do not count as quotes: U+201C left double quotation mark is one "
            '| write "Your casks leak, and badly."',
            id="curly quotes in braces",
        ),
        pytest.param(
            "    weather: shift\n",
            "\u00a0 \u00a0 weather: shift\n",
            "95: a sign that nobody sees stands here: U+00A0 no-break space "
            "| delete it, and type a space",
            id="a no-break indent",
        ),
        pytest.param(
            "language: en\n",
            "language: en\nimage: storm.png\n",
            "9: nothing is called 'image' here | pictures have names: portrait, scene, props",
            id="a picture",
        ),
    ],
)
def test_the_message_names_what_people_cannot_see(old: str, new: str, told: str) -> None:
    """And nothing else is said."""
    assert said(changed(old, new)) == [told]


def test_a_merge_conflict_in_prose_is_one_message_at_its_head() -> None:
    """With its three marks, wherever the parser stumbles."""
    line = next(line for line in STARTER.splitlines() if "two of them" in line)
    marked = f"<<<<<<< HEAD\n{line}\n=======\n      Another line.\n>>>>>>> new-harbour"

    assert said(STARTER.replace(line, marked)) == [
        f"{STARTER.splitlines().index(line) + 1}: a merge conflict stands here, with git's marks "
        "| keep one side, delete the other, and delete the marks '<<<<<<<', '=======', '>>>>>>>'"
    ]


def test_signs_in_many_lines_are_one_message_and_other_mistakes_are_told_beside_it() -> None:
    """Each at its own place in the file as it is."""
    text = STARTER.replace("\n      ", "\n\u00a0     ").replace(
        "speaks_for: sails", "speaks_for: sail"
    )
    first, second = said(text)

    assert first.startswith("29: 'speaks_for' cannot be 'sail'")
    assert "U+00A0 no-break space, here and on" in second


@pytest.mark.parametrize(
    ("excerpt", "told"),
    [
        pytest.param(
            "watches:\n  dawn:\n    says:\n      - navigator: Steer.\n      - bosun: Reef.\n",
            ["'says' is a list here, and holds ids | take the '- ' away before each id"],
            id="ids as items",
        ),
        pytest.param(
            "watches:\n  dawn:\n    orders:\n      - label: One voice\n        kind: course\n",
            [
                "'orders' is a list here, and its entries need ids of their own "
                "| write an id, such as 'one_voice:', for each '- ', and indent what is below it"
            ],
            id="orders without ids",
        ),
        pytest.param(
            "watches:\n  dawn:\n    notes:\n      - Ask.\n      - Wait a moment.\n",
            [
                "'notes' must be one text, not a list "
                "| take each '- ' away, and put a '|' after the colon"
            ],
            id="a text as a list",
        ),
        pytest.param(
            "watches:\n  fog_bank:\n    orders:\n      creep_on:\n        goto: [dawn]\n",
            ["'goto' must be one word, not a list | write goto: dawn"],
            id="a word as a list",
        ),
        pytest.param(
            "endings:\n  landfall:\n    when: [crept and crew is at least 20]\n",
            [
                "'and' joins no conditions: a list does "
                "| write two conditions: [crept, crew is at least 20]",
            ],
            id="and",
        ),
        pytest.param(
            "endings:\n  landfall:\n    when: [crept or crew is at least 20]\n",
            ["there is no 'or' in conditions | let two orders, or two endings, ask for one each"],
            id="or",
        ),
        pytest.param(
            "endings:\n  landfall:\n    when: [crew >= 20]\n",
            ["conditions are written in words, without '>=' | write 'crew is at least 20'"],
            id="a sign that compares",
        ),
    ],
)
def test_another_shape_is_told_once_at_its_head(excerpt: str, told: list[str]) -> None:
    """With what to write instead."""
    assert [one.split(": ", 1)[1] for one in said(laid_over(excerpt))] == told


def test_an_id_with_umlauts_is_told_once_with_its_spelling_and_rename_does_it() -> None:
    """Wherever it is named; and the file sails."""
    text = sound().replace("navigator", "l\u00f6tsin")
    told = said(text)
    use = find_use(uses_in("f.yaml", text.encode()), "l\u00f6tsin", None)
    renamed, count = rename("f.yaml", text.encode(), use, "loetsin")

    assert len(told) == 1
    assert "write 'loetsin'" in told[0]
    assert count == 4
    assert said(renamed.decode()) == []


def test_what_is_only_shown_is_a_warning() -> None:
    """HTML, curly quotes and remarks in texts stop no voyage."""
    html = check_file(
        "f.yaml", sound().replace("title: Open water", "title: Open<br>water").encode()
    )

    assert [(one.code, one.severity) for one in html.findings] == [("Y010", Severity.WARNING)]
    assert html.document
