"""`python -m tests.codes`: writes the index of the pages and their wording anew.

The index is docs/codes/README.md; the wording, golden/findings.txt, is what `check` says of each
bad example. Explain a change of either in its commit.
"""

from __future__ import annotations

from pathlib import Path

from game.findings import Finding, format_finding
from game.scenario.loading.check_beside import check_beside
from game.scenario.loading.files import bundled_folder
from game.scenario.loading.finding_docs import FOLDER, codes, page
from game.scenario.loading.library import open_bytes
from game.scenario.translation.translation import examine_translation
from tests.excerpts import laid_over, sound, translated

INDEX = bundled_folder(FOLDER) / "README.md"
WORDING = Path(__file__).parent / "golden" / "findings.txt"
PROVED = {
    "C001": "assets/starter.yaml",
    "L002": "assets/starter.yaml",
    "L005": "scenarios/two-hands-on-the-wheel.yaml",
    "L009": "assets/starter.yaml",
    "L010": "assets/starter.yaml",
}
"""What `playtest` alone can tell, and the scenario that the examples are laid over."""
CHECKED = tuple(code for code in codes() if code not in PROVED)
TRANSLATED = tuple(code for code in codes() if code.startswith("T"))
"""What is told of translations; their examples are laid over the sound scenario's own."""
HEAD = """\
# What `check` and `playtest` say

Each finding has a code, and each code a page with its cause, a bad and a good example;
`explain CODE` shows the same in a terminal. The examples are excerpts: laid over
[a sound scenario](sound.yaml), each bad one is told with exactly its own code and each good one
with none, which a test makes sure of. What `playtest` alone can tell, [C001](C001.md),
[L002](L002.md), [L009](L009.md) and [L010](L010.md), is laid over
[the starter](../../assets/starter.yaml), and [L005](L005.md) over
[Two Hands on the Wheel](../../scenarios/two-hands-on-the-wheel.yaml). The T codes are about
translations; their examples are laid over [that of the sound scenario](sound.de.yaml).

An error stops a scenario from sailing; a warning or an info may be meant. Say so with a comment on
the line or above it, `# check-ignore F007: they differ in words on purpose`, or for a whole project
in its pyproject.toml:

```toml
[tool.even-keel]
severity = {A001 = "error", L004 = "off"}
```

| code | | means |
|---|---|---|
"""


def example(excerpt: str, code: str) -> tuple[str, tuple[Finding, ...]]:
    """An example as a whole file, and what `check` finds in it."""
    if code not in TRANSLATED:
        text = laid_over(excerpt)
        return text, check_beside("storm.yaml", text.encode(), bundled_folder(FOLDER)).findings
    text = laid_over(excerpt, translated())
    scenario = open_bytes("sound.yaml", sound().encode()).scenario
    return text, examine_translation("storm.de.yaml", text.encode(), scenario).findings


def index() -> str:
    """The list of all pages."""
    rows = (
        f"| [{known.code}]({known.code}.md) | {known.severity} | {known.title} |\n"
        for known in map(page, codes())
    )
    return HEAD + "".join(rows)


def wording() -> str:
    """What is said of each bad example."""
    told = []
    for code in CHECKED:
        text, found = example(page(code).bad, code)
        told += [format_finding(finding, text) + "\n" for finding in found]
    return "\n".join(told)


if __name__ == "__main__":
    INDEX.write_text(index(), encoding="utf-8")
    WORDING.write_text(wording(), encoding="utf-8")
