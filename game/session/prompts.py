"""What the facilitator reads: what the next press does, and what to say meanwhile."""

from __future__ import annotations

from game.i18n import N_
from game.session.session import Page, Phase

NEXT = {
    Phase.LOBBY: N_("Begin: read the situation out"),
    Phase.UNDER_WAY: N_("Open the next watch"),
    Phase.DISCUSSING: N_("Open the vote"),
    Phase.VOTING: N_("Lock the vote"),
    Phase.LOCKED: N_("Reveal the votes"),
    Phase.REVEALED: N_("Follow the majority"),
    Phase.SAILING: N_("Show what came of it"),
    Phase.RESULT: N_("On to the next watch"),
    Phase.DEBRIEF: N_("Next page"),
}
CAST_OFF = N_("Cast off: open the first watch")
GO_ON = N_("Go on")
TO_DEBRIEF = N_("To the debrief")
PROMPTS = {
    Phase.LOBBY: N_(
        "Say: each watch you have one order. Course orders lead, sails orders manage. "
        "You cannot do both well in one watch. Explain no more; the sea will."
    ),
    Phase.UNDER_WAY: N_(
        "Say nothing. Each has a ship and decides alone. Watch the wall, and see who is missing."
    ),
    Phase.DISCUSSING: N_(
        "Let both voices be read aloud. Ask: what do we know, and what do we guess?"
    ),
    Phase.VOTING: N_("Say nothing about what is right. Whoever has voted puts the phone down."),
    Phase.LOCKED: N_("Before you reveal: who expects what?"),
    Phase.REVEALED: N_("Hear one voice of the minority before you follow anyone."),
    Phase.SAILING: N_("Let them watch."),
    Phase.RESULT: N_("Read the why-line aloud. Ask: what did we not see coming?"),
}
PAGE_PROMPTS = {
    Page.BELIEVED: N_("Point at the gap, not at people: who on board could have told us?"),
    Page.NEEDED: N_("Which signal came first, and who saw it?"),
    Page.EVERY_CAPTAIN: N_(
        "Every captain here meant well. Where among them would your team stand?"
    ),
    Page.DECISIONS: N_("One order, not one person: what made it look right at the time?"),
    Page.ORDERS: N_("Where did the room split, and what did the sea ask there?"),
    Page.COSTLIEST: N_("Not whose order: what made it look right from the deck?"),
    Page.TAUGHT: N_("Who could have given the order, if they had been taught?"),
    Page.TOGETHER: N_("What did we think of ourselves, and what does the sea say?"),
    Page.QUESTION: N_("Ask it, and leave silence."),
    Page.ON_DECK: N_("How was it on deck?"),
    Page.HAPPENED: N_("What happened when?"),
    Page.STRUCTURE: N_("What in the ship's structure caused it? Not who."),
    Page.MONDAY: N_("What will you do on Monday, and who will ask you?"),
}
