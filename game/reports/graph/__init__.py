"""The graph: a scenario's watches, orders and ends as a drawing, with the traffic on its ways."""
