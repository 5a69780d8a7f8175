"""The sea as one seat sees it: the weather in words and as a picture, and how she lies in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.i18n import N_, _
from game.scenario.model.scenario import Scenario
from game.scenario.model.scene import Hour, Scene, Sky
from game.ship.numbers import ONE
from game.ship.ship import Ship, end_of_ring
from game.ship.weather import CURRENT, STRONG, Weather, ring_growth
from game.voyage.voyage import Sailed, Voyage


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What sky and water look like. gale: whether it blows so hard that the clouds tower."""

    sky: Sky
    hour: Hour
    gale: bool = False


PLAIN = Scene("", "")
"""The game's own ship and port."""


@dataclass(frozen=True, slots=True)
class Sea:
    """Everything that a picture of the ship at sea shows; each number is a gauge.

    wind: 1 is her design wind. glass: how the barometer moves, -1 falling fast to 1 rising.
    heel: 1 is her designed load. sail, progress, stability, crew, seamanship: shares, 0 to 1.
    bearing: degrees between bow and port as believed; doubt: how far beyond that port may lie.
    props: what else the text tells of.
    """

    backdrop: Backdrop
    wind: float
    glass: float
    heel: float
    sail: float
    bearing: float
    doubt: float
    progress: float
    stability: float
    crew: float
    seamanship: float = 0.5
    scene: Scene = PLAIN
    props: tuple[str, ...] = ()

    @property
    def barometer(self) -> str:
        return _(_reading(-self.glass / SWING)[0])


SWING = 2.0
"""How far the glass moves for as much more wind as she was designed for."""
READINGS = (
    (0.35, N_("falling fast"), N_("more wind in the next watch")),
    (0.1, N_("falling"), N_("a little more wind in the next watch")),
    (-0.1, N_("steady"), ""),
)
"""The barometer by how much more wind is coming: more than this, how it moves, what that says."""
WINDS = {
    0.9: N_("Light wind, less than she was built for"),
    1.1: N_("Fair wind, what she was built for"),
    1.3: N_("Fresh wind, a little more than she was built for"),
    1.55: N_("A blow, half as much again as she was built for"),
    1.75: N_("A gale, far more than she was built for"),
}
"""The wind by what it is less than; 1 is what she was built for."""
STORM = N_("A gale, almost twice what she was built for")
GALE, RAIN, BUSY = 1.3, 1.55, 0.5
"""Of the wind, from where clouds tower, and from where it rains; of complexity, from where the sky
is grey: where a text says nothing of the sky. It never says fog.
"""
SUNRISE = Backdrop(Sky.CLEAR, Hour.DAWN)
IN_HARBOUR = Sea(SUNRISE, 0.9, 0.0, 0.55, 1.0, 9.0, 0.0, 0.35, 0.9, 0.8)
"""The sea of a title: nobody has given an order yet."""


def sea_ahead(scenario: Scenario, voyage: Voyage) -> Sea:
    """The sea of the watch to be decided, as forecast; of the last watch when all is over."""
    if voyage.outcome is not None:
        last = scenario.watches[voyage.sailed[-1]].weather
        return replace(_ship_at_sea(voyage.ship, last, SUNRISE), scene=scenario.scene)
    watch = scenario.watches[voyage.at]
    lying = _ship_at_sea(ship_before(scenario, voyage), watch.weather, backdrop(scenario, watch.id))
    return replace(
        lying,
        glass=max(-1.0, min(1.0, -SWING * _more_wind(scenario, voyage))),
        scene=scenario.scene,
        props=watch.look.props,
    )


def sea_expected(scenario: Scenario, voyage: Voyage) -> Sea:
    """What the sea should look like once an order is given: the watch's own, as written."""
    if voyage.outcome is not None:
        return sea_ahead(scenario, voyage)
    watch = scenario.watches[voyage.at]
    return _ship_at_sea(voyage.ship, watch.weather, backdrop(scenario, watch.id))


def ship_before(scenario: Scenario, voyage: Voyage) -> Ship[float]:
    """The ship as the captain of the watch to be decided knows her: the ring has grown."""
    if voyage.outcome:
        return voyage.ship
    growth = ring_growth(scenario.watches[voyage.at].weather.shift, ONE)
    return replace(voyage.ship, doubt=voyage.ship.doubt + growth)


def sea_after(scenario: Scenario, sailed: Sailed) -> Sea:
    """The sea that a watch was sailed in, and how she came out of it."""
    under = backdrop(scenario, sailed.watch)
    return replace(
        _ship_at_sea(sailed.passage.ship, sailed.weather, under),
        heel=sailed.passage.heel,
        scene=scenario.scene,
        props=scenario.watches[sailed.watch].look.props,
    )


def backdrop(scenario: Scenario, watch: str) -> Backdrop:
    """What a watch is sailed under: as its text says, else as the forecast has it."""
    weather, look = scenario.watches[watch].weather, scenario.watches[watch].look
    sky = Sky.OVERCAST if weather.complexity >= BUSY or weather.wind >= GALE else Sky.CLEAR
    sky = Sky.RAIN if weather.wind >= RAIN else sky
    hour = Hour.DAWN if watch == scenario.first_watch else Hour.DAY
    return Backdrop(look.sky or sky, look.hour or hour, weather.wind >= GALE)


def forecast(weather: Weather[float], variation: float) -> str:
    """The written weather in words, with the doubt that the voyage's own will keep within."""
    said = [_(next((words for bound, words in WINDS.items() if weather.wind < bound), STORM))]
    if variation:
        said[0] += _(", give or take a little")
    if weather.shift >= STRONG:
        said.append(_("a strong current sets across your track"))
    elif weather.shift >= CURRENT:
        said.append(_("a current sets across your track"))
    if weather.complexity >= 0.5:
        said.append(_("a great deal to see to"))
    return _("; ").join(said)


def barometer(scenario: Scenario, voyage: Voyage) -> str:
    """A word about the windiest watch that may come next."""
    if not scenario.onward(voyage.at):
        return _("Steady; this should be the last watch")
    moves, coming = _reading(_more_wind(scenario, voyage))
    glass = _(moves).capitalize()
    return _("{glass}: {told}", glass=glass, told=_(coming)) if coming else glass


def _reading(more: float) -> tuple[str, str]:
    """How the glass moves before this much more wind, and what that says."""
    for least, moves, coming in READINGS:
        if more > least:
            return moves, coming
    return N_("rising"), N_("less wind in the next watch")


def _more_wind(scenario: Scenario, voyage: Voyage) -> float:
    onward = [scenario.watches[watch].weather.wind for watch in scenario.onward(voyage.at)]
    here = scenario.watches[voyage.at].weather.wind
    return max(onward, default=here) - here


def _ship_at_sea(ship: Ship[float], weather: Weather[float], under: Backdrop) -> Sea:
    return Sea(
        backdrop=under,
        wind=weather.wind,
        glass=0.0,
        heel=ship.sail * weather.wind**2,
        sail=ship.sail,
        bearing=ship.reckoned,
        doubt=end_of_ring(ship, ONE) - ship.reckoned,
        progress=ship.progress / 100,
        stability=ship.stability / 100,
        crew=ship.crew / 100,
        seamanship=ship.seamanship / 100,
    )
