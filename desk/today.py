"""Today's date, as a day and as a paper prints it."""

from datetime import date

from dateutil.relativedelta import relativedelta

from plan.reading.dates import date_in_words


def today() -> date:
    """Return today."""
    return date.today()


def today_in_words() -> str:
    """Return today's date as a paper prints it."""
    return date_in_words(today())


def a_year_from(day: date) -> date:
    """Return the same day of the next year; of 29 February, the 28th."""
    return day + relativedelta(years=1)
