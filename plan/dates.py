"""Dates and moments in the words of a paper, whatever the machine's language."""

from datetime import date, datetime

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def date_in_words(day: date) -> str:
    """Return a date such as "26 September 2016"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def moment_in_words(moment: datetime) -> str:
    """Return a moment such as "26 September 2016, 14:02"."""
    return f"{date_in_words(moment.date())}, {moment:%H:%M}"
