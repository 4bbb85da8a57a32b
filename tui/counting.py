"""How many there are of something, in words."""


def counted(count: int, what: str) -> str:
    """Return a count such as "1 aim" or "2,000 actions"."""
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"
