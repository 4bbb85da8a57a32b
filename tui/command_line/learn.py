"""The command `plandesk learn`: make a council's format of one of its Word files."""

import shlex
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from files.ordinary import reason_of
from importers.learning.asked import Line, Question
from plan.text.line_breaks import shortened
from store.safe_file import write_safely
from tui.command_line.printing import can_ask, say_done
from tui.command_line.shared import refuse

if TYPE_CHECKING:
    from desk.learning import Learned, Learning

_LONGEST_WORDS = 70
_LEARNING = "desk.learning"
"""What learns: it reads and writes Word files, and is loaded when the command is run."""


def learn(
    file: Annotated[Path, typer.Argument(metavar="FILE.docx", help="The Word file to learn from.")],
    name: Annotated[
        str, typer.Option("--name", metavar="NAME", help="What the format is called.")
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Take what is suggested.")] = False,
    answers: Annotated[
        Path | None,
        typer.Option(
            "--answers",
            metavar="FILE.toml",
            help="The answers; where there is no such file, the questions are written into it.",
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace what the format of this name has already.")
    ] = False,
) -> None:
    """Make a council's format, its forms and a template of one of its Word files."""
    if yes and answers is not None and not answers.exists():
        refuse(f"There are no answers in {answers}: there is no such file. Nothing was learned.")
    desk = import_module(_LEARNING)
    learning: Learning = desk.learning_of(file, name, force=force)
    if answers is not None and not answers.exists() and not yes:
        _write_questions(answers, desk.text_of_answers(learning))
        return
    if answers is not None and answers.exists():
        learning = desk.answers_of(answers, learning)
    typer.echo(learning.summary)
    if yes or answers is not None:
        for question in learning.questions:
            _show(question)
    else:
        learning = _asked(learning)
    _tell(desk.write_learned(learning), learning)


def _write_questions(path: Path, questions: str) -> None:
    try:
        write_safely(path, questions.encode())
    except OSError as error:
        refuse(f"The questions could not be written: {reason_of(error)}. Nothing was learned.")
    say_done(
        f"The questions are in {path}, each with what is suggested. Nothing is learned yet: change "
        "the answers, and give the same command again."
    )


def _show(question: Question) -> None:
    """Print a question and what holds for each of its lines."""
    typer.echo(f"{question.asks}")
    for line in question.lines:
        typer.echo(f"  - {_words(line)}: {line.answer}")


def _words(line: Line) -> str:
    return f"“{shortened(line.words, _LONGEST_WORDS)}” ({line.place})"


def _asked(learning: "Learning") -> "Learning":
    """Ask the officer each question that is open; return what is learned with the answers."""
    done: set[str] = set()
    while True:
        left = [one for one in learning.questions if one.id not in done]
        if not left:
            return learning
        question = left[0]
        done.add(question.id)
        if not question.is_open:
            _show(question)
            continue
        learning = learning.told(_answers_to(question))


def _answers_to(question: Question) -> dict[tuple[str, str, str], str]:
    """Return what the officer answers to a question, line by line."""
    typer.echo(f"\n{question.asks}")
    lines = question.lines
    for number, line in enumerate(lines, 1):
        typer.echo(f"  {number}. {_words(line)}: {line.answer}")
    choices = list(dict.fromkeys(choice for line in lines for choice in line.choices))
    if choices:
        typer.echo(f"  It can be: {', '.join(choices)}.")
    given: dict[tuple[str, str, str], str] = {}
    while can_ask():
        typed = typer.prompt(
            "  Enter if that is right, or what is otherwise, as in 2=yes",
            default="",
            show_default=False,
        ).strip()
        if not typed:
            break
        number, sign, answer = (part.strip() for part in typed.partition("="))
        is_line = bool(sign) and number.isdecimal() and 0 < int(number) <= len(lines)
        meant = lines[int(number) - 1] if is_line else None
        if meant is None or (meant.choices and answer not in meant.choices):
            typer.echo("  That is no line and answer of this question.")
            continue
        given[meant.key] = answer
    return given


def _tell(learned: "Learned", learning: "Learning") -> None:
    for remark in learned.remarks:
        typer.echo(remark)
    if not learned.written:
        typer.echo("The format lacked nothing that this paper has: no file was changed.")
    for path in learned.written:
        say_done(f"Written: {path}")
    if learned.is_used:
        typer.echo(f"Papers are read and written in the format {learning.format_id}.")
    else:
        use = f"plandesk settings council_format {shlex.quote(learning.format_id)}"
        typer.echo(f"{use} has papers read and written in it.")
        if learned.template.exists():
            use = f"plandesk settings council_template {shlex.quote(str(learned.template))}"
            typer.echo(f"{use} has them look as this one.")
    typer.echo(f"\n{learning.source.name}, read with it:")
    for said in learned.account.lines():
        typer.echo(said)
