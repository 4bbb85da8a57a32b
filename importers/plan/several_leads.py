"""Parts the leads that stand on one line, such as "Housing Manager; Police Scotland / NHS Tayside".

Many a post has an "and", a comma or a stroke in its own name: "Head of Schools and Learning",
"Chair, Adult Protection Committee", "A/Head Teacher". A line is parted where both sides of the sign
stand by themselves as a post, a person or a body. Once the officer has said that there are several,
it is parted at each sign but those within a name.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal, TypeAlias

_Kind: TypeAlias = Literal["post", "name", "body", ""]

_POSTS = (
    "accountants?|administrators?|advis[eo]rs?|advocates?|analysts?|architects?|assistants?"
    "|auditors?|care ?takers?|chairs?|chair(?:man|person|woman)|champions?|clerks?|clinicians?"
    "|commanders?|commissioners?|constables?|consultants?|contractors?|controllers?|convenors?"
    "|conveners?"
    "|co-?ordinators?|councillors?|counsellors?|curators?|deputes?|deput(?:y|ies)|directors?"
    "|doctors?|engineers?|executives?|facilitators?|fore(?:man|men|woman|women)|foster carers|gps?"
    "|headteachers?|heads?"
    "|inspectors?|instructors?|leaders?|leads?|librarians?|managers?|mentors?|midwi(?:fe|ves)"
    "|nurses?|officers?|operatives?|paediatricians?|partners?|pharmacists?|planners?"
    "|practitioners?|principals?|provosts?|psychologists?|registrars?|secretar(?:y|ies)|seniors?|sergeants?"
    "|solicitors?|specialists?|superintendents?|supervisors?|surveyors?|teachers?|technicians?"
    "|therapists?|trainers?|treasurers?|wardens?|workers?"
)
_BODIES = (
    "academy|agenc(?:y|ies)|alliance|associations?|authorit(?:y|ies)|boards?|centres?|charit(?:y|ies)"
    "|clinics?|college|commission|committees?|consortium|councils?|departments?|directorates?"
    "|divisions?|families|federation|forums?|foundations?|groups?|hospitals?|hubs?|inspectorate"
    "|network|nurser(?:y|ies)|panels?|parents|partnerships?|police|practices?|providers?|schools?"
    "|scotland|sections?|services?|societ(?:y|ies)|staff|teams?|trusts?|units?|universit(?:y|ies)"
)
_POST_OF = re.compile(
    r"(?:(?:\w+ ){0,2}(?:heads?|director|chief officer|manager|chair|convener|leader|lead"
    r"|principal|secretary|dean)) (?:of|for|to) (?:the )?\S",
    re.IGNORECASE,
)
_ENDS_AS_POST = re.compile(
    rf"(?:.*[\s(-])?(?:{_POSTS})(?: [0-9IV]{{1,3}}| \([^()]*\))*", re.IGNORECASE
)
_ENDS_AS_BODY = re.compile(
    rf"(?:.*[\s(-])?(?:{_BODIES})(?: [0-9A-Z]{{1,3}}| \([^()]*\))*", re.IGNORECASE
)
_BEGINS_AS_BODY = re.compile(r"(?:NHS|University of|Police|HMICS|COSLA|Care Inspectorate)\b(?: |$)")
_LETTERS = re.compile(r"[A-Z][A-Za-z]?[A-Z]{1,6}s?")
"""An acronym of three letters or more; shorter ones are often half of a name, as in "HR & OD"."""
_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Cllr|Councillor|Sir|Dame)\.? )(?:[A-Z]\.? ?){0,3}"
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
    r"|(?:[A-Z]\. ?){1,3}[A-Z][a-z][\w’'-]*(?: \([^()]*\))?"
)
"""Only what is plainly a person: a title or initials before a name."""
_ALONE = re.compile(
    r"chairs?|convenors?|conveners?|councillors?|gps?|headteachers?|librarians?|midwives|nurses"
    r"|parents|police|provosts?|psychologists?|staff|teachers",
    re.IGNORECASE,
)
"""Single words that are a lead by themselves; others ("Support") begin a longer name."""
_SIGN = re.compile(r"[;/,&+]|\band\b", re.IGNORECASE)
_SEMICOLON = re.compile(r"\s*;\s*")
_STROKE = re.compile(r"\s*/\s*")
_COMMA = re.compile(r"\s*,(?:\s+(?:and|&)(?=\s))?\s+", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|&|\+)\s+", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_LINE = 300
"""Characters; a longer line is prose."""
_LONGEST_PLAIN = 4
"""Words of a piece of a list that no word tells to be a post or a body, such as "Social Work"."""
_SHORTEST = 3
"""Letters of an acronym that is a lead by itself."""
_TWO = 2


@lru_cache(maxsize=2_000)
def parted(line: str) -> tuple[str, ...]:
    """Return the leads that a line names; the whole line alone where it plainly names one.

    Only the signs between them are dropped.
    """
    if len(line) > _LONGEST_LINE or _SIGN.search(line) is None:
        return (line,)
    found = [
        lead
        for piece in _cut(line, _SEMICOLON)
        for part in _parted_where(_STROKE, piece, _is_between_at_stroke)
        for lead in _in_list(part)
        if lead
    ]
    return tuple(found) if all(map(_LETTER.search, found)) else (line,)


@lru_cache(maxsize=2_000)
def parted_as_decided(line: str) -> tuple[str, ...]:
    """Return the leads that a line names which the officer said to be several.

    Each sign parts it but those within a name: "Head of Schools and Learning", "HR & OD",
    "A/Head Teacher", "Chair, Adult Protection Committee".
    """
    leads = parted(line)
    if len(leads) == 1:
        return leads
    found = [
        lead
        for piece in leads
        for part in _parted_where(_STROKE, piece, _may_part_at_stroke)
        for lead in _all_in_list(part)
    ]
    return tuple(found) if all(map(_LETTER.search, found)) else leads


def names_leads(line: str) -> bool:
    """Return whether a line names nothing but posts, people and bodies."""
    return len(line) <= _LONGEST_LINE and all(map(_kind, parted_as_decided(line)))


def _all_in_list(text: str) -> list[str]:
    """Return the leads of a list, the whole where it says more of one post."""
    pieces = _cut(text, _COMMA)
    each = [one for piece in pieces for one in _parted_where(_AND, piece, _may_part_at_and)]
    kinds = [_kind(one) for one in each]
    if not all(map(_may_be_lead, each)):
        return [text]
    if len(pieces) > 1 and {"post", "name"} <= set(kinds):
        return [text]
    is_more = len(each) == _TWO == len(pieces) and kinds[0] == "post" and kinds[1] != "post"
    return [text] if is_more else each


def _may_part_at_stroke(left: str, right: str, sign: str) -> bool:
    """Return whether a stroke is within no name, such as "A/Head Teacher" or "HR/OD Manager"."""
    before, behind = left.rpartition(",")[2].strip(), right.partition(",")[0].strip()
    if sign == "/":
        return min(len(before), len(behind)) > _SHORTEST and not _lends(before, behind)
    return not _lends(before, behind)


def _may_part_at_and(left: str, right: str, _: str) -> bool:
    """Return whether "and" is within no name: both sides have words enough to stand alone."""
    if _stands(left) and _stands(right):
        return _is_between_at_and(left, right, _)
    if _POST_OF.match(left) or _lends(left, right):
        return False
    return all(" " in one and _may_be_lead(one) for one in (left, right))


def _lends(left: str, right: str) -> bool:
    """Return whether the last words of the right side belong to the left too."""
    return bool(_kind(right)) and not _is_named(left) and " " not in left


def _cut(text: str, sign: re.Pattern[str]) -> list[str]:
    """Return the pieces of a text between the signs outside brackets."""
    return _parted_where(sign, text, _always)


def _always(*_: str) -> bool:
    return True


def _parted_where(
    sign: re.Pattern[str], text: str, is_between: Callable[[str, str, str], bool]
) -> list[str]:
    """Return the pieces of a text between the signs that stand between two leads."""
    signs = [match for match in sign.finditer(text) if not _is_bracketed(text, match.start())]
    ends = [match.start() for match in signs[1:]] + [len(text)]
    pieces: list[str] = []
    start = 0
    for match, end in zip(signs, ends, strict=bool(signs)):
        left, right = text[start : match.start()], text[match.end() : end]
        if is_between(left, right, match[0]):
            pieces.append(left.strip())
            start = match.end()
    return [*pieces, text[start:].strip()]


def _is_bracketed(text: str, place: int) -> bool:
    return text.count("(", 0, place) > text.count(")", 0, place)


def _is_between_at_stroke(left: str, right: str, sign: str) -> bool:
    """Return whether a stroke is between two leads; one without blanks is often within a name."""
    before, behind = left.rpartition(",")[2].strip(), right.partition(",")[0].strip()
    if sign == "/":
        return _stands(before) and _stands(behind)
    if _kind(before) or _kind(behind):
        return (
            (_is_named(before) or " " in before) and _may_be_lead(before) and (_may_be_lead(behind))
        )
    is_long = min(len(before), len(behind)) >= _SHORTEST
    is_lettered = _is_letter(before) and _is_letter(behind)
    return is_lettered or (is_long and _is_plain(before) and _is_plain(behind))


def _in_list(text: str) -> list[str]:
    """Return the leads of a list such as "a, b and c", the whole where it may name one alone."""
    pieces = _cut(text, _COMMA)
    ends = _parted_where(_AND, pieces[-1], _is_between_at_and)
    whole = [*pieces[:-1], *ends]
    if len(pieces) == 1:
        return whole
    kinds = [_kind(piece) for piece in whole]
    if _is_one_post(pieces, ends, kinds):
        return [text]
    if all(map(_is_named, whole)) or (len(ends) > 1 and all(map(_may_be_lead, whole))):
        return whole
    return [text] if "post" in kinds else _services(pieces, text)


def _is_one_post(pieces: list[str], ends: list[str], kinds: list[_Kind]) -> bool:
    """Return whether a list says more of one post: "Mrs Ogg, Head Teacher", "Chair, APC"."""
    is_first_alone = kinds[0] == "post" and "post" not in kinds[1:]
    is_short = len(pieces) == _TWO or len(ends) == 1
    return {"post", "name"} <= set(kinds) or (is_first_alone and is_short)


def _services(pieces: list[str], text: str) -> list[str]:
    """Return the leads of a list of services or people: "Police, Housing, Roads and Parks".

    "Roads, Transport and Waste" is one service, as is a list that ends as the name of a body.
    """
    *before, last = pieces
    ends = _cut(last, _AND)
    each = [*before, *ends]
    if not all(map(_may_be_lead, each)):
        return [text]
    if len(ends) == 1 or all(map(_is_letter, each)) or all(map(_is_of_two_words, each)):
        return each
    if len(pieces) > _TWO:
        return [text] if _is_named(last) and not any(map(_is_named, before)) else each
    return pieces if _is_named(before[0]) else [text]


def _is_between_at_and(left: str, right: str, _: str) -> bool:
    """Return whether "and" is between two leads, and not in the name of one."""
    if not (_stands(left) and _stands(right)):
        return False
    is_named_as_body = _BEGINS_AS_BODY.match(right) is not None or _is_acronym(right)
    if _kind(left) == "body" and " " not in left and _kind(right) == "post":
        return False  # "Police and Crime Commissioner"
    is_of_several = _POST_OF.match(left) is not None and _kind(right) != "post"
    return not is_of_several or is_named_as_body or _kind(right) == "name"


def _stands(text: str) -> bool:
    """Return whether a text is a lead by itself: the other side may not lend it a word."""
    if _is_acronym(text):
        return len(text) >= _SHORTEST
    return bool(_kind(text)) and (" " in text or _ALONE.fullmatch(text) is not None)


def _is_named(text: str) -> bool:
    return bool(_kind(text)) or _is_acronym(text)


def _may_be_lead(text: str) -> bool:
    return _is_named(text) or _is_plain(text)


def _is_plain(text: str) -> bool:
    """Return whether a text may be the name of a service, or of a person, and is no sentence."""
    return text[:1].isupper() and len(text.split()) <= _LONGEST_PLAIN


def _is_letter(text: str) -> bool:
    return len(text) == 1 and text.isupper()


def _is_of_two_words(text: str) -> bool:
    """Return whether a text may be a person's name: two words, each with a capital."""
    words = text.split()
    return len(words) == _TWO and all(word[0].isupper() for word in words)


def _is_acronym(text: str) -> bool:
    return _LETTERS.fullmatch(text) is not None


@lru_cache(maxsize=2_000)
def _kind(text: str) -> _Kind:
    """Return what a text names by the words that it has, empty where they do not say."""
    if _NAME.fullmatch(text):
        return "name"
    if _POST_OF.match(text) or _ENDS_AS_POST.fullmatch(text):
        return "post"
    if _ENDS_AS_BODY.fullmatch(text) or _BEGINS_AS_BODY.match(text):
        return "body"
    return ""
