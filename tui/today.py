"""Today's date as a paper prints it."""

from datetime import date

from plan.dates import date_in_words


def today_in_words() -> str:
    """Return today's date."""
    return date_in_words(date.today())
