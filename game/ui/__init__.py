"""What people see. A UI sends orders and shows views; it holds no rules of the game."""
