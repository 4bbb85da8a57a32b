"""The file of answers: each line that was asked, to be changed by hand and given back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, TypeAlias

from pydantic import Field, StringConstraints

from importers.learning.asked import ASKED, Question, QuestionId
from importers.learning.toml_text import toml_text
from plan.council.format_file import FormatError, parsed_part
from plan.council.format_part import FormatPart

Answers: TypeAlias = Mapping[tuple[str, str, str], str]
"""What was answered, by question, place and words."""
_Words: TypeAlias = Annotated[str, StringConstraints(max_length=100_000)]


class _Ask(FormatPart):
    question: QuestionId
    place: _Words
    words: _Words
    answer: _Words
    suggestion: _Words = ""
    choices: tuple[_Words, ...] = ()


class _AnswersFile(FormatPart):
    ask: Annotated[tuple[_Ask, ...], Field(max_length=500)] = ()


def answers_text(questions: Sequence[Question], file_name: str) -> str:
    """Return the text of a file in which the lines of some questions are answered as suggested."""
    lines = [
        f"# What plandesk asked of {file_name}. Change what stands behind `answer`, and give this",
        "# file with --answers. Lines may be left out: what is suggested holds for them.",
    ]
    for question in questions:
        lines += ["", f"# {question.asks}"]
        for line in question.lines:
            values = {
                "question": line.question,
                "place": line.place,
                "words": line.words,
                "suggestion": line.suggestion,
                "choices": list(line.choices),
                "answer": line.answer,
            }
            if not line.choices:
                del values["choices"]
            lines.append(toml_text({"ask": [values]}).rstrip("\n"))
            lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def read_answers(source: str, file_name: str) -> dict[tuple[str, str, str], str]:
    """Return the answers in a file. Raises FormatError, naming the file, the key and the reason."""
    asks = parsed_part(_AnswersFile, source, file_name).ask
    return {(one.question, one.place, one.words): one.answer for one in asks}


def check_answers(answers: Answers, questions: Sequence[Question], file_name: str) -> None:
    """Raise FormatError where an answer is to nothing that was asked, or is none of its choices."""
    problems = tuple(_problems(answers, questions, file_name))
    if problems:
        raise FormatError(*problems)


def _problems(answers: Answers, questions: Sequence[Question], file_name: str) -> Iterator[str]:
    lines = {line.key: line for question in questions for line in question.lines}
    for number, (key, answer) in enumerate(answers.items()):
        line = lines.get(key)
        if line is None:
            question, place, words = key
            is_known = question in ASKED and any(one.id == question for one in questions)
            what = f"“{words[:60]}” ({place})" if is_known else f"the question {question}"
            yield f"{file_name}: ask.{number}: this paper does not ask {what}."
        elif line.choices and answer not in line.choices:
            said = ", ".join(line.choices)
            yield f"{file_name}: ask.{number}.answer: it is {answer!r} and can be {said}."
