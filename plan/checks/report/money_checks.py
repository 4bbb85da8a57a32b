"""What the report says of money, against itself and the plan: R16."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from plan.checks.check import Check, Found, check
from plan.checks.each_action import refs_of
from plan.checks.facts.form_facts import date_in
from plan.checks.facts.plan_sums import plan_sums_differ
from plan.checks.facts.report_text import Words, report_sections, report_words, told_in, words_in
from plan.checks.facts.subjects import actions_about, decisions, is_to_decide
from plan.checks.facts.told_amounts import AMOUNT, amounts_differ, incomes_differ, told_otherwise
from plan.checks.paper import Paper
from plan.checks.report.denied_checks import tells_of_staff
from plan.model.finding import Place, Severity
from plan.model.rows import Action
from plan.papers.places import passage_place
from plan.reading.dates import date_in_words, span_in_words
from plan.text.line_breaks import shortened
from plan.text.remembered import remembered_by_row
from plan.text.sentences import sentences_in

_PRACTICE = "Council practice: section 95 officers answer for what a decision costs"
_NO_COST = re.compile(
    r"\bno (?:\w+ ){0,3}?(?:financial|resource|cost|budget\w*|additional cost|"
    r"new cost|expense)(?: \w+){0,2}? ?(?:implications?|costs?|impacts?|consequences?)?\b|"
    r"\bno call on (?:the |its )?(?:[\w’']+ )?(?:budgets?|funds|purse)\b|\Anone\b|\Anil\b|"
    r"[-–—:] ?(?:none|nil)\b|\bcost[- ]neutral\b|\bat no (?:further |extra )?(?:cost|expense)\b|"
    r"\bwithout (?:any |further |more |extra |additional )*(?:money|costs?|expense|funding)\b|"
    r"\badds? nothing to (?:the |its )?(?:costs?|budget)\b|\b(?:costs?|spending) (?:will )?"
    r"(?:stays?|remains?) (?:the same|as (?:it is|they are)|unchanged)\b",
    re.IGNORECASE,
)
_PROVIDED = re.compile(
    r"\b(?:existing|within|contained|met from|allowed for|provided for|approved|funded|budgets?|"
    r"pays?|"
    r"paid (?:for )?by|beyond|grants?)\b",
    re.IGNORECASE,
)
_COVERED = re.compile(
    r"\b(?:contained|existing (?:\w+ )?(?:budgets?|resources)|already (?:approved|budgeted)|"
    r"in full|within (?:the |its )?(?:\w+ ){0,3}?budgets?|allowed for|no additional)\b",
    re.IGNORECASE,
)
"""Money that is there already is not asked for."""
_SAVES = re.compile(
    r"\bsav(?:es?|ed|ing|ings)\b|\b(?:is|are|was|were) (?:\w+ )?in the (?:[\w/-]+ ){0,3}?budget\b",
    re.IGNORECASE,
)
"""Nor is money that is saved, or that the budget has."""
_COSTS = re.compile(r"\bcost\w*|\basked for\b|\bneed(?:s|ed)?\b", re.IGNORECASE)
_FINANCE = re.compile(
    r"\b(?:financ\w*|section 95|s\.?95|treasurer|accountan\w+|corporate services|"
    r"(?<!human )resources|management team|chief officers?|all (?:executive )?directors|"
    r"all heads of service|corporate (?:leadership|management)|leadership (?:team|group))\b",
    re.IGNORECASE,
)
_LED_BY_MONEY = re.compile(
    r"\W*(?:[\d.]+\s*)?(?:financial|finance|resources?|budget)\b(?: (?:and|&) \w+)?"
    r"(?: implications?)?(?: \([^)]{0,60}\))?\s*[-–—:.]\s*(?=\S)",
    re.IGNORECASE,
)
_ROW_OF_MONEY = re.compile(
    r"\W*(?:[\d.]+\s*)?(?:financ(?:e|ial)|resources?|budget|cost)\b(?:(?: (?:and|&))? \w+)?"
    r"(?: implications?)?: ",
    re.IGNORECASE,
)
_FINANCE_OFFICER = re.compile(
    r"\b(?:head|director|executive director|manager|chief officer|depute|lead) (?:of |for |[–-] )?"
    r"(?:corporate )?financ\w*|\bchief financ\w+|\b(?:section 95|s\.?95)\b|\btreasurer\b|"
    r"\baccountants?\b|\bfinance (?:officer|service|team|manager|business partner|director)s?\b|"
    r"\bdirector of corporate services\b",
    re.IGNORECASE,
)
"""Who answers for money, wherever the report names them."""
_PAID_FROM = re.compile(
    r"\b(?:funded (?:by|from|through)|met (?:from|by|within)|paid (?:for )?(?:by|from)|"
    r"within (?:the |its )?(?:\w+ ){0,3}?(?:budgets?|resources)|existing (?:\w+ )?(?:budgets?|"
    r"resources|staff|posts?)|(?:approved|allocated|agreed) (?:\w+ )?budgets?|"
    r"in the (?:\w+ ){0,3}?budget|contained|(?:from|by|through) (?:the |a |"
    r"an )?(?:[\w’'-]+ ){0,5}?(?:fund|grants?|funding|allocation|"
    r"budget|reserves?)|at no (?:\w+ )?cost|no (?:extra |additional |new )?cost)\b",
    re.IGNORECASE,
)
"""Words of where the money comes from."""
_TOLD_ELSEWHERE = re.compile(
    r"\b(?:individual|each|separate) (?:actions?|projects?|business cases?)\b|"
    r"\bmonitoring reports?\b|"
    r"\b(?:reported|considered|set out|dealt with|brought) (?:\w+ )?(?:separately|elsewhere|"
    r"(?:through|in) (?:the |its |a )?(?:\w+ ){0,3}?(?:reports?|budgets?|process))\b",
    re.IGNORECASE,
)
"""Words of another paper that says what each thing costs."""
_SPEAKS_OF_COST = re.compile(
    r"\b(?:cost\w*|pric\w+|pay(?:s|ing|ment\w*)?|buy\w*|purchas\w+|invest\w*|requir\w+|needs?|"
    r"estimat\w+|additional|recurring|fees?|will be|to be|sav(?:e|es|ing|ings))\b",
    re.IGNORECASE,
)
_NEEDS_MONEY = re.compile(
    r"\b(?:will|would|shall|requir\w+|needs?|to be|additional|recurring|estimat\w+|proposed?|"
    r"request\w*|seek\w*|sought|(?:a|per|each|every) (?:year|annum))\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:national\w*|audit\w*|any|(?:over|above|below|under|up to|exceeding) £|approval|"
    r"government|threshold|each (?:household|family)|savings?|costs? (?:the|this) council)\b",
    re.IGNORECASE,
)
"""Words by which an amount is others', a limit, or found and not spent."""
_ALL_DONE = re.compile(
    r"\b(?:by then|before then|by that (?:date|time)|will have been (?:completed|delivered))\b",
    re.IGNORECASE,
)
_WAS = re.compile(
    r"\b(?:fell|fallen|rose|risen|spent|received|raised|owed?d?|awarded|income|turnover|"
    r"in (?:19|20)\d\d/\d\d)\b",
    re.IGNORECASE,
)
"""Words of an amount that is told and not asked for."""
_MONEY = re.compile(
    r"\b(?:fund(?:ing|ed|s)?|money|grants?|budget|resources?|posts?)\b", re.IGNORECASE
)
_ENDS = re.compile(
    r"\b(?:end(?:s|ing)?|until|runs? out|expires?|ceases?|(?:available|confirmed|secured|"
    r"in place) (?:up )?to|only to)\b(?P<when>[^.;]{0,40})",
    re.IGNORECASE,
)
_RECURS = re.compile(
    r"(?<!non-)(?<!non )\brecurring\b|(?<!non-)\brecurrent\b|"
    r"\bpermanent (?:[\w-]+ ){0,5}?(?:posts?|"
    r"staff|workers?|officers?|teachers?|employees|contracts?)\b",
    re.IGNORECASE,
)
_ONCE_ONLY = re.compile(
    r"\bnon-?\s?recurr(?:ing|ent)\b|\bone[- ]off (?:funding|money|grant|sum|allocation)\b|"
    r"\b(?:short-term|time-limited|temporary) (?:funding|grant|money|fund)\b",
    re.IGNORECASE,
)
_PAYS = re.compile(r"\b(?:met|paid|funded|financed|fund|grant|money)\b", re.IGNORECASE)
_AFTERWARDS = re.compile(
    r"\b(?:thereafter|after (?:that|which|then)|from then|in later years|in future years|budget "
    r"pressure|base budget|built into)\b",
    re.IGNORECASE,
)
"""Words of what pays once the money has ended."""
_TO_BE_SAVED = re.compile(
    r"\b(?:saves?|(?:annual|recurring|full[- ]year|net) savings?(?: of)?|savings? of)\b"
    r"(?! in (?:19|20)\d\d| (?:each|every|an average|the average)\b)[^.;£]{0,25}"
    r"£ ?\d[\d,.]*(?: ?(?:k|m|million)\b)?(?![^.;]{0,60}\b(?:already|agreed|approved|achieved|"
    r"made|delivered|last year)\b)",
    re.IGNORECASE,
)
"""Money that a decision saves, and that was not saved or agreed before."""


@check(
    "R16", "ASK", "What the report says of money agrees with itself and with the plan.", _PRACTICE
)
def money_agrees(paper: Paper) -> Iterator[Found]:
    """R16: no cost but something bought or unfunded, two amounts, nobody asked, money that ends.

    Each is asked only where the report's own words show it.
    """
    yield from told_otherwise(paper)
    sums = list(plan_sums_differ(paper))
    yield from sums
    financial = _financial_section(paper) or ""
    said = words_in(paper, financial) or _said_of_money(paper)
    if not said:
        yield from _money_ends(paper, said)
        yield from incomes_differ(paper)
        return
    text = " ".join(words.text for words in said)
    place = passage_place(paper.plan, said[0].passage)
    told: list[Found] = []
    if (
        _NO_COST.search(text)
        and not AMOUNT.search(text)
        and not _PROVIDED.search(_NO_COST.sub(" ", text))
    ):
        yield from _cost_all_the_same(paper, financial, place)
    else:
        yield from _bought_at_no_cost(paper, said)
        yield from _without_a_budget(paper, said)
        told = list(amounts_differ(paper, financial, said))
        yield from (one for one in told if {*one.facts} not in [{*other.facts} for other in sums])
        yield from _finance_unasked(paper, text)
    ends = list(_money_ends(paper, said)) or list(_recurring_from_once_only(paper, said))
    yield from ends
    asked = {frozenset(one.facts) for one in told}
    yield from (one for one in incomes_differ(paper) if frozenset(one.facts) not in asked)


def _financial_section(paper: Paper) -> str | None:
    sections = report_sections(paper)
    found = (
        one.id
        for one in sections
        if re.search(r"\b(?:financ|resource)", one.heading, re.IGNORECASE)
    )
    return next((one for one in found if words_in(paper, one)), None)


def _said_of_money(paper: Paper) -> tuple[Words, ...]:
    """Return what a section on all implications says of money: "Resource – There are none".

    In a table of them it is the row of money.
    """
    said = []
    for words in report_words(paper):
        if words.passage.kind == "table":
            rows = filter(_ROW_OF_MONEY.match, told_in(words))
            said += [Words(words.passage, (row,), ()) for row in rows]
        elif _LED_BY_MONEY.match(words.text):
            said.append(words)
    return tuple(said)


def _cost_all_the_same(paper: Paper, financial: str, place: Place) -> Iterator[Found]:
    """Yield the question where no cost is said, and an action or the text names one.

    It is answered where the money of it is named, in the action or elsewhere in the report.
    """
    told = words_in(paper, financial) or _said_of_money(paper)
    if any(_TOLD_ELSEWHERE.search(words.text) for words in told):
        return
    others = [
        words
        for words in report_words(paper)
        if words.passage.section != financial and words not in told
    ]
    costly = [one for one in actions_about(paper, "cost") if not _names_its_money(one)]
    named = [words for words in others if _asks_for_an_amount(words.text)]
    staff = next((one for one in _sentences(others) if tells_of_staff(one)), "")
    if any(_SPEAKS_OF_COST.search(one) and _PAID_FROM.search(one) for one in _sentences(others)):
        return
    if not costly and not named and not staff:
        return
    what = [] if costly or named else [f"“{shortened(staff)}”"]
    if costly:
        refs = ", ".join(paper.plan.ref_of(one.id) for one in costly[:_MOST])
        what.append(f"action{'s' if len(costly) > 1 else ''} {refs}")
    what += [f"“{found[0]}”" for one in named[:1] if (found := AMOUNT.search(one.text))]
    text = (
        f"No cost is said here, and the paper speaks of what costs money ({' and '.join(what)}): "
        "where does it come from?"
    )
    yield Found(place, text, tuple(what), about="none")


def _bought_at_no_cost(paper: Paper, said: Iterable[Words]) -> Iterator[Found]:
    """Yield the question where "no new costs" is said, and several posts or homes are bought.

    That existing budgets pay is no answer to that: it is as it were the same sentence.
    """
    told = next((one for one in said if _NO_NEW_COST.search(one.text)), None)
    found = told and _NO_NEW_COST.search(told.text)
    if told is None or not found or AMOUNT.search(told.text):
        return
    bought = [one for one in paper.open_actions if _buys_several(one) and not _names_its_money(one)]
    if bought:
        refs = refs_of(paper, bought[:_MOST])
        text = (
            f"“{found[0]}” is said here, and people or things are to be paid for by "
            f"action{'s' if len(bought) > 1 else ''} {refs}: where does that money come from?"
        )
        place = passage_place(paper.plan, told.passage)
        yield Found(place, text, (found[0], refs), about="none")


_NO_NEW_COST = re.compile(r"\bno (?:new|additional|extra|further) costs?\b", re.IGNORECASE)
_BUYS_SEVERAL = re.compile(
    r"\A\W*(?:to )?(?:recruit|appoint|employ|hire|buy|purchase|lease|build) (?:an? (?:further |"
    r"additional ))?(?:up to )?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,4})\b "
    r"(?!(?:[\w-]+ ){0,3}?(?:volunteers?|adopters?|foster|carers?|members?|children|young|"
    r"famil(?:y|ies)|parents|pupils|tenants|mentors?|champions?|ambassadors?|panels?|households?|"
    r"apprentices?|students?|leads?|link|designated|books?|licences?)\b)",
    re.IGNORECASE,
)


@remembered_by_row
def _buys_several(action: Action) -> bool:
    return _BUYS_SEVERAL.match(action.text) is not None


_AT_NO_COST = re.compile(
    rf"{_NO_NEW_COST.pattern}|\b(?:delivered|met|contained|carried out|done|managed|implemented|"
    r"resourced|funded) (?:\w+ )?(?:with)?in (?:the )?existing (?:\w+ )?(?:budgets?|resources)\b",
    re.IGNORECASE,
)
_UNFUNDED = re.compile(
    r"\bno (?:\w+ ){0,2}?(?:budget|funding|money|funds)\b[^.;]{0,30}?\b(?:identified|found|agreed|"
    r"available|allocated|set aside|in place|secured)\b|"
    r"\b(?:budget|funding|money|funds)\b[^.;]{0,20}? (?:not (?:yet )?(?:been )?(?:identified|found|"
    r"agreed|allocated|secured)|(?:still |yet )?to be (?:identified|found))\b|"
    r"\bunfunded\b|\bnot (?:yet )?(?:been )?(?:budgeted|funded)\b",
    re.IGNORECASE,
)
_EXCEPTED = re.compile(
    r"\b(?:except\w*|excluding|apart from|other than|save for|aside from|however|but|most of|"
    r"(?:all|those) (?:the )?other|remain\w*|although|unless|if|would|could|option)\b",
    re.IGNORECASE,
)
"""Words by which what has no budget is told as the one thing that costs more."""


def _without_a_budget(paper: Paper, said: Iterable[Words]) -> Iterator[Found]:
    """Yield where the plan is to cost nothing more, and a sum of it has no budget by its own words.

    Two sentences of the same section say it; one that calls the sum an exception agrees with both.
    """
    told = [(words, one) for words in said for one in sentences_in(words.text)]
    free = next(filter(None, (_AT_NO_COST.search(one) for _, one in told)), None)
    if free is None or any(_EXCEPTED.search(one) for _, one in told if _AT_NO_COST.search(one)):
        return
    for words, sentence in told:
        amount = AMOUNT.search(sentence)
        if amount and _UNFUNDED.search(sentence) and not _EXCEPTED.search(sentence):
            text = (
                f"“{free[0]}” is said, and “{amount[0].strip()}” has no budget yet: which is right?"
            )
            place = passage_place(paper.plan, words.passage)
            yield Found(place, text, (free[0], sentence), about="unfunded")
            return


def _sentences(said: Iterable[Words]) -> Iterator[str]:
    return (sentence for words in said for sentence in sentences_in(words.text))


def _asks_for_an_amount(text: str) -> bool:
    return any(
        AMOUNT.search(one)
        and _SPEAKS_OF_COST.search(one)
        and _NEEDS_MONEY.search(one)
        and not (_WAS.search(one) or _OF_OTHERS.search(one))
        for one in sentences_in(text)
    )


@remembered_by_row
def _names_its_money(action: Action) -> bool:
    return any(map(_PAID_FROM.search, (action.text, *action.success_criteria)))


_MOST = 5
"""So many refs are named."""


def _finance_unasked(paper: Paper, text: str) -> Iterator[Found]:
    """Yield the question where money is asked for and nobody of finance was consulted."""
    wanted = (one for one in sentences_in(text) if _COSTS.search(one) or not _SAVES.search(one))
    amounts = filter(None, map(AMOUNT.search, wanted))
    amount, done = None if _COVERED.search(text) else next(amounts, None), "asked for"
    if amount is None and is_to_decide(paper):
        saved = next(filter(None, map(_TO_BE_SAVED.search, sentences_in(text))), None)
        amount, done = AMOUNT.search(saved[0]) if saved else None, "to be saved"
    sections = report_sections(paper)
    asked = next(
        (one.id for one in sections if re.search(r"consult", one.heading, re.IGNORECASE)), ""
    )
    said = words_in(paper, asked) if asked else ()
    if amount is None or not said or any(_FINANCE.search(words.text) for words in said):
        return
    report = paper.plan.report
    named = (report.by, report.signatory_post, *(words.text for words in report_words(paper)))
    if any(map(_FINANCE_OFFICER.search, named)):
        return
    text = f"“{amount[0].strip()}” is {done}, and nobody of finance is among those consulted."
    yield Found(passage_place(paper.plan, said[0].passage), text, (amount[0],), about="consulted")


def _money_ends(paper: Paper, said: tuple[Words, ...]) -> Iterator[Found]:
    """Yield the question where the money ends before the last action is due.

    An amount that ends may be for a part of the plan only: that is to be known.
    """
    named = [words for words in report_words(paper) if words not in said]
    for words, sentence in (*_sentences_with(said), *_sentences_with(named)):
        found = _ENDS.search(sentence) if _MONEY.search(sentence) else None
        end = date_in(found["when"]) if found else None
        if end is None or _ALL_DONE.search(sentence):
            continue
        pays = _PAYS_FOR.search(sentence)
        is_of_all = _PLAN_IS_PAID.search(sentence) is not None
        if pays is None and words in named and not is_of_all:
            continue
        late = [one for one in _dues(paper) if one[1] > end.last and _is_paid(one[0], pays)]
        if late:
            ref, day = late[-1]
            text = (
                f"The money ends by {span_in_words(end)}, and action {ref} is due by "
                f"{date_in_words(day)}: what pays for it then?"
            )
            place = passage_place(paper.plan, words.passage)
            is_of_part = pays is None and not is_of_all and AMOUNT.search(sentence)
            severity: Severity = "INFO" if is_of_part else "ASK"
            yield Found(place, text, (sentence, str(day)), severity, about="ends")
            return


_PLAN_IS_PAID = re.compile(
    r"\b(?:the|this|all (?:of )?the) (?:whole )?(?:work|plan|programme|actions) (?:is|"
    r"are|will be) (?:paid for|funded|financed|met)\b",
    re.IGNORECASE,
)
_PAYS_FOR = re.compile(
    r"\bactions? (?P<first>\d{1,2}\.\d{1,2})(?: (?:to|and|[-–]) (?P<last>\d{1,2}\.\d{1,2}))?\b"
    r"[^.;]{0,60}\b(?:paid|funded|met|financed)\b",
    re.IGNORECASE,
)
"""Which actions the money is for: "Actions 2.1 to 3.3 are paid for from the grant"."""


def _sentences_with(said: Iterable[Words]) -> Iterator[tuple[Words, str]]:
    return ((words, sentence) for words in said for sentence in sentences_in(words.text))


def _is_paid(ref: str, pays: re.Match[str] | None) -> bool:
    """Return whether money is said to be for an action; for any, if none is named."""
    if pays is None:
        return True
    first, last = _as_numbers(pays["first"]), _as_numbers(pays["last"] or pays["first"])
    return first <= _as_numbers(ref) <= last


def _as_numbers(ref: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", ref)))


def _recurring_from_once_only(paper: Paper, said: tuple[Words, ...]) -> Iterator[Found]:
    """Yield the question where what costs money every year is paid from money that ends."""
    text = " ".join(words.text for words in said)
    recurs = next(
        filter(None, map(_RECURS.search, (*decisions(paper), *(words.text for words in said)))),
        None,
    )
    if recurs is None or _AFTERWARDS.search(text):
        return
    for words in said:
        for sentence in sentences_in(words.text):
            once = _ONCE_ONLY.search(sentence)
            if once is not None and _PAYS.search(sentence):
                asked = (
                    f"“{recurs[0]}” is paid from what is “{once[0]}”: what pays for it after that?"
                )
                place = passage_place(paper.plan, words.passage)
                yield Found(place, asked, (recurs[0], sentence), about="ends")
                return


def _dues(paper: Paper) -> list[tuple[str, date]]:
    read = ((one, paper.reading_of(one).due) for one in paper.open_actions)
    dues = [(paper.plan.ref_of(one.id), due.last) for one, due in read if due is not None]
    return sorted(dues, key=lambda one: one[1])


MONEY_CHECKS: tuple[Check, ...] = (money_agrees,)
