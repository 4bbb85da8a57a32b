"""What councils print in their reports besides the words of their own format, as pure questions.

Each function looks at a line alone and says what its words are: a label of the header or of the
signature, a lead-in, a heading, nothing at all. What the words mean in a council's own format is
asked first, elsewhere.
"""

import re
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple, TypeAlias, cast

from importers.wording import is_short_line, said_words
from plan.council.format import parsed_part
from plan.council.format_part import FormatPart, Words
from plan.model.fields import HEADER_FIELDS, SIGNATURE_FIELDS, HeaderField, SignatureField
from plan.papers.blocks import Paragraph, Text, plain
from plan.text.clean import clean_line

LabelMeaning: TypeAlias = HeaderField | Literal["author", "other"]
"""What a label of a header names; an "other" is known, and no field of the report."""

_LABELLED = re.compile(
    r"(?P<label>[^:\t\n]{1,60}?)\s*(?:[:\t]| {3,}|\Z)[\s:]*(?P<text>.*)", re.DOTALL
)
_OF_ITEM = re.compile(
    r"(?P<before>this (?:report|paper) relates to (?:agenda )?item(?: no\.?)?)"
    r" (?P<number>[\w.]{1,6})\s*(?P<after>on the agenda|)\.?",
    re.IGNORECASE,
)
_NUMBERS: frozenset[LabelMeaning] = frozenset({"item_no", "number"})
_IN_BRACKETS = re.compile(r"[(\[](.*)[)\]]", re.DOTALL)
_LONGEST_NUMBER = 2
"""Words of the number of a report: more of them are its title."""
_LONGEST_LABEL = 40
"""Characters of a label that no list knows."""
_DECIDES = (
    r"[\W\d]*+(?!(?:to )?(?:note|agree|approve|instruct|remit|endorse|consider|accept|delegate"
    r"|adopt|request|authorise|support|scrutinise|review|comment|welcome|homologate|refer)s?\b)"
)
"""No lead-in: what begins so is asked for itself."""
_BODIES = (
    r"(?:committee|board|council|comhairle|panel|forum|cabinet|executive|partnership|trust|group"
    r"|authority|ijb|members|councillors|trustees|directors)"
)
_LEAD_IN = re.compile(
    _DECIDES + r"(?:(?:it|that|the|this|we|i|officers|members?|councillors)\b"
    rf"|[\w ,&/’'-]{{0,60}}\b{_BODIES}\b)"
    r"(?![^:]{0,80}\b(?:officers?|director|executive|head of [\w ]{1,40}|clerk|manager)s? be )"
    r"[\w ,&/’'()–-]{0,120}?"
    r"\b(?:recommend|asked|invited|requested|required|urged|advised|agree|resolve)",
    re.IGNORECASE,
)
_OF_A_LEAD_IN = re.compile(
    r"an?|also|and|any|are|as|ask(?:s|ed)?|advised|agree[sd]?|appropriate|approves?|be|board|cabinet"
    r"|committee|consider|contents|council|councillors|elected|endorse|follow(?:s|ing)|for|forum"
    r"|further|hereby|if|in|invited?|it|its|is|made|makes?|meeting|members|notes?|of|on|panel|report"
    r"|recommend(?:s|ed|ations?)?|requested|required|resolve[sd]?|s|th(?:at|e|erefore|ey|is)|to"
    r"|urged|we|which|i|officers|should|may|will|below|under|out|set|sections?|paragraphs?"
)
"""Words of a lead-in that say nothing of its report."""
_BODY_NAME = re.compile(
    r"(?:[A-Z][\w’'-]*,? (?:(?:and|of|for|on|the|&) )*)*"
    r"(?:(?:Sub-)?Committee|Board|Council|Comhairle|Panel|Forum|Cabinet|Executive|Partnership|Trust|Group"
    r"|Authority|IJB)s?\b(?: \([A-Z]{2,6}\))?"
)
"""Who is asked, by name."""
_BODY_ALONE = re.compile(
    _DECIDES + rf"(?:that |for )?[\w ,&/’'()–-]{{0,80}}\b{_BODIES}"
    r"(?: \([\w ]{1,20}\))?(?: (?:to|should|may|will))?",
    re.IGNORECASE,
)
"""What names no more than who is asked: "That the Committee"."""
_LEAD_IN_ALONE = re.compile(
    _DECIDES + r"(?:that\b|[\w ,&’'()–-]{0,80}?"
    r"\b(?:(?:is|are|be)(?: (?:therefore|hereby|accordingly|also|now|respectfully|kindly))?"
    r" (?:recommended|asked|invited|requested|required|urged|advised)"
    r"(?:, [\w ’'()–-]{3,60},)?(?: to| that)?"
    r"|(?:we|i|officers)(?: therefore)? (?:recommend that|(?:ask|invite|request)(?= ))))"
    rf"(?: (?:the )?[\w &/’'-]{{0,60}}?{_BODIES})?(?: to| should)?[ …–-]*",
    re.IGNORECASE,
)
_ASKS = re.compile(
    rf"(?:[\w ,&/’'()–-]{{0,80}}\b)?{_BODIES}\b[\w ,&/’'()–-]{{0,40}}\b(?:is|are) (?:therefore )?"
    r"(?:recommended|asked|invited|requested)(?: to| that)?[\s:…–-]*"
    rf"|it is recommended that [\w ,&/’'()–-]{{0,80}}\b{_BODIES}[\s:–-]*",
    re.IGNORECASE,
)
_NAMED_BODY = re.compile(
    r"(?:\A|\b(?:that|of|by|for)\s+)(?:(?i:the|members of the)\s+)?(?!(?:The|That|Members|It)\b)"
    r"(?P<name>[A-Z][\w’'-]+,?(?:\s(?:and|of|for|on|&|[A-Z][\w’'-]+,?))*?"
    r"\s(?:Committee|Board|Panel|Forum|Cabinet|Partnership|Sub-Committee))\b"
)
"""A committee by its own name, as it is asked for something."""
_END_OF_LEAD_IN = re.compile(r"\s*:[\s:–—-]*\Z")
"""How a line ends that leads to what is below it: ":", ":-", ": –"."""
_DECISION = re.compile(
    r"(?:to )?(?:note|agree|approve|instruct|remit|endorse|consider|accept|delegate|adopt|request"
    r"|authorise|support|scrutinise|review|welcome|homologate|refer|recommend)s? [a-z]",
    re.IGNORECASE,
)
_HOW = r"(?:formally|fully|jointly|also|hereby|further)"
_LEAD_IN_AND_DECISION = re.compile(
    rf"{_LEAD_IN_ALONE.pattern}(?<=[\s–-])(?=(?:{_HOW} )?{_DECISION.pattern})", re.IGNORECASE
)
_LEAD_IN_AND_TASK = re.compile(
    rf"{_LEAD_IN_ALONE.pattern}(?<=\bto )"
    rf"(?=(?:{_HOW} )?(?!(?:be|contact|see|read|turn|attend|take the following)\b)"
    r"[a-z]{3,},? \w)",
    re.IGNORECASE,
)
"""What a committee is asked to do in one sentence, by whatever verb: "to discuss the plan"."""
_FOLLOWING = re.compile(
    r"\b(?:approve|agree|accept|consider|adopt)s?(?: to)? (?:the )?(?:following )?"
    r"(?:recommendation|decision)s?(?:\(s\))?(?: (?:below|as follows|set out below))?"
    r"\s*:[\s:–—-]*\Z",
    re.IGNORECASE,
)
"""What is asked where only what follows says it: "to approve the following recommendations"."""
_AS_FOLLOWS = re.compile(
    r"\b(?:following|as follows)(?: (?:recommendation|decision|action|point)s)?\s*\Z", re.IGNORECASE
)
_ASKED_WHOLE = re.compile(
    r"\brecommend(?:s|ed)? that\b|\b(?:approval|agreement) is (?:sought|requested)\b"
    r"|\Athat [\w ,&’'()–-]{3,120} be [a-z]+ed\b"
    rf"|\A(?:the )?(?:[\w&’'-]+ ){{0,6}}?{_BODIES} to [a-z]+ ",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?:[^\W\d_a-z](?:[^\W\d_]|[’'-])*\.?|de|van|von|der|den|la|le|du|bin|al) ){1,4}"
    r"[^\W\d_a-z](?:[^\W\d_]|[’'-])+"
)
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\. ?){1,3}[^\W\d_a-z][\w’'-]+")
"""A name whose last word may be a post's too: "B. Head"."""
_SAYS_ITSELF = re.compile(
    r"[(\[]?(?:for )?(?:decision|noting|information|approval|discussion|assurance|(?:not )?exempt"
    r"|official(?:[ –-]+sensitive)?|restricted|open"
    r"|confidential|public|private|routine|executive)[)\]]?|cabinet",
    re.IGNORECASE,
)
"""A label that says it all where nothing follows: "For decision", "Cabinet"."""
_SPECIFIC = re.compile(r"report|committee|agenda|board|meeting", re.IGNORECASE)


class _Header(FormatPart):
    item_no: tuple[Words, ...]
    committee: tuple[Words, ...]
    meeting_date: tuple[Words, ...]
    title: tuple[Words, ...]
    by: tuple[Words, ...]
    number: tuple[Words, ...]
    author: tuple[Words, ...]
    other: tuple[Words, ...]


class _Signature(FormatPart):
    signatory: tuple[Words, ...]
    signatory_post: tuple[Words, ...]
    signed_on: tuple[Words, ...]


class _Headings(FormatPart):
    recommendations: tuple[Words, ...]
    same: tuple[tuple[Words, ...], ...]
    lists_of_papers: tuple[Words, ...]
    above_a_signature: tuple[Words, ...]


class _Phrases(FormatPart):
    nothing: tuple[Words, ...]
    posts: tuple[Words, ...]


class _ReportWords(FormatPart):
    header: _Header
    signature: _Signature
    headings: _Headings
    phrases: _Phrases


class Labelled(NamedTuple):
    """A line that begins with a label: what that names, the label as printed, the text behind.

    `printed` are the paragraphs that it was read of, where that is known.
    """

    meaning: LabelMeaning
    label: str
    text: str
    printed: tuple[Paragraph, ...] = ()


def header_label(line: str, *, is_cell: bool = False) -> Labelled | None:
    """Return the label that a line of a header begins with, None where it begins with none.

    A label is followed by a colon, a tab or a gap, or is all there is; by a space, where its words
    cannot be meant otherwise: "Report No. 3/26", outside of a table "Report by the Director" too.
    """
    text = line.strip()
    inner = _IN_BRACKETS.fullmatch(text)
    text = inner[1].strip() if inner else text
    item = _OF_ITEM.fullmatch(text)
    if item is not None:
        return Labelled("item_no", f"{item['before']} {item['after']}", item["number"])
    match = _LABELLED.match(text)
    meaning = _header_labels().get(said_words(clean_line(match["label"]))) if match else None
    said = match["text"].strip() if match else ""
    is_heading = meaning == "number" and _is_report_alone(match["label"] if match else "", said)
    if match is not None and meaning is not None and not is_heading:
        return Labelled(_meant(meaning, said), clean_line(match["label"]), said)
    spaced = _label_and_space(text)
    is_number = spaced is not None and spaced.meaning in _NUMBERS
    return spaced if is_number or not is_cell else None


def _is_report_alone(label: str, said: str) -> bool:
    """Return whether "Report" is no label: nothing follows it, or another label does."""
    is_report = said_words(label) == said_words("Report")
    return is_report and (not said or header_label(said, is_cell=True) is not None)


def _meant(meaning: LabelMeaning, said: str) -> LabelMeaning:
    """Return what a label names by its text: "Paper" stands above a number, or above a title."""
    words = said.split()
    is_title = meaning == "number" and len(words) > _LONGEST_NUMBER and is_short_line(plain(said))
    return "title" if is_title else meaning


def is_any_label(text: str) -> bool:
    """Return whether a cell or line looks like a label, whatever it names: "Lead member:"."""
    text = text.strip()
    return 1 < len(text) <= _LONGEST_LABEL and text.endswith(":") and "\n" not in text


def is_of_a_report(label: Labelled) -> bool:
    """Return whether only a report would have such a label: a letter too has a date and a ref."""
    return bool(label.text) and _SPECIFIC.search(label.label) is not None


def signature_label(line: str) -> tuple[SignatureField, str] | None:
    """Return the field of the signature that a line is labelled with, and the text behind it."""
    match = _LABELLED.match(line.strip())
    if match is None:
        return None
    field = signature_column(match["label"])
    return None if field is None else (field, match["text"].strip())


def signature_column(heading: str) -> SignatureField | None:
    """Return the field of the signature that a column's heading names."""
    return _signature_labels().get(said_words(clean_line(heading)))


def is_above_a_signature(line: str) -> bool:
    """Return whether a line says no more than that a signature follows: "Approved by"."""
    return said_words(clean_line(line)) in _said(_words().headings.above_a_signature)


def lists_papers(heading: str) -> bool:
    """Return whether the papers that come with a report are listed below a heading."""
    return said_words(clean_line(heading)) in _said(_words().headings.lists_of_papers)


def recommendation_headings() -> frozenset[str]:
    """Return what the headings say of the section in which the committee is asked."""
    return _said(_words().headings.recommendations)


def same_headings(heading: str) -> frozenset[str]:
    """Return what headings say that mean the same as `heading`, itself with them."""
    said = said_words(heading)
    groups = (_said(group) for group in _words().headings.same)
    return frozenset({said}).union(*(group for group in groups if said in group))


def is_lead_in(text: str) -> bool:
    """Return whether a line only leads to the recommendations below it and is none itself."""
    line = clean_line(text)
    end = _END_OF_LEAD_IN.search(line)
    if end is not None:
        said = line[: end.start()]
        return bool(_LEAD_IN.match(said) or _BODY_ALONE.fullmatch(said))
    return _LEAD_IN_ALONE.fullmatch(line) is not None


def body_asked(lead_in: str) -> str:
    """Return the committee that a lead-in names, empty where it says only "the Committee"."""
    match = _NAMED_BODY.search(clean_line(lead_in))
    return match["name"] if match else ""


def lead_in_words(text: str) -> str:
    """Return the words of a lead-in that are those of any: what else it says is its author's."""
    fixed: list[str] = []
    end = 0
    for body in (*_BODY_NAME.finditer(text), None):
        between = text[end : body.start() if body else None]
        words = re.findall(r"[^\W_]+", between)
        fixed += (word for word in words if _OF_A_LEAD_IN.fullmatch(word.lower()))
        fixed += [body[0]] if body else []
        end = body.end() if body else end
    return " ".join(fixed)


def lead_in_length(text: str) -> int:
    """Return the length of the lead-in before a decision on the same line, 0 without both."""
    if _FOLLOWING.search(text) or _AS_FOLLOWS.search(text):
        return 0
    head, colon, rest = text.partition(":")
    bare = rest.lstrip("-–— \t\u00a0")
    if is_decision(bare) and is_lead_in(head + colon):
        return len(head + colon) + len(rest) - len(bare)
    match = _LEAD_IN_AND_DECISION.match(text)
    if match is None and "\n" not in text and _END_OF_LEAD_IN.search(text) is None:
        match = _LEAD_IN_AND_TASK.match(text)
    return match.end() if match else 0


def is_asked_whole(text: str) -> bool:
    """Return whether a sentence says by itself what is asked for: "It is recommended that …"."""
    is_said = _ASKED_WHOLE.search(text) is not None or is_decision(text)
    return is_said and not is_lead_in(text)


def asks_a_committee(text: str) -> bool:
    """Return whether a line names a committee, and only leads to what it is asked for below."""
    return _ASKS.fullmatch(clean_line(text)) is not None


def is_decision(text: str) -> bool:
    """Return whether a line begins with what a committee decides: "Note the report"."""
    return _DECISION.match(text) is not None


def says_nothing(text: str) -> bool:
    """Return whether a line says that there is nothing: "None", "Not applicable"."""
    return said_words(clean_line(text)) in _said(_words().phrases.nothing)


def says_itself(text: str) -> bool:
    """Return whether a line is a label that says it all: "For decision", "Cabinet"."""
    return _SAYS_ITSELF.fullmatch(text.strip()) is not None


def is_post(text: str) -> bool:
    """Return whether a line names a post: "Head of Parks"."""
    line = clean_line(text)
    words = re.findall(r"[\w-]+", line.casefold())
    return not _INITIALS.fullmatch(line) and any(word in _posts() for word in words)


def is_name(text: str) -> bool:
    """Return whether a line may be the name of a person: two to five words, each a name's."""
    line = clean_line(text)
    return _NAME.fullmatch(line) is not None and not (is_post(line) or says_nothing(line))


def _label_and_space(text: str) -> Labelled | None:
    pattern, meanings = _before_a_space()
    match = pattern.match(text)
    if match is None:
        return None
    meaning = meanings[said_words(match["label"])]
    rest = match["text"].strip()
    is_one_word = " " not in clean_line(match["label"])
    if meaning in _NUMBERS:
        is_label = any(map(str.isdigit, rest)) and len(rest.split()) == 1
    elif meaning == "author":
        is_label = is_name(rest)
    else:
        is_label = bool(rest) and not is_one_word and meaning in ("by", "committee", "title")
    return Labelled(meaning, clean_line(match["label"]), rest) if is_label else None


@cache
def _words() -> _ReportWords:
    file = resources.files("importers.report") / "report_words.toml"
    return parsed_part(_ReportWords, file.read_text(encoding="utf-8"), file.name)


@cache
def _posts() -> frozenset[str]:
    return frozenset(map(str.casefold, _words().phrases.posts))


@cache
def _said(lines: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(said_words, lines))


@cache
def _header_labels() -> dict[str, LabelMeaning]:
    found: dict[str, LabelMeaning] = {}
    for name in (*HEADER_FIELDS, "author", "other"):
        meaning = cast("LabelMeaning", name)
        for label in getattr(_words().header, name):
            found.setdefault(said_words(label), meaning)
    return found


@cache
def _signature_labels() -> dict[str, SignatureField]:
    return {
        said_words(label): name
        for name in SIGNATURE_FIELDS
        for label in getattr(_words().signature, name)
    }


@cache
def _before_a_space() -> tuple[re.Pattern[str], dict[str, LabelMeaning]]:
    """Return a pattern for a label that a space follows, the longest first, and their meanings."""
    labels = [
        label
        for name in ("item_no", "number", "by", "committee", "title")
        for label in getattr(_words().header, name)
    ]
    labels += [label for label in _words().header.author if label.endswith(" by")]
    each = sorted(labels, key=len, reverse=True)
    words = "|".join(r"\s+".join(map(re.escape, label.split())) for label in each)
    pattern = re.compile(rf"(?P<label>{words})\b\.?[ \u00a0]+(?P<text>[^\n]*)", re.IGNORECASE)
    return pattern, {said_words(label): _header_labels()[said_words(label)] for label in labels}


OPEN_END = re.compile(r"(?:[^\W_]|[,)’”–-])\s*\Z")
"""How a paragraph ends whose sentence may go on in the next."""
_MIDDLE = re.compile(
    r"\b(?:to|of|the|an?|in|on|for|with|by|from|at|which|that|its|their)\s*\Z", re.IGNORECASE
)


def is_cut(above: Paragraph, below: Paragraph) -> bool:
    """Return whether a paragraph goes on in the middle of the sentence above it."""
    text = below.text.strip()
    if OPEN_END.search(above.text) is None or not text[:1].islower():
        return False
    return not is_decision(text) or _MIDDLE.search(above.text) is not None


def joined(above: Paragraph, below: Paragraph) -> Paragraph:
    """Return two paragraphs as one, a space between them."""
    inlines, at = (*above.inlines, Text(" "), *below.inlines), (*above.at, *below.at)
    return replace(above, inlines=inlines, at=at)
