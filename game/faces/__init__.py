"""Faces: what people see. A face sends orders and shows views; it holds no rules of the game."""
