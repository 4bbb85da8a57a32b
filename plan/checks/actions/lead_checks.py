"""Who leads an action: the checks P6 and P36."""

import re
from collections.abc import Iterator
from itertools import chain

from plan.checks.check import COUNCILS_PLAN, Found, check
from plan.checks.each_action import Said, holds_of_all, of_each_open_action, of_the_plan, refs_of
from plan.checks.facts.acronyms import (
    GROUPS_AND_POSTS,
    WELL_KNOWN,
    initials_of,
    is_written_out,
    tied_in,
)
from plan.checks.facts.report_text import prose_words, sentences_of
from plan.checks.paper import Paper
from plan.council.framework import bare_words
from plan.model.plan import Plan
from plan.model.rows import Action
from plan.papers.markdown import plain_of
from plan.papers.places import action_place
from plan.reading.abbreviations import abbreviations_in
from plan.reading.atoms import word_set
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered, remembered_by_row
from plan.text.signs import Signs

_ACRONYM = re.compile(r"\b(?=[A-Z]&{0,8}[A-Z])[A-Z][A-Z&]{1,9}s?\b")
_OUTSIDE = re.compile(
    r"(?:the )?(?:(?:council|board)['’]?s )?(?:external auditors?|auditor general"
    r"(?: for scotland)?|audit scotland|accounts commission|care inspectorate|"
    r"(?:hm|h(?:is|er) majesty['’]?s) inspect\w+(?: of (?:education|constabulary)(?: in "
    r"scotland)?)?|health (?:and|&) safety executive|scottish environment protection agency|"
    r"scottish housing regulator|(?:scottish public services )?ombudsman|spso)"
    r"(?: (?:inspectors?|auditors?))?",
    re.IGNORECASE,
)
_AUDITS = re.compile(
    r"(?:the )?(?:(?:chief|head of|senior|principal) internal audit(?:ors?)?|internal auditors?|"
    r"chief auditor)",
    re.IGNORECASE,
)
"""Who audits the work of others within the council, and leads none but of auditing."""
_AUDITING = re.compile(
    r"\b(?:audit\w*|assur\w+|review\w*|inspect\w*|check\w*|test\w*|fraud\w*|risk\w*|report\w*|"
    r"follow(?:ed)?[- ]?up|scrutin\w+|verif\w+|examin\w+|assess\w*|controls?|recommendations?)\b",
    re.IGNORECASE,
)
_KNOWN_AS_LEADS = (WELL_KNOWN - GROUPS_AND_POSTS) | word_set("II III IV")


@check(
    "P6",
    "ASK",
    "Every action has a lead, whose name can be understood.",
    COUNCILS_PLAN,
    column="leads",
)
def leads_are_known(paper: Paper) -> Iterator[Found]:
    """P6: no lead, or an acronym that is never tied to its full form; each is reported once.

    A plan without a report is read by those who work with it: there an acronym is a remark.
    """
    lacking = [action for action in paper.open_actions if not action.leads]
    if holds_of_all(paper, lacking):
        yield of_the_plan(
            paper, "leads", "Nobody is named to lead any action: {refs}.", lacking, "FIX"
        )
        return
    known: set[str] | None = None
    for action in paper.open_actions:
        if not action.leads:
            place = action_place(paper.plan, action.id, "leads")
            yield Found(place, "Nobody is named to lead it.", (), "FIX")
        elif all(map(_names_nobody, action.leads)):
            place = action_place(paper.plan, action.id, "leads")
            text = f"“{action.leads[0].strip()}” names nobody who can be asked: who leads it?"
            yield Found(place, text, action.leads, about="nobody")
        named = _acronyms(action)
        if not named:
            continue
        known = _tied(paper) if known is None else known
        unknown = [name for name in named if name not in known]
        known.update(unknown)
        if unknown:
            text = (
                f"{', '.join(unknown)}: nowhere tied to a full name, and a councillor reads it for "
                "the first time."
            )
            place = action_place(paper.plan, action.id, "leads")
            yield Found(place, text, tuple(unknown), None if paper.has_report else "INFO")


@check(
    "P36",
    "ASK",
    "An action is led by somebody whom the council can ask to do it.",
    "Council practice: who audits or inspects the council carries out none of its actions",
    column="leads",
)
def leads_answer_to_the_council(paper: Paper) -> Iterator[Found]:
    """P36: an auditor, an inspectorate or a regulator leads it alone, or a post that is gone.

    A post is gone that the report or the introduction says is deleted or vacant.
    """
    yield from of_each_open_action(paper, _led_from_outside)
    yield from _led_by_nobody(paper)


_NOBODY = late_pattern(
    r"(?:all|various|several|multiple|many|any|shared|joint|nobody|no ?one|"
    r"none|unknown|n/?a|not (?:yet )?(?:known|agreed|assigned|allocated|identified|appointed|"
    r"applicable|decided)|(?:various|several|multiple|different|relevant|appropriate|other) "
    r"(?:leads?|officers?|managers?|services?|teams?|staff|people|partners?|departments?|posts?)|"
    r"to be (?:appointed|recruited|identified|named|assigned|allocated|determined|filled)|"
    r"(?:(?:see|as|same(?: as)?|ditto|refer to|per)(?: (?:in|for|at|per|the))*\W*)+(?:(?:lead|"
    r"action|ref|item|row)s? ?)?(?:[A-Z]{0,2}\d[\d.]*[a-z]?|above|below|previous|"
    r"before)?(?: (?:above|below))?|new post|ditto)",
    re.IGNORECASE,
)
"""What stands for a lead and names none: "Various", "To be appointed", "See action above"."""
_FIRST_WORD = re.compile(r"[a-z]+")
_OF_NOBODY = word_set(
    "all various several multiple many any shared joint nobody no noone none unknown n na not "
    "different relevant appropriate other to see as same ditto refer per new"
)
"""The words of which one begins whatever it matches: of most leads we do not ask further."""


@remembered
def _names_nobody(lead: str) -> bool:
    plain = " ".join(lead.split()).strip(" .-–—()[]")
    first = _FIRST_WORD.match(plain.lower())
    return first is not None and first[0] in _OF_NOBODY and _NOBODY.fullmatch(plain) is not None


_GONE = late_pattern(
    r"\b(?:[Tt]he |[Aa] )?(?:posts? of (?P<of>[A-Z][\w’'-]*(?:[ ,]+(?:[A-Z(][\w’')-]*|of|for|"
    r"and|&|[-–—]))*)|(?P<named>[A-Z][\w’'-]*(?:[ ,]+(?:[A-Z(][\w’')-]*|of|for|and|&|"
    r"[-–—]))*)['’]?s? post) (?:(?:is|was|has been|had been) (?:now |since |currently |left )?)?"
    r"(?P<how>deleted|removed|abolished|disestablished|discontinued|vacant|unfilled)\b"
)
"""A post that there is no more, or that nobody holds: "The post of Head of Change was deleted"."""
_FILLED = late_pattern(
    r"\b(?:fill(?:ed|ing)?|recruit\w*|appoint\w*|advert\w*|interview\w*|acting|interim|"
    r"cover(?:ed|ing)?|starts?|takes? up|reinstat\w*)\b",
    re.IGNORECASE,
)
"""Words by which somebody does the work of a vacant post, or soon will."""


def _led_by_nobody(paper: Paper) -> Iterator[Found]:
    """Yield each post that is said to be deleted or vacant and that leads an action still to do."""
    for words in prose_words(paper):
        for sentence, after in sentences_of(words) if "post" in words.text else ():
            found = _GONE.search(sentence)
            if found is None:
                continue
            if found["how"] in ("vacant", "unfilled") and _FILLED.search(f"{sentence} {after}"):
                continue
            post = bare_words(found["of"] or found["named"])
            led = [one for one in paper.open_actions if post in map(bare_words, one.leads)]
            if led:
                typed = next(one for one in led[0].leads if bare_words(one) == post)
                text = (
                    f"“{typed}” leads {refs_of(paper, led)}, and “{found[0]}” is said "
                    "elsewhere: who leads it now?"
                )
                place = action_place(paper.plan, led[0].id, "leads")
                yield Found(place, text, (typed, found[0]), about=typed)


_SAID_GONE = late_pattern(
    r"(?<=\w)\W*[-–—(\[,;:/]\s*(?:(?:this|the|now|currently|post|is|was|has been|since) "
    r")*(?:deleted|removed|abolished|disestablished|vacant|vacancy|unfilled|retired|"
    r"left(?: the council| post|(?= (?:in|on) |\W*$))|"
    r"no longer (?:exists?|in post|employed|here)|"
    r"resigned|departed|post holder (?:has )?left)\b(?! (?:bank|hand|side|luggage|wing))|"
    r"^(?:post )?vacant(?: posts?)?\W*(?:[-–—(:].*)?$|^vacancy\b(?! (?:manager|officer|lead|team|"
    r"group))|^(?:the )?(?:former|ex[- ]|previous|outgoing) ?(?!pupils?|tenants?|employees?|"
    r"members?|residents?|users?|patients?|looked)\w",
    re.IGNORECASE,
    signs=Signs(
        "deleted removed abolished disestablished vacant vacancy unfilled retired left resigned "
        "departed post former ex previous outgoing longer"
    ),
)
"""A lead who by its own words is gone: "Head of Libraries (post deleted)", "Former Director"."""


@remembered
def _says_it_is_gone(lead: str) -> bool:
    return bool(_SAID_GONE.search(lead.strip())) and not _FILLED.search(lead)


@remembered_by_row
def _led_from_outside(action: Action) -> tuple[Said, ...]:
    if action.leads and all(map(_says_it_is_gone, action.leads)):
        text = f"“{action.leads[0]}” is gone by its own words: who leads it now?"
        return (Said("leads", text, action.leads),)
    if action.leads and all(map(_audits, action.leads)) and not _AUDITING.search(action.text):
        text = f"“{action.leads[0]}” audits what others do: who carries this out?"
        return (Said("leads", text, action.leads),)
    if not action.leads or not all(map(_is_outside, action.leads)):
        return ()
    text = f"“{action.leads[0]}” audits or inspects the council: who of the council leads it?"
    return (Said("leads", text, action.leads),)


@remembered
def _audits(lead: str) -> bool:
    return _AUDITS.fullmatch(" ".join(lead.split()).strip(" .")) is not None


@remembered
def _is_outside(lead: str) -> bool:
    return _OUTSIDE.fullmatch(" ".join(lead.split()).strip(" .")) is not None


@remembered_by_row
def _acronyms(action: Action) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(map(_acronyms_in, action.leads))))


@remembered
def _acronyms_in(lead: str) -> tuple[str, ...]:
    bare = (name.removesuffix("s") for name in _ACRONYM.findall(lead))
    return tuple(one for one in bare if one not in _KNOWN_AS_LEADS)


def _tied(paper: Paper) -> set[str]:
    """Return the acronyms that the report or the plan ties to a full name, in any place of it.

    And those of which the officer has said what they stand for.
    """
    plan = paper.plan
    titles = (plan.cover.title, plan.cover.subtitle, plan.report.title)
    aims = tuple(aim.text for aim in plan.aims)
    texts = [words.text for words in prose_words(paper)]
    found = set().union(*map(tied_in, (*texts, *titles, *aims)), *map(_tied_of, plan.actions))
    found.update(*map(abbreviations_in, texts))
    found.update(abbreviations_in(plain_of(plan.cover.introduction)), plan.acronyms)
    written_out = "".join(map(initials_of, (*titles, *aims, plan.cover.introduction)))
    named = {name for action in plan.actions for name in _acronyms(action)}
    for action in plan.actions:
        for name in _acronyms(action):
            if name not in found and (name in written_out or _is_written_beside(action, name)):
                found.add(name)
    if named - found:
        found.update(*map(tied_in, _texts_elsewhere(plan)))
    return found


def _texts_elsewhere(plan: Plan) -> Iterator[str]:
    """Yield what the plan says besides its aims, actions and leads, and all that goes with it."""
    cover, source = plan.cover, plan.source
    yield from (cover.partnership, cover.date, source.title, *source.recommendations)
    yield from (passage.text for passage in plan.passage_rows.values())
    yield from (note.text for note in plan.note_rows.values())
    yield from (answer.text for answer in plan.answer_rows.values())
    yield from (appendix.text for appendix in plan.appendix_rows.values())
    for action in plan.actions:
        yield from action.success_criteria
        yield from (text for _, text in action.own)


@remembered_by_row
def _tied_of(action: Action) -> frozenset[str]:
    return frozenset().union(*map(tied_in, (action.text, *action.leads)))


@remembered_by_row
def _is_written_beside(action: Action, name: str) -> bool:
    """Return whether an action writes out in full what an acronym stands for."""
    return any(is_written_out(name, text) for text in (action.text, *action.leads))
