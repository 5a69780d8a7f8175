"""Reports printed to the terminal as plain lines: census, playtest, debrief, replay, demo."""
