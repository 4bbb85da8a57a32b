"""A school, a nursery class or a base that ends, joins another or goes elsewhere, in any build.

What is read is what it is of and where it goes: a school, its classes or its pupils, and another
place, or no place at all. That children go on to the next stage each year moves no school.
"""

import re

from plan.text.patterns import pattern_with, signs_of
from plan.text.remembered import remembered
from plan.text.signs import Signs

_NAME = r"(?:St\.? )?(?-i:[A-Z])[\w’'.-]{1,30}(?: (?-i:[A-Z])[\w’'-]{1,30}){0,3}?"
_OF_NAME = (
    rf"(?: (?:in|at|of|from|for|now at) (?:the )?{_NAME}(?: (?:School|Primary|Academy|High))?)?"
)
_CLASS = (
    r"(?:nurser(?:y|ies)(?: (?:class(?:es)?|provision|sessions?|school))?|"
    r"early learning(?: and childcare)?(?: provision)?|(?:enhanced|additional|language|"
    r"communication|Gaelic(?: medium)?)[\w -]{0,20}? (?:provision|unit|base|"
    r"class(?:es)?)(?: base)?|(?:primary|secondary) (?:education|provision|classes))"
)
_A_SCHOOL = (
    rf"(?:{_NAME} (?:School|Primary|Academy|Nursery|High)(?: School)?|(?:the |both |two |three )"
    r"(?:[\w-]{1,30} )?(?:schools?|primar(?:y|ies)|academ(?:y|ies)|denominational \w+)|education "
    rf"at {_NAME}(?: (?:School|Primary|Academy))?)"
)
_WILL = r"(?:(?:will|shall|is|are|to|be|then|now|due|planned|proposed) ){0,4}"
_THERE = (
    rf"(?:the )?(?:new |neighbouring |present |former )?(?:{_NAME} (?:School|Primary|Academy|"
    r"Nursery|High|Campus|Centre|Hub|Site|site|campus|centre|hub)|(?:new )?(?:\w{1,30} )?(?:campus|"
    r"building|site|hub))"
)
_OF_SCHOOLS = (
    "nurser learning provision unit base class secondary school primar academ high. denominational "
    "education"
)
_OF_PUPILS = "pupil children learner year p1 p2 p3 p4 p5 p6 p7 s1 s2 s3 s4 s5 s6 s7"
_ENDS = pattern_with(
    rf"\b(?:{_CLASS}{_OF_NAME} {_WILL}(?:ceases?|ends?|withdrawn|discontinued|stops?|wound (?:down|"
    rf"up)|lost)\b|the school(?: (?:at|in) {_NAME})? {_WILL}(?:wind down|close for good|not "
    rf"re-?open(?! (?:its|the|an?)\b))|{_A_SCHOOL}{_OF_NAME} {_WILL}(?:wind down|"
    r"not re-?open(?! (?:its|the|an?)\b)|ceases? to "
    r"(?:take|teach|operate|exist)|be absorbed|absorbed)\b|"
    rf"shut (?:the )?{_NAME} (?:School|Primary|Academy|Nursery)\b)",
    re.IGNORECASE,
    signs=Signs(
        _OF_SCHOOLS,
        "cease clos end. ends. ended. withdrawn discontinued stop wound wind. reopen re. absorbed "
        "shut. lost.",
    ),
)
_GOES = pattern_with(
    rf"\b(?:(?:{_CLASS}|{_A_SCHOOL}|base|unit){_OF_NAME} {_WILL}(?:goes?|moves?|moved|transfers?|"
    rf"transferred|relocates?|relocated|hosted|housed|accommodated|absorbed)\b "
    rf"(?:from (?:the )?{_NAME}(?: (?:School|Primary|Academy|site|campus))? )?"
    rf"(?:(?:in)?to|at|by|in|on) {_THERE}|"
    rf"{_CLASS}{_OF_NAME} {_WILL}(?:delivered|provided|offered|based|run) (?:from|at|in|by) "
    rf"{_THERE}(?: [\w ]{{0,20}})? (?:instead|rather)\b|"
    rf"(?:move|transfer|relocate)s? (?:the )?(?:\w{{1,20}} )?{_CLASS} (?:of|at|from) "
    rf"{_NAME}(?: (?:School|Primary|Academy)(?: School)?)? (?:in)?to\b|"
    rf"(?:base|unit|class) (?:will|is to|shall) leave {_NAME})",
    re.IGNORECASE,
    signs=Signs(
        _OF_SCHOOLS,
        "go. goe move transfer relocate hosted housed accommodated absorbed instead rather leave.",
    ),
)
_PUPILS = (
    r"(?:pupils|children|learners|(?:the )?(?:three|two)[- ](?:and (?:three|"
    r"four)[- ])?(?:year[- ]olds)"
    r"|(?:the )?three- and four-year-olds|(?-i:[PS][1-7])(?: ?(?:to|and|[-–]) ?(?-i:[PS][1-7]))?)"
)
_PUPILS_GO = pattern_with(
    rf"\b(?:{_PUPILS} (?:who (?:now )?attend|of|from|at|now at|in) (?:the )?{_NAME}"
    rf"(?: (?:School|Primary|Academy|Nursery|nursery(?: class)?))? {_WILL}"
    r"(?:(?:transfer(?:red)?|moved?|go|taught|educated) (?:to|in|at|with) (?:the )?(?:(?:new )?"
    rf"(?:campus|building|site)|{_NAME})|attend {_NAME}(?=[.,;]| (?:School|Primary|Academy|Nursery|"
    rf"from|in|instead)\b|$))|transfer {_PUPILS} from {_NAME}(?: (?:School|Primary|"
    rf"Academy))?(?: nursery(?: class)?)? to\b|{_PUPILS} (?:will|"
    rf"shall) (?:in future )?be (?:taught|educated) (?:at|in) {_NAME}"
    r"(?=[.,;]| (?:from|in|instead)\b|$))",
    re.IGNORECASE,
    signs=Signs(_OF_PUPILS, "transfer moved move. go. taught educated attend"),
)
_JOINS = pattern_with(
    r"\b(?:(?:bring|join|combine|consolidate|merge|unite)s? (?:the )?(?:(?:two|three|both) "
    rf")?(?:{_CLASS}|{_A_SCHOOL}|schools|primaries)\b[^.;]{{0,60}}?\b(?:together (?:on|at|in|"
    r"under) [^.;]{0,30}?(?:site|campus|building|roof|school)|on one|in one|on (?:the|a) "
    r"(?:[\w’'-]{1,30} ){0,2}(?:site|campus)|into one|under one)\b|"
    rf"{_A_SCHOOL}[^.;]{{0,40}}? (?:become|form)s? one (?:school|nursery|campus)\b|"
    rf"(?:{_NAME} nursery|{_A_SCHOOL}) {_WILL}(?:joined (?:to|with)|merged with|absorbed by) "
    rf"{_NAME}|roll of {_NAME} (?:School|Primary|Academy) {_WILL}(?:absorbed|taken) (?:by|"
    r"into)\b|(?:school|primary|academy|secondary) (?:is|are|will)(?: to)? share a (?:new "
    r")?campus\b[^.;]*\b(?:given up|vacated|sold|closed)\b)",
    re.IGNORECASE,
    signs=Signs(
        f"{_OF_SCHOOLS} roll",
        "bring join combin consolidat merg unite become. becomes form. forms absorbed taken share.",
        "together one. site campus become form joined merged absorbed taken given vacated sold",
    ),
)
_OF_A_STAGE = re.compile(
    r"\b(?:(?:each|every) (?:year|summer|august|june|session)\b|end of P7\b|transitions?\b|"
    r"(?:sports day|for (?:swimming|sports?|lessons|art|music|science|languages|drama|"
    r"\w+work|a (?:day|week|visit))|swimming|farm|museum|zoo|theatre|gala|good friday|to (?:the|"
    r"an?) (?:new |school )?(?:mini)?bus|P7\b[^.;]{0,60}\b(?:Academy|High|secondary)|"
    r"after[- ]school|holiday|breakfast|lunch|data|dashboard|records?|registers?|milk|snacks?|"
    r"meals?|training|library|libraries|temporar\w+|while|until|during the (?:works|repair)|"
    r"refurbish\w*|coding|reading|maths|numeracy|literacy|pool|kitchen|use of|network|pilot|"
    r"visits?|trips?|secondment|exchange|concert|choir|"
    r"team|office|staff|waiting|lists?|forms?|menus?|budgets?|timetables?|learning communit\w+|"
    r"games|first aid)\b)",
    re.IGNORECASE,
)
"""Words by which it is another stage, a part of the day, or no school that goes."""


_MOVES = (_ENDS, _GOES, _PUPILS_GO, _JOINS)
MAY_BE_MOVED = Signs.of_any(*map(signs_of, _MOVES))


@remembered
def is_moved(text: str) -> bool:
    """Return whether a text tells that a school or a class of it ends, joins another or moves."""
    found = any(one.search(text) for one in _MOVES)
    return found and _OF_A_STAGE.search(text) is None
