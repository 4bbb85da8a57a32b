"""Counts in the report's prose against the plan: R40.

A sentence is held against the plan only where it plainly speaks of this plan as a whole.
"""

import re
from collections.abc import Iterator

from plan.checks.check import Check, Found, check
from plan.checks.facts.counted_actions import actions_in_table, counted_otherwise, of_another_year
from plan.checks.facts.report_text import (
    Words,
    is_introduction,
    place_of_words,
    prose_words,
    sentences_of,
)
from plan.checks.facts.statuses_counted import states_counted_otherwise, states_in_table
from plan.checks.paper import Paper
from plan.council.framework import bare_words
from plan.following.action_state import in_words, key_of, state_of
from plan.reading.atoms import word_set
from plan.reading.number_words import said_once
from plan.reading.status import is_bare, tone_of
from plan.text.line_breaks import counted

_FROM = "The report and the plan go to committee as one paper"
_NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
        1,
    )
}
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_KIND = r"(?:(?:main|key|agreed|improvement|separate|individual|strategic|detailed) ){0,2}"
_ACTIONS = rf"{_COUNT} {_KIND}actions\b"
_THINGS = rf"{_COUNT} {_KIND}(?P<what>actions|priorities|themes)\b"
_PART = (
    r"(?! (?:in|under|of|for|from|within|on) (?:(?:this|the|each|that|its) )?(?:aim|priority|theme|"
    r"outcome|area|objective|section|part|first|second|third|last|previous|earlier|other|old|"
    r"original|audit\w*|inspect\w*|national|year|20\d\d|\d)| (?:of|by|from) (?!(?:the|this) "
    r"plan\b)| (?:on|about|concerning|relat\w+|that|"
    r"which|whose|due|still|outstanding|overdue|remaining|led|assigned|owned|behind|at risk|not|"
    r"marked|rated|where|with|for)\b)"
)
"""What follows a count of only some of the actions."""
_SOME = r"(?! (?:is|are|was|were|has|have|will|to be|remain\w*|complete\w*|need\w*)\b)"
_PLAN_HAS = re.compile(
    r"\b(?P<one>the|this|our|an?) (?P<which>(?:[\w’'/–-]+ ){0,8}?)plan (?:now |therefore )?(?:has|"
    r"contains|holds|comprises|consists of|is made (?:up )?of|sets out|lists|includes|of|with)\b"
    r"(?P<rest>[^.;:]*)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:Council|Partnership|Business|Service|Delivery|Annual|Joint) Plan\b")
"""A plan with a name of its own: it is this one only where a title says so."""
_IT_HAS = re.compile(
    r"\AIt (?:now |therefore |also )?(?:has|contains|holds|comprises|consists of|"
    r"is made (?:up )?of|sets out|lists|includes) (?P<rest>[^.;:]*)"
)
_OF_THE_PLAN = re.compile(
    r"\A(?:[\d.]+\s+)?(?:The|This|Our) (?P<which>(?:[\w’'/–-]+ ){0,8}?)plan(?: \([^)]*\))? "
    r"(?!of |for |to )",
)
"""A sentence about the plan, after which "it" is the plan."""
_PUT_BEFORE = re.compile(
    r"\A(?!.*\b(?:each|every|all schools|own)\b).*\b(?:attached|appendix|presents?|approv\w+|"
    r"response|respond\w*)\b",
    re.IGNORECASE,
)
"""Words by which "a plan" is the one that goes to the committee with the report."""
_THING = re.compile(rf"\b{_THINGS}", re.IGNORECASE)
_EACH = re.compile(rf"\b{_THINGS}{_PART}{_SOME}", re.IGNORECASE)
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_NUMBERS)})"
_BARE = _ACTIONS.replace("?P<count>", "?:")
_ALL = re.compile(
    rf"\b(?:all (?:of )?(?:the |its )?{_BARE}{_PART}|(?:of|out of) (?:the |all )+{_BARE}{_PART}"
    rf"(?= |,|$|\.|\))|there are {_NUMBER} {_KIND}(?:actions|priorities|themes) in (?:the|this) "
    rf"plan\b|the {_BARE} (?:in|at|of|(?:set out|listed|shown|contained) (?:in|at)) (?:appendix|"
    r"(?:the|this) (?:attached |improvement |action )?plan)\b|(?:the|its) "
    rf"{_NUMBER} {_KIND}(?:priorities|themes) (?:of|in|set out in) (?:the|this) plan\b|"
    rf"{_NUMBER} (?:out )?of (?:the )?{_BARE}{_PART}|{_BARE} (?:have been|are|were) (?:agreed|"
    r"identified|developed|set out|included|listed|proposed) (?:to (?:address|respond to|meet|"
    r"answer) (?:the|these|this|them)|in (?:response|appendix|(?:the|this) plan)|below)\b|"
    rf"(?<!these ){_BARE} (?:under|across|grouped under|in|over) (?:the |its )?{_NUMBER} "
    r"(?:\w+ )?(?:aims|priorities|themes|outcomes|objectives|areas)\b)",
    re.IGNORECASE,
)
_SOME_BEFORE = re.compile(
    r"\b(?:first|last|other|next|latter|former|remaining|another|further|additional|these|those|of "
    r"these|previous|new|least|over|than|about|around|some)\s*$",
    re.IGNORECASE,
)
_OTHER_PLAN = re.compile(
    r"\b(?:last|previous|former|earlier|first|prior|next|coming) (?:year|session|plan|report|phase|"
    r"cycle|version|inspection|audit)|\b(?:original\w*|added|removed|merged|left out|dropped|"
    r"national|another plan|carried forward|since then)\b|\byear['’]s plan\b|\bplan (?:for|of) "
    r"(?:last|the previous)",
    re.IGNORECASE,
)
"""Words that make a sentence one of another plan, or of what has changed since."""
_GENERIC = word_set(
    "improvement action refreshed new draft revised updated joint service delivery development "
    "council partnership attached proposed final whole current full following annual business"
)
_UNDER = re.compile(
    rf"actions (?:under|across|grouped under|in|over) (?:the |its )?(?P<said>{_COUNT} (?:\w+ )?"
    r"(?:priorities|themes|outcomes|objectives|areas))\b",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    rf"\b{_COUNT} (?:out )?of (?:the |all )?{_NUMBER}"
    rf"(?: {_KIND}actions\b|(?= (?:is|are|has|have) ))",
    re.IGNORECASE,
)
_SEVERAL = 3
"""From so many counts on they are of all the actions, unless the rest is spoken of."""
_THE_REST = re.compile(r"\b(?:rest|remaining|remainder|others?)\b", re.IGNORECASE)
_DONE_COUNT = re.compile(
    rf"\b{_COUNT} (?:(?:of (?:them|these|the actions)|actions) )?(?:is|are|has been|have been|were|"
    r"was) (?:now |all |fully |already )*(?P<state>complete[d]?|finished|closed|done)\b",
    re.IGNORECASE,
)
_DONE_QUOTED = re.compile(
    _DONE_COUNT.pattern.replace(
        "(?:(?:of (?:them|these|the actions)|actions) )?",
        rf"(?:(?:(?:out )?of (?:them|these|(?:the |all )?(?:{_NUMBER} )?{_KIND}actions)|"
        r"actions) )?",
    ),
    re.IGNORECASE,
)
"""The same as it stands in the paper: "Seven of the ten actions are complete"."""
_STATES = re.compile(
    rf"\b{_COUNT} (?:(?:of (?:them|these)|actions) )?(?:(?:is|are|has been|have been|remains?) )?"
    r"(?:now |all |fully |already )*(?P<state>complete[d]?|finished|closed|done|on (?:track|target|"
    r"schedule)|in progress|under ?way|delayed|behind|at risk|overdue|not (?:yet )?started|off "
    r"track|ongoing)\b",
    re.IGNORECASE,
)


@check(
    "R40", "ASK", "Counts of actions in the report and the introduction agree with the plan.", _FROM
)
def counts_of_actions_agree(paper: Paper) -> Iterator[Found]:
    """R40: "the plan has eight actions", "of the 14 actions, 9 are complete": as in the plan.

    So is "all actions are on track". R12 counts the aims. A count of some of the actions, or of
    another plan's, is none of these.
    """
    total = len(paper.plan.actions)
    if not total:
        return
    yield from _all_is_well(paper)
    for words in prose_words(paper):
        if words.passage.kind == "table" and "ctions" in words.text:
            table = words.passage.text
            for text, fact in (*actions_in_table(paper, table), *states_in_table(paper, table)):
                yield Found(place_of_words(paper, words), text, (fact,), about=fact)
    yield from _counts_in_sentences(paper, total)


def _counted_otherwise(paper: Paper, words: Words, sentence: str) -> Iterator[Found]:
    if not _is_of_this_one(paper, sentence):
        return
    told = [*counted_otherwise(paper, sentence)]
    for text, fact in told or states_counted_otherwise(paper, sentence):
        yield Found(place_of_words(paper, words), text, (fact,), about=fact)


def _counts_in_sentences(paper: Paper, total: int) -> Iterator[Found]:
    said_before: set[str] = set()
    for words in prose_words(paper):
        before = ""
        for sentence, after in sentences_of(words):
            told = [] if of_another_year(paper, sentence) else [*_counts(paper, sentence, before)]
            if not told:
                yield from _counted_otherwise(paper, words, sentence)
            goes_on = sentence.startswith("It ") and _OF_THE_PLAN.search(before)
            before = before if goes_on and not _OTHER_PLAN.search(sentence) else sentence
            for said, count, what in told:
                held = total if what == "actions" else len(paper.plan.aims)
                if what == "actions":
                    more = "" if _OTHER_PLAN.search(after) else after
                    yield from _states_differ(paper, words, sentence, more, count)
                if count != held and said.casefold() not in said_before:
                    said_before.add(said.casefold())
                    has = counted(held, "action" if what == "actions" else "aim")
                    where = "introduction" if is_introduction(paper, words) else "report"
                    text = f"The {where} speaks of “{said}”, and the plan has {has}."
                    place = place_of_words(paper, words)
                    yield Found(place, text, (said, str(held)), about=said.casefold())


_ANY_PLAN = re.compile(
    r"\b(?:(?:the|this|our|its|an?|that)\s+)(?P<which>(?:(?!(?:the|this|our|"
    r"its|an?|that|of|to|for|and) )[\w/–-]+ ){0,6}?)plan\b(?P<of> (?:of|for|by) (?:the|another|"
    r"each) )?",
    re.IGNORECASE,
)


def _is_of_this_one(paper: Paper, sentence: str) -> bool:
    """Return whether every plan that a sentence names is this one."""
    if "ctions" not in sentence or _OTHER_PLAN.search(sentence):
        return False
    named = _ANY_PLAN.finditer(sentence)
    is_named_so = "named so" if _NAMED.search(sentence) or "Action Plan" in sentence else ""
    return not any(
        one["of"] or not is_this_plan(paper, f"{one['which']}{is_named_so}") for one in named
    )


_ALL_WELL = re.compile(
    r"\b(?:all|each|every(?: one)?)\b (?:of )?(?:the |its |these |our )?(?:\w+ )?actions?"
    r"(?: in (?:the|this) (?:\w+ )?plan)? (?:is|are|were|was|has|have) (?:now |either |all |been |"
    r"on course, )*(?:complete[d]?|on (?:track|target|schedule|course)|progressing (?:well|as "
    r"planned)|delivered|green)\b",
    re.IGNORECASE,
)
"""Words by which the whole plan goes as it should."""
_SAVE_FOR = re.compile(
    r"\b(?:once|when|until|if|unless|after|except|but|apart from|save|other than|exception\w*|"
    r"although|while|due|led by|of aim|under aim|will be|should be|to be)\b",
    re.IGNORECASE,
)


def _all_is_well(paper: Paper) -> Iterator[Found]:
    """Yield where all actions are said to go well, and by its status one does not."""
    for words in prose_words(paper):
        for sentence, _ in sentences_of(words):
            said = _ALL_WELL.search(sentence) if "action" in sentence else None
            if said is None or _SAVE_FOR.search(sentence) or _OTHER_PLAN.search(sentence):
                continue
            is_done = _IS_COMPLETE.search(said[0]) is not None
            if late := _not_well(paper) or (_not_complete(paper) if is_done else ""):
                text = f"“{said[0]}” is said here, and by its status {late} {_IS_NOT}"
                yield Found(place_of_words(paper, words), text, (sentence, late), about="all")
                return


_IS_COMPLETE = re.compile(r"complete[d]?|delivered", re.IGNORECASE)


def _not_complete(paper: Paper) -> str:
    """Return the actions whose status tells that they are not complete, by their refs."""
    key, found = key_of(paper.plan), []
    for action in paper.plan.actions:
        state = state_of(paper.plan, action, paper.judged_at, paper.own)
        if state.is_open and state.status.strip() and not is_bare(in_words(state.status, key)):
            found.append(f"{paper.plan.ref_of(action.id)} ({state.status})")
    return ", ".join(found[:_SEVERAL])


_IS_NOT = "is not: which is right?"


def _not_well(paper: Paper) -> str:
    """Return the actions with a status that is red, amber, delayed or at risk, by their refs."""
    key, found = key_of(paper.plan), []
    for action in paper.plan.actions:
        state = state_of(paper.plan, action, paper.judged_at, paper.own)
        if state.is_open and tone_of(in_words(state.status, key)) in ("bad", "doubtful"):
            found.append(f"{paper.plan.ref_of(action.id)} ({state.status})")
    return ", ".join(found[:_SEVERAL])


def _counts(paper: Paper, sentence: str, before: str) -> Iterator[tuple[str, int, str]]:
    """Yield how many actions or priorities a sentence gives to this plan, as typed and counted."""
    sentence = said_once(sentence)
    if not any(one in sentence for one in ("actions", "priorities", "themes")):
        return
    if _OTHER_PLAN.search(sentence):
        return
    found: list[re.Match[str]] = []
    for has in _PLAN_HAS.finditer(sentence):
        is_ours = has["one"].lower() not in ("a", "an") or _PUT_BEFORE.search(sentence)
        which = f"{has['which']}{'named so' if _NAMED.search(has[0]) else ''}"
        if is_ours and is_this_plan(paper, which):
            found += _EACH.finditer(sentence, has.start("rest"), has.end("rest"))
    it, plan = _IT_HAS.search(sentence), _OF_THE_PLAN.search(before)
    if it and plan and is_this_plan(paper, plan["which"]) and not _OTHER_PLAN.search(before):
        found += _EACH.finditer(sentence, it.start("rest"), it.end("rest"))
    of_aims = {len(paper.plan.actions_of(aim.id)) for aim in paper.plan.aims}
    of_aims.discard(len(paper.plan.actions))
    found += [one for one in _ALL.finditer(sentence) if _counted_in(one) not in of_aims]
    told: dict[str, tuple[str, int, str]] = {}
    for match in found:
        each = _THING.search(match[0])
        before = sentence[max(0, match.start() - 30) : match.start()]
        if each is not None and not _SOME_BEFORE.search(before):
            what = each["what"].lower()
            told.setdefault(what, (each[0], _number(each["count"]), what))
            if under := _UNDER.search(sentence):
                told.setdefault("aims", (under["said"], _number(under["count"]), "aims"))
    yield from told.values()


def _counted_in(match: re.Match[str]) -> int:
    each = _THING.search(match[0])
    return _number(each["count"]) if each else 0


def is_this_plan(paper: Paper, which: str) -> bool:
    """Return whether "the … plan" is this one: all that is said of it stands in its titles.

    A plan that is named so, "the Council Plan", is this one only by its titles.
    """
    cover, report = paper.plan.cover, paper.plan.report
    named = set(bare_words(f"{cover.title} {cover.subtitle} {report.title} {cover.partnership}"))
    said = which.removesuffix("named so")
    return set(bare_words(said)) <= (named if said != which else named | _GENERIC)


def _number(typed: str) -> int:
    return _NUMBERS.get(typed.lower()) or int(typed)


def _states_differ(
    paper: Paper, words: Words, sentence: str, after: str, total: int
) -> Iterator[Found]:
    """Yield where more actions are told of than there are, or others stand so in the plan.

    What the next sentence says again is counted once: "and two are delayed. The two delayed
    actions …".
    """
    place = place_of_words(paper, words)
    typed = f"{sentence} {after}"
    said, more = (_OF_ALL.sub(r"\g<count>", one) for one in (sentence, after))
    counts = _states_in(said)
    counts += [one for one in _states_in(more) if one not in counts]
    said, told = f"{said} {more}", [count for count, _ in counts]
    is_whole = len(told) >= _SEVERAL and not _THE_REST.search(said)
    if len(told) > 1 and (sum(told) > total or (is_whole and sum(told) != total)):
        text = f"{total} actions are told of, and those counted by how they stand are {sum(told)}."
        yield Found(place, text, (said,), about="states")
        return
    found = _done_differs(paper, words, typed, said)
    if found is None and len(told) > 1 and sum(told) == total:
        found = _status_differs(paper, words, said)
    if found is not None:
        yield found


def _states_in(said: str) -> list[tuple[int, str]]:
    return [(_number(one["count"]), one["state"].casefold()) for one in _STATES.finditer(said)]


def _done_differs(paper: Paper, words: Words, typed: str, said: str) -> Found | None:
    """Return what is asked where others are complete than are said to be."""
    done = _DONE_COUNT.search(said)
    if done is None or _OR_ELSE.match(said, done.end()):
        return None
    least, most = _done_in_plan(paper)
    count = _number(done["count"])
    if least <= count <= most:
        return None
    held = least if count < least else most
    some = "" if least == most else "at least " if count < least else "at most "
    by = f"by its own notes the plan has {some}{counted(held, 'action')} complete"
    where = "introduction" if is_introduction(paper, words) else "report"
    quoted = (_DONE_QUOTED.search(typed) or done)[0]
    text = f"The {where} says “{quoted}”, and {by}."
    return Found(place_of_words(paper, words), text, (done[0], str(held)), about="complete")


_ENDS_THERE = re.compile(r"\W*\Z|[,;.]| (?:and|but|while)\b")
"""What follows a count of all that stand so: not "two are delayed by less than a month"."""


def _status_differs(paper: Paper, words: Words, said: str) -> Found | None:
    """Return what is asked where a status that is counted stands more or less often in the plan.

    It is asked of the words that the plan has as its statuses, where every action has one and all
    are told of.
    """
    told = [one for one in _STATES.finditer(said) if _ENDS_THERE.match(said, one.end())]
    key = key_of(paper.plan)
    states = (state_of(paper.plan, one, paper.judged_at, paper.own) for one in paper.plan.actions)
    held = [in_words(one.status, key).casefold().strip(" .") for one in states]
    for one in told if all(held) else ():
        count, there = _number(one["count"]), held.count(one["state"].casefold())
        if there and count != there:
            where = "introduction" if is_introduction(paper, words) else "report"
            by = f"{counted(there, 'action')} of the plan {'is' if there == 1 else 'are'} so marked"
            text = f"The {where} says “{one[0]}”, and {by}."
            return Found(place_of_words(paper, words), text, (one[0], str(there)), about="states")
    return None


_OR_ELSE = re.compile(r"\w*[,\s]*(?:or|and/or|/)\s*\w", re.IGNORECASE)
"""What makes a count one of more than what is complete: "complete or on track"."""


def _done_in_plan(paper: Paper) -> tuple[int, int]:
    """Return how many actions are done at least and at most.

    They differ by those whose status is blank, a letter or a colour, which may be done or not.
    """
    least = most = 0
    key = key_of(paper.plan)
    for action in paper.plan.actions:
        state = state_of(paper.plan, action, paper.judged_at, paper.own)
        status = in_words(state.status, key)
        is_told = state.reading.is_done or (status.strip() and not is_bare(status))
        least += bool(is_told and state.is_done)
        most += bool(not is_told or state.is_done)
    return least, most


COUNT_CHECKS: tuple[Check, ...] = (counts_of_actions_agree,)
