"""Makes the account of a file: follows each word to a field, a rule or the list of the rest.

Three things that know nothing of each other are brought together: the words that the file shows
(`file_words`), the paragraphs that were read of it (`numbered`), and what the readers noted of
these (`ledger`). A word that nobody took or left out is on the list: none can be forgotten.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from importers.account.account import RULES, Account
from importers.account.file_words import WORD, FileWords
from importers.account.ledger import Ledger, Rule
from importers.account.listing import Listing
from importers.account.matching import Place, Text, agreeing, alike_words, letters, plain_words
from importers.account.numbered import Numbered
from importers.account.values import REF, Value

SHOWN, TAKEN = 0, 1
_CODES: dict[Rule, int] = {rule: code for code, rule in enumerate(RULES, TAKEN + 1)}


def account_of(file: FileWords, read: Numbered, ledger: Ledger, values: Iterable[Value]) -> Account:
    """Return the account of a file; `values` are all that was made of it, in order."""
    count = _Count(file, read, ledger)
    count.find_read()
    count.take(tuple(values))
    count.leave_out()
    listing = Listing(file.paragraphs, count.went, read, count.read_as, count.values, ledger)
    not_taken = tuple(listing.entries())
    totals = [sum(codes.count(code) for codes in count.went) for code in range(len(_CODES) + 2)]
    return Account(
        taken=totals[TAKEN],
        shown=totals[SHOWN],
        left_out={rule: totals[code] for rule, code in _CODES.items()},
        unseen={name: file.unseen[name] for name in ("deleted", "hidden", "prompts")},
        unaccounted=tuple(count.unaccounted()),
        not_taken=not_taken,
    )


@dataclass
class _Count:
    """Where each word went: `went` has a code for each word of each paragraph of the file."""

    file: FileWords
    read: Numbered
    ledger: Ledger
    went: list[bytearray] = field(default_factory=list)
    values: dict[int, Value] = field(default_factory=dict)
    """What the words of a paragraph of the file were first taken for."""
    read_as: dict[int, int] = field(default_factory=dict)
    """The number of the paragraph as it was read, by its place in the file."""
    _pieces: list[list[str]] = field(default_factory=list)
    _texts: list[Text] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Divide the paragraphs into words, none of which went anywhere yet."""
        for paragraph in self.file.paragraphs:
            words = WORD.findall(paragraph.text)
            self._pieces.append(words if paragraph.text.isascii() else list(map(letters, words)))
            self.went.append(bytearray(len(words)))

    # Finding the paragraphs that were read in the file

    def find_read(self) -> None:
        """Find each paragraph that was read again in the file, word for word."""
        self._texts = [Text() for _ in self.read.paragraphs]
        said = [letters(paragraph.text) for paragraph in self.read.paragraphs]
        ours = [at for at, text in enumerate(said) if text]
        theirs = [
            place
            for place, paragraph in enumerate(self.file.paragraphs)
            if paragraph.kind in ("body", "box") and self._pieces[place]
        ]
        whole = ["".join(pieces) for pieces in self._pieces]
        gaps: list[tuple[list[int], list[int]]] = []
        for a, b in agreeing([said[at] for at in ours], [whole[place] for place in theirs]):
            if len(a) == len(b) == 1 and said[ours[a[0]]] == whole[theirs[b[0]]]:
                self._is_read(ours[a[0]], theirs[b[0]])
            else:
                gaps.append(([ours[n] for n in a], [theirs[n] for n in b]))
        self._match_moved(said, whole, gaps)
        for left, right in gaps:
            self._match_words(left, right)

    def _is_read(self, at: int, place: int) -> None:
        pieces = self._pieces[place]
        self._texts[at] = Text([Place(place, n) for n in range(len(pieces))], pieces)
        self.read_as.setdefault(place, at)

    def _match_moved(
        self, said: list[str], whole: list[str], gaps: list[tuple[list[int], list[int]]]
    ) -> None:
        """Match what stands elsewhere in the file than it was read: text boxes, notes."""
        waiting: dict[str, list[int]] = {}
        for _, right in gaps:
            for place in right:
                waiting.setdefault(whole[place], []).append(place)
        for place, paragraph in enumerate(self.file.paragraphs):
            if paragraph.kind not in ("body", "box", "header"):
                waiting.setdefault(whole[place], []).append(place)
        for left, _ in gaps:
            for at in left:
                places = waiting.get(said[at])
                if places:
                    self._is_read(at, places.pop(0))

    def _match_words(self, left: list[int], right: list[int]) -> None:
        """Match what is read otherwise than it stands there, word by word."""
        ours = [
            (at, piece)
            for at in left
            if not self._texts[at].places
            for piece in map(letters, WORD.findall(self.read.paragraphs[at].text))
        ]
        theirs = [
            (Place(place, number), piece)
            for place in right
            if place not in self.read_as
            for number, piece in enumerate(self._pieces[place])
        ]
        pairs = alike_words([piece for _, piece in ours], [piece for _, piece in theirs])
        for a, b in pairs:
            at, (place, piece) = ours[a][0], theirs[b]
            self._texts[at].places.append(place)
            self._texts[at].pieces.append(piece)
            self.read_as.setdefault(place.paragraph, at)

    def unaccounted(self) -> Iterator[str]:
        """Yield what was read of which not every letter was found in the file."""
        for at, paragraph in enumerate(self.read.paragraphs):
            if len(self._texts[at].letters) != len(letters(paragraph.text)):
                yield paragraph.text

    # Following what was read into the fields

    def take(self, values: tuple[Value, ...]) -> None:
        """Follow every value to the words that it was made of.

        First where the readers noted it; then, for what they did not note, from the last value on.
        """
        ends: list[int | None] = []
        for value in values:
            sources = self._sources(value)
            self._take_from(value, self._text_of(sources))
            ends.append(max(sources) if sources else None)
        search = _Search(self._texts)
        from_here = 0
        for value, end in zip(values, ends, strict=True):
            if end is not None:
                from_here = end + 1
                continue
            for text in value.texts if value.name != REF else ():
                found = search.places_of(text, from_here, self.went)
                if found:
                    self._give(value, found)
                    from_here = self.read_as[found[-1].paragraph]

    def _sources(self, value: Value) -> tuple[int, ...]:
        if value.row is not None and value.name:
            noted = self.ledger.fields_of(value.row).get(value.name, ())
            if noted:
                return noted
        if value.name == REF:
            return ()
        return tuple(at for text in value.texts if text for at in self.ledger.text(text))

    def _text_of(self, at: Iterable[int]) -> Text:
        whole = Text()
        for number in at:
            whole.add(self._texts[number])
        return whole

    def _take_from(self, value: Value, text: Text) -> None:
        if not text.places:
            return
        if value.name == REF:
            if text.letters == letters(value.texts[0]):
                self._leave(text.places, "refs")
            else:
                self.values.setdefault(text.places[0].paragraph, value)
            return
        self._give(value, list(text.found("\n".join(value.texts))))

    def _give(self, value: Value, places: list[Place]) -> None:
        for place in places:
            self.went[place.paragraph][place.word] = TAKEN
            self.values.setdefault(place.paragraph, value)

    # What a rule leaves out

    def leave_out(self) -> None:
        """Leave out what the readers know not to be needed, and what is on every page."""
        for at in self.ledger.marks:
            for place in self._text_of(at).places:
                self.went[place.paragraph][place.word] = TAKEN
        for at, rule, said in self.ledger.left:
            text = self._text_of(at)
            self._leave(text.places if said is None else text.found(said), rule)
        for codes, paragraph in zip(self.went, self.file.paragraphs, strict=True):
            if paragraph.kind == "header":
                _leave_all(codes, "headers_and_footers")
            elif paragraph.is_contents:
                _leave_all(codes, "contents")

    def _leave(self, places: Iterable[Place], rule: Rule) -> None:
        for place in places:
            codes = self.went[place.paragraph]
            if codes[place.word] == SHOWN:
                codes[place.word] = _CODES[rule]


def _leave_all(codes: bytearray, rule: Rule) -> None:
    for word, code in enumerate(codes):
        if code == SHOWN:
            codes[word] = _CODES[rule]


class _Search:
    """Looks for values that no reader noted, in all that was read."""

    def __init__(self, texts: list[Text]) -> None:
        self._places = [place for text in texts for place in text.places]
        pieces = [piece for text in texts for piece in text.pieces]
        self._letters = "".join(pieces)
        self._starts: list[int] = []
        at = 0
        for piece in pieces:
            self._starts.append(at)
            at += len(piece)
        self._begins = []
        count = 0
        for text in texts:
            self._begins.append(count)
            count += len(text.places)

    def places_of(self, text: str, after: int, went: list[bytearray]) -> list[Place]:
        """Return the words of `text`, the first that are free from paragraph `after` on."""
        wanted = letters(plain_words(text))
        if not wanted or not self._starts:
            return []
        first = self._begins[after] if after < len(self._begins) else len(self._starts)
        begin = self._starts[first] if first < len(self._starts) else len(self._letters)
        return self._free(wanted, begin, went) or self._free(wanted, 0, went)

    def _free(self, wanted: str, begin: int, went: list[bytearray]) -> list[Place]:
        at = self._letters.find(wanted, begin)
        while at >= 0:
            first = bisect_left(self._starts, at)
            last = bisect_left(self._starts, at + len(wanted))
            if first < len(self._starts) and self._starts[first] == at:
                places = self._places[first:last]
                if all(went[place.paragraph][place.word] == SHOWN for place in places):
                    return places
            at = self._letters.find(wanted, at + 1)
        return []
