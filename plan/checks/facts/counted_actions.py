"""How many actions a sentence or a table gives to the plan, to an aim or to a lead: for R40.

A sentence may count some of the actions; it cannot count more of them than there are.
"""

import re
from collections.abc import Iterator

from plan.checks.facts.actions_told import is_of_others
from plan.checks.paper import Paper, once_for_each_paper
from plan.model.rows import Action
from plan.papers.markdown import plain_of
from plan.papers.passage_tables import rows_of
from plan.reading.number_words import ORDINAL, in_figures, number_of, place_of
from plan.text.line_breaks import counted, shortened
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered
from plan.text.signs import Signs

_NOT_ALL = (
    r"of|new|other|more|further|old|late|open|remaining|outstanding|overdue|complete\w*|corporate|"
    r"national|such|these|those|urgent|short|long|medium|previous|and|or|to|the|audit|similar|"
    r"different|their|its|own|legal|court|disciplinary|enforcement|in|for|per|industrial|key|"
    r"immediate|closed|internal"
)
_ACTIONS = late_pattern(
    rf"(?<![\d.,£/–-])\b(?P<count>\d{{1,3}}) (?P<of>of (?:the|its|these) "
    rf")?(?:(?!(?:{_NOT_ALL})\b)[a-z-]+ ){{0,2}}actions\b"
    r"(?! (?:a|per|each|every) |-)"
)
_OF_THE_PLAN = late_pattern(
    r"\b(?:plan['’]?s?\b|appendix\b|this report\b|(?:been|are) (?:drawn up|set out|developed|"
    r"agreed|identified|proposed|listed|prepared)\b)",
    re.IGNORECASE,
    signs=Signs("plan. plans appendix report. been. are."),
)
_OF_ANOTHER = late_pattern(
    r"\b(?:recommend\w*|requirements?|inspectors?|auditors?|last|previous\w*|earlier|former|"
    r"original\w*|were|was|had|each|every|school|other|since|raised|review of|register|another|"
    r"between|over|about|some|than|reduced|merged|added)\b[^.;]{0,80}\bactions\b|"
    r"\bactions\b[^.;]{0,60}\b(?:recommended|added|merged|removed|from the (?:last|previous|audit)|"
    r"carried|rolled|of staff|that are new|of the (?:strategy|audit|programme|national)|in the "
    r"(?:strategy|audit|"
    r"national|programme)|across (?:all|the) (?:services|partners)|were|had)\b",
    re.IGNORECASE,
)
_AN_AIM = late_pattern(
    rf"\b(?:(?:the )?(?P<first>{ORDINAL}) (?:aim|priority|theme)|(?:aim|priority|theme) "
    r"(?P<number>\d{1,2}))\b(?![.:]\d)",
    re.IGNORECASE,
    signs=Signs("aim priority theme"),
)
_HAS = late_pattern(
    r"\b(?:there (?:are|is)|has|have|contains?|holds?|compris\w+|consists? of|through|with|by|"
    r"under(?:pinned)?|"
    r"includes?|supported|delivered|made up of)\b[^.;\d]{0,25}$",
    re.IGNORECASE,
)
_LEADS = late_pattern(
    r"\b(?:leads?|is the lead (?:for|of|on)|(?:is|are) (?:responsible|answerable|accountable|the "
    r"lead) for|takes? (?:forward|the lead)|owns?|has charge of|is to lead)\b[^.;\d]{0,20}$",
    re.IGNORECASE,
    signs=Signs("lead is. are. take own. owns. has."),
)
_PARTLY = late_pattern(r"\A[^.;]{0,40}\b(?:jointly|with|in part)\b", re.IGNORECASE)
_HEADS_A_COUNT = late_pattern(
    r"\W*(?:(?:number|no\.?|total|count) (?:of )?)?actions\W*", re.IGNORECASE
)
_TOTAL = late_pattern(r"\W*(?:grand |overall )?(?:totals?|all|sum)\b", re.IGNORECASE)


_MAY_COUNT = late_pattern(r"\d .{0,60}actions")


def counted_otherwise(paper: Paper, sentence: str) -> Iterator[tuple[str, str]]:
    """Yield what is said where a count of actions is none that the plan can have, with the count.

    It may be the count of an aim or of a lead, or any at all that is more than there are.
    """
    if "actions" not in sentence:
        return
    figures = in_figures(sentence)
    if not _MAY_COUNT.search(figures):
        return
    for found in _ACTIONS.finditer(figures):
        count, before = int(found["count"]), figures[: found.start()]
        aim = _aim_before(paper, before)
        is_led = _LEADS.search(before) is not None
        lead = next((one for one in _leads(paper) if one in before), "") if is_led else ""
        held: int | None = None
        whose = "the plan"
        if aim is not None and found["of"] is None and _HAS.search(before):
            held, whose = len(paper.plan.actions_of(paper.plan.aims[aim - 1].id)), f"aim {aim}"
        elif lead and not _PARTLY.match(figures[found.end() :]):
            held, whose = _led_by(paper, lead), f"“{lead}”"
        elif (
            found["of"] is None
            and _is_of_this_plan(paper, sentence)
            and count > len(paper.plan.actions)
        ):
            held = len(paper.plan.actions)
        if held is not None and held != count and not is_of_others(paper, sentence):
            has = "has" if whose[0] != "“" else "leads"
            said = f"{whose} {has} {counted(held, 'action')}"
            yield f"“{shortened(sentence)}”: {said}, not {count}.", found[0]


def actions_in_table(paper: Paper, table: str) -> Iterator[tuple[str, str]]:
    """Yield what is said where a table of the aims counts other actions than the plan has."""
    total = _counted_in(table, len(paper.plan.aims))
    if total is not None and total != len(paper.plan.actions):
        has = counted(len(paper.plan.actions), "action")
        yield f"The table counts {total} actions, and the plan has {has}.", str(total)


@remembered
def _counted_in(table: str, aims: int) -> int | None:
    """Return how many actions a table with a row for each aim counts, None if it has none."""
    rows = [[plain_of(cell).strip() for cell in row] for row in rows_of(table)]
    if len(rows) < _FEWEST_ROWS or not rows[0]:
        return None
    columns = [place for place, cell in enumerate(rows[0]) if _HEADS_A_COUNT.fullmatch(cell)]
    body = rows[1:]
    last = body.pop() if _TOTAL.match(body[-1][0]) else None
    if len(columns) != 1 or not columns[0] or len(body) != aims:
        return None
    counts = [number_of(row[columns[0]]) for row in (*body, *([last] if last else []))]
    if None in counts:
        return None
    figures = [one for one in counts if one is not None]
    return figures[-1] if last else sum(figures)


_FEWEST_ROWS = 3


def _aim_before(paper: Paper, text: str) -> int | None:
    named = list(_AN_AIM.finditer(text))
    if not named:
        return None
    found = named[-1]
    place = place_of(found["first"]) if found["first"] else int(found["number"])
    return place if place is not None and 0 < place <= len(paper.plan.aims) else None


@once_for_each_paper
def _leads(paper: Paper) -> list[str]:
    """Return the leads whose names have several words, the longest first."""
    names = {lead for one in paper.plan.actions for lead in one.leads if " " in lead.strip()}
    return sorted(names, key=len, reverse=True)


def _led_by(paper: Paper, lead: str) -> int | None:
    led: list[Action] = [one for one in paper.plan.actions if lead in one.leads]
    return len(led)


def _is_of_this_plan(paper: Paper, sentence: str) -> bool:
    if not _OF_THE_PLAN.search(sentence) or _OF_SOMEBODY.search(sentence):
        return False
    if _OF_ANOTHER.search(sentence):
        return False
    return not of_another_year(paper, sentence)


def of_another_year(paper: Paper, sentence: str) -> bool:
    """Return whether a sentence speaks of a plan of a year that no title here names."""
    if "plan" not in sentence:
        return False
    cover, report = paper.plan.cover, paper.plan.report
    named = f"{cover.title} {cover.subtitle} {report.title} {report.meeting_date}"
    return any(year not in named for year in _A_PLAN_OF.findall(sentence))


_OF_SOMEBODY = late_pattern(
    r"\b(?:each|every|own|schools? (?:have|has)|nurser\w+|what \d+|\d+ schools)\b", re.IGNORECASE
)
_A_PLAN_OF = late_pattern(r"\bplan (?:of|for|from|in) ((?:19|20)\d\d)\b")
