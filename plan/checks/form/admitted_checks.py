"""What an assessment or the report admits of unlawful discrimination: E37."""

import re
from collections.abc import Iterator

from plan.checks.check import Check, Found, check
from plan.checks.facts.appended_forms import answered_lines, question_and_answer
from plan.checks.facts.report_text import named_as, report_words
from plan.checks.form.duty_checks import SCREENED
from plan.checks.paper import Paper, once_for_each_paper
from plan.model.finding import Place
from plan.papers.places import appendix_place, assessment_place, passage_place
from plan.text.sentences import sentences_in

_2010 = "Equality Act 2010"
_ADMITS = re.compile(
    r"\b(?:(?:unlawful(?:ly)?|illegal(?:ly)?)\s+(?:\w+\s+){0,2}?discriminat\w+|"
    r"discriminat\w+[^.;]{0,40}?\b(?:unlawful(?:ly)?|illegal(?:ly)?|in breach of|"
    r"contrary to)\b|(?:direct|"
    r"indirect)(?:ly)?\s+discriminat\w+|breach(?:es|ed)?\s+(?:of\s+)?the\s+equality\s+act|"
    r"(?:treat(?:s|ed|ing)?|disadvantag\w+)\s+(?:\w+\s+){0,2}?(?:unlawful|illegal)ly\b|"
    r"(?:potentially|possibly|probably|likely to be|may be|might be|could be) (?:unlawful|"
    r"illegal) "
    r"(?:under|in terms of|by) the (?:2010|equality) act\b)",
    re.IGNORECASE,
)
_OF_PEOPLE = (
    r"(?:women|men|disab\w+|deaf|blind|pregnan\w+|matern\w+|older|over \d\d|young\w*|age|race|"
    r"racial|ethnic\w*|religio\w*|belief|gender|sex|trans|carers?|employees|tenants|applicants|"
    r"pupils|staff)"
)
_ADMITS_IN_SUBSTANCE = re.compile(
    r"\b(?:(?:less favourabl\w+|particular disadvantage|worse than "
    r"others)\b[^.;]{0,120}?\b(?:(?:cannot|"
    r"can not|could not|difficult to|unable to|not)\b[^.;]{0,40}?\bjustif\w+|contrary to|"
    r"in breach of|sections? 1[0-9]\b)|(?:contrary to|(?:is|are|be|may|would|"
    r"could) (?:be )?(?:in )?breach(?:es|ed|ing)?(?: of)?|"
    r"contraven\w+) (?:sections? \d+(?:(?:,| and) \d+)* of )?the equality act\b|"
    r"(?:likely|found|held|accepted|appears?|considered) (?:that [^.;]{0,60} )?to be "
    rf"(?:found |held |ruled )?(?:discriminatory\b|unlawful\b(?=[^.;]*\b{_OF_PEOPLE}\b))|"
    r"(?:challenged|struck down|attacked) as (?:being )?(?:unlawfully )?discriminat\w+)",
    re.IGNORECASE,
)
"""Said without the word: treated worse and not justified, contrary to the Act, open to "
"challenge."""
_ONLY_NAMED = re.compile(
    r"\b(?:what|whether|if|anything|whatever|who|how|tells?|explains?|forbids?|was|were)\b",
    re.IGNORECASE,
)
_NOT_ADMITTED = re.compile(
    r"\b(?:no|not|none|nothing|nobody|never|nor|neither|without|eliminat\w+|prevent\w*|tackl\w+|"
    r"avoid\w*|prohibit\w*|reduc\w+|address\w*|challeng\w+|remov\w+|end(?:s|ing)?|free from|"
    r"due regard|protect\w*|unlikely|cannot|duty|train\w*|aware\w*|understand\w*|guidance|"
    r"e-?learning|courses?|recognis\w+|(?:kinds?|types?|definitions?|examples?) of|law|lawful|"
    r"justified|ruled out|combat\w*)\b|n['’]t\b|\bunlawful (?:for [\w ]{1,40} )?to\b",
    re.IGNORECASE,
)
_NONE_IS_DONE = re.compile(
    r"\A\W*(?:no(?:ne|thing)?|nil|n/?a)\s*[:;,.–—-]+\s+(?=(?:we|it is|the council|officers|this) "
    r"(?:accept|admit|acknowledg|conced|know|agree|is\b(?! (?:no|not|lawful)\b)))",
    re.IGNORECASE,
)
"""An answer that nothing is done, before what is admitted: "None: we accept that this is …"."""
_LEGAL_ADVICE = re.compile(r"\b(?:legal|counsel|solicitor)\b[^.;]{0,120}?\badvi[cs]e|"
r"\badvice\b[^.;]{0,120}?\blegal\b",
                           re.IGNORECASE)  # fmt: skip
_TO_COME = re.compile(
    r"\b(?:await\w*|still|pending|sought|requested|to be|will be|not yet|outstanding)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b\d{1,2}\s+[A-Z][a-z]{2,8}\s+\d{4}|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
_UNASKED = re.compile(
    r"\b(?:legal(?: services| team| advice)?\b[^.;]{0,30}?\b(?:not|"
    r"never)\b[^.;]{0,12}?\b(?:consulted|asked|sought|taken|obtained|involved)\b|"
    r"(?:solicitors?|counsel|legal (?:services|team|officers?)) (?:has|have) (?:still )?not "
    r"(?:yet )?been (?:consulted|asked|instructed)\b|(?:legal )?advice (?:will|"
    r"is to) be (?:sought|taken) (?:only )?after (?:the )?(?:meeting|decision|approval|"
    r"committee)\b|no legal advice\b|without legal advice\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:is there|are there|does|could|whether|if)\b[^.]*discriminat|"
    r"\bdiscriminat[^.;]{0,60}[?:]+ *(?:no|none|nil|n/?a|[-–—])?\W*$",
    re.IGNORECASE,
)


@check(
    "E37",
    "STOP",
    "Unlawful discrimination that an answer admits in words has its legal advice.",
    f"{_2010}; the form: “you must stop and seek legal advice”",
)
def admitted_in_words(paper: Paper) -> Iterator[Found]:
    """E37: words of an assessment, or of the report, that admit unlawful discrimination.

    Legal advice with its day answers it. Where the form's own rule of it speaks, this does not.
    """
    advised = _is_advised(paper)
    for place, sentences in _all_sentences(paper):
        for sentence in sentences:
            admitted = _admitted(sentence)
            if admitted and not advised:
                said = (
                    f"“{admitted[0]}” is said here, and no legal advice with its day: stop and "
                    "seek it before the paper goes out."
                )
                yield Found(place, said, (sentence,))
                break
            if unasked := _UNASKED.search(sentence):
                said = f"“{unasked[0]}”: is legal advice not needed before the decision?"
                yield Found(place, said, (sentence,), "ASK", about="advice")
                break


def _admitted(sentence: str) -> re.Match[str] | None:
    """Return the words that admit it, if the others of the sentence neither deny nor prevent it."""
    sentence = _NONE_IS_DONE.sub("", sentence)
    if found := _ADMITS.search(sentence):
        return None if _NOT_ADMITTED.search(sentence) else found
    found = _ADMITS_IN_SUBSTANCE.search(sentence)
    rest = f"{sentence[: found.start()]} {sentence[found.end() :]}" if found else ""
    is_told = _NOT_ADMITTED.search(rest) or _ONLY_NAMED.search(rest)
    return None if found is None or is_told else found


def _is_advised(paper: Paper) -> bool:
    sentences = (one for _, those in _all_sentences(paper) for one in those)
    return any(
        _LEGAL_ADVICE.search(one) and _DATED.search(one) and not _TO_COME.search(one)
        for one in sentences
    )


@once_for_each_paper
def _all_sentences(paper: Paper) -> tuple[tuple[Place, tuple[str, ...]], ...]:
    """Return the sentences in which something may be admitted, by the place of each text."""
    said = _all_words(paper)
    return tuple((place, sentences_in(text, at_clauses=True)) for place, text in said)


def _all_words(paper: Paper) -> Iterator[tuple[Place, str]]:
    plan = paper.plan
    for assessment in plan.assessments:
        form = paper.forms.get(assessment.form)
        if form is None or _is_ruled(paper, assessment.id, form.id):
            continue
        for question, answer in plan.answers_of(assessment.id).items():
            if answer.text:
                place = assessment_place(plan, assessment.id, form, question)
                yield place, " ".join(answer.text.split())
    for words in report_words(paper):
        yield passage_place(plan, words.passage), words.text
    for appendix in plan.appendices:
        if appendix.kind == "text" and SCREENED.search(named_as(appendix)):
            place = appendix_place(plan, appendix.id)
            lines = map(_answer_in, answered_lines(appendix.text))
            yield from ((place, line) for line in lines if _is_said(line))


def _answer_in(line: str) -> str:
    """Return what a line says; a bare Yes to a question of discrimination admits what it asks."""
    asked, answer = question_and_answer(line)
    admitted = _ADMITS.search(asked) if answer[:3].lower() == "yes" else None
    return admitted[0] if admitted else answer


def _is_said(line: str) -> bool:
    """Return whether a line of an appended form says something: it asks nothing, denies nothing."""
    return bool(line.strip()) and not _ASKS.search(line)


def _is_ruled(paper: Paper, assessment_id: str, form_id: str) -> bool:
    """Return whether a tick in the form has brought in a rule of it that no reason answers."""
    form, answers = paper.forms[form_id], paper.plan.answers_of(assessment_id)
    ticks = {(question, box) for question, answer in answers.items() for box in answer.ticks}
    return any(
        condition[0] == "ticked" and (condition[1], condition[2]) in ticks
        for rule in form.rules
        if rule.final
        for condition in rule.when
    )


ADMITTED_CHECKS: tuple[Check, ...] = (admitted_in_words,)
