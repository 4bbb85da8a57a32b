"""The council format and the form that only the tests use, and where a council puts its own."""

from pathlib import Path

from plan.council.form import Form
from plan.council.format import Format, parsed_form, parsed_format

_HERE = Path(__file__).parent
GLENSHIRE = "glenshire-2020"
GLENSHIRE_FORM = "glenshire-iia-2020"


def glenshire_source() -> str:
    """Return the TOML text of the second council's format."""
    return (_HERE / f"{GLENSHIRE}.toml").read_text(encoding="utf-8")


def glenshire_form_source() -> str:
    """Return the TOML text of the second council's form."""
    return (_HERE / f"{GLENSHIRE_FORM}.toml").read_text(encoding="utf-8")


def glenshire() -> Format:
    """Return the second council's format."""
    return parsed_format(glenshire_source(), f"{GLENSHIRE}.toml")


def glenshire_form(form_id: str = GLENSHIRE_FORM) -> Form:
    """Return the second council's form, which is the only one it has."""
    assert form_id == GLENSHIRE_FORM
    return parsed_form(glenshire_form_source(), f"{GLENSHIRE_FORM}.toml")


def form_with(*conditions: tuple[str, ...], **more: str) -> Form:
    """Return the second council's form with one rule, of these conditions."""
    source, _, _ = glenshire_form_source().partition("[[rules]]")
    when = str([list(condition) for condition in conditions])
    keys = {"id": '"T"', "severity": '"ASK"', "place": '"why"', "text": '"t"', "source": '"s"'}
    rule = "\n".join(f"{key} = {value}" for key, value in {**keys, **more}.items())
    return parsed_form(f"{source}\n[[rules]]\n{rule}\nwhen = {when}\n", "test.toml")


def put_glenshire_in(formats: Path) -> None:
    """Put the second council's format and form into a folder of formats, as that council would."""
    (formats / "forms").mkdir(parents=True, exist_ok=True)
    (formats / f"{GLENSHIRE}.toml").write_text(glenshire_source(), encoding="utf-8")
    form = formats / "forms" / f"{GLENSHIRE_FORM}.toml"
    form.write_text(glenshire_form_source(), encoding="utf-8")
