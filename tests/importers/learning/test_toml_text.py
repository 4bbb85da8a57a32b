"""A format that is written as TOML is read back as it was, whatever its words."""

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from importers.learning.toml_text import toml_text
from plan.council.format import form_named, format_named, parsed_form, parsed_format

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), include_characters="\t\n\\\"'"),
    max_size=30,
)
PLAIN = st.one_of(WORDS, st.booleans(), st.integers(-999, 999), st.lists(WORDS, max_size=4))
KEYS = st.from_regex(r"[a-z_]{1,12}", fullmatch=True)
TABLES = st.dictionaries(KEYS, PLAIN, min_size=1, max_size=5)


@given(st.dictionaries(KEYS, st.one_of(PLAIN, TABLES, st.lists(TABLES, min_size=1, max_size=3))))
def test_any_tables_come_back(values: dict[str, Any]) -> None:
    assert tomllib.loads(toml_text(values)) == values


def test_the_packaged_files_come_back() -> None:
    council = format_named("dundee-2016")
    text = toml_text(council.model_dump(exclude_defaults=True))
    assert parsed_format(text, "x") == council
    form = form_named("dundee-eqia-2016")
    assert parsed_form(toml_text(form.model_dump(exclude_defaults=True)), "x") == form
