"""What the committee is asked to do, against what the report is for and what the plan does.

R49 holds the recommendations against the purpose, R50 and R56 against the actions.
"""

import re
from collections.abc import Iterator, Sequence

from plan.checks.check import Check, Found, check
from plan.checks.each_action import refs_of
from plan.checks.facts.promised_work import (
    PromisedWork,
    decided_in,
    is_carried_out,
    promises_of,
)
from plan.checks.facts.report_text import Words, report_words, sentences_of
from plan.checks.facts.spoken_of import stems_of
from plan.checks.facts.subjects import purpose_words, titles
from plan.checks.paper import Paper
from plan.papers.places import passage_place
from plan.reading.promises import promises_in
from plan.text.line_breaks import shortened

_PRACTICE = "Council practice: a committee does what the recommendations say, and nothing else"
_BODY = (
    r"(?:(?:the |this )?(?:[\w’'&-]+ ){0,4}?(?:committee|council|board|cabinet|members|panel|"
    r"executive|councillors|elected members))"
)
_SEEKS = re.compile(
    rf"\b(?:to (?:seek|request|obtain) (?:the )?(?:{_BODY}['’]?s?['’]? )?(?:formal )?(?:approval|"
    r"agreement)\b|this (?:report|paper) (?:seeks|requests|"
    rf"asks for) (?:the )?(?:{_BODY}['’]?s?['’]? )?"
    rf"(?:formal )?(?:approval|agreement)\b|(?:asks?|invites?|requests?) {_BODY} to (?:approve|"
    r"adopt|agree (?!that )|authorise|commit)\b|(?:asked|invited|requested) for (?:their|"
    r"its) (?:\w+ )?(?:approval|agreement|decision)\b|"
    r"(?:seeks?|requests?|asks? for) delegated (?:authority|powers?)\b|"
    rf"{_BODY} (?:is|are) (?:\w+ )?(?:asked|invited|requested|recommended) to (?:\w+ (?:and|"
    rf"or) )?"
    r"(?:approve|adopt|authorise|agree (?!(?:that|to note)\b))|"
    rf"(?:is|are) (?:presented|submitted|brought|put|placed)[^.;]{{0,40}}? for (?:{_BODY}['’]?s?"
    r"['’]? )?(?:approval|adoption|decision)\b|approval (?:of the (?:\w+ ){0,3}?plan )?is "
    r"(?:now )?(?:sought|requested|asked for)\b)",
    re.IGNORECASE,
)
"""Words by which a report says that it wants something approved."""
_OF_OTHERS = re.compile(
    r"\b(?:ministers|government|joint board|ijb|another|later|next|further report|in due course|"
    r"previous\w*|was|were|had)\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\b(?:approv|adopt|agree|endors|authori[sz]|ratif|homologat|sanction|accept|confirm|consent|"
    r"grant|support|decid|determin|delegat|commend|commit|set the|recommend)\w*",
    re.IGNORECASE,
)
_FOR_NOTING = re.compile(
    r"\bfor (?:(?:members|the committee|councillors)(?:['’]s?)? )?(?:noting|information)(?: "
    r"only)?(?=\W*$|[.,;)])|\bfor (?:(?:members|the committee|councillors)(?:['’]s?)? )?"
    r"(?:noting|information) only\b|\bno decision is (?:asked for|sought|required|needed)\b",
    re.IGNORECASE,
)
_IS_FOR_NOTING = re.compile(
    r"\b(?:this|the) (?:report|paper) is (?:only |solely |purely )?for (?:(?:members|the "
    r"committee|councillors)(?:['’]s?)? )?(?:noting|information)\b",
    re.IGNORECASE,
)
_TO_APPROVE = re.compile(
    rf"\b{_BODY} (?:is|are) (?:asked|invited|requested|recommended) to (?:approve|adopt) "
    r"(?P<what>.+)",
    re.IGNORECASE,
)
_AGREES_THAT = re.compile(r"\bagrees? that\b", re.IGNORECASE)
"""To agree that something comes next is no approval of anything, unless it names it."""
_APPROVES = re.compile(
    r"\W*(?:(?:[a-z]|[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})?)[.)]\s*)?(?:that )?(?:(?:the )?(?:\w+ )?"
    r"(?:committee|members|council|board|cabinet|panel|executive) )?(?:to )?(?:approv|adopt)",
    re.IGNORECASE,
)


@check("R49", "ASK", "What the report is for is what the committee is asked to do.", _PRACTICE)
def purpose_is_what_is_asked(paper: Paper) -> Iterator[Found]:
    """R49: approval is sought and nothing recommended decides of it; or the other way about.

    Where there is no recommendation at all, R5 says so.
    """
    asked = [one for one in report_words(paper) if one.passage.kind == "recommendation"]
    if not asked:
        return
    sections = {one.passage.section for one in asked}
    around = [one for one in report_words(paper) if one.passage.section in sections]
    if not any(_DECIDES.search(one.text) for one in around):
        yield from _nothing_decides(paper, asked)
        return
    yield from _power_unasked(paper, asked, around)
    approved = next((one for one in asked if _APPROVES.match(one.text)), None)
    if approved is None:
        yield from _asked_in_passing(paper, asked)
    else:
        yield from _only_noted(paper, approved)


_SEEKS_POWER = re.compile(
    r"\b(?:seeks?|seeking|to seek|requests?|asks? for)\b[^.;]{0,60}? delegated (?:authority|"
    r"powers?)\b",
    re.IGNORECASE,
)
_GIVES_POWER = re.compile(r"\b(?:delegat|authori[sz]|empower|remit)\w*", re.IGNORECASE)


def _power_unasked(
    paper: Paper, asked: Sequence[Words], around: Sequence[Words]
) -> Iterator[Found]:
    """Yield where the purpose seeks a power for an officer, and no recommendation gives it."""
    if any(_GIVES_POWER.search(one.text) for one in around):
        return
    for words in purpose_words(paper):
        for sentence, _ in sentences_of(words):
            if _SEEKS_POWER.search(sentence):
                text = f"“{shortened(sentence)}”, and no recommendation gives it: is it asked for?"
                place = passage_place(paper.plan, asked[0].passage)
                yield Found(place, text, (sentence,), about="power")
                return


def _only_noted(paper: Paper, approved: Words) -> Iterator[Found]:
    """Yield where a report that asks for approval is said to be for noting.

    Away from the purpose it must say so of itself: "as this report is for noting only".
    """
    told = [(sentence, approved) for sentence in titles(paper)]
    opening = purpose_words(paper)
    told += [(sentence, approved) for words in opening for sentence, _ in sentences_of(words)]
    told += [
        (sentence, words)
        for words in report_words(paper)
        if words not in opening and words.passage.kind != "recommendation"
        for sentence, _ in sentences_of(words)
        if _IS_FOR_NOTING.search(sentence)
    ]
    for sentence, words in told:
        found = _FOR_NOTING.search(sentence)
        if found is not None and not _DECIDES.search(sentence):
            text = (
                f"The report is “{found[0]}”, and the committee is asked to “"
                f"{shortened(approved.text)}”: which is meant?"
            )
            place = passage_place(paper.plan, words.passage)
            yield Found(place, text, (sentence, approved.text), about="noting")
            return


def _asked_in_passing(paper: Paper, asked: Sequence[Words]) -> Iterator[Found]:
    """Yield what only the text asks to be approved: "the Committee is asked to approve new dates".

    Recommendations that decide of anything but what happens next may well have it under their own
    words: then nothing is asked.
    """
    if any(_DECIDES.search(_AGREES_THAT.sub("", one.text)) for one in asked):
        return
    decided = frozenset[str]().union(*(stems_of(one.text) for one in asked))
    for words in report_words(paper):
        for sentence, _ in sentences_of(words) if words not in asked else ():
            found = _TO_APPROVE.search(sentence)
            if found is None or _OF_OTHERS.search(sentence) or stems_of(found["what"]) & decided:
                continue
            text = (
                f"“{shortened(sentence)}”, and no recommendation asks for it: "
                "what is to be decided?"
            )
            place = passage_place(paper.plan, words.passage)
            yield Found(place, text, (sentence, *(one.text for one in asked)), about="decision")
            return


def _nothing_decides(paper: Paper, asked: Sequence[Words]) -> Iterator[Found]:
    for words in report_words(paper):
        for sentence, _ in sentences_of(words) if words not in asked else ():
            found = _SEEKS.search(sentence)
            if found is not None and not _OF_OTHERS.search(sentence):
                text = (
                    f"“{shortened(sentence)}”, and no recommendation asks for more than to note: "
                    "what is to be decided?"
                )
                place = passage_place(paper.plan, asked[0].passage)
                yield Found(place, text, (sentence, *(one.text for one in asked)), about="decision")
                return


@check("R50", "ASK", "What is decided or promised is an action of the plan.", _PRACTICE)
def what_is_promised_is_an_action(paper: Paper) -> Iterator[Found]:
    """R50: somebody is to do something by a decision or by the report, and no action does it.

    That they come back to the committee is a commitment, which the reviews have.
    """
    actions = [" ".join((one.text, *one.success_criteria)) for one in paper.plan.actions]
    for words in report_words(paper) if actions else ():
        for what in _promised_by(paper, words):
            if not is_carried_out(what, actions):
                is_asked = words.passage.kind == "recommendation"
                text = (
                    f"“{shortened(what.text)}” is {'asked for here' if is_asked else 'promised'}, "
                    "and no action of the plan carries it out: who does it, and by when?"
                )
                place = passage_place(paper.plan, words.passage)
                yield Found(place, text, (what.text,), about="" if is_asked else what.text)


def _promised_by(paper: Paper, words: Words) -> tuple[PromisedWork, ...]:
    if words.passage.kind == "recommendation":
        one = decided_in(words.text)
        said = promises_in(words.text, is_recommendation=True, meeting=paper.meeting) if one else ()
        return (one,) if one and not said else ()
    if words.passage.kind not in ("text", "numbered"):
        return ()
    return tuple(one for sentence, _ in sentences_of(words) for one in promises_of(sentence))


_CLOSES_THE_PLAN = re.compile(
    r"\b(?:improvement |action |delivery |service )*plan(?: of \d{4}[\w–/-]*| for [\w -]{3,40}?)? "
    r"(?:is|be|should be|can be|may be|can now be|is now|be now|now be|be formally|is formally|"
    r"has been|as) (?:now |formally )*(?:closed|complete[d]?|concluded|signed off|discharged|"
    r"ended)\b|"
    r"\b(?:closure|completion|sign[- ]off|conclusion) of (?:the|this) (?:[\w-]+ ){0,2}?plan\b|"
    r"\bplan (?:has been|is|was) (?:now )?(?:delivered|completed|implemented) in full\b|"
    r"\b(?:close|conclude|sign off|end|discharge) (?:the|this) (?:[\w-]+ ){0,2}?plan\b|"
    r"\bno (?:further |more )?(?:monitoring|reporting|reports?|updates?) (?:of|on) (?:the|this) "
    r"(?:[\w-]+ ){0,2}?plan (?:is|are|be) (?:needed|required|necessary|made|brought)\b",
    re.IGNORECASE,
)
_ONLY_LATER = re.compile(
    r"\b(?:when|once|until|after|if|unless|remaining|outstanding|open|carried|"
    r"next|successor|new|replac\w+|supersed\w+|by|from|on) ",
    re.IGNORECASE,
)


@check("R56", "ASK", "A plan that is to be closed has no open action.", _PRACTICE)
def closed_plan_has_nothing_open(paper: Paper) -> Iterator[Found]:
    """R56: the plan is to be closed, and actions are open of which no word says where they go."""
    for words in report_words(paper):
        found = None
        if words.passage.kind == "recommendation":
            found = _CLOSES_THE_PLAN.search(words.text)
        if found is None or _ONLY_LATER.search(words.text.replace(found[0], "")):
            continue
        opened = paper.open_actions
        if not opened or not any(paper.plan.notes_of(one.id) for one in paper.plan.actions):
            return
        text = (
            f"“{shortened(words.text)}”, and {refs_of(paper, opened)} "
            f"{'is' if len(opened) == 1 else 'are'} open: what becomes of "
            f"{'it' if len(opened) == 1 else 'them'}?"
        )
        place = passage_place(paper.plan, words.passage)
        yield Found(place, text, (words.text, str(len(opened))))
        return


ASKED_CHECKS: tuple[Check, ...] = (
    purpose_is_what_is_asked,
    what_is_promised_is_an_action,
    closed_plan_has_nothing_open,
)
