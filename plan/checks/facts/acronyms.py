"""Whether an acronym stands somewhere in full: "Adult Protection Committee" for APC."""

import re

from plan.reading.atoms import word_set
from plan.text.remembered import remembered

CAPITAL_WORDS = word_set(
    "NOT MUST ALL AND OUR ANY NEW ONLY YES NEVER EVERY BEFORE AFTER EACH BOTH WILL SHOULD CANNOT "
    "NONE DRAFT NOTE FOR THE OK AM PM TBC TBA TBD"
)
"""Words that stand in capitals, and are short for no name."""
WELL_KNOWN = CAPITAL_WORDS | word_set(
    "NHS UK EU USA UN IT ICT HR PR AI CCTV PDF FAQ FAQS BBC TV ID GP GPS PIN SMS USB VAT VPN URL "
    "UNICEF UNESCO WHO MP MPS MSP MSPS QC KC BSL ESOL DVD PC CEO HQ GIS SMART PEST SWOT "
    "RAG BRAG KPI KPIS COVID GDPR UKGDPR DPIA FOI FOISA PSED EQIA EIA IIA CRWIA ICIA SEA FSD UNCRC "
    "ECHR HMIE HMI HMICS HIS SSSC GTCS GTC SQA COSLA SOLACE ADES CIPFA CELCIS IRISS SCRA SDS SIMD "
    "SHANARRI ASN ASL ASP ELC CFE HGIOS HGIOELC HGIOCLD NIF SQR SIP PEF SAC CLD ECS AHP "
    "AHPS "
    "CAMHS HSCP HSCPS IJB IJBS CPP CPPS LOIP CPC APC ADP ADPS CSWO MAPPA MHO COG NES PVG SVQ "
    "HNC HND "
    "LGBT LGBTI LGBTQ BME BAME PHS NRS ONS ALEO ALEOS RSL RSLS SHR SHQS EESSH HMO HMOS RRTP SSHA "
    "CCF TUPE STEM CPD INSET EAL UNISON GMB EIS RNIB RNID SSPCA RSPB SEPA SSE VE NEET CSE CSA FGM "
    "HMP SPS SFRS SNH CPO DSM CIPD IEP CSP ISO SLA SLAS GDP PPE AGM SEN BACS MS A&E "
    "Q&A R&D L&D T&C LED EV EVS HGV DWP HMRC HSE SCQF EPC EPCS LDP LHS SHIP TSI TSIS CVS CAB "
    "DBS UHI RME MOT "
    "DIY ATM PV CO KWH MWH ROI PHD LEAN PREVENT SCVO SEEMIS CRM HT HTS DHT DHTS PT PTS "
)
"""What everybody in a council knows, its officers and its councillors: asked about nowhere.

Those of `GROUPS_AND_POSTS` are tied where they lead an action: P6.
"""

GROUPS_AND_POSTS = word_set(
    "ADP ADPS APC CPC CPP CPPS COG CSWO MAPPA MHO CPO TSI TSIS ALEO ALEOS RSL RSLS"
)
"""Those of them that stand for groups, posts and bodies, and so for who leads an action."""

_SMALL = r"(?:and|&|of|for|the|in|on|to|with)"
_CAPITAL = r"[A-Z][\w'’]*+(?:-[A-Z]\w*+)*+"
_FULL = re.compile(rf"(?<![\w-]){_CAPITAL}(?: (?:{_SMALL} ){{0,2}}{_CAPITAL}){{1,8}}")
"""A name of several words with capitals: "Adult Support and Protection"."""

_NAME = r"(?P<name>[A-Z][A-Z&]{0,9})s?"
"""The length is limited, because an unlimited run would be read again from each letter."""
_NAMED = rf"[“”\"'‘’]?{_NAME}\b"
_TIED = (
    (re.compile(rf"\w\s*\((?:(?:the|or|hereafter) )?{_NAMED}[“”\"'‘’]?\)"), ("(",)),
    (re.compile(rf"\b{_NAME}(?=\s*\(\w{{4}})"), ("(",)),
    (
        re.compile(
            rf"\b(?:known|referred to|abbreviated) (?:\w+ ){{0,2}}?(?:as|to) (?:the )?{_NAMED}"
        ),
        ("known ", "referred to ", "abbreviated "),
    ),
    (re.compile(rf"(?<=\w), (?:or|the) (?:the )?{_NAMED}(?=[,.;)])"), (", or ", ", the ")),
)
"""An acronym beside its full form: in brackets before or after, "known as the CPC", "or CPC".

Each with letters of which some stand wherever it matches: without them we do not look.
"""
_TIED_ELSEWHERE = tuple(hint for _, hints in _TIED for hint in hints if hint != "(")
_NONE: frozenset[str] = frozenset()


@remembered
def tied_in(text: str) -> frozenset[str]:
    """Return the acronyms that a text ties to a full name beside them."""
    if "(" not in text and not any(map(text.__contains__, _TIED_ELSEWHERE)):
        return _NONE
    patterns = [tied for tied, hints in _TIED for hint in hints if hint in text]
    return frozenset([found["name"] for tied in patterns for found in tied.finditer(text)])


@remembered
def initials_of(text: str) -> str:
    """Return the initials of the names in a text, with and without their small words.

    "Adult Support and Protection" gives " ASP ASAP"; a name of one word has none.
    "The" at its beginning may belong to it.
    """
    found = []
    for name in _FULL.findall(text):
        words = name.replace("-", " ").split()
        for said in (words, words[1:]) if words[0] == "The" else (words,):
            found.append("".join(word[0] for word in said if word[0].isupper()))
            found.append("".join(word[0].upper() for word in said))
    return "".join(f" {one}" for one in dict.fromkeys(found))


def is_written_out(name: str, text: str) -> bool:
    """Return whether a text has the full name that an acronym stands for."""
    if name[:1] not in text or text.isalnum():  # one word is no full name
        return False
    letters = iter([word[0] for word in text.replace("-", " ").split()])
    return all(one in letters for one in name if one.isalpha()) and name in initials_of(text)


def full_name_in(name: str, text: str) -> str:
    """Return the full name that a text gives an acronym in brackets, or beside its brackets.

    "The Child Protection Committee (CPC)" gives "Child Protection Committee"; so does "CPC (Child
    Protection Committee)". Empty where it gives none.
    """
    if name not in text:
        return ""
    sign = re.escape(name)
    for found in re.finditer(rf"\([\"'“‘]?(?:the )?{sign}s?[\"'”’]?\)", text):
        words = text[: found.start()].split()[-_LONGEST_NAME:]
        for first in reversed(range(len(words))):
            said = " ".join(words[first:])
            if words[first][:1] == name[:1] and is_written_out(name, said):
                return said
    beside = re.search(rf"\b{sign}s?\s*\((?P<said>[^()]{{4,120}})\)", text)
    said = " ".join(beside["said"].split()) if beside else ""
    return said if said and is_written_out(name, said) else ""


_LONGEST_NAME = 12
"""Most words of a full name, its small words among them."""


def is_short_for_words_in(name: str, text: str) -> bool:
    """Return whether words of a text have an acronym's letters: "Balanced Scorecards" for BSC.

    Each further letter begins the next word, with its capital, or stands in the word before.
    """
    first, others = name[0], name[1:]
    later = "".join(rf"\w*(?:[ -]{re.escape(one)}|{re.escape(one.lower())})" for one in others)
    said = re.search(rf"\b{re.escape(first)}{later}\w*", text)
    return said is not None and " " in said[0]
