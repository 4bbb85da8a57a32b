"""What an officer's answer says: yes or no, when, and whether it says anything more.

These functions look for words; none judges whether an answer is good.
"""

import re

_NO = re.compile(
    r"\W*(?:no(?! (?:more|later|less|fewer) than)|none|nil|nothing|n[/.]?a|nope|n(?=\W*$| "
    r"?[-–—:(,;/])|not (?:applicable|as such|poss|at (?:this|the|present)|currently|needed|"
    r"necessary|recommended|required|yet)|(?:did|do|have|has|was|were) not (?:consult|think|ask|"
    r"consulted|asked)|(?:it|this) (?:has|was|is) not (?:yet )?(?:been )?possible to (?:consult|"
    r"speak|"
    r"meet|talk|engage|ask|involve|hold)|(?:nobody|no-?one) (?:was|has been|could be) (?:consulted|"
    r"asked|spoken|involved|approached)|(?:we|officers|the service) (?:have|has|were|was|could|"
    r"did) not "
    r"(?:yet )?(?:been )?(?:able to )?(?:consult|speak|spoken|meet|met|talk|engage|ask|"
    r"involve)\w*|don['’]t think so|there (?:is|are|was|were|has been|have been) "
    r"(?:no|none|nothing))\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"[^.]*\b(?:not (?:\w+ ){0,6}?(?:needed|necessary|required|planned|proposed|applicable|"
    r"considered|warranted|appropriate)|(?:do|does|did|will) not (?:intend|propose|plan)|"
    r"no (?:\w+ ){0,2}?(?:need|requirement))\b",
    re.IGNORECASE,
)
_YES = re.compile(
    r"\W*(?:yes|yep|y(?=\W*$| ?[-–—:(,;/]))\b|\W*(?:recommended|needed|required)\W+yes\W*$",
    re.IGNORECASE,
)
"""Yes by any word for it, "Y" alone or before what is told."""
_CONTRAST = re.compile(
    r"\b(?:but|however|although|though|except(?:ing)?|apart from|other than|beyond|besides|"
    r"nevertheless)\b(?P<rest>[^\n]*)",
    re.IGNORECASE,
)
_NONE_AND_MORE = re.compile(
    r"\W*there (?:is|are) no\b[^.;]{4,80}; (?!no|not|none|nil|n/a|this\b|it will\b)"
    r"(?P<rest>[^.;]{10,}\b(?:needed|necessary|required|small|slight|saving|fair|outweigh\w*|"
    r"justified|proportionate)\b[^.;]*)",
    re.IGNORECASE,
)
"""What there is none of, and then the answer: "There is no harm; the effect is small"."""
_KEPT_IN_VIEW = re.compile(
    r"\W*(?:\w+ ){0,3}?(?:will|shall|is to|are to)\s+(?:be\s+)?(?:\w+ )?"
    r"(?:monitor|kept?\b|review|look(?:ed)? at)",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"\b(?:because|as|since|given|owing to|due to|until|so that)\b"
    r"|[.:;,–—]\s.*\b(?:will(?! not)|concerns?|(?:is|are) to|(?:is|are) (?:arranged|planned|booked|"
    r"scheduled|due|being))\b",
    re.IGNORECASE | re.DOTALL,
)
_BARE = re.compile(r"\W*(?:yes|yep|y)\W*", re.IGNORECASE)
_LEFT_OPEN = re.compile(
    r"[-–—.…?_/*\s]*|\W*(?:t\.?b\.?[acd]\.?|to (?:follow|be (?:confirmed|added|agreed|completed|"
    r"inserted|advised|decided|determined|announced|signed|arranged|identified|considered|provided|"
    r"supplied))|vacant|p\.? ?p\.?|unsigned|pending|awaited|outstanding|not yet (?:known|signed|"
    r"available|completed|agreed|decided|determined|done))(?: (?:later|shortly|in due course|"
    r"at a later (?:date|stage)))?\W*|\W*(?:this |it )?will be (?:considered|decided|confirmed|"
    r"looked at|determined|completed|added) (?:later|shortly|in due course|at a later (?:date|"
    r"stage))\W*",
    re.IGNORECASE,
)
_LONGEST_OPEN = 60
"""Characters up to which an answer may be nothing but a word that it is still to come."""
_VOID = re.compile(
    r"\W*(?:no|none|nil(?: return)?|nothing|n[/.]?a|not (?:applicable|known))\W*",
    re.IGNORECASE,
)

_POINTS = re.compile(
    r"\W*(?:please )?(?:(?:see|as|as per|per|as in|as for|same as|refer to|detailed in|set out in|"
    r"contained in|described in|covered in) (?:the |my |our )?(?:(?:answers?|text|details?|"
    r"comments?) (?:to |in |at )?)?(?:above|below|overleaf|(?:covering |committee |"
    r"main )?(?:report|paper)|title|header|heading|grid|table|cover|part (?:\d|one|two|three)|"
    r"q(?:uestion)?\.? ?\d{1,2})(?: (?:above|below|answer|report|grid|\d)| of (?:the|this) form)?|"
    r"ditto|as stated|as before)\W*",
    re.IGNORECASE,
)
"""An answer that only points to what stands elsewhere, without a place of the report."""

_MONTH = (
    r"january|february|march|april|june|july|august|september|october|november|december"
    r"|(?:in|by|of|from|until|early|late|mid|each|every)[ -]may"
)
_SPAN = (
    r"(?:school |calendar |financial |council )?(?:day|week|fortnight|month|quarter|term|session|"
    r"year|meeting|cycle)s?"
)
_TIME = re.compile(
    r"\b(?:(?:19|20)\d\d\b|\d{1,2}/\d{1,2}/\d{2}|Q[1-4]\b|(?:daily|weekly|fortnightly|monthly|"
    r"quarterly|termly|yearly|qtrly|mthly|wkly|annual(?:ly)?|biannual(?:ly)?|twice|once|after|"
    r"before|during|throughout|(?:by the |at the |the )?end of|"
    rf"(?:each|every|this|next|last|coming)(?: \w+)? {_SPAN}|(?:a|per) {_SPAN}|"
    rf"(?:\d+|two|three|four|six|nine|twelve|eighteen)[- ]{_SPAN}(?:ly)?|"
    rf"(?:mon|tues|wednes|thurs|fri)days?|{_MONTH}|spring|summer|autumn|winter)\b)",
    re.IGNORECASE,
)
_RESTATED = re.compile(
    r"\b(?:yes|the|and|for|are|will|done|this|that|have|been|with|from|more|further|evidence|"
    r"gather(?:ed|ing)?|collect(?:ed|ing)?|information|needed|need|there|its?|be|new|early|late|"
    r"later|soon|start|first|complet(?:e|ed|ion)|january|february|march|april|may|june|july|"
    r"august|september|october|november|december)\b",
    re.IGNORECASE,
)
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_WORD = re.compile(r"\w+")
_FEW_WORDS = 4
_FEW_WORDS_MORE = 3


def says_no(text: str) -> bool:
    """Return whether an answer starts with No, None, N/A, "There is no …" or similar.

    "It is not felt that more is needed" counts too.
    """
    return bool(_NO.match(text) or (_DENIED.match(text) and not says_yes(text)))


def says_no_but(text: str) -> bool:
    """Return whether an answer starting with No goes on: "None for most. However, …".

    "No, but it will be kept under review" says no more than No.
    """
    found = _CONTRAST.search(text) if says_no(text) else None
    if found is None and (on := _NONE_AND_MORE.match(text)):
        return len(_WORD.findall(on["rest"])) >= _FEW_WORDS
    return (
        found is not None
        and not _KEPT_IN_VIEW.match(found["rest"])
        and len(_WORD.findall(found["rest"])) >= _FEW_WORDS_MORE
    )


def says_why_not(text: str) -> bool:
    """Return whether an answer starting with No says why, or what will be done later."""
    is_more = says_no_but(text) or (not is_curt(text) and bool(_WHY.search(text)))
    return says_no(text) and is_more


def says_what_and_when(text: str) -> bool:
    """Return whether an answer says both what and when, and is not a No."""
    is_no = says_no(text) and not says_no_but(text)
    return says_when(text) and not says_nothing_but_when(text) and not is_no


def is_left_open(text: str) -> bool:
    """Return whether an answer is a dash, "TBC", "To follow", "Pending": nothing yet."""
    return len(text) <= _LONGEST_OPEN and _LEFT_OPEN.fullmatch(text) is not None


def only_points(text: str) -> bool:
    """Return whether an answer is "As above", "See report", "Ditto": it says nothing of its own.

    "See section 6 of the report" says where, and is an answer.
    """
    return len(text) <= _LONGEST_OPEN and _POINTS.fullmatch(text) is not None


def is_void(text: str) -> bool:
    """Return whether an answer is "N/A", "None" or the like and nothing more."""
    return _VOID.fullmatch(text) is not None


def says_yes(text: str) -> bool:
    """Return whether an answer starts with Yes."""
    return bool(_YES.match(text))


def is_bare_yes(text: str) -> bool:
    """Return whether an answer is Yes and nothing more."""
    return bool(_BARE.fullmatch(text))


def is_curt(text: str) -> bool:
    """Return whether an answer has only a few words, too few to give a reason."""
    return len(_WORD.findall(text)) <= _FEW_WORDS


def says_when(text: str) -> bool:
    """Return whether a text says when or how often."""
    return bool(_TIME.search(text))


def says_nothing_but_when(text: str) -> bool:
    """Return whether a text says when, and otherwise only repeats the question."""
    besides = _RESTATED.sub(" ", _TIME.sub(" ", text))
    return says_when(text) and not _LONG_WORD.search(besides)


def names(text: str, beginnings: str) -> bool:
    """Return whether any word in a text starts with one of `beginnings`, such as "child young"."""
    said = [word.casefold() for word in _WORD.findall(text)]
    return any(word.startswith(start) for word in said for start in beginnings.split())
