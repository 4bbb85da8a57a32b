"""Sets a template in another size: everything grows or shrinks with its usual text.

So do headings, the cells of tables, headers and footers, the stops of tabs, indents and the space
between paragraphs. In large print nothing is smaller than the usual text.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from exporters.word.measures import measures_of
from exporters.word.package import STYLES_PART, parts_of, zipped
from exporters.word.styles import STYLE_OF
from exporters.word.word_template import WordTemplate
from plan.papers.choices import LARGE_PRINT

_SCALED = re.compile(r"word/(?:styles|numbering|document|header\d*|footer\d*)\.xml")
_SIZE = re.compile(rb'(<w:(?:sz|szCs) w:val=")(\d+)(")')
_INDENT = re.compile(rb"<w:ind [^>]*>")
_SPACING = re.compile(rb"<w:spacing [^>]*>")
_TAB = re.compile(rb'<w:tab [^>]*w:val="(?:left|start|num)"[^>]*>')
_LENGTH = re.compile(
    rb'(w:(?:left|right|hanging|firstLine|start|end|before|after|pos)=")(-?\d+)(")'
)
_EXACT_LINE = re.compile(rb'(w:line=")(\d+)(")')
_UNSEEN = 8
"""Half points: what is so small is not to be read, such as the end of a section."""
_DEFAULTS = re.compile(rb"<w:rPrDefault>.*?</w:rPrDefault>", re.DOTALL)


def with_plan_size(template: WordTemplate, points: float | None) -> WordTemplate:
    """Return a template with the text of the plan's tables in a size, unless it has its own."""
    if points is None or not template.takes_plan_size:
        return template
    parts = parts_of(template.package)
    style_id = template.styles.get(STYLE_OF["plan-cell"], STYLE_OF["plan-cell"])
    style = re.compile(rb'<w:style [^>]*w:styleId="%s".*?</w:style>' % style_id.encode(), re.DOTALL)
    size = round(points * 2)

    def sized(match: re.Match[bytes]) -> bytes:
        return _SIZE.sub(lambda one: b"%s%d%s" % (one[1], size, one[3]), match[0])

    parts[STYLES_PART] = style.sub(sized, parts[STYLES_PART], count=1)
    return replace(template, package=zipped(parts))


def in_size(template: WordTemplate, size: float | None) -> WordTemplate:
    """Return a template with its usual text in a size, in points; None leaves it as it is."""
    if size is None:
        return template
    parts = parts_of(template.package)
    factor = size / measures_of(parts, template.styles).points("body")
    return replace(template, package=zipped(_in_size(parts, size, factor)), scale=factor)


def _in_size(parts: Mapping[str, bytes], size: float, factor: float) -> dict[str, bytes]:
    least = round(size * 2) if size >= LARGE_PRINT else 0
    made = {
        name: _scaled(part, factor, least) if _SCALED.fullmatch(name) else part
        for name, part in parts.items()
    }
    if not _SIZE.search(b"".join(_DEFAULTS.findall(parts[STYLES_PART]))):
        made[STYLES_PART] = _with_default(made[STYLES_PART], max(round(20 * factor), least))
    return made


def lengthened(xml: str, factor: float) -> str:
    """Return XML with its indents `factor` times as wide."""
    return _scaled(xml.encode(), factor, 0).decode()


def _scaled(part: bytes, factor: float, least: int) -> bytes:
    def sized(match: re.Match[bytes]) -> bytes:
        old = int(match[2])
        new = old if old <= _UNSEEN else max(round(old * factor), least)
        return b"%s%d%s" % (match[1], new, match[3])

    part = _SIZE.sub(sized, part)
    for pattern in (_INDENT, _SPACING, _TAB):
        part = pattern.sub(_lengths_by(factor), part)
    return part


def _lengths_by(factor: float) -> Callable[[re.Match[bytes]], bytes]:
    def scaled(match: re.Match[bytes]) -> bytes:
        return b"%s%d%s" % (match[1], round(int(match[2]) * factor), match[3])

    def lengths(match: re.Match[bytes]) -> bytes:
        element = _LENGTH.sub(scaled, match[0])
        is_high = b"lineRule" in element and b'"auto"' not in element
        if is_high and (line := _EXACT_LINE.search(element)) and int(line[2]) > _UNSEEN * 10:
            element = _EXACT_LINE.sub(scaled, element)
        return element

    return lengths


def _with_default(styles: bytes, half_points: int) -> bytes:
    """Return styles whose default has a size, which it did not have."""
    size = b'<w:sz w:val="%d"/><w:szCs w:val="%d"/>' % (half_points, half_points)
    defaults = _DEFAULTS.search(styles)
    if defaults is None:
        return styles
    head, end, tail = defaults[0].partition(b"<w:lang")
    if not end:
        head, end, tail = defaults[0].partition(b"</w:rPr>")
    if not end:
        return styles
    whole = head + size + end + tail
    return styles[: defaults.start()] + whole + styles[defaults.end() :]
