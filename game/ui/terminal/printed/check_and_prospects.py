"""A scenario file as text, for its writer: what is wrong, or a watch and its prospects."""

from __future__ import annotations

from collections.abc import Iterator

from game.findings import closest, count_text, format_finding
from game.playtest.prospects import answers_in, helps_in, prospects_sentence, voyage_at
from game.scenario.loading.check_file import check_file
from game.scenario.loading.library import build_checked
from game.ui.terminal.plain.plain import watch_lines
from game.ui.vocabulary import wrapped
from game.voyage.view import watch_view


def preview_lines(file: str, data: bytes, at: str) -> Iterator[str]:
    """The findings; then the watch that is asked for, or the first."""
    checked = check_file(file, data)
    text = data.decode("utf-8-sig", errors="replace")
    yield ""
    for finding in checked.findings:
        yield format_finding(finding, text)
    yield f"{file}: {count_text(checked.findings)}"
    scenario = build_checked(checked)
    if scenario is None:
        return
    if at and at not in scenario.watches:
        yield f"no watch is called '{at}': {closest(at, scenario.watches)}"
        return
    voyage = voyage_at(scenario, at or scenario.first_watch)
    yield from watch_lines(watch_view(scenario, voyage))
    for answer in answers_in(file, data).splitlines():
        yield from wrapped(answer)
    yield prospects_sentence(scenario, voyage)
    if helps := helps_in(file, data):
        yield from wrapped(helps)
