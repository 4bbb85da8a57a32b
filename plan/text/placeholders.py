"""What a template leaves to be filled in: "[Insert name]", "xx/xx/2026", "???", "Lorem ipsum"."""

import re

from plan.text.signs import Signs

_NAMED = (
    r"(?:the |full |lead |job |post |council |service |meeting |report |start |end |contact )*"
    r"(?:date|name|names|title|number|no\.?|amount|figure|figures|text|details|post|lead|officer|"
    r"council|service|school|place|venue|month|month year|month and year|day month year|"
    r"d{1,2}[/ ]m{1,4}[/ ]y{2,4}|description|reference|ref|address|email)"
)
_INSIDE = (
    r"(?:please )?(?:insert|fill in|add|enter)\b[^\[\]<>()]{0,80}|"
    r"(?:delete|amend) (?:as|if|where|before|this|or)\b[^\[\]<>()]{0,60}|"
    rf"(?:please )?(?:type|choose|select|specify) (?:here|your|an? |the |{_NAMED})"
    rf"[^\[\]<>()]{{0,40}}|{_NAMED}(?: here| of [\w ]{{1,30}}| to (?:be \w+|follow))?|"
    r"t\.?b\.?[acd]\.?|to (?:follow|be (?:confirmed|added|agreed|completed|inserted|updated|"
    r"advised|decided|determined|announced))[^\[\]<>()]{0,40}|x+|\?+|_+|\.{3,}|"
    r"(?:describe|state|explain|enter|give|list|say|how will|what will|who "
    r"will)\b[^\[\]<>()]{0,80}|"
    r"(?!see\b|as\b|not\b|due\b)[^\[\]<>()]{2,50}? to (?:be )?(?:add(?:ed)?|provided?|"
    r"suppl(?:y|ied)|insert(?:ed)?|complete[d]?|confirm(?:ed)?|worded|written|agree[d]?|update[d]?|"
    r"draft(?:ed)?|fill(?:ed)? in|advise[d]?|enter(?:ed)?)\b(?! (?:the|all|work|a|"
    r"an)\b)[^\[\]<>()]{0,30}"
)
_BRACKETED = re.compile(
    rf"\[\s*(?=[a-z.?_])(?:{_INSIDE})\s*\]|<\s*(?=[a-z.?_])(?:{_INSIDE})\s*>|"
    r"\{\{[^{}]{1,60}\}\}|«[^«»]{1,60}»|"
    r"<(?:name|post|title|lead|date|number|owner|target|insert|officer|team)s? [a-z ]{2,40}>|"
    r"\((?:please )?insert (?!a )[^()]{1,60}\)",
    re.IGNORECASE,
)
"""In square or angle brackets; in round ones only what begins with "insert"."""
_PROMPT = re.compile(
    r"\blorem ipsum\b|\bclick (?:or tap )?(?:here )?to (?:enter|add|choose)\b|"
    r"\bchoose an item\b|"
    r"\btb[acd] by\b|\binsert (?:name|date|number|amount|figures?|text|post|title)\b",
    re.IGNORECASE,
)
_CROSSES = re.compile(
    r"£\s?(?:[xX]+|_+)(?:[,.][xX\d]+)*\b|(?<![\w.@-])[xX]+(?:\.[xX]+)?\s?%|"
    r"\b(?:[xX]{2}|\d{1,2})[/.][xX]{2}[/.](?:\d{2,4}|[xX]{2,4})\b|\b20\d?[xX]{1,2}\b|"
    r"(?<![\w./@-])(?:[xX]{2,}|X[x]{2,})(?![\w@-]|/\w|\.\w)|(?<!\S)\(?\?{2,}|_{4,}|\.{8,}|…{3,}"
)
_NUMERAL = re.compile(
    r"\b(?:part|schedule|chapter|volume|vol\.?|article|title|section|annex|appendix|class|table|"
    r"book|psalm|heading|rule|and|to|or|protocol|figure|paragraph)\s+$|[IVXLC]\W{1,3}$",
    re.IGNORECASE,
)
"""What stands before a Roman numeral: "Part XX", "XIX and XX"."""
_NO_CROSS = re.compile(r"\s*(?:chromosomes?|-?large\b|size\b)", re.IGNORECASE)
PLACEHOLDER = Signs("[ < { « ? _ … £ insert lorem click choose tb x. xx ........")
"""What stands wherever there is a placeholder."""
_LONGEST = 40
"""Characters of a field that holds nothing but a placeholder."""
_WHAT_IS_TYPED = (
    r"(?:updates?|progress|text|narrative|names?|dates?|numbers?|titles?|details?|comment(?:s|"
    r"ary)?|criteri(?:a|on)|measures?|information|description|wording|figures?|input|target|notes?|"
    r"here)"
)
_WHO_TYPES = (
    r"(?:(?:the |action |responsible )?(?:lead|service|officer|team(?: manager| leader)?|"
    r"manager|owner|department|head of service)s?(?: officers?| service)?)"
)
_BY_WHOM = r"(?: (?:by|from) [\w ]{1,20})?"
_ONLY = re.compile(
    r"\W*(?:t\.?b\.?[acd]\.?|to (?:be (?:confirmed|added|agreed|completed|inserted|advised|"
    r"decided|determined|announced|developed|supplied|provided)|follow)|x{2,}|\?+|text|lorem.*|"
    rf"(?:{_WHAT_IS_TYPED} ){{1,2}}(?:(?:is |are |still )*to (?:be (?:supplied|provided|added|"
    r"inserted|completed|confirmed|written|drafted|entered|agreed|developed)|follow)|awaited|"
    rf"required|needed|requested|goes here|tb[acd]){_BY_WHOM}|"
    rf"(?:success |performance )?{_WHAT_IS_TYPED} (?:tb[acd]|to be (?:confirmed|agreed|"
    r"developed))|(?:description|details|text) of (?:the |your )?[\w ]{1,20} goes? here|"
    r"(?:please )?(?:insert|enter|add|type|provide|write)(?: in)?(?: (?:your|the|an?|any|"
    rf"latest|success|progress))* {_WHAT_IS_TYPED}(?: (?:here|below|update))*|"
    rf"{_WHO_TYPES} to (?:provide|supply|update|complete|add|advise|confirm|insert)(?: (?:an?|"
    rf"the|this|{_WHAT_IS_TYPED}))*|await(?:ing|s|ed) (?:an? |the |"
    rf"further )?(?:progress )?{_WHAT_IS_TYPED}{_BY_WHOM})\W*",
    re.IGNORECASE,
)
MAY_BEGIN = (
    *("tb", "t.b", "to ", "xx", "?", "text", "lorem", "insert", "enter", "add ", "[", "<", "await"),
    *("please", "type", "provide", "write", "the ", "action ", "responsible", "lead", "service"),
    *("officer", "team", "manager", "owner", "department", "head of s", "success ", "performance "),
    *("update", "progress", "narrative", "name", "date", "number", "title", "detail", "comment"),
    *("criteri", "measure", "information", "description", "wording", "figure", "input", "target"),
    *("note", "here", "*"),
)
"""In small letters how whatever `is_only_a_placeholder` finds may begin."""


def placeholder_in(text: str) -> str:
    """Return the first thing in a text that was left to be filled in, as typed; empty if none.

    "Insert a leaflet in each bag", "[2025] UKSC 16", "Part XX" and "really??" are none.
    """
    if not PLACEHOLDER.stand_in(text):
        return ""
    found = [match for one in (_BRACKETED, _PROMPT) if (match := one.search(text))]
    found += [match for match in _CROSSES.finditer(text) if not _is_numeral(match)]
    return min(found, key=lambda match: match.start())[0].strip(" ()") if found else ""


def is_only_a_placeholder(text: str) -> bool:
    """Return whether a whole field was left to be filled in: "TBC", "To be confirmed", "xxx"."""
    return len(text) <= _LONGEST and _ONLY.fullmatch(text) is not None


def _is_numeral(match: re.Match[str]) -> bool:
    """Return whether crosses are a Roman numeral, a size or a chromosome."""
    if match[0].strip("X"):
        return False
    before = match.string[max(0, match.start() - 20) : match.start()]
    return bool(_NUMERAL.search(before) or _NO_CROSS.match(match.string, match.end()))
