"""The ship, the weather and the passage: the model's equations, pure, over one ship or many."""
