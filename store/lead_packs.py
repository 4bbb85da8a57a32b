"""When forms were last sent to the leads of a plan, and to whom: kept on this laptop."""

import contextlib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from files.ordinary import content_of
from store.places import state_folder
from store.safe_file import make_folder, write_safely

_LARGEST = 1024 * 1024
_MOST_PLANS = 200


class Sent(BaseModel):
    """To which leads forms of a plan were written, and on which day (ISO 8601)."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    day: str = ""
    leads: tuple[str, ...] = ()


class _SentForms(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    plans: dict[str, Sent] = {}


def sent_of(plan_id: str) -> Sent:
    """Return when forms of a plan were last written; blank where they never were here."""
    return _load().plans.get(plan_id, Sent())


def keep_sent(plan_id: str, sent: Sent) -> None:
    """Remember to whom forms were written; a disk that refuses is let be."""
    kept = dict(_load().plans)
    kept.pop(plan_id, None)
    kept[plan_id] = sent
    forms = _SentForms(plans=dict(list(kept.items())[-_MOST_PLANS:]))
    with contextlib.suppress(OSError):
        make_folder(_path().parent)
        write_safely(_path(), forms.model_dump_json().encode())


def _load() -> _SentForms:
    try:
        return _SentForms.model_validate_json(content_of(_path(), _LARGEST))
    except (OSError, ValidationError):
        return _SentForms()


def _path() -> Path:
    return state_folder() / "lead_packs.json"
