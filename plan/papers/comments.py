"""The comments on the paper that a plan was read from: what they are on, and how they are answered.

The answer is the reason given for the finding that the comment waits for one.
"""

from plan.model.finding import finding_id
from plan.model.plan import Plan
from plan.model.rows import COMMENT_RULE, Comment
from plan.papers.places import comment_place


def answer_to(plan: Plan, comment: Comment) -> str:
    """Return the officer's answer to a comment, empty while there is none."""
    asked = finding_id(COMMENT_RULE, comment_place(plan, comment), comment.id)
    reason = plan.reason_rows.get(asked)
    return reason.reason if reason else ""


def printed_comments(plan: Plan) -> list[dict[str, str]]:
    """Return the comments as JSON values, each with its place and field; `answer` if it has one.

    The place is an action's ref ("1.2"), else a path ("aim/2", "report"): a finding's without the
    field.
    """
    return [_printed(plan, comment) for comment in plan.comments]


def _printed(plan: Plan, comment: Comment) -> dict[str, str]:
    path = comment_place(plan, comment).path
    is_there = comment.on_row in plan.table(comment.on_table)
    place = path.removesuffix(f"/{comment.on_field}").removeprefix("action/")
    answer = answer_to(plan, comment)
    return {
        "place": place,
        "field": comment.on_field if is_there else "",
        "text": comment.text,
        **({"answer": answer} if answer else {}),
    }
