"""How easily a paragraph is read, by Flesch's formula of 1948."""

import re
from typing import NamedTuple

from plan.text.words import plain_word, word_count

_SENTENCE_ENDS = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|\n+")
_ABBREVIATED = re.compile(
    r"(?<!['’])\b(?:e\.g|i\.e|etc|cf|vs|viz|approx|no|nos|para|paras|p|pp|dr|mr|mrs|ms|prof|st|rev|cllr|"
    r"dept|est|incl|ref|[a-z])\.(?=\s+\S)",
    re.IGNORECASE,
)
"""A full stop after these ends no sentence, where more follows."""
_LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_VOWELS = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]+")
_SILENT = re.compile(
    r"[^aeiouylr]e$|[aeiouyrl][lr]e$|(?<=[aeiouy])(?:gu|qu)es?$|qued$"  # late, rule; vague, unique
    r"|(?<=[^aeioucgsxz])(?<![aeiou]ch)(?<![cs]h)(?<![^aeiouyrl]l)es$"  # makes; said in tables
    r"|(?<=[^aeioutd])(?<![^aeiouyrl]l)ed$"  # planned; said in wanted and needed
    r"|(?<=[aeiouy][^aeiouy])e(?=ments?|ful|less|ness|ly$|guard)|^every(?=\B|$)"
)
"""An e that is written and not said, with what stands around it."""
_SAID_APART = re.compile(
    r"(?<![ct])ia|cia(?=t)|(?<![cgstxln])io|ie(?=t)|(?<![ct])ie(?=n[ct])|sci(?=en)"
    r"|(?<=[aeiou][^aeiou])eas?$|(?<![gq])ua|(?<!q)uen|uels?$|uou|[aeiouy]ing|crea(?=t)"
    r"|eo$|eum|oem|theor"
)
"""Two vowels together that are said one by one: area, period, client, actual, going."""

_BANDS = (
    (90, "very easy, as a letter to a child of ten"),
    (80, "easy, as talk between friends"),
    (70, "fairly easy"),
    (60, "plain English, understood by most people"),
    (50, "fairly hard"),
    (30, "hard, as a paper for specialists"),
)
_HARDEST = "very hard, as a paper of law or science"


class Readability(NamedTuple):
    """How a paragraph reads.

    `score` is Flesch's reading ease, from about 0 (hardest) to 100 (easiest); `words` are those to
    a sentence, `syllables` those to a word.
    """

    score: float
    words: float
    syllables: float
    sentences: int

    @property
    def in_words(self) -> str:
        """What the score means."""
        return next((said for least, said in _BANDS if self.score >= least), _HARDEST)


def readability(text: str) -> Readability | None:
    """Return how easily a text is read, None where it has no words."""
    letters = _LETTERS.findall(plain_word(text).lower())
    count = len(letters)
    if not count:
        return None
    sentences = max(1, sentence_count(text))
    to_a_sentence = count / sentences
    to_a_word = sum(map(syllables, letters)) / count
    score = 206.835 - 1.015 * to_a_sentence - 84.6 * to_a_word
    return Readability(score, to_a_sentence, to_a_word, sentences)


def sentence_count(text: str) -> int:
    """Return how many sentences a text has; a line of a list is one too."""
    whole = _ABBREVIATED.sub(lambda found: found[0].replace(".", " "), text)
    return sum(1 for part in _SENTENCE_ENDS.split(whole) if word_count(part))


def syllables(word: str) -> int:
    """Return about how many syllables an English word has, from its letters alone; at least 1."""
    lowered = word.lower().removesuffix("'s")
    said = len(_VOWELS.findall(lowered)) + len(_SAID_APART.findall(lowered))
    return max(1, said - len(_SILENT.findall(lowered)))
