"""The debrief: what one voyage shows, compared with others in the same weather."""
