"""The page of the rules names every rule, its urgency and its source, as the definitions have them.

With PLANDESK_WRITE_SCREENS=1 in the environment the page is written anew.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from plan.checks.all_checks import CHECKS
from plan.checks.form.form_checks import (
    answer_is_of_its_kind,
    assessment_is_attached,
    form_is_in_force,
)
from plan.council.form import Form
from tests.plan.box import OURS
from tests.plan.checks.sound import FORMS
from tests.repository import ROOT

PAGE = ROOT / "docs" / "rules.md"
FIRST_RULES = {"R": 14, "P": 13, "E": 35}
"""The last of the rules that the notes list; later ones are argued on the page."""
RULE = re.compile(r"[RPE][1-9]\d*")
"""What a rule is called: of the report, the plan, or the equality form."""
BEGINNING = """\
# What the checks look for

Every rule, how urgent it is and where it comes from. The Checks view (`5`) and `plandesk check`
list what they find; Enter opens the place. They are prompts to an officer and no legal advice:
nothing is ever blocked from being saved, and a finding can be answered with a reason, which is kept
until the facts change.

| word | means |
| --- | --- |
| STOP | must be put right before the paper goes out; until then every page says NOT FOR ISSUE |
| FIX | must be answered |
| ASK | worth a look |
| INFO | to be known |

R6 is E34, R7 is E3 and R9 is R1: one fact is one finding. P1 cannot fail, as refs are positions.
Rules of law are judged at the day of the meeting. The urgency of a rule of report and plan is its
usual one: in a graver case, or a doubtful one, the finding has its own.
"""


ARGUED = (Path(__file__).parent / "argued.md").read_text(encoding="utf-8")
"""For whom each of the later rules is, from which day it holds, and why it is so urgent."""


def row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def table(rows: Iterator[str]) -> str:
    return "\n".join(
        [row("rule", "urgency", "what is looked at", "source"), row(*["---"] * 4), *rows]
    )


def checks() -> Iterator[str]:
    of_forms = (assessment_is_attached, form_is_in_force, answer_is_of_its_kind)
    for check in (*CHECKS, *of_forms):
        yield row(check.rule, check.severity, check.holds, check.source)


def rules(form: Form) -> Iterator[str]:
    for rule in sorted(form.rules, key=lambda rule: (int(rule.id[1:]), rule.severity, rule.text)):
        yield row(rule.id, rule.severity, rule.text.format(rows="…"), rule.source)


def rules_of(form: Form) -> Iterator[str]:
    yield f"\n## The form “{form.name}”\n"
    yield table(iter(dict.fromkeys(rules(form))))


def page() -> str:
    (first,) = FORMS.values()
    heading, rules_of_first = rules_of(first)
    parts = [
        BEGINNING,
        "## Report and plan\n",
        table(checks()),
        f"\n{ARGUED.rstrip()}",
        heading,
        "These are data in the form; another council's form has its own. “…” are its rows.\n",
        rules_of_first,
        *(part for form in OURS for part in rules_of(form)),
    ]
    return "\n".join(parts) + "\n"


def test_the_page_has_every_rule_as_it_is_defined() -> None:
    if os.environ.get("PLANDESK_WRITE_SCREENS"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_rule_that_is_argued_is_there_and_every_later_one_is_argued() -> None:
    (form,) = FORMS.values()
    held = {check.rule for check in (*CHECKS, assessment_is_attached)}
    held |= {rule.id for rule in form.rules}
    argued = set(re.findall(r"^\| ([RPE]\d+) \|", ARGUED, re.MULTILINE))
    later = {one for one in held if int(one[1:]) > FIRST_RULES[one[0]]}
    assert argued == later


def test_every_rule_of_the_notes_has_its_check_or_is_said_to_be_held_otherwise() -> None:
    (form,) = FORMS.values()
    held = {check.rule for check in CHECKS} | {rule.id for rule in form.rules}
    held.add(assessment_is_attached.rule)
    wanted = {
        *(f"R{number}" for number in range(1, 15)),
        *(f"P{number}" for number in range(1, 13)),
        *(f"E{number}" for number in range(1, 36)),
    }
    assert wanted - held == {"R6", "R7", "R9", "P1"}
    assert [rule for rule in held if not RULE.fullmatch(rule)] == []
