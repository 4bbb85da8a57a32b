"""Makes the account of a file: follows each word to a field, a rule or the list of the rest.

Three things that know nothing of each other are brought together: the words that the file shows
(`file_words`), the paragraphs that were read of it (`spots`), and what the readers noted of these
(`ledger`). A word that nobody took or left out is on the list: none can be forgotten.
"""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from importers.account.account import RULES, Account
from importers.account.file_words import WORD, FileWords, has_words, words_in
from importers.account.ledger import Ledger, Rule
from importers.account.listing import SHOWN, STRUCK, Listing
from importers.account.matching import (
    Place,
    Search,
    Text,
    agreeing,
    alike_words,
    letters,
    letters_of_words,
    plain_words,
    same_letters,
)
from importers.account.spots import Spotted
from importers.account.struck_and_noted import notes_in, pieces_up_to, struck_pieces
from importers.account.values import OWN_REF, REF, Value
from importers.decisions import Case
from plan.model.bulk import without_collection
from plan.model.outline import AimOutline
from plan.papers.blocks import Paragraph

TAKEN = 1
_CODES: dict[Rule, int] = {rule: code for code, rule in enumerate(RULES, TAKEN + 1)}
_IN_ORDER = frozenset({"body", "box"})
_LEFT_STRUCK = ("struck", "leave")
_BRACKETED = ("notes", "brackets")
_NOT_NOTES = _IN_ORDER | {"header"}


def account_of(
    file: FileWords,
    read: Spotted,
    ledger: Ledger,
    values: Iterable[Value],
    cases: Sequence[Case] = (),
) -> tuple[Account, tuple[Case, ...]]:
    """Return the account of a file, and the cases of what it leaves open, each with its place.

    `values` are all that was made of the file, in order.
    """
    with without_collection():
        count = _Count(file, read, ledger, cases)
        count.find_read()
        count.set_struck_aside()
        count.set_notes_in()
        count.take(tuple(values))
        count.leave_out()
        went = b"".join(count.went)
        totals = [went.count(code) for code in range(_MOST_CODES)]
        shown = totals[SHOWN] + went.count(STRUCK)
        account = Account(
            taken=totals[TAKEN],
            shown=shown,
            left_out={rule: totals[code] for rule, code in _CODES.items()},
            unseen={name: file.unseen[name] for name in ("deleted", "hidden", "prompts")},
            unaccounted=tuple(count.unaccounted()),
            not_taken=tuple(count.listing.entries()) if shown else (),
        )
        return account, tuple(count.placed_cases())


_MOST_CODES = len(_CODES) + 2


@dataclass
class _Count:
    """Where each word went: `went` has a code for each word of each paragraph of the file.

    Most paragraphs were read as they stand and went whole into one field. They are followed as
    they are; only the others are taken apart into words.
    """

    file: FileWords
    read: Spotted
    ledger: Ledger
    cases: Sequence[Case] = ()
    went: list[bytearray] = field(default_factory=list)
    values: dict[int, Value] = field(default_factory=dict)
    """What the words of a paragraph of the file were first taken for."""
    read_as: dict[int, int] = field(default_factory=dict)
    """The number of the paragraph as it was read, by its place in the file."""
    _whole: dict[int, int] = field(default_factory=dict)
    """The places of the paragraphs that were read as they stand, by number."""
    _texts: dict[int, Text] = field(default_factory=dict)
    """What was found of the others."""
    _live: dict[int, Text] = field(default_factory=dict)
    """What of those that have struck text is not left out."""
    _noted: dict[int, Text] = field(default_factory=dict)
    """What of those that have notes to be taken in brackets they say, the notes in their place."""

    def __post_init__(self) -> None:
        """Count the words of each paragraph, none of which went anywhere yet."""
        self.went += [bytearray(paragraph.words) for paragraph in self.file.paragraphs]

    def _read(self, place: int) -> str:
        paragraph = self.file.paragraphs[place]
        return paragraph.read or paragraph.text

    def _letters(self, place: int) -> str:
        return letters(self.file.paragraphs[place].text)

    def _pieces(self, place: int) -> list[str]:
        return letters_of_words(self.file.paragraphs[place].text)

    # Finding the paragraphs that were read in the file

    def find_read(self) -> None:
        """Find each paragraph that was read again in the file, word for word."""
        said = {at: one.text.strip() for at, one in self.read.paragraphs.items()}
        ours = [at for at, text in said.items() if has_words(text)]
        theirs = [
            place
            for place, paragraph in enumerate(self.file.paragraphs)
            if paragraph.kind in _IN_ORDER and self.went[place]
        ]
        gaps: list[tuple[list[int], list[int]]] = []
        left = [said[at] for at in ours]
        right = [self._read(place).strip() for place in theirs]
        for a, b in agreeing(left, right):
            if len(a) == len(b) == 1:
                one, other = left[a[0]], right[b[0]]
                if one == other or letters(one) == letters(other):
                    self._is_read(ours[a[0]], theirs[b[0]])
                    continue
            gap = ours[a.start : a.stop], theirs[b.start : b.stop]
            our_text, their_text = "".join(left[a.start : a.stop]), "".join(right[b.start : b.stop])
            if letters(our_text) == letters(their_text):
                self._match_words(*gap)
            else:
                gaps.append(gap)
        self._match_moved(gaps)
        for numbers, places in gaps:
            self._match_words(numbers, places)

    def _is_read(self, at: int, place: int) -> None:
        self._whole[at] = place
        self.read_as.setdefault(place, at)

    def _match_moved(self, gaps: list[tuple[list[int], list[int]]]) -> None:
        """Match what stands elsewhere in the file than it was read: text boxes, notes."""
        paragraphs = enumerate(self.file.paragraphs)
        notes = (place for place, one in paragraphs if one.kind not in _NOT_NOTES)
        self._match_alike(self.read.notes.items(), notes)
        moved = ((at, self.read.paragraphs[at]) for numbers, _ in gaps for at in numbers)
        self._match_alike(moved, (place for _, places in gaps for place in places))

    def _match_alike(self, read: Iterable[tuple[int, Paragraph]], places: Iterable[int]) -> None:
        """Match the paragraphs that say the same, in whatever order they stand in the file."""
        waiting: dict[str, deque[int]] = {}
        for place in places:
            waiting.setdefault(letters(self._read(place)), deque()).append(place)
        if not waiting:
            return
        for at, one in read:
            same = waiting.get(letters(one.text))
            if same:
                self._is_read(at, same.popleft())

    def _match_words(self, numbers: list[int], places: list[int]) -> None:
        """Match what is read otherwise than it stands there, word by word."""
        ours = [
            (at, piece)
            for at in numbers
            if at not in self._whole
            for piece in letters_of_words(self.read.paragraphs[at].text)
        ]
        theirs = [
            (Place(place, number), piece)
            for place in places
            if place not in self.read_as
            for number, piece in enumerate(self._pieces(place))
        ]
        left, right = [piece for _, piece in ours], [piece for _, piece in theirs]
        same = "".join(left) == "".join(right)
        pairs = same_letters(left, right) if same else alike_words(left, right)
        for a, b in pairs:
            at, (place, piece) = ours[a][0], theirs[b]
            text = self._texts.setdefault(at, Text())
            text.places.append(place)
            text.pieces.append(piece)
            self.read_as.setdefault(place.paragraph, at)

    @cached_property
    def listing(self) -> Listing:
        """What lists the words that went nowhere, once all have gone."""
        return Listing(
            self.file.paragraphs,
            self.went,
            self.read,
            self.read_as,
            self.values,
            self.ledger,
            self._bracketed,
        )

    @cached_property
    def _bracketed(self) -> frozenset[int]:
        """The numbers of the notes that are to be taken in brackets."""
        return frozenset(one.number for one in self.cases if (one.kind, one.choice) == _BRACKETED)

    def placed_cases(self) -> Iterator[Case]:
        """Yield the cases, each with where it is in the words of the list.

        A note on the heading of a column is none: nothing can take it.
        """
        for case in self.cases:
            place = self._place_in_file(case.number)
            if case.kind == "notes" and place is not None and self.listing.heading_beside(place):
                continue
            yield replace(case, place=case.place or self.listing.place_of(case.number, place))

    def _place_in_file(self, at: int) -> int | None:
        if at in self._whole:
            return self._whole[at]
        found = self._texts.get(at)
        return found.places[0].paragraph if found is not None and found.places else None

    # Struck text that is left out

    def set_struck_aside(self) -> None:
        """Set the words aside that are crossed out and left: no field and no rule has them."""
        for case in self.cases:
            if (case.kind, case.choice) == _LEFT_STRUCK:
                for number in (case.number, *case.also):
                    self._set_struck_aside(number)

    def _set_struck_aside(self, number: int) -> None:
        paragraph = self.read.paragraphs.get(number) or self.read.notes.get(number)
        if paragraph is None:
            return
        found, live = self._text((number,)), Text()
        flags = struck_pieces(found, paragraph)
        for place, piece, is_gone in zip(found.places, found.pieces, flags, strict=True):
            if is_gone:
                self.went[place.paragraph][place.word] = STRUCK
            else:
                live.places.append(place)
                live.pieces.append(piece)
        self._live[number] = live

    # Notes that are taken in brackets

    def set_notes_in(self) -> None:
        """Put the words of notes that are to be taken behind those that they are at."""
        bracketed = self._bracketed
        for at, paragraph in self.read.paragraphs.items() if bracketed else ():
            notes = list(notes_in(paragraph, is_live=at in self._live))
            if not any(note in bracketed for _, numbers in notes for note in numbers):
                continue
            host, whole, done = self._text((at,)), Text(), 0
            for length, numbers in notes:
                count = pieces_up_to(host, length)
                whole.add(Text(host.places[done:count], host.pieces[done:count]))
                done = max(done, count)
                if any(note in bracketed for note in numbers):
                    whole.add(self._text(numbers))
            whole.add(Text(host.places[done:], host.pieces[done:]))
            self._noted[at] = whole

    def unaccounted(self) -> Iterator[str]:
        """Yield what was read of which not every letter was found in the file."""
        uncounted = Counter(letters("".join(self.file.uncounted.elements())))
        for at, paragraph in self.read.paragraphs.items():
            if at in self._whole or WORD.search(paragraph.text) is None:
                continue
            found = self._texts.get(at, Text())
            said = letters(paragraph.text)
            if found.letters != said:
                places = {place.paragraph for place in found.places}
                shown = "".join(map(self._letters, places))
                if Counter(said) - Counter(shown) - uncounted:
                    yield paragraph.text

    def _text(self, at: Iterable[int], *, with_notes: bool = False) -> Text:
        """Return the words of the file that some paragraphs were read from."""
        found = Text()
        for number in at:
            place = self._whole.get(number)
            if with_notes and number in self._noted:
                found.add(self._noted[number])
            elif number in self._live:
                found.add(self._live[number])
            elif place is not None:
                pieces = self._pieces(place)
                found.add(Text([Place(place, n) for n in range(len(pieces))], pieces))
            elif number in self._texts:
                found.add(self._texts[number])
        return found

    # Following what was read into the fields

    def take(self, values: tuple[Value, ...]) -> None:
        """Follow every value to the words that it was made of.

        First where the readers noted it; then, for what they did not note, from the last value on.
        """
        ends: list[int | None] = []
        for value in values:
            sources = self._sources(value)
            self._take_from(value, sources)
            ends.append(max(sources) if sources else None)
        from_here = 0
        for value, end in zip(values, ends, strict=True):
            if end is not None:
                from_here = end + 1
            elif value.name != REF:
                from_here = self._take_unnoted(value, from_here)

    def _take_unnoted(self, value: Value, from_here: int) -> int:
        """Look for a value in what was read from a paragraph on; return where to go on."""
        for text in filter(None, value.texts):
            found = self._search.places_of(text, from_here, self.went)
            if found:
                self._give(value, found)
                from_here = self.read_as[found[-1].paragraph]
                if isinstance(value.row, AimOutline):
                    self._leave_label(found[0])
        return from_here

    @cached_property
    def _search(self) -> Search:
        return Search({at: self._text((at,), with_notes=True) for at in self.read.paragraphs})

    def _leave_label(self, first: Place) -> None:
        """Leave out what stands before an aim in its paragraph: "Priority 1"."""
        self._leave((Place(first.paragraph, word) for word in range(first.word)), "labels")

    def _sources(self, value: Value) -> tuple[int, ...]:
        if value.row is not None and value.name:
            fields = self.ledger.fields_of(value.row)
            noted = fields.get(value.name) or (fields.get(REF) if value.name == OWN_REF else ())
            if noted:
                return noted
        if value.name == REF:
            return ()
        return tuple(at for text in value.texts if text for at in self.ledger.text(text))

    def _take_from(self, value: Value, sources: Sequence[int]) -> None:
        if not sources or not any(value.texts):
            return
        if value.name == REF:
            self._take_ref(value, sources)
            return
        if isinstance(value.row, AimOutline):
            text = self._text(sources, with_notes=True)
            self._give(value, list(text.found("\n".join(value.texts))))
            self._leave(self._text(sources).places, "labels")
            return
        said = value.texts[0] if len(value.texts) == 1 else "\n".join(value.texts)
        places = [self._whole_place(at) for at in sources]
        if -1 not in places and self._is_whole(said, places):
            self._give_whole(value, places)
        elif len(places) == 1 and self._ends_with(said, places[0]):
            self._give_end(value, places[0], said)
        else:
            self._give(value, list(self._text(sources, with_notes=True).found_each(value.texts)))

    def _whole_place(self, at: int) -> int:
        """Return where a paragraph stands that was read as it stands, and -1 for any other."""
        return -1 if at in self._live or at in self._noted else self._whole.get(at, -1)

    def _is_whole(self, said: str, places: Sequence[int]) -> bool:
        """Return whether a value is all that some paragraphs say."""
        texts = [self.file.paragraphs[place].text for place in places]
        whole = "\n".join(texts)
        if said.endswith(whole):  # a number that Word counts may stand before it
            return not said[: -len(whole)][-1:].isalnum()
        return letters(plain_words(said)) == letters(whole)

    def _ends_with(self, said: str, place: int) -> bool:
        """Return whether a value is the end of a paragraph, behind a number or a label."""
        if place < 0:
            return False
        text = self.file.paragraphs[place].text
        before = text[: -len(said)]
        return text.endswith(said) and said[:1].isalnum() and not before[-1:].isalnum()

    def _give_end(self, value: Value, place: int, said: str) -> None:
        count = len(words_in(said))
        self.went[place][-count:] = bytearray((TAKEN,)) * count
        self.values.setdefault(place, value)

    def _take_ref(self, value: Value, sources: Sequence[int]) -> None:
        place = self._whole_place(sources[0])
        if len(sources) == 1 and place >= 0 and self.file.paragraphs[place].text == value.texts[0]:
            _leave_all(self.went[place], "labels")
            return
        text = self._text(sources)
        if text.letters.startswith(letters(value.texts[0])):
            self._leave(text.found(value.texts[0]), "labels")
        elif text.places:
            self.values.setdefault(text.places[0].paragraph, value)

    def _give_whole(self, value: Value, places: Iterable[int]) -> None:
        for place in places:
            self.went[place] = bytearray((TAKEN,)) * len(self.went[place])
            self.values.setdefault(place, value)

    def _give(self, value: Value, places: list[Place]) -> None:
        for place in places:
            self.went[place.paragraph][place.word] = TAKEN
            self.values.setdefault(place.paragraph, value)

    # What a rule leaves out

    def leave_out(self) -> None:
        """Leave out what the readers know not to be needed, and what is on every page."""
        for at, said in self.ledger.marks:
            found = self._text(at)
            for place in found.places if said is None else found.found(said):
                self.went[place.paragraph][place.word] = TAKEN
        aims = {
            text.casefold()
            for value in self.values.values()
            if isinstance(value.row, AimOutline)
            for text in value.texts
        }
        for text, noted in self.ledger.texts.items():
            if text.casefold() in aims:  # it stands again above a further table
                for at in noted:
                    self._leave(self._text(at).places, "labels")
        for at, rule, said in self.ledger.left:
            found = self._text(at)
            self._leave(found.places if said is None else self._label(found, said), rule)
        for codes, paragraph in zip(self.went, self.file.paragraphs, strict=True):
            if paragraph.kind == "header":
                _leave_all(codes, "headers_and_footers")
            elif paragraph.is_contents:
                _leave_all(codes, "contents")

    def _label(self, text: Text, said: str) -> Iterator[Place]:
        """Yield what is left of a text that says a label, with the number that stands before it."""
        left = Text()
        for place, piece in zip(text.places, text.pieces, strict=True):
            if self.went[place.paragraph][place.word] == SHOWN:
                left.places.append(place)
                left.pieces.append(piece)
        for place in left.found(said):
            if place.word == 1 and self._pieces(place.paragraph)[0].isdecimal():
                yield Place(place.paragraph, 0)
            yield place

    def _leave(self, places: Iterable[Place], rule: Rule) -> None:
        for place in places:
            codes = self.went[place.paragraph]
            if codes[place.word] == SHOWN:
                codes[place.word] = _CODES[rule]


def _leave_all(codes: bytearray, rule: Rule) -> None:
    for word, code in enumerate(codes):
        if code == SHOWN:
            codes[word] = _CODES[rule]
