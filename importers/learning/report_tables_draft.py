"""Tables of a report drafted: fixed rows to be answered, open rows, paragraphs with lead words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from importers.learning.asked import Asked
from importers.learning.cell_kinds import ONE_LINE, kind_of_cells, words_of_choice
from importers.learning.form_pairs import has_header
from importers.learning.form_questions import text_of
from importers.learning.named_rows import are_named_by_form
from importers.learning.names import SHORT_ID, id_of, short_label
from importers.learning.toml_text import Values
from importers.report.report_headings import TYPED_NUMBER, look_of
from importers.report.report_words import is_above_a_signature, is_name, signature_column
from importers.wording import is_short_line
from plan.papers.blocks import Block, Cell, Paragraph, Table, Text
from plan.text.clean import clean_line

_LEAD = re.compile(
    r"(?P<label>[A-Z][^.;:]{1,60}?(?:\([^)]{1,120}\))?)"
    r"(?P<sign>:| [–—-](?= )|\t)\s*(?P<text>\S.*|\Z)",
    re.DOTALL,
)
_COUNT = re.compile(r"(?P<number>\d{1,2})[.)][ \t\u00a0]+")
_TOTAL = re.compile(r"(?:grand |overall )?totals?:?", re.IGNORECASE)
_LONGEST_LABEL = 90
_LEAST_LEADS = 3
_ENDING = "-table"
"""Of the id of a table: sections have none that ends so."""
_MOST_WORDS = 9
_SHORT_LABEL = 3
"""Words of a row of a register of risks that names a kind of risk, and tells of none."""
_OF_REGISTER = re.compile(r"\b(?:likelihood|probability|mitigat|control)", re.IGNORECASE)
_PERSON = re.compile(r"\b(?:name|officer|author|lead|contact|who|owner|responsib)", re.IGNORECASE)


@dataclass
class ReportTables:
    """Drafts the tables of a section; `texts` is what they answer, `people` the names in it."""

    asked: Asked
    texts: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    _ids: set[str] = field(default_factory=set)

    def of_section(self, heading: str, blocks: Sequence[Block]) -> list[Values]:
        """Return the tables of a section, those of lead words first."""
        made = self._lead_words(heading, blocks)
        above = ""
        for place, block in enumerate(blocks):
            if isinstance(block, Table):
                caption = blocks[place - 1] if place else None
                above = _caption(caption)
                table = self.table(block, above or heading, f"under {heading}")
                if table is not None:
                    made.append({**table, **({"heading": above} if above else {})})
        return made

    def table(self, table: Table, title: str, place: str) -> Values | None:
        """Return a table as in the format's file, None for one that a format cannot say."""
        rows = [row.cells for row in table.rows if row.cells]
        width = max(map(len, rows), default=0)
        if len(rows) < 2 or width < 2 or not all(text_of(cell) for cell in rows[0]):  # noqa: PLR2004
            return None
        header = [text_of(cell) for cell in rows[0]]
        if len(header) != width or not all(map(_may_be_heading, header)):
            return None
        if not has_header(table, rows) or _are_people_beside(rows):
            return None
        body = [row for row in rows[1:] if len(row) == width]
        total = text_of(body[-1][0]) if body and _TOTAL.fullmatch(text_of(body[-1][0])) else ""
        body = body[:-1] if total else body
        said = self.asked.about(
            "rows", place, " | ".join(header), _usual_rows(header, body), ("fixed", "open")
        )
        is_fixed = said == "fixed" and bool(body)
        values: Values = {"id": self._new_id(title), "title": short_label(title, 60)}
        columns = self._columns(header, body, start=1 if is_fixed else 0)
        if is_fixed:
            values["corner"] = header[0]
        if total and any(one["kind"] in ("money", "number") for one in columns[not is_fixed :]):
            values["total"] = total
            for one in columns[0 if is_fixed else 1 :]:
                if one["kind"] in ("money", "number"):
                    one["total"] = True
        values["columns"] = columns
        if is_fixed:
            values["rows"] = self._rows([text_of(row[0]) for row in body])
        return values

    def people_table(self, table: Table, title: str) -> Values:
        """Return a table of who wrote or approved a report: its rows are open."""
        rows = [row.cells for row in table.rows if row.cells]
        header = [text_of(cell) for cell in rows[0]]
        body = [row for row in rows[1:] if len(row) == len(header)]
        columns = self._columns(header, body, start=0)
        for one in columns:
            is_date = signature_column(one["label"]) == "signed_on"
            kind = "date" if is_date else "person" if one["kind"] == "person" else "line"
            one["kind"] = kind
            one.pop("choices", None)
        own = {"id": self._new_id(title), "title": short_label(title, 60)}
        return {**own, "columns": columns}

    def _columns(
        self, header: Sequence[str], body: Sequence[Sequence[Cell]], start: int
    ) -> list[Values]:
        ids: set[str] = set()
        made: list[Values] = []
        for n in range(start, len(header)):
            texts = [text for row in body if (text := row[n].text.strip())]
            self.keep(header[n], texts)
            own = id_of(header[n], ids, "column", SHORT_ID)
            ids.add(own)
            kind = kind_of_cells(header[n], texts)
            values: Values = {"id": own, "kind": kind, "label": header[n]}
            if kind == "choice":
                values["choices"] = [{"word": word} for word in words_of_choice(header[n], texts)]
            made.append(values)
        return made

    def keep(self, heading: str, texts: Sequence[str]) -> None:
        """Keep what stands below a heading as what no format may hold."""
        self.texts += [text for text in texts if len(text.split()) > 1]
        if _PERSON.search(heading):
            self.people += [line for text in texts for line in text.split("\n") if is_name(line)]

    def _rows(self, labels: Sequence[str]) -> list[Values]:
        ids: set[str] = {"total"}
        made: list[Values] = []
        for label in labels:
            own = id_of(label, ids, "row", SHORT_ID)
            ids.add(own)
            made.append({"id": own, "label": label or "–"})
        return made

    def _new_id(self, title: str) -> str:
        """Return an id that no section has and no other table."""
        own = id_of(title, {one.removesuffix(_ENDING) for one in self._ids}, "rows", 20) + _ENDING
        self._ids.add(own)
        return own

    # Paragraphs with lead words

    def _lead_words(self, heading: str, blocks: Sequence[Block]) -> list[Values]:
        """Return the paragraphs of a section that begin with a label each, as rows of a table."""
        paragraphs = [one for one in blocks if isinstance(one, Paragraph) and one.bullet is None]
        found = [(one, _lead_of(one)) for one in paragraphs if one.text.strip()]
        leads = [lead for _, lead in found if lead is not None]
        if len(leads) < _LEAST_LEADS or len(leads) * 2 <= len(found):
            return []
        counts = [_count_of(one) for one, match in found if match is not None]
        is_counted = counts == [str(n) for n in range(1, len(leads) + 1)]
        signs = [lead["sign"].strip() for lead in leads]
        sign = max(signs, key=signs.count)
        lead = "{label}:" if sign in (":", "") else f"{{label}} {sign}"
        kept: list[str] = []
        for one in leads:
            label = clean_line(one["label"])
            if self.asked.yes("lines", f"under {heading}", label, usual=True):
                kept.append(label)
            self.texts.append(clean_line(one["text"]))
        if not kept:
            return []
        return [
            {
                "id": self._new_id(heading),
                "title": short_label(heading, 60),
                "layout": "lead-words",
                "lead": ("{number}. " if is_counted else "") + lead,
                "columns": [{"id": "text", "kind": "text", "label": "Text"}],
                "rows": self._rows(kept),
            }
        ]


def _count_of(paragraph: Paragraph) -> str:
    """Return the number that a paragraph has of its own: "1. Financial – …"."""
    match = _COUNT.match(f"{paragraph.label} {paragraph.text}".strip())
    return match["number"] if match is not None else ""


def _lead_of(paragraph: Paragraph) -> re.Match[str] | None:
    """Return the label that a paragraph begins with, None where it begins with none."""
    text = TYPED_NUMBER.sub("", paragraph.text.strip(), count=1)
    match = _LEAD.match(_COUNT.sub("", text, count=1))
    if match is None:
        return None
    label = clean_line(match["label"])
    bare = re.sub(r"\([^)]*\)", "", label)
    first = next((one for one in paragraph.inlines if isinstance(one, Text) and one.bold), None)
    is_bold = first is not None and label.startswith(first.text.strip().rstrip(":–—-").strip())
    is_short = len(bare.split()) <= _MOST_WORDS and len(label) <= _LONGEST_LABEL * 2
    return match if is_bold or is_short else None


def _may_be_heading(text: str) -> bool:
    """Return whether the words of a first row may be a column's heading: no label, no answer."""
    is_counted = TYPED_NUMBER.match(text) is not None
    return len(text) <= ONE_LINE and text[-1] not in ":." and text != "X" and not is_counted


def _usual_rows(header: Sequence[str], body: Sequence[Sequence[Cell]]) -> str:
    """Return whether a table's rows are fixed, as they plainly are or else are not."""
    is_people = any(re.search(r"\bname\b", one, re.IGNORECASE) for one in header[:2])
    rows = [[text_of(cell) for cell in row] for row in body]
    is_figured = any(re.search(r"\d{2}|£", row[0]) for row in rows)
    is_register = any(_OF_REGISTER.search(one) for one in header[1:])
    is_told = is_register and any(len(row[0].split()) > _SHORT_LABEL for row in rows)
    is_fixed = not (is_people or is_figured or is_told) and are_named_by_form(rows)
    return "fixed" if is_fixed else "open"


def _are_people_beside(rows: Sequence[Sequence[Cell]]) -> bool:
    """Return whether the first column says what people did with the report: "Approved by"."""
    named = [text_of(row[0]) for row in rows]
    return sum(is_above_a_signature(one) for one in named) > 1


def _caption(block: Block | None) -> str:
    if not isinstance(block, Paragraph) or not is_short_line(block):
        return ""
    return clean_line(block.text) if look_of(block).is_marked or block.role == "caption" else ""
