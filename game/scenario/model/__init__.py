"""A scenario as plain frozen data: watches, orders, conditions, texts."""
