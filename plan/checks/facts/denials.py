"""How a paper says that there is nothing of a matter: one frame for whatever is named in it.

"Staffing: none", "no island dimension", "jobs are unchanged", "does not involve personal data" and
a form's question answered "No" are built alike, whatever they deny.
"""

import re

from plan.text.remembered import remembered

IT = (
    r"(?:implications?|issues?|impacts?|consequences?|effects?|requirements?|aspects?|dimensions?|"
    r"considerations?|bearing|relevance|concerns?)"
)
NONE = (
    r"(?:(?:there (?:are|is) )?(?:none|nil|n/?a|nobody|no(?! (?:longer|later|doubt|more|less|fewer|"
    r"one size))|not (?:\w+ )?(?:applicable|affected|relevant|required|needed|engaged)|neutral|"
    r"unaffected))\b"
)
_UNTOUCHED = (
    r"(?:affected(?! differently)|involved|touched|needed|required|necessary|disadvantaged|used|"
    r"shared|processed|held|changed|altered|lost|engaged|applicable|relevant|arise)"
)
NOT_ALL = re.compile(
    r"\b(?:other than|except|beyond|apart from|but|save|additional|further|direct(?:ly)?|at this "
    r"stage|existing|until|other|not yet)\b",
    re.IGNORECASE,
)
"""Words by which something is left: it is no denial."""


@remembered
def denial_of(named: str) -> re.Pattern[str]:
    """Return how a sentence, a row or an answer denies what a pattern names."""
    return re.compile(
        rf"\bno (?!other )(?:[\w-]+,? ){{0,4}}?{named}(?:,? [\w-]+){{0,3}}? "
        rf"(?:{IT}|(?:is|are|was|will be|would be) (?:\w+ ){{0,2}}?{_UNTOUCHED})\b|"
        rf"\bno (?:\w+ ){{0,2}}?{IT} (?:\w+ )?(?:on|for|upon|to|of) (?:[\w-]+ ){{0,3}}?{named}\b|"
        rf"\A\W*(?:[\d.]+\s*)?(?:\w+ )?{named}(?:(?: |, | & )"
        rf"(?!(?:was|were|is|are|has|have)\b)[\w/-]+){{0,4}}?\s*[-–—:|]\s*{NONE}|"
        rf"\b{named}\b[^.;?]{{0,80}}\?\W{{0,3}}{NONE}|"
        rf"\b{named}\b[^.;?]{{0,40}}? (?:is|are|does|do|will|would)(?: be)? (?:\w+ )?not (?:\w+ )?"
        rf"{_UNTOUCHED[:-1]}|apply)\b|"
        rf"\b{named}\b[^.;?]{{0,40}}? (?:is|are|will (?:be|remain)|remains?|stays?) (?:\w+ )?"
        r"(?:unchanged|unaffected|neutral|as (?:it is|they are|now))\b|"
        r"\b(?:does|do|will|would) not (?:\w+ ){0,2}?(?:give rise to|raise|have|affect|involve|"
        r"touch|change|alter|use|need|require|process|share|concern|bear on|treat)\b (?:any |the )?"
        rf"(?:\w+ ){{0,3}}?{named}\b|\bno (?:\w+ )?assessments? (?:of|for|on) [^.;]{{0,60}}?"
        rf"\b{named}\b[^.;]{{0,40}}? (?:is|was|are|were) (?:\w+ )?(?:required|needed|necessary|"
        r"made|carried out)\b",
        re.IGNORECASE,
    )


@remembered
def denies(sentence: str, named: str) -> bool:
    """Return whether a sentence denies all of what a pattern names."""
    return denial_of(named).search(sentence) is not None and not NOT_ALL.search(sentence)
