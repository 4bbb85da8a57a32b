"""Words of a plan that may be misspelt, by a British dictionary and the council's own list.

Words with digits, acronyms and addresses, the names of the plan and the council's own words are
left in peace.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

from plan.council.form import Form
from plan.council.format import Format
from plan.model.fields import TableName
from plan.model.plan import Plan
from plan.papers.plan_texts import PlanText, texts_of
from plan.text.words import (
    Span,
    has_capital_inside,
    is_spelt,
    parts_of,
    plain_word,
    spelt_words,
    without_possessive,
    words_in,
)
from store.dictionary import (
    Dictionary,
    NoDictionaryError,
    add_own_word,
    load_dictionary,
    own_words,
)
from store.formats import form_for

_MOST_TEXTS = 32_768
"""How many texts we keep what was found in: those of a large plan, and what is typed."""
_MOST_NAMES = 4096

KNOWN_TOO = frozenset({"etc", "wellbeing", "workstream", "workstreams"})
"""Words of every council's papers, and of Scottish law, that the British dictionary has not."""


class Spelling:
    """A dictionary with the council's own words. Each word, and each text, is looked at once."""

    def __init__(self, dictionary: Dictionary, own: frozenset[str] = frozenset()) -> None:
        self._dictionary = dictionary
        self._own = own
        self._names: frozenset[str] = frozenset()
        self._found: dict[str, tuple[Span, ...]] = {}
        self._judged: dict[str, tuple[Span, ...]] = {}

    def use_names_of(self, plan: Plan) -> None:
        """Leave the names of a plan in peace, in place of those of another."""
        self.use_names(names_of(plan))

    def use_names(self, names: frozenset[str]) -> None:
        """Leave these names in peace too, in place of those of another plan."""
        if names != self._names:
            self._names = names
            self._forget()

    def add(self, word: str) -> None:
        """Add a word to the council's own list, on the disk too. Raises OSError."""
        self._own = add_own_word(without_possessive(plain_word(word)))
        self._forget()

    def _forget(self) -> None:
        """Look at every word again: it may be a name or the council's own now, or no more."""
        self._found.clear()
        self._judged.clear()

    def misspelt_in(self, text: str) -> tuple[Span, ...]:
        """Return where words stand in a text that may be misspelt, in order."""
        found = self._found.get(text)
        if found is None:
            if len(self._found) >= _MOST_TEXTS:
                self._forget()
            found = self._found[text] = tuple(self._misspelt(text))
        return found

    def _misspelt(self, text: str) -> Iterator[Span]:
        judged = self._judged
        for start, word in words_in(text):
            wrong = judged.get(word)
            if wrong is None:
                wrong = judged[word] = tuple(self._wrong_parts(word))
            for part in wrong:
                yield Span(start + part.start, start + part.end)

    def _wrong_parts(self, word: str) -> Iterator[Span]:
        """Yield the parts of a word that may be misspelt, mostly none or all of it."""
        if not is_spelt(word) or self._is_right(word):
            return
        parts = parts_of(word)
        if len(parts) == 1:
            yield Span(0, len(word))
            return
        if self._is_right("".join(parts.values())):  # “co-ordinating” is known without it
            return
        for part, letters in parts.items():
            is_word = len(letters) > 1 and not has_capital_inside(letters)
            if is_word and not self._is_right(letters):
                yield part

    def _is_right(self, word: str) -> bool:
        plain = plain_word(word)
        bare = without_possessive(plain)
        return self._dictionary.knows(plain) or self._is_own(bare) or bare in self._names

    def _is_own(self, word: str) -> bool:
        """Return whether a word is the council's own; with a capital as well as without."""
        return word in self._own or word.lower() in self._own

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return what may be meant by a word, the most likely first."""
        plain = plain_word(word)
        curly = "’" in word
        found = self._dictionary.suggestions(plain)
        return tuple(one.replace("'", "’") for one in found) if curly else found


_LOADED: list[Dictionary] = []
_LOADING = Lock()


def load_spelling() -> Spelling:
    """Return the spelling of this machine, with the council's own words as they are now.

    The dictionary is loaded once, in about 0.1 s and with 12 MiB. Raises NoDictionaryError, whose
    message says how to have one; then it is looked for again the next time.
    """
    with _LOADING:
        if not _LOADED:
            dictionary = load_dictionary()
            dictionary.learn(KNOWN_TOO)
            _LOADED.append(dictionary)
    try:
        return Spelling(_LOADED[0], own_words())
    except OSError:  # the list is beside the point: without it more words are asked about
        return Spelling(_LOADED[0])


def spelling_if_any() -> Spelling | None:
    """Return the spelling of this machine, or None where there is no dictionary."""
    try:
        return load_spelling()
    except NoDictionaryError:
        return None


_NAMES: Mapping[TableName, frozenset[str]] = {
    "actions": frozenset({"leads", "indicators"}),
    "consultations": frozenset({"name"}),
    "plan": frozenset({"partnership"}),
    "report": frozenset({"committee", "by", "signatory", "signatory_post"}),
    "source": frozenset({"publisher"}),
}
"""The fields that hold names, by their table."""


def names_of(plan: Plan) -> frozenset[str]:
    """Return the words of the names of a plan: who leads, its indicators, who writes and is asked.

    They are plain and without 's; a name is left in peace wherever it is written the same way.
    """
    said: set[str] = set()
    for table, fields in _NAMES.items():
        for row in plan.table(table).values():
            for name in fields:
                held = getattr(row, name)
                said.update((held,) if isinstance(held, str) else held)
    return frozenset().union(*map(_words_of_name, said))


@lru_cache(maxsize=_MOST_NAMES)
def _words_of_name(name: str) -> frozenset[str]:
    words = [plain_word(span.of(name)) for span in spelt_words(name)]
    parts = [part for word in words for part in (word, *parts_of(word).values())]
    return frozenset(map(without_possessive, parts))


class Misspelling(NamedTuple):
    """A word of a plan that may be misspelt; `number` is the place of its text among all texts."""

    text: PlanText
    span: Span
    number: int = 0

    @property
    def word(self) -> str:
        """The word as it is written."""
        return self.span.of(self.text.text)

    @property
    def around(self) -> tuple[str, str]:
        """The words of its sentence before it and after it."""
        return around(self.text.text, self.span)


def around(text: str, span: Span) -> tuple[str, str]:
    """Return what stands before and after a part of a text in its sentence."""
    first = max(text.rfind(mark, 0, span.start) for mark in ("\n", ". ", "? ", "! ")) + 1
    ends = (text.find(mark, span.end) for mark in ("\n", ". "))
    last = min((end for end in ends if end >= 0), default=len(text))
    return text[first : span.start].lstrip(), text[span.end : last + 1].rstrip()


def misspellings(plan: Plan, council: Format, spelling: Spelling) -> tuple[Misspelling, ...]:
    """Return every word of a plan, its report and its assessments that may be misspelt, in order.

    Raises FormatError where the form of an assessment cannot be used.
    """
    spelling.use_names_of(plan)
    forms: dict[str, Form] = {one.form: form_for(one.form) for one in plan.assessments}
    return tuple(
        Misspelling(text, span, number)
        for number, text in enumerate(texts_of(plan, council, forms))
        for span in spelling.misspelt_in(text.text)
    )


def with_word(text: str, span: Span, to: str) -> str:
    """Return a text with another word in the place of a part of it."""
    start, end = replaced_part(text, span, to)
    return text[:start] + to + text[end:]


def replaced_part(text: str, span: Span, to: str) -> Span:
    """Return what of a text another word takes the place of: “childrens'” for “children's”."""
    is_owner = to[-2:] in ("'s", "’s") and span.of(text)[-1:] == "s"
    return Span(span.start, span.end + (is_owner and text[span.end : span.end + 1] in ("'", "’")))
