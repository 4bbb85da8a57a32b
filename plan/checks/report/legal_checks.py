"""What a report says of law, against what the paper itself tells: R45 and E52."""

import re
from collections.abc import Iterator
from datetime import date

from plan.checks.check import Check, Found, check
from plan.checks.facts.report_text import Words, report_words, sentences_of
from plan.checks.facts.subjects import decisions, is_said, is_to_decide, titles
from plan.checks.paper import Paper
from plan.model.rows import Action
from plan.papers.places import passage_place
from plan.papers.report_sections import sections_of_plan
from plan.text.line_breaks import shortened
from plan.text.remembered import remembered_by_row

_PRACTICE = "Council practice: the monitoring officer answers for what the law bears on"
_NO_LAW = re.compile(
    r"\b(?:does|do|will) not (?:give rise to|raise|have) (?:any )?(?:\w+ )?legal (?:implications?|"
    r"issues?|consequences?)\b|\bno (?:\w+ ){0,3}?legal (?:\w+ )?(?:implications?|issues?|"
    r"consequences?|impacts?|aspects?)\b|\A\W*+(?:\d[\d.]*+\s*+)?legal(?: (?:implications?|"
    r"aspects?|issues?))?\s*[-–—:]\s*(?:there are )?(?:none|nil|no\b)",
    re.IGNORECASE,
)
_OF_LAW = re.compile(r"\A\W*+(?:\d[\d.]*+\s*+)?legal\b", re.IGNORECASE)
_BARE_NONE = re.compile(
    r"\W*(?:there are )?(?:none|nil|no(?:ne)?(?: legal)? implications)(?: arising)?(?: directly)?"
    r"(?: (?:from|of|in) this report)?\W*",
    re.IGNORECASE,
)
_IN_COURT = (
    r"\b(?:raised|lodged|brought|served)\b[^.;]{0,50}\b(?:sheriff court|court of session|"
    r"actions? for|petitions?|claims? (?:for|against))|"
    r"\b(?:(?:claims?|petitions?|appeals?|summons|proceedings|(?:court|"
    r"legal) actions?)\b[^.;]{0,60}|(?:actions?|case)\b[^.;]{0,60}?\b(?:is|are|remains?|"
    r"stands?)(?: now| still| currently)?) "
    r"(?:before|in|at|to) the (?:(?!food|tennis)\w+ )?(?:sheriff|courts?|tribunals?)\b|"
    r"\bclaims? for damages\b|\b(?:legal|court) proceedings\b|\blitigation\b|"
    r"\bjudicial review\b|\b(?:employment )?tribunal\b"
)
"""Something that is before a court, in whatever words."""
_NOT_AS_ALWAYS = (
    r"(?![^.;]{0,80}\b(?:as (?:now|before|usual|always|(?:it|we|they) (?:has|have|do|does)|in "
    r"(?:\w+ )?(?:years?|seasons?))|(?:each|every) (?:\w+ )?(?:years?|seasons?|terms?)|"
    r"on the same terms)\b)"
)
"""What is done each year anew and bears on law no more than it did."""
_BEARS_ON_LAW = re.compile(
    r"\b(?:contracts?|agreement|supply|lease)\b[^.;]{0,120}\bwithout (?:an?y? )?(?:new |further |"
    r"full |open )?(?:competition|tender\w*|procurement)|"
    r"\bdirect(?:ly)? award\w*|\baward\w*[^.;]{0,60}\bwithout (?:an?y? )?(?:new |further )?"
    r"(?:competition|tender\w*)|\bwaiv\w+ (?:of )?(?:the )?(?:contract |procurement |financial )?"
    r"(?:standing orders|regulations|procedures?|rules)|"
    r"\b(?:breach(?:es|ed)?|contraven\w+|fail(?:ed|s|ure)? to comply with|not compl\w+ with)\b"
    r"[^.;]{0,100}\b(?:Order|Act|Regulations?|statutory|(?-i:the law)|duty)\b|"
    r"\b(?:enforcement|improvement|prohibition) notice\b|\bTUPE\b|\bcompulsory purchase\b|"
    r"\bfailed (?:\w+ )?in (?:its|the|a|their) (?:\w+ )?dut(?:y|ies)\b|"
    r"\b(?:traffic regulation|road construction|redetermination) orders? (?:is|are|will be|"
    r"to be)\b|\b(?:will|shall|(?:is|are) to|to|council) enters? into (?:an? |the |"
    r"new )?(?:[\w-]+ ){0,2}?(?:contracts?|agreements?|leases?|joint venture|"
    rf"partnership agreement)\b{_NOT_AS_ALWAYS}|"
    r"\b(?:contracts?|leases?|(?:legal|licen[cs]e|loan|service level|minute of) agreements?)\b"
    r"[^.;]{0,30}? (?:will|(?:is|are) to) be (?:signed|entered into)\b|"
    r"\bleases?\b[^.;]{0,60}\b(?:will|is to|are to) be (?:\w+ )?(?:granted|signed|"
    rf"assigned|terminated|surrendered)\b|{_IN_COURT}",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:no|not|never|nor|without|avoid\w*|prevent\w*|risk of|if|could|would|may|might|once|"
    r"reduc\w+|zero|guides?|leaflets?|help\w*|advice|advise)\W+(?:[\w-]+\W+){0,3}$",
    re.IGNORECASE,
)
_NEAR = 60
_INTEGRATED = re.compile(r"(?i:\bintegration (?:joint board|authority)\b)|\bIJB\b")
_NO_DIRECTION = re.compile(
    r"\bno (?:new |further )?directions?\b[^.;]{0,90}\b(?:required|needed|necessary|issued|made)\b|"
    r"\bdirections?\b[^.;:|]{0,60}[:|–—-] ?(?:none|nil|not required)\b|"
    r"\bnot (?:asked|invited|required) to (?:direct|issue)\b|"
    r"\bdirections? (?:is|are) not (?:required|needed|necessary)\b|"
    r"\b(?:does|do|will) not (?:require|need|call for) (?:an? |any )?(?:new |further )?"
    r"directions?\b",
    re.IGNORECASE,
)
_SPENDS = re.compile(
    r"\b(?:approv|agree|authoris)\w*\b[^.;]{0,120}(?:£\s?\d|\b(?:expenditure|spending|funding|"
    r"posts|commission\w*|investment|closure|decommission\w*)\b)",
    re.IGNORECASE,
)
_CHANGES_A_SERVICE = re.compile(
    r"\b(?:approv|agree|authoris)\w*\b[^.;]{0,60}?\b(?:(?:strategic|commissioning|delivery|"
    r"financial) (?:[\w-]+ )*plan|(?:new )?(?:model|redesign) of|(?:reduc\w+|clos\w+|mov(?:e|ing)|"
    r"transfer\w*|withdraw\w*|expan\w+|redesign\w*) [^.;]{0,40}?\b(?:units?|wards?|beds|services?|"
    r"care|hospitals?|teams?|centres?|clinics?|hours|posts))\b",
    re.IGNORECASE,
)
_OF_DIRECTIONS = re.compile(
    r"\bdirections?\b(?! of travel)(?<!strategic direction)(?<!\bin the direction)", re.IGNORECASE
)
_ISSUES = re.compile(
    r"\b(?:issu\w+|mak(?:e|es|ing)|approv\w+|agree\w*)\b[^.;]{0,40}\bdirections? (?:to|at|in|as|"
    r"set|attached|on|for|under)\b",
    re.IGNORECASE,
)
_DIRECTION = re.compile(r"\W*(?:draft )?directions?\b(?! (?:of travel|signs?))", re.IGNORECASE)
"""How an appendix is titled that is a direction itself."""
_LABEL = re.compile(r"\W*(?:\d\W*)?no directions? (?:required|needed)\W*", re.IGNORECASE)
_IS_TICKED = re.compile(r"\s*(?:yes|y|x|true|[✓✔☒☑√])\W*", re.IGNORECASE)


@check("R45", "ASK", "“No legal implications” holds of what the paper itself tells.", _PRACTICE)
def law_is_spoken_of(paper: Paper) -> Iterator[Found]:
    """R45: nothing of law is said, beside a contract without competition, or a breach that is told.

    What is denied, feared or to be prevented is no breach.
    """
    said = report_words(paper)
    sections = sections_of_plan(paper.plan, paper.council.report)
    legal = {one.id for one in sections if _OF_LAW.search(one.heading)}
    denied = next((words for words in said if _denies(words, legal)), None)
    if denied is None:
        return
    for where, text in _told(paper, said, denied):
        if matter := _matter_of_law(text):
            asked = (
                f"No legal implications are said here, and {where} speaks of "
                f"“{shortened(matter)}”: what does the law ask there?"
            )
            yield Found(passage_place(paper.plan, denied.passage), asked, (matter,))
            return


def _denies(words: Words, legal: set[str]) -> bool:
    """Return whether a passage says that there is nothing of law, or so under a heading of it."""
    if words.passage.section in legal and _BARE_NONE.fullmatch(words.text):
        return True
    return any(_NO_LAW.search(sentence) for sentence, _ in sentences_of(words))


def _told(paper: Paper, said: tuple[Words, ...], denied: Words) -> Iterator[tuple[str, str]]:
    for action in paper.open_actions:
        if _may_bear_on_law(action):
            yield f"action {paper.plan.refs_in_words(action.id)}", action.text
    for words in said:
        if words is not denied:
            yield "the report", words.text


@remembered_by_row
def _may_bear_on_law(action: Action) -> bool:
    return bool(_matter_of_law(action.text))


def _matter_of_law(text: str) -> str:
    for found in _BEARS_ON_LAW.finditer(text):
        if not _NOT_SO.search(text[max(0, found.start() - _NEAR) : found.start()]):
            return found[0]
    return ""


@check(
    "E52",
    "ASK",
    "What an integration joint board decides is carried out by a direction.",
    "Public Bodies (Joint Working) (Scotland) Act 2014, sections 26 and 27: asked of meetings from "
    "April 2016, when the last boards took up their functions",
    since=date(2016, 4, 1),
)
def board_directs(paper: Paper) -> Iterator[Found]:
    """E52: no direction is said to be needed, and one is issued, or spending is to be approved.

    Where no word is said of directions at all, it is asked of what changes services or spends.
    """
    report = paper.plan.report
    said = report_words(paper)
    names = (report.committee, report.by, *titles(paper), *(words.text for words in said[:2]))
    if not is_to_decide(paper) or not any(map(_INTEGRATED.search, names)):
        return
    decided = decisions(paper)
    issued = next(filter(None, map(_ISSUES.search, decided)), None)
    spent = issued or next(filter(None, map(_SPENDS.search, decided)), None)
    appended = next((one for one in paper.plan.appendices if _DIRECTION.match(one.title)), None)
    changed = spent or next(filter(None, map(_CHANGES_A_SERVICE.search, decided)), None)
    if changed is not None and appended is None and not is_said(paper, _OF_DIRECTIONS):
        asked = next(one for one in decided if changed[0] in one).strip(" .;")
        text = (
            f"The board is asked to “{shortened(asked)}”, and no word is said of a direction: who "
            "carries it out without one?"
        )
        words = next(one for one in said if one.passage.kind == "recommendation")
        yield Found(passage_place(paper.plan, words.passage), text, (asked,))
        return
    if spent is None and appended is None:
        return
    question = "which is right" if issued else "who carries it out without a direction"
    for words in said:
        is_table = words.passage.kind == "table"
        for sentence, after in sentences_of(words):
            if found := _denied_direction(sentence, after if is_table else None):
                text = f"“{shortened(found)}” is said here, and "
                if spent is not None:
                    asked = next(one for one in decided if spent[0] in one).strip(" .;")
                    text += f"the board is asked to “{shortened(asked)}”: {question}?"
                elif appended is not None:
                    text += f"“{shortened(appended.title)}” is appended: which is right?"
                fact = spent[0] if spent is not None else appended.title if appended else ""
                yield Found(passage_place(paper.plan, words.passage), text, (found, fact))
                return


def _denied_direction(sentence: str, beside: str | None) -> str:
    """Return the words that say that no direction is needed; `beside` is the next cell of a table.

    In the list of four that every such report has, only the row that is ticked says so.
    """
    found = _NO_DIRECTION.search(sentence)
    if found is None:
        return ""
    is_label = beside is not None and _LABEL.fullmatch(sentence) is not None
    return "" if is_label and not _IS_TICKED.fullmatch(beside or "") else found[0]


LEGAL_CHECKS: tuple[Check, ...] = (law_is_spoken_of, board_directs)
