"""The questions of a form: number, words, help, and the kind of their answers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from importers.learning.asked import Asked
from importers.learning.controls import Control, control_at
from importers.learning.names import SHORT_ID, id_of, short_label
from importers.learning.toml_text import Values
from importers.report.report_headings import look_of
from importers.report.report_words import is_name
from importers.wording import is_date
from plan.papers.blocks import Cell, Paragraph, Text, TickBox, plain
from plan.text.clean import clean_line

_TYPED_NUMBER = re.compile(
    r"\s*(?P<number>(?:Q(?:uestion)?\s*)?\d{1,2}(?:\.\d{1,2})*[.):]?|[(]?[a-z][.)])[\s\u00a0]+(?=\S)",
    re.IGNORECASE,
)
SIGNED = re.compile(
    r"(?P<label>(?:signed|signature|name|print name|date|post|designation|job title|position"
    r"|(?:completed|prepared|approved|authorised|agreed|signed off|checked) by|lead officer"
    r"|head of service|director|review date|date of (?:next )?review|telephone|e-?mail)"
    r"(?: \([^)]{1,40}\))?:)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""A label at the beginning of a line by which a form is signed, with its colon."""
BOX = re.compile("[☐☒✓✔☑□]")
INSTRUCTS = re.compile(
    r"(?:\A|[.!?:;)]\s+)(?:please|tick|mark|place an?|complete|consider|describe|list|set out"
    r"|explain|identify|use (?:this|the|one)|send|return|answer|give|say|write|note that|refer to"
    r"|include|provide|attach|think (?:of|about)|record|outline|summarise|enter|add|show|delete as"
    r"|do not|only (?:complete|answer|one)|if (?:you|yes|no|so|not|the answer|any|there)\b"
    r"|for example"
    r"|e\.g\.|examples?\b|state|see|select|choose|check|guidance|short answers"
    r"|you (?:must|should|need)"
    r"|this (?:form|part|section|stage|step|table|tool|assessment|template|question)\b)"
    r"|\bdelete as\b|\bshould be (?:completed|sent|read)\b",
    re.IGNORECASE,
)
"""What tells whoever fills a form in what to do: a sentence begins with it."""
_BEHIND_YES = re.compile(
    r"(?P<word>yes|no|n/?a|not applicable|not known|unknown|don[’']t know)\b(?P<sign>[\s,.;:–—-]+)"
    r"(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_BEHIND_LABEL = re.compile(r"(?P<word>[^:]{2,60}:)\s*(?P<rest>\S.*)", re.DOTALL)
_ASKS_MORE = re.compile(
    r"\b(?:please (?:explain|state|specify|say|give)|give (?:your )?reasons|if (?:yes|no|so)\b"
    r"|and why|explain)",
    re.IGNORECASE,
)
_ONE_LINE = 60
_PERSON = re.compile(
    r"\b(?:name|officer|author|manager|director|head of|completed by|approved by|authorised by"
    r"|signed|signature|lead|contact|responsible|sign[- ]?off|telephone|phone|e-?mail)\b",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"\bname of (?:the )?(?:department|organisation|service|policy|document|team|project|proposal)",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:date|when|review(?:ed)? on)\b", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:by when|when|deadline|timescale)\b", re.IGNORECASE)
_WHO = re.compile(
    r"(?:by )?who(?: is| will be)?(?: responsible)?|(?:lead|responsible|action) (?:officer|person)"
    r"|owner|responsible|responsibility|lead",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\b(?:name|title|post|role|job|ref|no|number|source|status)\b", re.IGNORECASE)
_ONE_BOX = re.compile(
    r"\b(?:tick|select|choose|check|mark) (?:only )?one\b|\bdelete as\b", re.IGNORECASE
)
KINDS = ("prose", "line", "date", "person", "number", "money", "items")
"""How a question may be answered in words."""


class Label(NamedTuple):
    """What asks for an answer: its number, its words, its help."""

    number: str
    text: str
    help: str = ""


class Boxes(NamedTuple):
    """The words of some boxes in their order, which are ticked, and what is written behind them.

    `is_before` says that each stands before its words.
    """

    labels: tuple[str, ...]
    ticked: tuple[bool, ...]
    is_one_line: bool = False
    is_before: bool = False
    written: str = ""


class Answer(NamedTuple):
    """What stands below or beside a question: guidance, lines with boxes, what is written."""

    help: tuple[Paragraph, ...]
    boxed: tuple[Paragraph, ...]
    written: tuple[Paragraph, ...]


def label_parts(paragraphs: Sequence[Paragraph]) -> Label:
    """Return what a cell or a paragraph asks: its first paragraph, with the others as help."""
    said = [one for one in paragraphs if one.text.strip()]
    if not said:
        return Label("", "")
    first = clean_line(said[0].text)
    match = None if said[0].label else _TYPED_NUMBER.match(first)
    number = said[0].label or (match["number"] if match else "")
    text = first[match.end() :] if match else first
    more = [clean_line(" ".join(filter(None, (one.label, one.text)))) for one in said[1:]]
    return Label(number, text, " ".join(more))


def is_counted(paragraph: Paragraph) -> bool:
    """Return whether a paragraph begins with a number of its own, and not with an amount."""
    if paragraph.label:
        return True
    match = _TYPED_NUMBER.match(paragraph.text)
    if match is None:
        return False
    return not match["number"].isdecimal() or look_of(paragraph).is_marked


def answer_parts(paragraphs: Sequence[Paragraph], *, is_blank: bool = False) -> Answer:
    """Return what stands below a question as what it is.

    Where boxes answer it, what stands above them and tells what to do is guidance. Where words do,
    guidance is only what stands in italics above an answer that does not; in a form that `is_blank`
    there is no answer.
    """
    filled = [one for one in paragraphs if one.text.strip()]
    boxed = tuple(one for one in filled if BOX.search(one.text))
    if boxed:
        first = filled.index(boxed[0])
        above = tuple(one for one in filled[:first] if INSTRUCTS.search(clean_line(one.text)))
        rest = tuple(one for one in filled if one not in boxed and one not in above)
        return Answer(above, boxed, rest)
    guided = 0
    while guided < len(filled) and is_in_italics(filled[guided]):
        guided += 1
    guided = guided if guided < len(filled) or is_blank else 0
    return Answer(tuple(filled[:guided]), (), tuple(filled[guided:]))


def is_in_italics(paragraph: Paragraph) -> bool:
    """Return whether all words of a paragraph are in italics."""
    texts = [one for one in paragraph.inlines if isinstance(one, Text) and one.text.strip()]
    return bool(texts) and all(one.italic for one in texts)


def signed_in(paragraph: Paragraph) -> list[tuple[Label, tuple[Paragraph, ...]]]:
    """Return the labels of a line to be signed, each with what stands behind it: "Date: …"."""
    found: list[tuple[Label, tuple[Paragraph, ...]]] = []
    for piece in re.split(r"\t+| {3,}", paragraph.text.strip()):
        match = SIGNED.match(piece.strip())
        if match is None:
            return []
        said = match["rest"].strip(" .…_")
        answer = (plain(said),) if said else ()
        found.append((Label("", clean_line(match["label"])), answer))
    return found


def boxes_of(paragraphs: Sequence[Paragraph]) -> Boxes | None:
    """Return the boxes in some paragraphs with their words, None where there are none.

    A word stands before its box or behind it: what comes first in the line tells which.
    """
    pieces: list[str | bool] = []
    for paragraph in paragraphs:
        for inline in paragraph.inlines:
            if isinstance(inline, TickBox):
                pieces.append(inline.ticked)
                continue
            at = 0
            for match in BOX.finditer(inline.text):
                pieces += [inline.text[at : match.start()], match[0] not in "☐□"]
                at = match.end()
            pieces.append(inline.text[at:])
        pieces.append("\n")
    found = _boxes_in(pieces)
    holding = sum(BOX.search(one.text) is not None for one in paragraphs)
    return None if found is None else _without_written(found)._replace(is_one_line=holding == 1)


def _without_written(boxes: Boxes) -> Boxes:
    """Return boxes whose words are the form's own: what is written behind a ticked one is apart."""
    has_yes = any(one.casefold() in ("yes", "no") for one in boxes.labels)
    labels: list[str] = []
    written: list[str] = []
    for label, is_ticked in zip(boxes.labels, boxes.ticked, strict=True):
        match = _BEHIND_YES.fullmatch(label) if has_yes else None
        if match is None and is_ticked:
            match = _BEHIND_LABEL.fullmatch(label)
        is_own = match is None or INSTRUCTS.match(match["rest"]) or match["rest"].startswith("(")
        if match is None or is_own:
            labels.append(label)
            continue
        labels.append(match["word"])
        written.append(match["rest"])
    return boxes._replace(labels=tuple(labels), written="\n".join(written))


def _boxes_in(pieces: Sequence[str | bool]) -> Boxes | None:
    """Return the boxes with the words between them: those behind the last tell on which side."""
    words: list[str] = [""]
    ticks: list[bool] = []
    for piece in pieces:
        if isinstance(piece, bool):
            ticks.append(piece)
            words.append("")
        else:
            words[-1] += piece
    if not ticks:
        return None
    said = [clean_line(one).strip(" ,;/|") for one in words]
    labels = said[1:] if said[-1] else said[:-1]
    if not all(labels):
        return None
    return Boxes(tuple(labels), tuple(ticks), is_before=bool(said[-1]))


def kind_of_answer(label: Label, answer: str) -> str:
    """Return how a question seems to be answered in words: in a line, or in paragraphs."""
    said = answer.strip()
    is_asked = label.text.rstrip().endswith("?") or len(label.text) > _ONE_LINE
    is_line = "\n" not in said and len(said) <= _ONE_LINE and not said.endswith(".")
    if _DATED.search(label.text) and not is_asked and (not said or is_date(said)):
        return "date"
    return "line" if is_line and not is_asked else "prose"


@dataclass
class AskedFor:
    """What a form asks for so far: the ids that are taken, the words of its yes and no.

    `texts` are the answers, `people` those that may name a person.
    """

    asked: Asked
    place: str
    controls: Mapping[str, Control] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    yes: str = "Yes"
    no: str = "No"
    is_blank: bool = False
    before: list[bool] = field(default_factory=list)
    """Of each line of boxes whether they stand before their words."""

    def new_id(self, label: str, usual: str = "question", most: int = 30) -> str:
        """Return an id that none of the form's questions has."""
        found = id_of(label, self.ids, usual, most)
        self.ids.add(found)
        return found

    def question(self, label: Label, answer: Sequence[Paragraph]) -> Values:
        """Return a question as in the form's file; what answers it is kept apart."""
        parts = answer_parts(answer, is_blank=self.is_blank)
        boxes = boxes_of(parts.boxed)
        if boxes is None:
            parts = Answer(parts.help, (), (*parts.boxed, *parts.written))
        guidance = " ".join(
            filter(None, (label.help, *(clean_line(one.text) for one in parts.help)))
        )
        values: Values = {"id": self.new_id(label.text)}
        if label.number:
            values["number"] = label.number
        name = short_label(label.text)
        values |= {
            "text": label.text or "Answer",
            "label": f"{label.number} {name}".strip() if label.number else name,
        }
        if guidance:
            values["help"] = guidance
        label = label._replace(help=guidance)
        if boxes is not None and len(boxes.labels) > 1:
            return values | self._ticked(label, boxes, parts.written)
        return values | self._worded(label, (*parts.boxed, *parts.written))

    def _ticked(self, label: Label, boxes: Boxes, written: Sequence[Paragraph]) -> Values:
        """Return how a question is answered by boxes, with what may be written beside them."""
        said = "\n".join(filter(None, (boxes.written, *(one.text.strip() for one in written))))
        self.keep(label.text, said)
        self.before.append(boxes.is_before)
        asks_more = bool(said or _ASKS_MORE.search(f"{label.text} {label.help}"))
        asks_more = asks_more or any(map(asks_for_words, boxes.labels))
        more: Values = {"has_text": True} if asks_more else {}
        if self.is_yes_or_no(boxes):
            stacked: Values = {} if boxes.is_one_line else {"stacked": True}
            return {"kind": "yes-no", **stacked, **more}
        kind = self._kind_of_boxes(label, boxes)
        if kind == "scale" and not boxes.is_one_line:
            more["stacked"] = True
        elif kind != "scale" and boxes.is_one_line:
            more["stacked"] = False
        return {"kind": kind, "options": self.options(boxes.labels), **more}

    def _worded(self, label: Label, answer: Sequence[Paragraph]) -> Values:
        said = "\n".join(one.text for one in answer).strip()
        self.keep(label.text, said)
        control = control_at(self.controls, label.text)
        if control is not None:
            return _of_control(control)
        kind = kind_of_answer(label, said)
        kind = self.asked.about(
            "answers", self.place, label.text, kind, KINDS, is_sure=kind != "line"
        )
        return {} if kind == "prose" else {"kind": kind}

    def _kind_of_boxes(self, label: Label, boxes: Boxes) -> str:
        """Return whether one of some boxes is ticked or several are, as the officer says."""
        if all(one.rstrip(".").isdecimal() for one in boxes.labels):
            return "scale"
        ticked = sum(boxes.ticked)
        words = {one.casefold() for one in boxes.labels}
        is_one = _ONE_BOX.search(f"{label.text} {label.help}") is not None
        is_one = is_one or {"yes", "no"} <= words
        is_sure = is_one or ticked > 1
        usual = "one" if is_one else "several"
        said = self.asked.about(
            "boxes", self.place, label.text, usual, ("one", "several"), is_sure=is_sure
        )
        if said == "several":
            return "ticks"
        return "scale" if boxes.is_one_line else "tick-one"

    def column(self, heading: str, texts: Sequence[str], taken: set[str]) -> Values:
        """Return a column in which something is written, with the kind that its cells look like."""
        own = id_of(heading, taken, "column", SHORT_ID)
        taken.add(own)
        said = [text.strip() for text in texts if text.strip()]
        for text in said:
            self.keep(heading, text)
        control = control_at(self.controls, heading)
        if control is not None:
            return {"id": own, "label": heading, **_of_control(control)}
        kind = _kind_of_column(heading, said)
        return {"id": own, "label": heading or "Answer", **({"kind": kind} if kind else {})}

    def keep(self, label: str, said: str) -> None:
        """Keep an answer as what no format may hold."""
        if said:
            self.texts.append(said)
        if said and _PERSON.search(label) and not _NO_PERSON.search(label):
            self.people += [line.strip() for line in said.split("\n") if is_name(line)]

    def is_yes_or_no(self, boxes: Boxes) -> bool:
        """Return whether two boxes are a yes and a no, in whatever letters; keep these words."""
        said = [one.casefold() for one in boxes.labels]
        if said not in (["yes", "no"], ["y", "n"]):
            return False
        self.yes, self.no = boxes.labels
        return True

    def options(self, labels: Sequence[str]) -> list[Values]:
        """Return boxes as in the form's file; one that asks for words has them."""
        ids: set[str] = set()
        made: list[Values] = []
        for label in labels:
            own = id_of(label, ids, "option", SHORT_ID)
            ids.add(own)
            made.append({"id": own, "label": label})
        return made


def _of_control(control: Control) -> Values:
    """Return how a question is answered that Word has a control for."""
    choices = [{"word": word} for word in control.words]
    return {"kind": control.kind, **({"choices": choices} if choices else {})}


def _kind_of_column(heading: str, texts: Sequence[str]) -> str:
    """Return the kind of a column, nothing for one of lines."""
    if _DATED.search(heading) or _WHEN.search(heading):
        are_dates = all(map(is_date, texts))
        return "date" if are_dates else ""
    if _WHO.fullmatch(heading.strip(" ?:")):
        return "person"
    are_lines = bool(texts) and all(len(one) <= _ONE_LINE and "\n" not in one for one in texts)
    is_short = _SHORT.search(heading) is not None
    return (
        "" if is_short or (are_lines and not any(one.endswith(".") for one in texts)) else "prose"
    )


def text_of(cell: Cell) -> str:
    """Return the words of a cell on one line."""
    return clean_line(" ".join(one.text for one in cell.paragraphs))


def asks_for_words(label: str) -> bool:
    """Return whether an option asks for words beside its box: "Other (please state)"."""
    return (
        re.search(
            r"\bother\b|please (?:state|specify|say|describe)|\bbecause\W*\Z", label, re.IGNORECASE
        )
        is not None
    )
