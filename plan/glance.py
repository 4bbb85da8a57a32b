"""The words of canonical Markdown at a glance: on one line, without reading it as a document.

For lists of many rows, where parsing every text would cost more than it shows.
"""

import re

_BULLET = re.compile(r"^[^\S\n]*- ", re.MULTILINE)
_MARK = re.compile(r"\\([\\*_.)+-])|\*+")


def glance(markdown: str) -> str:
    """Return the words of canonical Markdown on one line, without marks and bullets."""
    if "*" in markdown or "\\" in markdown or "- " in markdown:
        markdown = _MARK.sub(lambda match: match[1] or "", _BULLET.sub("", markdown))
    return " ".join(markdown.split())
