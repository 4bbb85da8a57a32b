"""What an officer is asked while a format is drafted: a suggestion for each thing, or their answer.

One paper cannot tell fixed wording from text, fixed rows from open ones, nor what a column holds
whose heading no list knows. Whatever is taken for something is a line of one of ten questions.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from plan.council.own_field import OWN_KINDS

QuestionId: TypeAlias = Literal[
    "documents",
    "lines",
    "wording",
    "columns",
    "status",
    "rows",
    "boxes",
    "answers",
    "changes",
    "personal",
]
ASKED: Mapping[QuestionId, str] = MappingProxyType(
    {
        "documents": "What is each part of this file?",
        "lines": "Which of these lines stand in every paper of this kind, and are no text of this "
        "one?",
        "wording": "Are these words the same in every paper (fixed), the usual ones that are "
        "offered (usual), or of this paper only (text)?",
        "columns": "What do these columns hold?",
        "status": "What does each word of the key mean: is an action done that has it?",
        "rows": "Does each of these tables always have the same rows (fixed), or does the officer "
        "add rows (open)?",
        "boxes": "Is one of these boxes ticked (one), or may it be several?",
        "answers": "How are these questions answered?",
        "changes": "Do these words change from paper to paper?",
        "personal": "These may name a person or say how to reach one. Do they stay in the format?",
    }
)
"""The questions in the order in which they are asked; there is no other."""

_OWN = "own "
_WORDS: Mapping[QuestionId, Mapping[str, str]] = MappingProxyType(
    {
        "documents": {
            "plan": "the plan",
            "report": "the report",
            "form": "the equality form",
            "none": "none of these",
        },
        "wording": {
            "fixed": "the same in every paper",
            "usual": "the usual words, which are offered",
            "text": "of this paper only",
        },
        "columns": {
            "ref": "its number",
            "text": "what is done",
            "pages": "pages of the inspection report",
            "indicators": "quality indicators",
            "leads": "who leads",
            "timescale": "by when",
            "success_criteria": "what success is",
            "progress": "progress notes",
        },
        "rows": {"fixed": "always the same rows", "open": "the officer adds rows"},
        "boxes": {"one": "one of them", "several": "one or several"},
        "status": {"done": "the action is done", "open": "the action is still open"},
        "answers": {"prose": "a text of any length"},
    }
)
"""What each answer is called to an officer; one that is not here says itself what it means."""


def answer_in_words(question: QuestionId, answer: str) -> str:
    """Return an answer as an officer reads it; the window shows that, a file has the answer."""
    words = _WORDS.get(question, {}).get(answer)
    kind = OWN_KINDS.get(answer.removeprefix(_OWN))
    if words is None and answer.startswith(_OWN) and kind is not None:
        return f"the council's own field: {kind.example}"
    if words is None and question == "answers" and kind is not None:
        return kind.example
    return words or answer


class Line(NamedTuple):
    """One thing that is asked: where it stands, its words, what is suggested, what else it can be.

    Any words can be the answer where there are no `choices`. `is_sure` says that the paper shows it
    plainly: it is shown, and nobody need look at it.
    """

    question: QuestionId
    place: str
    words: str
    suggestion: str
    choices: tuple[str, ...] = ()
    answer: str = ""
    is_sure: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """By which an answer is given to it."""
        return self.question, self.place, self.words


class Question(NamedTuple):
    """A question with its lines, those first that are not sure."""

    id: QuestionId
    asks: str
    lines: tuple[Line, ...]

    @property
    def is_open(self) -> bool:
        """Whether any line of it is not sure."""
        return any(not line.is_sure for line in self.lines)


@dataclass
class Asked:
    """Answers by what the officer said, else by the suggestion; keeps each line that was asked.

    `answers` are by question, place and words.
    """

    answers: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    _lines: dict[tuple[str, str, str], Line] = field(default_factory=dict)

    def about(
        self,
        question: QuestionId,
        place: str,
        words: str,
        suggestion: str,
        choices: Iterable[str] = (),
        *,
        is_sure: bool = False,
    ) -> str:
        """Return what holds for a thing, and keep it as a line of its question.

        An answer that is none of the choices is none.
        """
        line = Line(question, place, words, suggestion, tuple(choices), "", is_sure)
        said = self.answers.get(line.key, suggestion)
        is_one = not line.choices or said in line.choices
        line = line._replace(answer=said if is_one else suggestion)
        return self._lines.setdefault(line.key, line).answer

    def yes(self, question: QuestionId, place: str, words: str, *, usual: bool) -> bool:
        """Return whether a thing is so."""
        suggestion = "yes" if usual else "no"
        return self.about(question, place, words, suggestion, ("yes", "no")) == "yes"

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that were asked, in their order."""
        made = (
            Question(
                name,
                asks,
                tuple(
                    sorted(
                        (one for one in self._lines.values() if one.question == name),
                        key=lambda one: one.is_sure,
                    )
                ),
            )
            for name, asks in ASKED.items()
        )
        return tuple(question for question in made if question.lines)
