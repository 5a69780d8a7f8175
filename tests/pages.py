"""A page as a test reads it, and as Chromium prints it."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

CHROMIUM = (
    *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"),
    *("--no-first-run", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--no-pdf-header-footer"),
)


@dataclass
class Page(HTMLParser):
    """What stands on a page. labels: what its pictures say. rows: its table, cell by cell.

    tags: each with its attributes. headings: (level, text), in order.
    """

    text: str
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    pre: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._inside: list[str] = []
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        named = {name: value or "" for name, value in attrs}
        self.tags.append((tag, named))
        if tag not in {"meta", "path", "use"}:
            self._inside.append(tag)
        if named.get("role") == "img":
            self.labels.append(named["aria-label"])
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")
        elif tag in {"h1", "h2", "h3"}:
            self.headings.append((int(tag[1]), ""))

    def handle_endtag(self, tag: str) -> None:
        """An element ends; those that were left open in it, too."""
        while tag in self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Text, for whatever it stands in."""
        if {"td", "th"} & set(self._inside):
            self.rows[-1][-1] += data.strip()
        if "pre" in self._inside:
            self.pre += data
        level, told = self.headings[-1] if self.headings else (0, "")
        if f"h{level}" in self._inside:
            self.headings[-1] = (level, told + data)

    def label(self, beginning: str) -> str:
        """What the picture says whose words begin like this."""
        return next(label for label in self.labels if label.startswith(beginning))


def printed(page: str, folder: Path) -> tuple[int, str, str]:
    """A page printed to PDF: how many sheets, their size, and the text on them."""
    source, pdf = folder / "page.html", folder / "page.pdf"
    source.write_text(page, encoding="utf-8")
    words = (f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={pdf}", source.as_uri())
    subprocess.run([*CHROMIUM, *words], check=True, capture_output=True, timeout=120)
    told = _run("pdfinfo", str(pdf))
    facts = dict(line.split(":", 1) for line in told.splitlines() if ":" in line)
    text = _run("pdftotext", "-layout", str(pdf), "-")
    return int(facts["Pages"]), facts["Page size"].strip(), text


def _run(*words: str) -> str:
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout
