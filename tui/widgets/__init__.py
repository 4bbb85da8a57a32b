"""The parts of the screen: each shows what it is given and says what was asked of it."""
