"""The window for one captain: its screens, and the controller that holds the helm."""
