"""What the facilitator reads: what the next press does, and what to say meanwhile."""

from __future__ import annotations

from game.session.session import Page, Phase

NEXT = {
    Phase.LOBBY: "Begin: read the situation out",
    Phase.DISCUSSING: "Open the vote",
    Phase.VOTING: "Lock the vote",
    Phase.LOCKED: "Reveal the votes",
    Phase.REVEALED: "Follow the majority",
    Phase.SAILING: "Show what came of it",
    Phase.RESULT: "On to the next watch",
    Phase.DEBRIEF: "Next page",
}
GO_ON = "Go on"
TO_DEBRIEF = "To the debrief"
PROMPTS = {
    Phase.LOBBY: "Say: each watch you have one order. Course orders lead, sails orders manage. "
    "You cannot do both well in one watch. Explain no more; the sea will.",
    Phase.DISCUSSING: "Let both voices be read aloud. Ask: what do we know, and what do we guess?",
    Phase.VOTING: "Say nothing about what is right. Whoever has voted puts the phone down.",
    Phase.LOCKED: "Before you reveal: who expects what?",
    Phase.REVEALED: "Hear one voice of the minority before you follow anyone.",
    Phase.SAILING: "Let them watch.",
    Phase.RESULT: "Read the why-line aloud. Ask: what did we not see coming?",
}
PAGE_PROMPTS = {
    Page.TRACK: "Point at the ghosts, not at people.",
    Page.EVERY_CAPTAIN: "Every dot is a captain who meant well. Where would your team's dot be?",
    Page.NEEDED: "Which signal came first, and who saw it?",
    Page.ONE_WATCH: "One order, not one person: what made it look right at the time?",
    Page.QUESTION: "Ask it, and leave silence.",
    Page.ON_DECK: "How was it on deck?",
    Page.HAPPENED: "What happened when?",
    Page.STRUCTURE: "What in the ship's structure caused it? Not who.",
    Page.MONDAY: "What will you do on Monday, and who will ask you?",
}
