"""What captains of a regatta say besides their orders: a guess, an answer, advice, in pairs."""
