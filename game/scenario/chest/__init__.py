"""The chest: a scenario with all that belongs to it in one file, which nobody need trust."""
