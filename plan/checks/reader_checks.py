"""What a reader of the report needs: papers it points to, text that all can read: R19, R20, R23."""

import re
from collections.abc import Iterator
from datetime import date

from plan.checks.check import Check, Found, check
from plan.checks.paper import Paper
from plan.checks.report_checks import is_in_own_layout
from plan.checks.report_text import BY_ANOTHER_WORD, is_meant, report_words, words_in
from plan.checks.subjects import titles
from plan.model.rows import Appendix
from plan.papers.places import passage_place, section_place
from plan.reading.atoms import word_set
from plan.text.comparing import in_common
from plan.text.sentences import sentences_in

_PRACTICE = "Council practice: what is cited is attached or listed"
_ACCESS = (
    "Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations 2018 "
    "(SI 2018/952), for what is published after 23 September 2018"
)
_HEARD = "Equality Act 2010, section 20: accessible information; SI 2018/952 for the web"
_ANNEX = re.compile(
    r"(?<!Appendix \d, )(?<!Appendix \d )\b(?P<what>(?:Annexe?|Attachment|Enclosure|(?<=in "
    r")Schedule|"
    r"(?<=[Ss]ee )Schedule|(?<=attached )Schedule) (?:[A-Z]|\d{1,2}))\b(?![-–]\w)(?! of the "
    r"minutes?)"
    r"(?!\s+(?:to|"
    r"of) (?:the |that )?(?:\w+ ){0,3}?(?:Act|Regulations?|Order|agreement|guidance|code|"
    r"report of)\b)"
)
_ATTACHED = re.compile(
    r"\b(?:the )?(?:attached|enclosed|appended|"
    r"accompanying) (?P<what>(?:[a-z][\w'’-]*\s){0,3}?(?:business case|map|plans? of the site|"
    r"drawing|letter|options appraisal|strategy|budget|business plan|risk register|statement|"
    r"terms of reference|timetable|protocol|policy|guidance|presentation|spreadsheet))\b"
    r"(?=\W*(?:$|[.,;)])|\s+(?:is|are|was|shows?|sets?|gives?|lists?|contains?|to|and|for|of|which|"
    r"that|has|will|at|as)\b)(?![^.;]{0,60}\b(?:website|online|published|on the web)\b)",
    re.IGNORECASE,
)
_CITED_NUMBER = re.compile(
    r"\breport (?:no|number)\.?:?\s*(?P<what>[A-Z]{0,6}/?\d[\w/-]*\d)", re.IGNORECASE
)
_NONE = re.compile(r"\W*(?:none|no background papers?.*)\W*", re.IGNORECASE)
_COLOUR_ONLY = re.compile(
    r"\b(?:shown|marked|highlighted|coloured|shaded|text|items?|actions?|rows?) (?:are |"
    r"is )?in (?:red|green|amber|blue|yellow|orange|purple)\b",
    re.IGNORECASE,
)
_WHERE_ONLY = re.compile(
    r"\b(?:see|as|shown|listed|table|diagram|picture) (?:the )?(?:above|below)\b(?! (?:the|"
    r"average))|\b(?:the )?(?:table|diagram|picture|chart|graph) (?:above|below)\b",
    re.IGNORECASE,
)
_BARE_LINK = re.compile(r"(?<!\()\bhttps?://\S+|\bclick here\b|\bthis link\b", re.IGNORECASE)
_ACRONYM = re.compile(r"\b[A-Z]{3,8}s?\b")
_WELL_KNOWN = word_set("NHS BBC COVID UNESCO")
_DESCRIBED = re.compile(
    r"(?!(?:a |the )?(?:picture|image|photo(?:graph)?|figure|graphic|chart|logo|screenshot)"
    r"\W*\d*\W*$)"
    r"(?![\w ()-]+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf)$)(?=.*\w).+",
    re.IGNORECASE,
)
"""A text that says what a picture shows, and not only that there is one, or what its file is."""
_LONGEST = 40
_MANY = 8
"""So many columns are too many for a small screen."""


@check("R19", "ASK", "A paper that the report points to is attached or listed.", _PRACTICE)
def papers_are_there(paper: Paper) -> Iterator[Found]:
    """R19: an annex, an attached document or an earlier report that is in no list.

    R4 looks at appendices with a number, R10 at a list that says there are none.
    """
    there = " ".join(
        f"{one.title} {one.file} {one.text}".replace("_", " ") for one in paper.plan.appendices
    ).casefold()
    sections = paper.council.report.sections
    background = " ".join(words.text for words in words_in(paper, sections[-1].id))
    said: set[str] = set()
    for words in report_words(paper):
        if words.passage.section == sections[-1].id:
            continue
        missing = [
            one
            for one in _pointed_to(paper, words.text)
            if not (_is_there(one, there, paper) or _is_attached(paper, one, words.text))
        ]
        if background and not _NONE.fullmatch(background):
            cited = [found["what"] for found in _CITED_NUMBER.finditer(words.text)]
            missing += [
                f"Report no. {one}"
                for one in cited
                if one.casefold() not in background.casefold() and one != paper.plan.report.number
            ]
        for what in dict.fromkeys(missing):
            if what.casefold() not in said:
                said.add(what.casefold())
                text = f"“{what}” is pointed to, and is neither attached nor listed."
                yield Found(passage_place(paper.plan, words.passage), text, (what,), about=what)


def _pointed_to(paper: Paper, text: str) -> list[str]:
    """Return the annexes and attached documents of which a text speaks; R4 has the appendices."""
    label = paper.council.plan.appendix_label.casefold()
    annexes = (found["what"] for found in _ANNEX.finditer(text))
    attached = (found["what"] for found in _ATTACHED.finditer(text))
    return [
        *(one for one in annexes if one.split()[0].casefold() not in label),
        *(one for one in attached if not _is_the_plan(paper, one)),
    ]


def _is_there(what: str, there: str, paper: Paper) -> bool:
    if what.casefold() in there:
        return True
    headings = (
        one.text.casefold() for one in paper.plan.passage_rows.values() if one.kind == "heading"
    )
    if any(what.casefold() in one for one in headings):
        return True
    wanted = what.casefold().split()
    is_numbered = len(wanted[-1]) <= 2  # noqa: PLR2004 - "Annex B": the letter is what counts
    return not is_numbered and in_common(wanted[-1:], there.split()) > 0


def _is_attached(paper: Paper, what: str, text: str) -> bool:
    """Return whether "Annex A" is what goes with the paper: its sentence speaks of that.

    The plan is there wherever it is printed, and an assessment on a form has no number.
    """
    if BY_ANOTHER_WORD.fullmatch(what) is None:
        return False
    pointing = [one for one in sentences_in(text, at_clauses=True) if what in one]
    held = [*paper.plan.appendices]
    if paper.plan.actions:
        held.append(Appendix(id="plan", kind="plan"))
    if paper.plan.assessments:
        held.append(Appendix(id="form", title="Impact assessment"))
    return any(is_meant(one, sentence) for one in held for sentence in pointing)


def _is_the_plan(paper: Paper, what: str) -> bool:
    """Return whether an attached document is the plan itself: its title names it."""
    last = what.casefold().split()[-1]
    return any(last in title.casefold() for title in titles(paper))


@check("R20", "INFO", "All can read the report on the web.", _ACCESS, since=date(2018, 9, 24))
def all_can_read_it(paper: Paper) -> Iterator[Found]:
    """R20: colour or place alone, bare links, an acronym first, long sentences, narrow columns.

    Each kind is said once, where it first stands.
    """
    kinds: set[str] = set()
    for words in report_words(paper):
        for kind, text in _hard_to_read(words.text, words.passage.kind):
            if kind not in kinds:
                kinds.add(kind)
                yield Found(passage_place(paper.plan, words.passage), text, (text,), about=kind)
    title = paper.plan.report.title
    short = [one for one in _ACRONYM.findall(title) if one not in _WELL_KNOWN]
    if short and not title.isupper():
        text = f"“{short[0]}” stands in the title: write it out where it is first read."
        yield Found(
            section_place(paper.council.report.sections[0].id), text, (short[0],), about="title"
        )
    columns = paper.council.plan.columns
    is_printed_so = paper.has_report and not is_in_own_layout(paper)
    if is_printed_so and paper.plan.action_rows and len(columns) >= _MANY:
        text = (
            f"The plan's table has {len(columns)} columns, narrow on paper and worse on a small "
            "screen: a plain list of the actions beside it reads better."
        )
        section = paper.council.report.sections[0].id
        yield Found(section_place(section), text, (str(len(columns)),), about="columns")


@check("R23", "FIX", "A picture of the report says in words what it shows.", _HEARD)
def pictures_are_described(paper: Paper) -> Iterator[Found]:
    """R23: a picture without alternative text, or with a file's name or "picture" for one."""
    for passage in paper.plan.passage_rows.values():
        if passage.kind != "picture" or _DESCRIBED.fullmatch(passage.text):
            continue
        called = f" “{passage.caption[:60]}”" if passage.caption else ""
        text = f"The picture{called} has no alternative text: who cannot see it hears nothing."
        if passage.text:
            text = f"“{passage.text[:60]}” says nothing of what the picture{called} shows."
        place = passage_place(paper.plan, passage)
        yield Found(place, text, (passage.text, passage.picture), about=passage.id)


def _hard_to_read(text: str, kind: str) -> Iterator[tuple[str, str]]:
    if found := _COLOUR_ONLY.search(text):
        yield "colour", f"“{found[0]}”: say it in words too, colour is not seen by all."
    if found := _WHERE_ONLY.search(text):
        yield (
            "place",
            f"“{found[0]}”: name the paragraph or the table, read aloud nothing is above.",
        )
    if found := _BARE_LINK.search(text):
        yield "link", f"“{found[0][:60]}”: let the words of the link say where it leads."
    if kind != "table":
        for sentence in sentences_in(text.replace(": ", "; "), at_clauses=True):
            if len(sentence.split()) > _LONGEST:
                start = " ".join(sentence.split()[:6])
                yield "long", f"The sentence “{start} …” has more than {_LONGEST} words."
                break


READER_CHECKS: tuple[Check, ...] = (papers_are_there, all_can_read_it, pictures_are_described)
