"""Simulated voyages: captains that sail by themselves, batches on arrays, the census."""
