"""What a screening found, and of a decision that costs somebody something: R17."""

import re
from collections.abc import Iterator

from plan.checks.check import Check, Found, check
from plan.checks.facts.report_text import report_sections, words_in
from plan.checks.facts.subjects import decisions, is_to_decide, subjects_of, titles
from plan.checks.paper import Paper
from plan.papers.markdown import plain_of
from plan.papers.passage_tables import rows_of
from plan.papers.places import passage_place, section_place
from plan.text.sentences import sentences_in

_SCREENING = "The council's report format; Equality Act 2010, section 149"
_SCREENED = re.compile(r"\bscreened\b", re.IGNORECASE)
_FOUND = re.compile(
    r"\b(?:no (?:\w+ ){0,3}?(?:issues?|implications?|impacts?|effects?)|found|identif\w+|"
    r"attached)\b",
    re.IGNORECASE,
)
_NOTHING_FOUND = re.compile(
    r"\bno (?:major |significant |policy |adverse |negative )*(?:issues?|implications?|impacts?)\b",
    re.IGNORECASE,
)
_OF_SCREENING = re.compile(
    r"\b(?:screen\w*|impact|assess\w*|implications?|equal\w*)\b", re.IGNORECASE
)
_FEWEST_ROWS = 3


def _rows_without_result(paper: Paper) -> Iterator[Found]:
    """Yield the rows of a table of screening that have no word beside them, where others have."""
    for section in report_sections(paper):
        if not _OF_SCREENING.search(section.heading):
            continue
        for words in words_in(paper, section.id):
            if words.passage.kind != "table":
                continue
            rows = [[plain_of(cell).strip() for cell in row] for row in rows_of(words.passage.text)]
            blank = [row[0] for row in rows[1:] if row[0] and not any(row[1:])]
            is_rule = len(rows) > _FEWEST_ROWS and len(blank) == 1 and len(rows[0]) > 1
            if is_rule and all(map(any, (row[1:] for row in rows[1:] if row[0] not in blank))):
                text = f"“{blank[0]}” has no word beside it: what did the screening find?"
                yield Found(
                    passage_place(paper.plan, words.passage), text, (blank[0],), about="row"
                )


@check("R17", "ASK", "The screening says what it found.", _SCREENING)
def screening_has_a_result(paper: Paper) -> Iterator[Found]:
    """R17: screened, and not a word of the result; or nothing found of what closes or is cut.

    In a table of its topics each has its result.
    """
    yield from _rows_without_result(paper)
    for section in paper.council.report.sections:
        if not section.topics:
            continue
        said = words_in(paper, section.id)
        text = " ".join(words.text for words in said)
        if not said:
            continue
        sentences = [one for one in sentences_in(text) if one.strip()]
        if all(map(_SCREENED.search, sentences)) and not _FOUND.search(text):
            place = section_place(section.id)
            yield Found(place, "It is not said what the screening found.", (text,), about="result")
        elif _NOTHING_FOUND.search(text) and (what := _weighs_on_people(paper)):
            said_of = f"“{what}” is to be decided, and the screening found nothing"
            asked = f"{said_of}: what of risk and of who is affected?"
            yield Found(section_place(section.id), asked, (what,), about="closing")


def _weighs_on_people(paper: Paper) -> str:
    """Return the title or decision by which something closes, is charged for or is cut."""
    if not is_to_decide(paper):
        return ""
    said = (*titles(paper), *decisions(paper))
    return next((one for one in said if "closing" in subjects_of(one)), "")


SCREENING_CHECKS: tuple[Check, ...] = (screening_has_a_result,)
