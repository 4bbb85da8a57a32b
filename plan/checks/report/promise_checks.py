"""What the report promises, and by when: R43."""

import re
from collections.abc import Iterator

from plan.checks.check import Check, Found, check
from plan.checks.facts.report_text import Words, report_words, sentences_of
from plan.checks.paper import Paper, once_for_each_paper
from plan.papers.places import passage_place
from plan.reading.dates import A_FULL_DATE, A_MONTH
from plan.reading.promises import promises_in, read_by_when, said_when
from plan.text.line_breaks import shortened
from plan.text.remembered import remembered

_VAGUE = re.compile(
    r"\b(?:in due course|(?:in|over) the coming (?:weeks|months|year)|as soon as (?:possible|"
    r"practicable|practical|resources allow)|(?<!as )(?<!too )(?<!how )(?<!very )soon(?! "
    r"(?:after|as|enough|to|before|following|became))|shortly(?! (?:after|before|thereafter|"
    r"following))|in the (?:near|not too distant) future|at a (?:later|future) (?:date|stage|time|"
    r"meeting)|to a (?:later|future) (?:\w+ )?(?:meeting|committee|cycle)|at some (?:point|stage|"
    r"time)(?! (?:in|after|before|during)\b)|(?:when|as|once|if|where) (?:and when )?(?:resources?|"
    r"time|capacity|funding|budgets?|staffing) (?:allows?|permits?|(?:is|are|becomes?) available)|"
    r"at the (?:earliest opportunity|appropriate time)|in time to come|sooner or later)\b",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"\b(?:will|shall|is to|are to|to be|agree[sd]? to|undertake[sn]? to|commit\w* to|instructs?|"
    r"asks?|requests?|intends? to|plans? to|aims? to|proposes? to|expects? to)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:(?:scottish|uk) (?:government|parliament|ministers?)|ministers?|parliament|government|"
    r"inspectors?|inspectorate|audit scotland|accounts commission|regulator|commission|cosla|court|"
    r"hm \w+|education scotland|ofcom|national (?:guidance|framework|body)|guidance|legislation|"
    r"bill|act|regulations?|auditors?)\b[^.;,]{0,60}$",
    re.IGNORECASE,
)
"""Who comes before "will": what others promise is theirs to date."""
_NOT_A_PROMISE = re.compile(
    r"\b(?:not|no|never|rather than|instead of|said|told (?:that|us)|asked (?:that|for|us)|felt|"
    r"wanted|hoped|hopes?|may|might|could|if|unless|expected)\b",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"{A_FULL_DATE}|\b20\d\d\b|\b{A_MONTH}\b|\bwithin \w+ (?:days|weeks|months|years?)\b|"
    r"\b(?:spring|summer|autumn|winter|easter|christmas)\b|\b(?:next|this) (?:year|month|term|"
    r"session|cycle)\b",
    re.IGNORECASE,
)


_CONDITIONAL = re.compile(
    r"\b(?:once|as (?:and when )?(?:required|needed|appropriate|necessary)|by (?:the )?(?:cosla|"
    r"scottish|uk|ministers?|government|education scotland|audit scotland|inspect\w+)|within \d+|"
    r"(?:after|following) (?:the|a|an|each|every|any)\b)|\bnational (?:\w+ )?(?:will|is|are)\b",
    re.IGNORECASE,
)
_PROMPTLY = re.compile(r"as soon as (?:possible|practica)|at the earliest", re.IGNORECASE)
_TO_BE_TOLD = re.compile(
    r"\b(?:reports?|committee|members|elected|board|brought|updates?|published?|strategy|policy|"
    r"consultation|appoint\w*|recruit\w*|posts?)\b",
    re.IGNORECASE,
)


@check(
    "R43",
    "ASK",
    "What the report promises has a time.",
    "Council practice: a committee asks when it will hear again",
)
def promises_are_dated(paper: Paper) -> Iterator[Found]:
    """R43: "in due course", "when resources allow", or no time at all, in what it says it will do.

    That a report comes back to the committee has a time wherever the paper gives one for any.
    """
    for words in report_words(paper):
        for sentence, _ in sentences_of(words):
            vague = _undated(sentence)
            if vague:
                place = passage_place(paper.plan, words.passage)
                text = f"“{shortened(sentence)}” By when is that, instead of “{vague}”?"
                yield Found(place, text, (sentence,), about=sentence)
    told = next(_without_a_time(paper), None)
    if told is not None and not _comes_back_by_a_day(paper):
        words, sentence = told
        text = f"“{shortened(sentence)}” By when is that? No time is said."
        yield Found(passage_place(paper.plan, words.passage), text, (sentence,), about=sentence)


_ANSWERED = re.compile(
    r"\b(?:as (?:and when )?(?:required|needed|necessary)|once|when|if|unless|each|every|"
    r"regular\w*|periodic\w*|annual\w*|quarterly|monthly|weekly|routine\w*|this report|this paper|"
    r"at the meeting|verbal\w*|usual|normal|in the (?:same|ordinary) way|existing|bulletins?|"
    r"separate|other|appendix|after|following|alongside|as part of)\b",
    re.IGNORECASE,
)


@once_for_each_paper
def _promised(paper: Paper) -> tuple[tuple[Words, str, str], ...]:
    """Return what the report promises to bring back, with the words of when."""
    found = []
    for words in report_words(paper):
        if words.passage.kind in ("heading", "table"):
            continue
        is_decision = words.passage.kind == "recommendation"
        for sentence, by_when in promises_in(
            words.text, is_recommendation=is_decision, meeting=paper.meeting
        ):
            found.append((words, sentence, by_when))
        promised = {sentence for _, sentence, _ in found}
        for sentence, _ in sentences_of(words) if _WILL_HEAR.search(words.text) else ():
            if _WILL_HEAR.search(sentence) and sentence not in promised:
                found.append((words, sentence, said_when(sentence, paper.meeting)))
    return tuple(found)


_WILL_HEAR = re.compile(
    r"\b(?:members|councillors|the (?:\w+ )?(?:committee|board|panel)) (?:will|shall|are to|is to) "
    r"(?:be )?(?:kept |fully )*(?:informed|updated|advised|briefed|hear (?:more|further)|up to "
    r"date|abreast|presented with)\b|\bwill (?:advise|inform|update|"
    r"brief) (?:elected )?(?:members|the (?:\w+ )?committee)\b",
    re.IGNORECASE,
)


def _comes_back_by_a_day(paper: Paper) -> bool:
    read = (read_by_when(one, paper.meeting) for _, _, one in _promised(paper) if one)
    return any(one.is_dated or one.rhythm or one.review for one in read)


def _without_a_time(paper: Paper) -> Iterator[tuple[Words, str]]:
    """Yield the promises to come back that say no time in any words."""
    for words, sentence, by_when in _promised(paper):
        is_told = by_when or _DATED.search(sentence) or _ANSWERED.search(sentence)
        if not (is_told or _undated(sentence) or _OF_OTHERS_TOLD.search(sentence)):
            yield words, sentence


_OF_OTHERS_TOLD = re.compile(
    r"\b(?:government|ministers?|parliament|inspect\w+|inspectorate|audit scotland|regulator|"
    r"ombudsman)\b",
    re.IGNORECASE,
)


@remembered
def _undated(sentence: str) -> str:
    """Return the vague words in which a sentence promises something, empty if it does not.

    How quickly a service answers is no promise to a committee, nor what waits for others.
    """
    vague = _VAGUE.search(sentence)
    if vague is None or _DATED.search(sentence) or _CONDITIONAL.search(sentence):
        return ""
    if _PROMPTLY.match(vague[0]) and not _TO_BE_TOLD.search(sentence):
        return ""
    will = _WILL.search(sentence)
    if will is None:
        return ""
    if _NOT_A_PROMISE.search(sentence, 0, vague.start()):
        return ""
    return "" if _OF_OTHERS.search(sentence[: will.start()]) else vague[0]


PROMISE_CHECKS: tuple[Check, ...] = (promises_are_dated,)
