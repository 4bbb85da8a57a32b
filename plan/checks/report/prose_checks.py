"""Amounts and dates in the report's prose, held against the plan: R41 and R42.

A sentence is held against the plan only where it plainly speaks of this plan as a whole, or names
an action by its number.
"""

import re
from collections.abc import Iterator

from plan.checks.check import Check, Found, check
from plan.checks.facts.actions_told import dated_otherwise, missed_each_year, told_in_table
from plan.checks.facts.begins_told import begins_otherwise
from plan.checks.facts.cited_actions import actions_not_there, part_led_by
from plan.checks.facts.costs_told import priced_otherwise
from plan.checks.facts.deadlines import years_of
from plan.checks.facts.parts_told import wrong_parts_in
from plan.checks.facts.prices_told import wrong_price_told
from plan.checks.facts.report_text import Words, place_of_words, prose_words, sentences_of
from plan.checks.facts.spoken_of import speaks_of
from plan.checks.facts.table_sums import wrong_columns, wrong_row_totals
from plan.checks.facts.told_amounts import amounts_in
from plan.checks.facts.whole_and_parts import wrong_whole
from plan.checks.paper import Paper
from plan.checks.report.agreement_checks import led_by_others, led_otherwise
from plan.checks.report.count_checks import is_this_plan
from plan.model.rows import Action
from plan.reading.dates import A_FULL_DATE, read_date, span_in_words
from plan.reading.timescales import read_timescale
from plan.text.line_breaks import counted
from plan.text.remembered import remembered

_FROM = "The report and the plan go to committee as one paper"
_REF = re.compile(
    r"\baction (?P<ref>\d{1,2}\.\d{1,2})\b(?!\.\d|,? (?:and|to|or) \d)", re.IGNORECASE
)
_PRODUCT = re.compile(
    r"(?<![\d.,/£])(?P<one>\d{1,3})\)?\s?[x×*]\s?(?:\(?[A-Za-z]+\s){0,2}\(?(?P<other>\d{1,3})\)?\s?=\s?"
    r"(?P<result>\d{1,5})(?![\d.,]*\d)"
)
_LISTED = re.compile(
    r"(?P<total>£[^:£]{1,60})\s?[:–—]\s?(?P<parts>(?:[^.;£]*£[\d,.]+\d(?:\s?(?:m|k|"
    r"million))?\b){2,})"
)
_ONE = r"£\s?\d+(?:,\d{3})*(?:\.\d+)?(?: ?(?:m|k|million)\b)?"
_SUMMED = re.compile(
    rf"(?P<parts>{_ONE}(?:[^£.;:]{{1,50}}{_ONE}){{1,8}})[^£.;:]{{0,50}}?,? (?:(?:giving |making "
    rf"|or |with )?a total of|totalling|in total,?|which totals) (?P<total>{_ONE})"
)
_OF_WHICH = re.compile(
    r"\b(?:of which|includ\w+|less|net|sav\w+|from £|up to|between|reduc\w+|instead|compared|than|"
    r"per|each|a (?:week|month|head)|respectively|followed|rising|falling|then|rest|remain\w*|"
    r"balance|others?|plus)\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    rf"(?P<total>{_ONE}) \((?P<parts>[^()£]{{2,40}}{_ONE}(?:[^()£]{{1,40}}{_ONE}){{1,7}})\)"
)
"""A sum with its parts behind it, each by its name: "£9,000 (sensors £4,500, signs £4,500)"."""
_OTHER_TIMES = re.compile(r"\b(?:20\d\d|was|were|up|target|budget\w*|last|actual|forecast)\b")
_FEWEST_ROWS = 2
_NEAR_ENOUGH = 0.011
_COSTS = re.compile(r"\b(?:at an? (?:\w+ )?cost of|costs?|costing|priced?|at £)\b", re.IGNORECASE)
_YEARLY = re.compile(r"\b(?:a|per|each|every) year\b|\bannual\w*|\brecurring\b", re.IGNORECASE)
_SHARE_OF_COST = 0.5


@check("R41", "ASK", "Amounts in report and introduction add up and agree with the plan.", _FROM)
def amounts_agree_with_the_plan(paper: Paper) -> Iterator[Found]:
    """R41: an amount of an action that the plan has otherwise, a sum or a product that is wrong.

    R16 holds the amounts of the report's sections against each other, R22 adds up the tables that
    a council's format declares.
    """
    actions = {paper.plan.ref_of(one.id): one for one in paper.plan.actions}
    before = section = ""
    for words in prose_words(paper):
        place = place_of_words(paper, words)
        if words.passage.kind == "table":
            table = words.passage.text
            for text, fact in (*wrong_columns(table), *wrong_row_totals(table)):
                yield Found(place, text, (fact,), about=fact)
        for text, fact, is_money in wrong_parts_in(words):
            if is_money:
                yield Found(place, text, (fact,), about=fact)
        before = before if words.passage.section == section else ""
        section = words.passage.section
        for sentence, _ in sentences_of(words):
            wrong = _wrong_sums(sentence) or _wrong_whole(sentence, before)
            before = sentence
            otherwise = [*_otherwise_in_plan(actions, sentence)]
            for text, fact in (*wrong, *(otherwise or priced_otherwise(paper, sentence))):
                yield Found(place, text, (fact,), about=fact)


def _wrong_whole(sentence: str, before: str) -> tuple[tuple[str, str], ...]:
    if not ("£" in sentence or "pounds" in sentence):
        return ()
    told = wrong_whole(sentence, before)
    if told is not None and told[0] == "money":
        return ((told[1], sentence),)
    price = wrong_price_told(sentence, before)
    return ((price, sentence),) if price else ()


@remembered
def _wrong_sums(sentence: str) -> tuple[tuple[str, str], ...]:
    """Return what is said of each sum and product in a sentence that is wrong."""
    found = []
    for match in _PRODUCT.finditer(sentence) if "=" in sentence else ():
        result = int(match["one"]) * int(match["other"])
        if result != int(match["result"]):
            found.append((f"“{match[0]}”: it makes {result}.", match[0]))
    if sentence.count("£") <= _FEWEST_ROWS or _OF_WHICH.search(sentence):
        return tuple(found)
    beside = _IN_BRACKETS.search(sentence)
    beside = None if beside is None or _OTHER_TIMES.search(beside["parts"]) else beside
    for summed in filter(None, (_LISTED.search(sentence), _SUMMED.search(sentence), beside)):
        if _OTHER_TIMES.search(summed["total"].partition("(")[2]):
            continue
        ((total, typed),), parts = amounts_in(summed["total"]), amounts_in(summed["parts"])
        told = sum(amount for amount, _ in parts)
        if abs(told - total) > _NEAR_ENOUGH:
            found.append((f"“{typed}” is the total, and its parts make £{told:,.10g}.", typed))
    return tuple(found)


def _otherwise_in_plan(actions: dict[str, Action], sentence: str) -> Iterator[tuple[str, str]]:
    """Yield what a sentence says of the cost of an action and the action says otherwise."""
    ours = amounts_in(sentence)
    if not ours or _OF_WHICH.search(sentence):
        return
    refs = _REF.findall(sentence)
    if not refs and len(ours) == 1 and _COSTS.search(sentence):
        refs = [ref for ref, one in actions.items() if _tells_of_cost(sentence, one)]
    action = actions.get(refs[0]) if len(set(refs)) == 1 else None
    if action is None:
        return
    theirs = [one for text in (action.text, *action.success_criteria) for one in amounts_in(text)]
    if theirs and not {amount for amount, _ in ours} & {amount for amount, _ in theirs}:
        said = f"“{ours[0][1]}” is said of action {refs[0]}, and the action itself says"
        yield f"{said} “{theirs[0][1]}”: which is right?", ours[0][1]


def _tells_of_cost(sentence: str, action: Action) -> bool:
    """Return whether a sentence tells of the cost of the same thing as an action, and so often."""
    theirs = amounts_in(action.text)
    if len(theirs) != 1 or bool(_YEARLY.search(sentence)) != bool(_YEARLY.search(action.text)):
        return False
    theirs_said = _COSTS.sub(" ", action.text)
    return speaks_of(sentence, theirs_said, fewest=_FEWEST_ROWS, share=_SHARE_OF_COST)


# Dates

_DATE = re.compile(rf"\b(?:{A_FULL_DATE})\b")
_WHICH_PLAN = r"(?:the|this) (?P<which>(?:[\w’'/–-]+ ){0,6}?)plan"
_WHOLE_PLAN = re.compile(
    rf"\b(?:(?:{_WHICH_PLAN}|all (?:of )?(?:the |its )?(?:(?:\w+ )?actions)(?: in (?:the|this) "
    r"plan)?) (?:(?:will|is|are|is expected|are expected|is due|are due|should|is planned|are "
    r"planned)(?: to)?(?: all)? be (?:fully |wholly |all )?(?:complete[d]?|delivered|implemented|"
    r"finished|achieved|in place)(?: in full)?|(?:is|are) (?:all )?due(?: for completion)?|"
    r"(?:runs|extends|continues)),? (?:by|before|in|no later than|at|until|to) |the (?:last|"
    r"final) (?:of the )?actions? (?:is|falls|are) due (?:by|in|on) |completion of (?:the (?:\w+ )?"
    r"plan|all (?:the )?actions) (?:is (?:expected|due|planned) )?(?:by|in) )(?:the end of |end )?"
    rf"(?P<when>{A_FULL_DATE})",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"\b(?:of|to|for|from|on|in|with|under) $")
"""What comes before "the plan" where something else is to be complete: "a review of the plan"."""
_PART_OF_ACTIONS = re.compile(
    r"\ball (?:\w+ )?actions\b.{0,40}\b(?:aim|priority|phase|except|but)\b"
)
_DUE = re.compile(
    r"\b(?:due|by|complet\w+|finish\w*|deadline|until|moved to|revised to|extended to|now has)\b",
    re.IGNORECASE,
)
_TOLD_OF_PAST = re.compile(
    r"\b(?:was|were|has been|had been|have been|originally|since|began|started|approved|reported|"
    r"committee of|meeting of|report of|depends?|dependent|subject to|once|following|guidance|"
    r"funding|consultation)\b",
    re.IGNORECASE,
)
_ON = re.compile(
    r"\b(?:clos\w+|open\w*|begin\w*|start\w*|end\w*|launch\w*|publish\w*|transfer\w*|mov\w+|"
    rf"complet\w+|cease\w*|go\w* live)\b[^.;]{{0,30}}?\b(?:on|from|by|in) (?P<when>{A_FULL_DATE})",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    rf"\b(?P<first>{A_FULL_DATE}) (?:to|until|[-–—]) (?:the end of )?(?P<last>{A_FULL_DATE})"
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_SO_MANY_YEARS = re.compile(
    r"\b(?P<count>two|three|four|five|six|ten|[2-9])[- ]years?(?: (?:plan|period|strategy|"
    r"programme))?,?(?: from| of| covering| running)* $",
    re.IGNORECASE,
)
_COVERS = re.compile(
    r"\b(?:the|this|our) (?:[\w-]+ ){0,4}?plan (?:covers|runs|is for|spans)\b",
    re.IGNORECASE,
)
_HALF_A_YEAR = 6
_FEWEST_STEMS, _SHARE = 3, 0.6
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]\w+")
"""A word with a capital inside a sentence: what it names is no other."""


@check(
    "R42",
    "ASK",
    "Dates and leads that report and introduction give for actions agree with the plan.",
    _FROM,
)
def dates_agree_with_the_plan(paper: Paper) -> Iterator[Found]:
    """R42: "complete by June 2027", and an action is due later; another day or lead of one.

    What has its day each year is done by then.
    """
    for words in prose_words(paper):
        place = place_of_words(paper, words)
        if words.passage.kind == "table":
            for text, fact in _table_differs(paper, words.passage.text):
                yield Found(place, text, (fact,), about=fact)
        for sentence, _ in sentences_of(words):
            for text, fact in (
                *(_part_led(paper, sentence) or led_otherwise(paper, sentence)),
                *actions_not_there(paper, sentence),
            ):
                yield Found(place, text, (sentence, fact), about=fact)
            if (missed := missed_each_year(paper, sentence)) is not None:
                by, action, due = missed
                ref = paper.plan.ref_of(action.id)
                text = f"“{by}” of each year is said here, and action {ref} is due"
                text = f"{text} {span_in_words(due)}: which is right?"
                yield Found(place, text, (sentence, action.timescale), about=by)
            if "20" not in sentence:
                continue
            differ = [*_dates_differ(paper, words, sentence)]
            for text, fact in differ or begins_otherwise(paper, sentence):
                yield Found(place, text, (sentence, fact), about=fact)


def _part_led(paper: Paper, sentence: str) -> list[tuple[str, str]]:
    """Return where the post that is said to lead all of a part does not lead one of its actions."""
    who, actions = part_led_by(paper, sentence) or ("", [])
    return [one for action in actions for one in led_by_others(paper, action, who)][:1]


def _table_differs(paper: Paper, table: str) -> Iterator[tuple[str, str]]:
    for day, lead in told_in_table(paper, table):
        if day is not None:
            yield from _not_of(paper, *day)
        if lead is not None:
            yield from led_by_others(paper, *lead)


def _dates_differ(paper: Paper, words: Words, sentence: str) -> Iterator[tuple[str, str]]:
    yield from _period_differs(paper, sentence)
    whole = _WHOLE_PLAN.search(sentence)
    if whole is not None and not _OF_IT.search(sentence, 0, whole.start()):
        if is_this_plan(paper, whole["which"] or "") and not _PART_OF_ACTIONS.search(sentence):
            yield from _later_than(paper, whole["when"])
        return
    refs = _REF.findall(sentence)
    dates = list(_DATE.finditer(sentence))
    if len(set(refs)) == 1 and len(dates) == 1:
        action = _action_of(paper, refs[0])
        if action and _DUE.search(sentence) and not _TOLD_OF_PAST.search(sentence):
            yield from _not_of(paper, action, dates[0][0])
        elif action and (told := dated_otherwise(paper, sentence)) is not None:
            yield from _not_of(paper, *told)
    elif not refs and (told := dated_otherwise(paper, sentence)) is not None:
        yield from _not_of(paper, *told)
    elif not refs and words.passage.kind == "recommendation":
        dated = _ON.search(sentence)
        action = _spoken_of(paper, sentence) if dated else None
        if dated and action:
            yield from _not_of(paper, action, dated["when"])


def _period_differs(paper: Paper, sentence: str) -> Iterator[tuple[str, str]]:
    """Yield where the years that a plan is said to cover are not so many, or not its title's."""
    period = _FROM_TO.search(sentence)
    if period is None:
        return
    begins, ends = read_date(period["first"]), read_date(period["last"])
    if begins is None or ends is None or ends.last <= begins.first:
        return
    months = (ends.last.year - begins.first.year) * 12 + ends.last.month - begins.first.month + 1
    told = _SO_MANY_YEARS.search(sentence[: period.start()])
    years = _number(told["count"]) if told else 0
    if told is not None and abs(years * 12 - months) >= _HALF_A_YEAR:
        yield (
            f"“{told[0].strip()}” is said, and “{period[0]}” is {counted(months, 'month')}.",
            period[0],
        )
        return
    titled = years_of(paper)
    is_ours = _COVERS.search(sentence) and titled is not None
    if titled and is_ours and (begins.first.year, ends.last.year) != titled:
        named = f"{titled[0]} to {titled[1]}"
        yield f"“{period[0]}” is said here, and the plan's title says {named}.", period[0]


def _number(typed: str) -> int:
    return _NUMBERS.get(typed.lower()) or int(typed)


def _later_than(paper: Paper, typed: str) -> Iterator[tuple[str, str]]:
    when = read_date(typed)
    dues = [
        (due, action)
        for action in paper.plan.actions
        if (due := paper.reading_of(action).due) is not None
    ]
    last = max(dues, key=lambda one: one[0].last, default=None)
    if when is not None and last is not None and last[0].first > when.last:
        ref = paper.plan.ref_of(last[1].id)
        said = f"The plan is to be complete by {typed}, and action {ref} is due"
        yield f"{said} {span_in_words(last[0])}: which is right?", typed


def _action_of(paper: Paper, ref: str) -> Action | None:
    return next((one for one in paper.plan.actions if paper.plan.ref_of(one.id) == ref), None)


def _not_of(paper: Paper, action: Action, typed: str) -> Iterator[tuple[str, str]]:
    """Yield where a date is none that an action has or speaks of."""
    when = read_date(typed) or read_timescale(typed).due
    reading = paper.reading_of(action)
    if when is None or reading.due is None or reading.is_done:
        return
    held = [reading.due, reading.begins, reading.review, reading.was]
    held += [one.when for one in reading.milestones]
    texts = [action.text, *action.success_criteria]
    texts += [note.text for note in paper.plan.notes_of(action.id)]
    held += [read_date(one[0]) for text in texts for one in _DATE.finditer(text)]
    if not any(one is not None and one.overlaps(when) for one in held):
        ref = paper.plan.ref_of(action.id)
        said = f"“{typed}” is said here, and action {ref} is due"
        yield f"{said} {span_in_words(reading.due)}: which is right?", typed


def _spoken_of(paper: Paper, sentence: str) -> Action | None:
    """Return the one action that a sentence plainly repeats, or None."""
    found = [
        action
        for action in paper.plan.actions
        if speaks_of(sentence, action.text, fewest=_FEWEST_STEMS, share=_SHARE)
        and all(name in sentence for name in _NAME.findall(action.text))
    ]
    return found[0] if len(found) == 1 else None


PROSE_CHECKS: tuple[Check, ...] = (
    amounts_agree_with_the_plan,
    dates_agree_with_the_plan,
)
