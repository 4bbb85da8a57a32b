"""A council's report drafted from one of its reports: header, sections, recommendations, end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from importers.learning.asked import Asked
from importers.learning.documents import DocumentPart
from importers.learning.names import id_of
from importers.learning.report_end_draft import ReportEnd, drafted_end
from importers.learning.report_header_draft import HeaderDraft, drafted_header, in_sentence_case
from importers.learning.report_tables_draft import ReportTables
from importers.learning.toml_text import Values
from importers.report.read_section import ReadSection
from importers.report.report import first_heading, report_signature, with_sections_behind
from importers.report.report_headings import (
    TYPED_NUMBER,
    ReportWording,
    first_number,
    heading_parts,
    look_of,
    wording_of,
)
from importers.report.report_sections import read_sections
from importers.report.report_words import is_lead_in, lists_papers, says_nothing
from importers.report.signature import ReadSignature
from importers.unread import is_filled
from importers.wording import is_short_line
from plan.council.counting import COUNTERS, counted_as
from plan.council.format import Format
from plan.model.fields import SIGNATURE_FIELDS
from plan.papers.blocks import Block, Paragraph
from plan.text.clean import clean_line

_PARAGRAPH = re.compile(r"\s*(?P<number>\d{1,2}\.\d{1,2}(?P<end>[.)]?))(?=[\s\u00a0]|\Z)")
_COUNTED = re.compile(
    r"\s*(?:[(\[]?(?:[ivxIVX]{1,4}|[a-zA-Z]|\d{1,2}(?:\.\d{1,2})?)[)\].]|\d{1,2}(?:\.\d{1,2}){2})\s+"
)
_LETTERED = re.compile(r"[(\[]?[a-zA-Z][)\].]\s+(?=\S)")
_AROUND = r"(?P<before>[(\[]?){}(?P<after>[)\].:]*)"
_COUNTERS = (
    (re.compile(_AROUND.format(r"\d{1,2}\.\d{1,2}")), "{before}{{section}}.{{number}}{after}"),
    (re.compile(_AROUND.format(r"\d{1,2}")), "{before}{{number}}{after}"),
    (re.compile(_AROUND.format("[ivx]{1,5}")), "{before}{{roman}}{after}"),
    (re.compile(_AROUND.format("[IVX]{1,5}")), "{before}{{ROMAN}}{after}"),
    (re.compile(_AROUND.format("[a-z]")), "{before}{{letter}}{after}"),
    (re.compile(_AROUND.format("[A-Z]")), "{before}{{LETTER}}{after}"),
)
"""How recommendations are counted, and the pattern of a format that does so."""
_BELOW = re.compile(r"\d{1,2}\.(?P<middle>\d{1,2})\.\d{1,2}")
"""The number of a recommendation below a numbered lead-in: "2.1.3"."""
_LISTED = re.compile(
    r"(?P<label>(?:appendix|annex) )(?:\d{1,2}|[A-Z])(?P<sign> ?[:–—-] ?)(?P<title>\S.*)",
    re.IGNORECASE,
)
"""A line of a list of appendices."""
_ENDING = re.compile(r"[;,.]?\s*(?:\b(?:and|or)\s*)?\Z", re.IGNORECASE)
_TYPICAL = 2
WORDING = ("fixed", "usual", "text")


@dataclass(frozen=True)
class _Section:
    """A section of the paper: its number as printed, its heading, what stands below it."""

    number: str
    heading: str
    read: ReadSection
    blocks: tuple[Block, ...]
    is_after_end: bool = False

    @property
    def paragraphs(self) -> list[Paragraph]:
        return [one for one in self.blocks if isinstance(one, Paragraph) and is_filled(one)]

    @property
    def takes_recommendations(self) -> bool:
        return self.read.takes_recommendations


@dataclass(frozen=True)
class ReportDraft:
    """The part [report] of a format, and what the report says that belongs in none."""

    values: Values
    texts: tuple[str, ...]
    people: tuple[str, ...] = ()


def drafted_report(part: DocumentPart, council: Format, asked: Asked) -> ReportDraft:
    """Return the part [report] of a format as a report shows it.

    `council` is a format whose words are those of any council; what the report cannot show is as
    in it.
    """
    wording = wording_of(part.blocks, council.report)
    start = first_heading(part.blocks, wording)
    header = drafted_header(part.blocks[:start], council.report, asked)
    tables = ReportTables(asked)
    end = drafted_end(part.blocks[start:], header.fields, tables)
    signed = report_signature(end.blocks, council, wording)
    signature = with_sections_behind(signed, wording)
    behind = frozenset(map(id, (*end.behind, *signed.behind)))
    sections = list(_sections(signature.before, wording, behind))
    capitals = _are_in_capitals(sections)
    listed = _listed_appendices(sections)
    sections = sections[:-1] if listed else sections
    values: Values = {
        "section_number": _section_number(sections),
        "paragraph_number": _paragraph_number(sections),
        "capitals": capitals,
        **_endings(sections, council),
        "signature": _signature(signature, end),
        **header.number_values(),
        "separate_file": council.report.separate_file,
        "footer": council.report.footer,
        "labels": dict(council.report.labels),
        **_header_and_fields(header, end),
        **end.values,
        **listed,
        "header": header.lines(capitals=capitals),
        "sections": _drafted_sections(sections, asked, tables, header.committee, capitals=capitals),
    }
    said = _said_in(sections, values["sections"])
    return ReportDraft(
        values,
        (*header.texts, *signature.values.values(), *said, *tables.texts, *end.texts),
        (*header.people, *end.people, *tables.people, *_people_signing(signature)),
    )


def _people_signing(signature: ReadSignature) -> Iterator[str]:
    """Yield who signs a report, by the lines without a label and by their field."""
    yield from (line.text for line in signature.without_field)
    yield from (said for name, said in signature.values.items() if name == "signatory")


def _header_and_fields(header: HeaderDraft, end: ReportEnd) -> Values:
    """Return how the header lies, and the fields of the council's own, where there is any."""
    fields = [*header.fields, *end.fields]
    layout: Values = {"header_layout": "table"} if header.is_table else {}
    return {**layout, **({"fields": fields} if fields else {})}


def _said_in(sections: Sequence[_Section], drafted: Sequence[Values]) -> Iterator[str]:
    """Yield what paragraphs say in sections, but for the wording that their drafts keep."""
    for section, made in zip(sections, drafted, strict=False):
        kept = {made.get("lead_in", ""), *made.get("boilerplate", ())}
        said = (_without_number(one.text) for one in section.blocks if isinstance(one, Paragraph))
        yield from (text for text in said if text not in kept)


def _signature(signature: ReadSignature, end: ReportEnd) -> list[str]:
    """Return the lines of the signature in order; none where the end has it in another way."""
    found: list[str] = [name for name in SIGNATURE_FIELDS if name in signature.values]
    return found or ([] if end.values else list(SIGNATURE_FIELDS))


# Sections


def _sections(
    blocks: Sequence[Block], wording: ReportWording, behind: frozenset[int]
) -> Iterator[_Section]:
    """Yield the sections of a report, with the blocks between their headings.

    Those of which a block is among `behind`, by its identity, stand below who signs.
    """
    read = read_sections(blocks, wording)
    starts: list[int] = []
    for section in read:
        after = starts[-1] + 1 if starts else 0
        found = (
            place
            for place in range(after, len(blocks))
            if _is_heading_of(blocks[place], section.heading)
        )
        starts.append(next(found, after))
    for place, (section, start) in enumerate(zip(read, starts, strict=True)):
        end = starts[place + 1] if place + 1 < len(starts) else len(blocks)
        heading = blocks[start]
        number, words = heading_parts(heading) if isinstance(heading, Paragraph) else ("", "")
        has_colon = isinstance(heading, Paragraph) and heading.text.rstrip().endswith(":")
        words = f"{words or section.heading}{':' if has_colon else ''}"
        own = tuple(blocks[start + 1 : end])
        first = next(filter(is_filled, own), heading)
        is_behind = id(heading) in behind or id(first) in behind
        yield _Section(number, words, section, own, is_behind)


def _is_heading_of(block: Block, heading: str) -> bool:
    return isinstance(block, Paragraph) and heading_parts(block)[1] == heading


def _are_in_capitals(sections: Sequence[_Section]) -> bool:
    return bool(sections) and all(section.heading.isupper() for section in sections)


def _drafted_sections(
    sections: Sequence[_Section],
    asked: Asked,
    tables: ReportTables,
    committee: str,
    *,
    capitals: bool,
) -> list[Values]:
    made: list[Values] = []
    last = 0
    have_numbers = any(first_number(section.number) for section in sections)
    for section in sections:
        heading = in_sentence_case(section.heading) if capitals else section.heading
        values: Values = {
            "id": id_of(heading, {one["id"] for one in made}, "section"),
            "heading": heading,
        }
        number = first_number(section.number)
        if number and number <= last:
            values["restarts"] = True
        last = number or last + 1
        if section.takes_recommendations:
            values |= {"kind": "recommendations", "lead_in": _lead_in(section, committee)}
            if values["lead_in"] and _paragraph_label(section.paragraphs[0], section):
                values["lead_in_numbered"] = True
        elif _is_numbered(section):
            values["kind"] = "numbered"
        elif have_numbers and not section.number:
            values["unnumbered"] = True
        if section.is_after_end and not section.takes_recommendations:
            values["after_end"] = True
        sub_heading = _sub_heading(section)
        values |= {"sub_heading": sub_heading} if sub_heading else {}
        usual = _usual_words(section, asked)
        more = {"boilerplate": usual, "tables": tables.of_section(heading, section.blocks)}
        made.append({**values, **{name: said for name, said in more.items() if said}})
    return made or [{"id": "report", "heading": "Report"}]


def _listed_appendices(sections: Sequence[_Section]) -> Values:
    """Return how the appendices are listed by the last section, nothing unless all it has is that.

    What is listed follows the appendices of the paper then.
    """
    last = sections[-1] if sections else None
    if last is None or last.number or not lists_papers(last.heading):
        return {}
    lines = [clean_line(one.text) for one in last.paragraphs]
    found = [_LISTED.fullmatch(line) for line in lines]
    is_whole = len(lines) == sum(map(is_filled, last.blocks))
    patterns = {f"{one['label']}{{number}}{one['sign']}{{title}}" if one else "" for one in found}
    if not is_whole or len(patterns) != 1 or patterns == {""}:
        return {}
    return {"appendices_heading": last.heading, "listed_appendix": patterns.pop()}


def _lead_in(section: _Section, committee: str) -> str:
    """Return the words before the recommendations, the committee that is asked left open."""
    for paragraph in section.paragraphs[:1]:
        said = _without_number(paragraph.text)
        if is_lead_in(said):
            bare = said.replace("{", "").replace("}", "")
            # In capitals above and not here it would be printed in capitals here.
            named = rf"\b{re.escape(committee)}(?!\w)"
            return re.sub(named, "{committee}", bare) if committee else bare
    return ""


def _sub_heading(section: _Section) -> str:
    """Return how the sub-headings of a section are counted, nothing where they are not."""
    lines = [one for one in section.paragraphs if look_of(one).is_marked and is_short_line(one)]
    found = [match[0] for one in lines if (match := _LETTERED.match(clean_line(one.text)))]
    if len(found) < _TYPICAL or len(found) != len(lines):
        return ""
    for counter in COUNTERS:
        made = {
            re.sub(rf"\b{counted_as(counter, n)}\b", f"{{{counter}}}", one, count=1)
            for n, one in enumerate(found, 1)
        }
        if len(made) == 1 and f"{{{counter}}}" in (pattern := made.pop()):
            return f"{pattern}{{text}}"
    return ""


def _without_number(text: str) -> str:
    return clean_line(TYPED_NUMBER.sub("", text.strip(), count=1))


def _is_numbered(section: _Section) -> bool:
    """Return whether the paragraphs of a section are numbered with the section's own number."""
    typed = [one for one in section.paragraphs if one.bullet is None]
    own = [one for one in typed if _paragraph_label(one, section)]
    return (bool(own) and _paragraph_label(typed[0], section) != "") or len(own) >= _TYPICAL


def _paragraph_label(paragraph: Paragraph, section: _Section) -> str:
    match = _PARAGRAPH.match(f"{paragraph.label} {paragraph.text}".lstrip())
    if match is None:
        return ""
    number = match["number"]
    is_own = not section.number or first_number(number) == first_number(section.number)
    return number if is_own else ""


def _usual_words(section: _Section, asked: Asked) -> list[str]:
    """Return the wordings that are offered in a section, asked of its only sentence."""
    prose = [one for one in section.paragraphs if one.bullet is None]
    if section.takes_recommendations or len(prose) != 1 or len(section.blocks) > _TYPICAL:
        return []
    said = _without_number(prose[0].text)
    usual = "usual" if says_nothing(said) else "text"
    kind = asked.about("wording", f"under {section.heading}", said, usual, WORDING)
    return [] if kind == "text" else [said]


# Numbers and what joins recommendations


def _section_number(sections: Sequence[_Section]) -> str:
    numbers = [section.number for section in sections if first_number(section.number)]
    if not numbers:
        return "{section}." if not sections else ""
    patterns = [re.sub(r"\d+", "{section}", number, count=1) for number in numbers]
    usual = max(patterns, key=patterns.count)
    return usual if "{section}" in usual else "{section}."


def _paragraph_number(sections: Sequence[_Section]) -> str:
    found = [
        label
        for section in sections
        for paragraph in section.paragraphs
        if (label := _paragraph_label(paragraph, section))
    ]
    ends = [label.lstrip("0123456789.") or ("." if label.endswith(".") else "") for label in found]
    end = max(ends, key=ends.count, default="")
    return f"{{section}}.{{paragraph}}{end}"


def _endings(sections: Sequence[_Section], council: Format) -> Values:
    """Return what follows each recommendation, and the last."""
    asked = next((section for section in sections if section.takes_recommendations), None)
    found = [] if asked is None else asked.paragraphs
    texts = [clean_line(one.text) for one in found if one.bullet is not None]
    counted = [one for one in found if _counter(one, asked) and not _leads_in(one)]
    texts = texts or [clean_line(one.text) for one in counted]
    texts = [text for text in texts if not is_lead_in(text)]
    number = _counting([_counter(one, asked) for one in counted])
    counting = {"recommendation_number": number} if number else {}
    if len(texts) < _TYPICAL:
        return {**counting, "joiner": council.report.joiner, "end": council.report.end}
    ends = [_ending(text) for text in texts]
    *between, before, last = ends
    joiner = max(between, key=between.count) if between else before
    more = {"last_joiner": before} if before != joiner else {}
    return {**counting, "joiner": joiner, **more, "end": last}


def _leads_in(paragraph: Paragraph) -> bool:
    return is_lead_in(_without_number(_COUNTED.sub("", paragraph.text, count=1)))


def _counter(paragraph: Paragraph, section: "_Section | None") -> str:
    """Return what counts a recommendation, as printed: "i.", "(a)", "2.1"; nothing for a bullet."""
    if paragraph.bullet is not None or section is None:
        return ""
    if paragraph.label:
        return paragraph.label
    match = _COUNTED.match(paragraph.text)
    own = _paragraph_label(paragraph, section)
    return own or (match[0].strip() if match else "")


def _counting(counters: Sequence[str]) -> str:
    """Return the pattern that counts recommendations, nothing where they are not counted."""
    if len(counters) < _TYPICAL:
        return ""
    below = [_BELOW.fullmatch(one) for one in counters]
    middles = {one["middle"] for one in below if one is not None}
    if all(below) and len(middles) == 1:
        return f"{{section}}.{middles.pop()}.{{number}}"
    for pattern, names in _COUNTERS:
        made = [pattern.fullmatch(one) for one in counters]
        if all(made):
            first = next(filter(None, made))
            return names.format(before=first["before"], after=first["after"])
    return ""


def _ending(text: str) -> str:
    match = _ENDING.search(text)
    found = match[0].rstrip() if match else ""
    return found if not found or found[0] in ";,." else f" {found}"
