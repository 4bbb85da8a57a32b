"""Today's date as a paper prints it."""

from datetime import date

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def date_in_words(day: date) -> str:
    """Return a date such as "26 September 2016", whatever the machine's language."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def today_in_words() -> str:
    """Return today's date."""
    return date_in_words(date.today())
