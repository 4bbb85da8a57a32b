"""Finds the aim above a table, and separates its label and number from its text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from importers.account.ledger import left_out
from importers.appendices import appendix_number
from importers.wording import is_bold
from plan.council.format import CARD_HEADING, ColumnField, Format
from plan.papers.blocks import UNNAMED_AIM, Paragraph, plain
from plan.text.clean import clean_line

_QUALIFIED = (
    r"(?:(?:local|strategic|focus(?:s?ed)?|key|improvement|school|service|main|overarching|shared"
    r"|high[- ]level|long[- ]term|joint|our|corporate|partnership|inspection"
    r"|equality|equalities|stretch|(?-i:[A-Z]{2,6}\d?)) ){0,2}"
)
_NOUNS = (
    r"areas? (?:for|of) (?:improvement|development)|(?:priority|improvement|action|key) area"
    r"|aim|priority|objective|outcome|recommendation|theme|goal|standard|work ?stream|strand|driver"
    r"|commitment|ambition|requirement|finding|challenge|area|pillar|pledge|rec|afi|promise"
    r"|principle|enabler|mission|lesson|(?:learning|audit|inspection|discussion) point"
    r"|(?:agenda )?(?:topic|item)"
)
_KIND = rf"{_QUALIFIED}(?:{_NOUNS})"
_TENS = "one|two|three|four|five|six|seven|eight|nine|ten"
_FIGURES = r"\d{1,3}(?:\.\d{1,3}){0,3}"
_NUMBER = rf"(?:[a-z]{{0,3}}{_FIGURES}[a-z]?|[ivx]{{1,5}}|[a-h]|{_TENS})"
_LABELLED = re.compile(
    rf"(?P<label>(?P<kind>{_KIND})(?: ?(?:no\.?|number))? ?#?(?P<number>{_NUMBER})?)"
    r"(?P<sign>(?: ?[:.)–—]|(?: -(?= ))|-(?= ))(?: |$)|$)",
    re.IGNORECASE,
)
_SPACED = re.compile(rf"(?P<label>(?P<kind>(?i:{_KIND})) (?P<number>{_FIGURES})) (?=[A-Z])")
_NO_QUALIFIER = (
    r"see|supports?|supporting|links?|linked|relates?|related|meets?|to|of|for|in|on|and|or|the|this"
    r"|these|that|all|each|every|any|under|from|with|by|as|at|is|are|was|not|per|via|towards?"
    r"|including|actions?|progress|page|table|appendix|section|update|national|plan|strategy"
    r"|strategies|framework|programme|agreement"
)
"""Words before "priority 1" that make it no label of one, or that of another plan."""
_QUALIFIED_BY_ANY = re.compile(
    rf"(?P<label>(?P<kind>(?:(?!(?:{_NO_QUALIFIER})\b)[^\W\d_][\w’'&-]* ){{1,2}}(?:{_NOUNS}))"
    rf" ?#?(?P<number>{_FIGURES}|{_TENS}))(?P<sign> ?[:–—](?: |$)| -(?= )(?: |$)|$)",
    re.IGNORECASE,
)
"""A label in a council's own words: "Cluster priority 1:"."""
_QUALIFIED_ONLY = re.compile(
    rf"(?P<label>(?P<kind>(?:(?!(?:{_NO_QUALIFIER})\b)[^\W\d_][\w’'&-]* ){{1,2}}(?:{_NOUNS})))"
    r"(?P<number>)(?: ?[:–—]| -(?= ))\s+(?=\S)",
    re.IGNORECASE,
)
"""One without a number, "Quality theme:", where it stands before every aim."""
_CODED = re.compile(
    r"(?P<label>(?P<kind>[A-Z]{1,3})-?(?P<number>\d{1,3}(?:\.\d{1,2})?))"
    r"(?P<sign> ?[:.)–—-](?: |$)| (?=[A-Z])|$)"
)
_DEEPER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})+)(?<!\.0)[.:)]? (?=[A-Z])")
"""A number of several figures before an aim; "1.0" is one of Word's for the first."""
_NUMBERED = re.compile(r"(\d{1,2})(?:\.0)?[.:)](?: |$)|(\d{1,2})(?:\.0)? [–—-] ")
_NUMBER_IN_LABEL = re.compile(r"(\d{1,2})(?:\.0)?[.:)]?$")
_ABOUT_THE_TABLE = re.compile(
    r"(?:sub-?|grand )?totals?(?:\W*|\s*(?:[:=£\d]|(?:of|number|costs?|actions?)\b).*)"
    r"|(?:end|continuation) of (?:the )?(?:table|plan|actions)\b.*"
    r"|\(?(?:table )?(?:continued|continues|cont[’']?d?\.?)\b"
    r"(?: (?:overleaf|below|on|from|over)\b.*)?\)?"
    r"|(?:(?:ref|action|no)\b\.?:? ?)?(?=\S*\d)\S{1,12}[ ,–—-]*\(?(?:continued|cont[’']?d?\.?)\)?",
    re.IGNORECASE,
)
"""What a row across a table says of the table itself: a total, or that an action goes on."""
_CONTINUED = re.compile(r"[\s,–—-]*\(?(?:continued|cont\.?|cont[’']d\.?)\)?\.?$", re.IGNORECASE)
_UNNUMBERED = " 0"
"""How the kind of a label ends that has no number: below a heading it says more of that aim."""
_BROADEST = 2
_NUMBERED_FIRST, _WITHOUT_NUMBER = (0, 1, 3), (2, 4, 5)
"""Which level says what the aim is, by how broad it is, with a number and without."""
_ALONE = frozenset({"theme", "priority", "aim", "objective", "goal", "pillar", "strand", "driver"})
"""Nouns that end a label without a number also where the plan has one aim only."""
_OWN_LABEL = re.compile(
    rf"(?P<label>(?P<kind>[^\W\d_][^\W\d_]*(?:[ ’'&/-][^\W\d_]+){{0,3}}) (?P<number>{_NUMBER}))"
    r"(?: ?[:–—]| -(?= ))\s+(?=\S)",
    re.IGNORECASE,
)
_LETTER = re.compile(r"(?P<label>(?P<kind>)(?P<number>[A-Z]|[IVX]{2,5}))[.):] (?=\S)")
_TIMES = frozenset(
    {
        "year",
        "years",
        "term",
        "quarter",
        "phase",
        "stage",
        "week",
        "month",
        "day",
        "session",
        "part",
    }
)
"""Words before a number that say when, and are no label of an aim."""
LONGEST_AIM = 400
"""Characters; a longer paragraph is prose, whatever it begins with."""
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


_BROAD = frozenset({"theme", "pillar", "strand", "work stream", "workstream", "driver", "area"})
"""Nouns of what has aims below it."""
_MORE = frozenset({"outcome", "goal", "commitment", "ambition", "challenge", "finding"})
"""Nouns of what is said of an aim where they stand beside another."""
GRADES = frozenset(
    {"high", "medium", "low", "h", "m", "l", "urgent", "critical", "essential", "desirable"}
    | {"routine", "yes", "no", *"12345"}
)
"""What "Priority" stands before where it says how urgent an action is."""


@dataclass(frozen=True)
class AimLabel:
    """What stands before the `text` of an aim: `kind` in small letters, and its number as printed.

    `is_code` says that it is one such as "R2"; `level` is the same for all aims of one level.
    """

    text: str
    kind: str
    number: str
    is_code: bool
    level: str


@dataclass(frozen=True)
class PrintedAim:
    """An aim as printed: `number` is None where the paper prints none.

    `label` is what stands before its text ("Priority 1.1"), `kind` the same for all aims of one
    level: the words of the label, and how many figures its number has.
    """

    text: str
    number: int | None = None
    label: str = ""
    kind: str = ""

    def is_same(self, other: "PrintedAim") -> bool:
        """Return whether this is `other` again, repeated above a further table of the same aim."""
        return self.text.casefold() == other.text.casefold() and self.number == other.number

    @property
    def words(self) -> str:
        """All that the paper prints of it."""
        return f"{self.label}: {self.text}" if self.label and self.text else self.label or self.text


def is_about_the_table(band: str) -> bool:
    """Return whether a row across a table is on the table itself: "Total: 2", "1.1 (cont.)"."""
    return _ABOUT_THE_TABLE.fullmatch(band) is not None


def printed_aim(text: str, label: str, council: Format) -> PrintedAim:
    """Return an aim with its number, and its text without the "Aim 1:" or "1." before it.

    `label` is the number that Word computed for the paragraph.
    """
    line = _CONTINUED.sub("", clean_line(text))
    match = _own_pattern(council).fullmatch(line)
    if match is not None:
        number = match["number"]
        return PrintedAim(match["text"].strip(), int(number), f"Aim {number}", "aim 1")
    match = labelled(line)
    if match is not None:
        text = line[match.end() :].strip()
        return PrintedAim(text, _number_of(match), match["label"].strip(), _kind_of(match))
    numbered = _numbered_aim(line)
    computed = _NUMBER_IN_LABEL.search(label)
    if numbered is None and computed is not None:
        return PrintedAim(line, int(computed[1]), label, "number")
    return numbered or PrintedAim(line)


def _numbered_aim(line: str) -> PrintedAim | None:
    """Return an aim that has a number before it, and perhaps a label behind that."""
    match = _NUMBERED.match(line)
    if match is None:
        match = _DEEPER.match(line)
        if match is None:
            return None
        figures = match["number"].count(".") + 1
        return PrintedAim(line[match.end() :], None, match["number"], f"number {figures}")
    number = next(filter(None, match.groups()))
    rest = line[match.end() :].strip()
    named = labelled(rest)
    if named is None or named.re is _CODED or named.end() == len(rest):
        return PrintedAim(rest, int(number), number, "number")
    inner = _number_of(named)
    label = f"{match[0].strip()} {named['label'].strip()}"
    text = rest[named.end() :].strip()
    return PrintedAim(text, int(number) if inner is None else inner, label, _kind_of(named))


def labelled(line: str) -> re.Match[str] | None:
    """Return the label at the start of a line that begins an aim, such as "Priority 1 –"."""
    match = _LABELLED.match(line)
    if match is not None and (match["number"] or match["sign"].strip() in (":", "–", "—", "-")):
        return match
    return _SPACED.match(line) or _CODED.match(line) or _QUALIFIED_BY_ANY.match(line)


def aim_label(text: str) -> AimLabel | None:
    """Return the label at the start of a line that begins an aim, also behind a typed number.

    None where there is none; a paragraph that is too long for an aim has none.
    """
    if len(text) > LONGEST_AIM:
        return None
    line = clean_line(text)
    typed = _NUMBERED.match(line)
    line = line[typed.end() :].strip() if typed is not None else line
    match = labelled(line)
    if match is None or (typed is not None and match.re is _CODED):
        return None
    kind = " ".join(match["kind"].casefold().split())
    said, is_code = line[match.end() :].strip(), match.re is _CODED
    return AimLabel(said, kind, match["number"] or "", is_code, _kind_of(match))


def says_more(below: str, above: str) -> bool:
    """Return whether a label says more of the aim above it, and begins none; both are levels.

    It has no number, and is not that of an aim below a broad heading: "Outcome:" below
    "Priority 1", but not "Aim:" below "Theme 2".
    """
    if not above or not below.endswith(_UNNUMBERED):
        return False
    if above.endswith(_UNNUMBERED):
        return rank_of(below) >= rank_of(above)
    return rank_of(above) < _BROADEST or rank_of(below) > 0


def rank_of(level: str) -> int:
    """Return how broad the aims of a level are by their noun: 0 for aims, 2 for themes."""
    noun = level.rpartition(" ")[0]
    if noun in _BROAD or noun.rpartition(" ")[2] in _BROAD - {"area"}:
        return _BROADEST
    return int(noun.rpartition(" ")[2] in _MORE)


def precedence(level: str) -> int:
    """Return which of several levels says what the aim is: the lowest number.

    A numbered label says it before one without a number, but an aim before a broad theme.
    """
    is_numbered = not level.endswith(_UNNUMBERED)
    return (_NUMBERED_FIRST if is_numbered else _WITHOUT_NUMBER)[rank_of(level)]


def with_common_labels(printed: Sequence[PrintedAim]) -> tuple[PrintedAim, ...]:
    """Return aims without a label of the paper's own, such as "Promise 2:", before their texts.

    It is one where it stands before several of them, with other numbers, or without one before all.
    """
    plain_labels = [None if one.kind else _QUALIFIED_ONLY.match(one.text) for one in printed]
    kinds = {"" if match is None else match["kind"].casefold() for match in plain_labels}
    nouns = {kind.rpartition(" ")[2] for kind in kinds}
    if len(kinds) == 1 and "" not in kinds and (len(printed) > 1 or nouns <= _ALONE):
        found = [match for match in plain_labels if match is not None]
        return tuple(
            PrintedAim(one.text[match.end() :].strip(), None, match["label"], _kind_of(match))
            for one, match in zip(printed, found, strict=True)
        )
    matches = [
        None if one.kind else _OWN_LABEL.match(one.text) or _LETTER.match(one.text)
        for one in printed
    ]
    numbers: dict[str, set[str]] = {}
    for match in filter(None, matches):
        numbers.setdefault(match["kind"].casefold(), set()).add(match["number"].casefold())
    return tuple(
        one
        if match is None or len(numbers[match["kind"].casefold()]) == 1 or _is_time(match["kind"])
        else PrintedAim(
            one.text[match.end() :].strip(),
            _number_of(match),
            match["label"],
            f"{match['kind'].casefold()} 1",
        )
        for one, match in zip(printed, matches, strict=True)
    )


def _has_own_label(paragraph: Paragraph) -> bool:
    """Return whether a line begins as with a label of the paper's own: "Promise 2:", "B."."""
    line = clean_line(paragraph.text)
    match = _OWN_LABEL.match(line) or _LETTER.match(line)
    return match is not None and len(line) <= LONGEST_AIM and not _is_time(match["kind"])


def _is_time(kind: str) -> bool:
    return kind.casefold().rpartition(" ")[2] in _TIMES


def _number_of(match: re.Match[str]) -> int | None:
    number = (match["number"] or "").casefold()
    if number[-1:].isdigit():
        number = number.lstrip("abcdefghijklmnopqrstuvwxyz")
    if number.isdigit():
        return int(number)
    for words in (_ROMAN, ("", *_TENS.split("|"))):
        if number and number in words:
            return words.index(number)
    return None


def _kind_of(match: re.Match[str]) -> str:
    figures = (match["number"] or "").count(".") + 1 if match["number"] else 0
    return f"{' '.join(match['kind'].casefold().split())} {figures}"


def aim_place(paragraphs: Sequence[Paragraph], council: Format) -> int | None:
    """Return which of the paragraphs above a table begins its aim; None where there are none.

    It is the last one that is labelled, numbered or a heading, else the last of all. A title at
    the top of the paper is none where a line in bold, or with a label of the paper's own, stands
    below it. Nor is what stands on the label of an appendix: that is the plan's title.
    """
    place = _likely_place(paragraphs, council)
    is_label = place is not None and appendix_number(paragraphs[place], council) is not None
    return None if is_label else place


def _likely_place(paragraphs: Sequence[Paragraph], council: Format) -> int | None:
    marked = [
        place
        for place, paragraph in enumerate(paragraphs)
        if paragraph.role.startswith("heading")
        or printed_aim(paragraph.text, paragraph.label, council).kind
    ]
    if not marked:
        return len(paragraphs) - 1 if paragraphs else None
    headings = [n for n in marked if paragraphs[n].role.startswith("heading")]
    place = marked[-1]
    if place not in headings and headings:
        above, below = (
            printed_aim(paragraphs[n].text, paragraphs[n].label, council)
            for n in (headings[-1], place)
        )
        is_more = says_more(below.kind, above.kind) or (
            below.kind.endswith(_UNNUMBERED) and not above.kind and headings[-1] > 0
        )
        place = headings[-1] if is_more else place
    if place == 0 and not printed_aim(paragraphs[0].text, paragraphs[0].label, council).kind:
        others = range(1, len(paragraphs))
        likely = [n for n in others if is_bold(paragraphs[n]) or _has_own_label(paragraphs[n])]
        return likely[-1] if likely else place
    return place


def own_aim(text: str, council: Format, place: int) -> PrintedAim:
    """Return the aim of a heading that this program printed, the one at a place, from 1."""
    pattern = council.plan.aim_pattern
    line = clean_line(text)
    if line == UNNAMED_AIM.format(number=place):
        return PrintedAim("", place)
    match = re.fullmatch(pattern, line) or re.fullmatch(pattern, f"{line} ")
    if match is None:
        return PrintedAim(line)
    found = match.groupdict()
    number = found.get("number")
    return PrintedAim((found.get("text") or "").strip(), int(number) if number else None)


def own_heading_of_action(
    heading: Paragraph, council: Format
) -> dict[ColumnField, tuple[Paragraph, ...]] | None:
    """Return the ref and the text that stand in an action's heading that this program printed.

    That is the format's own, or the one that it has where cards were chosen. None for any
    other paragraph.
    """
    if heading.role != "heading-3":
        return None
    patterns = filter(None, (council.plan.action_heading, CARD_HEADING))
    match = next(filter(None, (_heading_in(heading, one) for one in patterns)), None)
    if match is None and not council.plan.action_heading:
        return None
    left_out((heading,), "labels")
    found = {} if match is None else match.groupdict()
    names: tuple[ColumnField, ...] = ("ref", "text")
    pieces = {name: plain(found[name] or "") for name in names if name in found}
    return {name: (replace(one, at=heading.at),) for name, one in pieces.items() if one.inlines}


def _heading_in(heading: Paragraph, of_format: str) -> re.Match[str] | None:
    pattern = re.escape(of_format)
    for name, said in (("number", r"\d+"), ("count", r"\d+"), ("ref", r"\S*"), ("text", ".*")):
        pattern = pattern.replace(re.escape(f"{{{name}}}"), f"(?P<{name}>{said})", 1)
    return re.fullmatch(pattern.strip(), clean_line(heading.text))


def _own_pattern(council: Format) -> re.Pattern[str]:
    """Return a pattern for aims as the format prints them; it matches nothing without a number."""
    heading = council.plan.aim_heading
    if "{number}" not in heading or "{text}" not in heading:
        return re.compile(r"(?!)(?P<number>)(?P<text>)")
    pattern = re.escape(heading)
    pattern = pattern.replace(re.escape("{number}"), r"(?P<number>\d{1,2})", 1)
    pattern = pattern.replace(re.escape("{text}"), r"(?P<text>.*)", 1)
    return re.compile(pattern, re.IGNORECASE)


def is_label_of_aim(text: str) -> bool:
    """Return whether a text is the label of an aim and nothing else, such as "Priority 2:"."""
    label = aim_label(f"{text.rstrip(': ')}: x")
    return bool(text) and label is not None and label.text == "x"


def has_label_of_aim(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is an aim by its label, such as "Priority 1 –"."""
    if paragraph.bullet is not None:
        return False
    label = aim_label(paragraph.text)
    return label is not None and bool(label.text)
