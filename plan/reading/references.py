"""References typed in a report: its own number, and the minutes and reports it cites."""

import re
from datetime import date

from plan.council.report_format import ReportFormat
from plan.reading.dates import MONTHS

_MONTHS = tuple(map(str.lower, MONTHS))
_ARTICLE = re.compile(
    r"\bArticle\s+(?P<article>[A-Za-z0-9]+)(?:\s*\((?P<item>[A-Za-z0-9]+)\))?\s+of\s+the\s+Minutes?"
    r"\s+of\s+(?:the\s+)?[Mm]eeting\s+of\s+(?:the\s+)?(?P<committee>.{1,200}?)\s+(?:of|held\s+on)\s+"
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[A-Za-z]+)\s+(?P<year>\d{4})",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER = re.compile(
    r"\bReport\s+no(?:\.:?|:|(?=\s+[\w/-]*\d))\s*(?P<number>[\w/-]*\w)", re.IGNORECASE
)
"""Does not match "the report no longer …": without a stop or a colon a figure must follow."""
_ROMAN = re.compile(
    r"(?=[MDCLXVI])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", re.IGNORECASE
)


def number_problem(number: str, report_format: ReportFormat) -> str:
    """Return what is wrong with a report's number, in words, or empty if nothing is."""
    if not number or report_format.is_number(number):
        return ""
    example = (
        f": one looks like {report_format.number_example}" if report_format.number_example else ""
    )
    return f"“{number}” is not a report number of this council{example}"


def reference_problems(text: str, report_format: ReportFormat) -> tuple[str, ...]:
    """Return what is wrong with the minutes and reports that a text cites, in words.

    There is nothing wrong with "Article X (iii) of the Minute of Meeting of the … Committee of 25
    April 2016, Report no. 166-2016 refers".
    """
    problems: list[str] = []
    for match in _ARTICLE.finditer(text):
        if not _ROMAN.fullmatch(match["article"]):
            problems.append(f"“Article {match['article']}” is not a Roman number")
        item = match["item"]
        if item and not (_ROMAN.fullmatch(item) or len(item) == 1):
            problems.append(f"“({item})” is neither a Roman number nor a letter")
        written = f"{match['day']} {match['month']} {match['year']}"
        if _date(match["day"], match["month"], match["year"]) is None:
            problems.append(f"“{written}” is not a date")
    problems += [
        problem
        for match in _NUMBER.finditer(text)
        if (problem := number_problem(match["number"], report_format))
    ]
    return tuple(problems)


def _date(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), _MONTHS.index(month.lower()) + 1, int(day))
    except ValueError:
        return None
