"""Whether people's data is protected where it is shared, filmed or profiled: E43."""

import re
from collections.abc import Iterator
from datetime import date

from plan.checks.check import Check, Found, check
from plan.checks.facts.data_shared import Denied, data_denied_in, shares_data
from plan.checks.facts.proposed import proposed_in
from plan.checks.facts.report_text import report_words
from plan.checks.facts.subjects import is_said, touches, watches_people
from plan.checks.form.duty_checks import policy_place
from plan.checks.paper import Paper
from plan.text.line_breaks import shortened

_PRIVACY = re.compile(
    r"\b(?:data protection|dpias?|privacy|gdpr|data rights|information governance|"
    r"(?:data|information)[- ]sharing (?:agreement|protocol)s? (?:is|are|was|were|has|have) |"
    r"information commissioner)\b",
    re.IGNORECASE,
)
_OF_EACH = re.compile(
    r"\b(?:will|shall|is to|are to)\b[^.;]{0,80}\b(?:names?|address(?:es)?|dates? of birth|"
    r"histor(?:y|ies)|location)(?:, (?:\w+ ){1,3}| and (?:\w+ ){1,3}|"
    r",? (?:and )?)[^.;]{0,40}?\bof (?:each|every|all) (?:adult|child|person|tenant|resident|"
    r"patient|pupil|family|household|client)|\bwhether "
    r"(?:somebody|someone|anybody|anyone|people|the (?:tenant|resident)s?) (?:is|are) (?:at home|"
    r"in|out|asleep)\b",
    re.IGNORECASE,
)
"""What a report tells of each person that is looked at: where they live, whether they are in."""


@check(
    "E43",
    "ASK",
    "Where people's data is shared, filmed or profiled, its protection is assessed.",
    "UK GDPR, article 35 (data protection impact assessment), in force in 2018 on a day that was "
    "not read: asked of meetings from June 2018",
    since=date(2018, 6, 1),
)
def privacy_is_assessed(paper: Paper) -> Iterator[Found]:
    """E43: no data protection impact assessment is named, nor data protection at all; or denied.

    Where it is said that no personal data are used, that is held against what is to be done.
    """
    if not paper.has_report:
        return
    if denied := next(data_denied_in(paper), None):
        yield from _data_all_the_same(paper, denied)
        return
    if is_said(paper, _PRIVACY):
        return
    told = [one.sentence for one in proposed_in(paper)]
    if not (
        touches(paper, "data")
        or any(_OF_EACH.search(words.text) for words in report_words(paper))
        or any(watches_people(one) or shares_data(one) for one in told)
        or any(shares_data(one.text) for one in paper.open_actions)
    ):
        return
    text = (
        "People's data is shared, recorded or profiled here: is a data protection impact "
        "assessment needed, and where is it?"
    )
    yield Found(policy_place(paper), text)


def _data_all_the_same(paper: Paper, denied: Denied) -> Iterator[Found]:
    """Yield what passes on people's data although it is said that none are used."""
    acts = [(f"action {paper.plan.refs_in_words(one.id)}", one.text) for one in paper.open_actions]
    told = [("the report", one.sentence) for one in proposed_in(paper)]
    for where, text in (*acts, *told):
        if text != denied.sentence and (shares_data(text) or watches_people(text)):
            asked = (
                f"“{shortened(denied.sentence)}” is said here, and {where} is “{shortened(text)}”: "
                "which is right?"
            )
            yield Found(denied.place, asked, (denied.sentence, text), about="denied")
            return


PRIVACY_CHECKS: tuple[Check, ...] = (privacy_is_assessed,)
