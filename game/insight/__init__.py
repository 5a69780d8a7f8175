"""Insight: captains that sail by themselves, their tracks, and what a scenario does to them."""
