"""Hypothesis strategies: scenarios that an author might write, and orders a captain might give."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st

from game.scenario.model.scenario import PRACTICES
from game.ship.attention_cost import Kind
from game.testing import a_document, a_watch, an_order

GAUGES = ("progress", "course_error", "sail", "stability", "crew", "seamanship")
FLAGS = ("rested", "promised")
IDS = ("first", "second", "third")
# Strategies are made once: to make them anew for each draw takes longer than to draw from them.
FIXING = (Kind.SAILS, Kind.TEACH)
EITHER, KINDS, EFFORTS = st.booleans(), st.sampled_from(Kind), st.sampled_from(("full", "half"))
FEW, UP_TO_THREE, PERCENT = st.integers(1, 5), st.integers(1, 3), st.integers(5, 95)
VARIATIONS, DISTANCES = st.sampled_from((0, 0.1, 0.5)), st.sampled_from((30, 60, 100))


@cache
def effects(most: int = 8) -> st.SearchStrategy[dict[str, int]]:
    """Effects within reach."""
    return st.dictionaries(st.sampled_from(GAUGES), st.integers(-most, most), max_size=2)


@cache
def phrases(watches: int, orders: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    """Conditions that hold now and then."""
    plain = st.one_of(
        st.builds(
            "{} is {} {}".format,
            st.sampled_from((*GAUGES, "balance")),
            st.sampled_from(("at least", "at most", "above", "below")),
            st.integers(0, 100),
        ),
        st.sampled_from(FLAGS),
        st.integers(1, watches).map("visited watch_{}".format),
        st.sampled_from(orders).map("gave {}".format),
    )
    return st.lists(st.one_of(plain, plain.map("not {}".format)), max_size=2)


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """A scenario with branches, loops, locks, promises and chances."""
    count = draw(FEW)
    when, gotos = phrases(count, IDS), _gotos(count)
    watches = []
    for _ in range(count):
        orders = {
            id: draw(_orders(when, gotos, open_always=id == "first"))
            for id in IDS[: draw(UP_TO_THREE)]
        }
        orders["first"]["sets"] = [*FLAGS]
        orders["first"].pop("goto", None)  # so that some road leads out of every circle
        watches.append(a_watch(draw(_weathers()), **{id: orders[id] for id in orders}))
    names = {id for watch in watches for id in watch["orders"]}
    for watch in watches:
        for order in watch["orders"].values():
            _keep_known(order, names)
    variation = draw(VARIATIONS)
    distance = draw(DISTANCES)
    return a_document(*watches, voyage={"distance": distance, "variation": variation})


@cache
def _gotos(watches: int) -> st.SearchStrategy[str]:
    return st.sampled_from([f"watch_{number}" for number in range(1, watches + 1)] + ["harbour"])


@cache
def _practices(kind: Kind) -> st.SearchStrategy[str]:
    return st.sampled_from(PRACTICES.get(kind, PRACTICES[Kind.COURSE]))


@cache
def _weathers() -> st.SearchStrategy[Any]:
    return st.one_of(
        st.sampled_from(("calm", "gale", "shift", "fog")),
        st.fixed_dictionaries(
            {
                "wind": st.integers(3, 19).map(lambda tenths: tenths / 10),
                "shift": st.integers(0, 46),
                "complexity": st.sampled_from((0, 0.5, 1.5)),
            }
        ),
    )


@st.composite
def _orders(
    draw: st.DrawFn,
    when: st.SearchStrategy[list[str]],
    gotos: st.SearchStrategy[str],
    *,
    open_always: bool,
) -> dict[str, Any]:
    kind = draw(KINDS)
    practice = draw(_practices(kind))
    changes: dict[str, Any] = {"practice": practice, "effort": draw(EFFORTS)}
    if kind in FIXING and draw(EITHER):
        changes["fix"] = True
    if not open_always:
        changes["when"] = draw(when)
    if draw(EITHER):
        changes["strengthened_by"] = draw(when)
    if draw(EITHER):
        changes["goto"] = draw(gotos)
    if draw(EITHER):
        later = {"after": draw(UP_TO_THREE), "unless": draw(when), "effects": draw(effects())}
        changes["later"] = [{**later, "text": "It comes back."}]
    if draw(EITHER):
        chance = draw(PERCENT)
        changes["outcomes"] = [
            {"chance": chance, "result": "One way.", "effects": draw(effects())},
            {"chance": 100 - chance, "result": "Another.", "goto": draw(gotos)},
        ]
        if draw(EITHER):
            changes["outcomes"][draw(EITHER)]["grows_with"] = "seamanship"
    else:
        changes["effects"] = draw(effects())
    return an_order(kind.value, **changes)


def _keep_known(order: dict[str, Any], names: set[str]) -> None:
    """Leave out conditions on orders that this scenario does not have."""

    def known(phrase: str) -> bool:
        return "gave" not in phrase or phrase.rsplit(maxsplit=1)[-1] in names

    for key in {"when", "strengthened_by"} & order.keys():
        order[key] = list(filter(known, order[key]))
    for later in order.get("later", []):
        later["unless"] = list(filter(known, later["unless"]))


commands = st.lists(st.sampled_from(("first", "second", "third", "nonsense")), max_size=45)
"""Orders by id, some of which no scenario has."""
