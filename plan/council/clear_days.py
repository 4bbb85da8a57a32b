"""Clear days before a meeting: the last day on which a paper can be sent out.

The Act asks for three clear days and does not say whether weekends and holidays count: councils
differ, so each says it in its format or its settings.
"""

from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

from plan.council.report_format import ClearDays

CLEAR_DAYS = 3
"""Full days that a paper must be open between being sent out and the meeting."""
_SATURDAY, _MONDAY = 5, 0
_A_WEEK, _LAST_OF_MAY = 7, 31


def last_day(meeting: date, counts: ClearDays = "every-day") -> date:
    """Return the last day a paper can be sent out: clear days exclude both ends."""
    day, left = meeting, CLEAR_DAYS
    while left:
        day -= timedelta(days=1)
        left -= _is_clear(day, counts)
    return day - timedelta(days=1)


def _is_clear(day: date, counts: ClearDays) -> bool:
    if counts in ("weekdays", "working-days") and day.weekday() >= _SATURDAY:
        return False
    return counts != "working-days" or day not in bank_holidays(day.year)


@lru_cache(maxsize=16)
def bank_holidays(year: int) -> frozenset[date]:
    """Return Scotland's bank holidays in a year, with the days in their place after a weekend.

    Source: Banking and Financial Dealings Act 1971, Schedule 1; St Andrew's Day Bank Holiday
    (Scotland) Act 2007; Boxing Day and the last Monday in May by yearly proclamation. A council's
    own local holidays are not among them.
    """
    fixed = [(1, 1), (1, 2), (11, 30), (12, 25), (12, 26)]
    found = {
        easter(year) - timedelta(days=2),
        _first_monday(year, 5),
        _first_monday(year, 8),
        _last_monday_of_may(year),
    }
    for month, day in fixed:
        one = date(year, month, day)
        while one.weekday() >= _SATURDAY or one in found:
            one += timedelta(days=1)
        found.add(one)
    return frozenset(found)


def _first_monday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(_MONDAY - first.weekday()) % _A_WEEK)


def _last_monday_of_may(year: int) -> date:
    last = date(year, 5, _LAST_OF_MAY)
    return last - timedelta(days=last.weekday())
