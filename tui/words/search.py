"""What the officer looks for: the words wanted, and the plans that are searched for them."""

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desk.finding_words import FoundInPlan, SearchedPlan, searched, searched_desk
from plan.text.word_search import Wanted

if TYPE_CHECKING:
    from desk.session import PlanSession


@dataclass
class Search:
    """What was looked for last, the words of the plans, and where the officer is in what is found.

    `others` are the other plans of the desk, None until all plans are asked for.
    """

    wanted: Wanted = Wanted("")  # noqa: RUF009 - it is never changed, only replaced
    new: str = ""
    is_of_desk: bool = False
    open_plan: SearchedPlan | None = None
    others: tuple[SearchedPlan, ...] | None = None
    problems: tuple[str, ...] = ()
    at: FoundInPlan | None = None
    _others_of: "PlanSession | None" = field(default=None, repr=False)

    @property
    def plans(self) -> tuple[SearchedPlan, ...]:
        """The plans that are searched, the open one first."""
        first = (self.open_plan,) if self.open_plan is not None else ()
        return (*first, *((self.others or ()) if self.is_of_desk else ()))

    def is_ready(self, session: "PlanSession") -> bool:
        """Return whether the words of every plan are known as they are now."""
        is_open = self.open_plan is not None and self.open_plan.words.plan is session.plan
        return is_open and (not self.is_of_desk or self._others_of is session)

    async def get_ready(self, session: "PlanSession") -> None:
        """Read the words of the plans on a thread, if they are not known. Raises FormatError."""
        plan, council = session.plan, session.council
        if self.open_plan is None or self.open_plan.words.plan is not plan:
            self.open_plan = await asyncio.to_thread(searched, plan, council, session.name)
        if self.is_of_desk and self._others_of is not session:
            self.others, self.problems = await asyncio.to_thread(searched_desk, session.path)
            self._others_of = session

    def forget_desk(self) -> None:
        """Read the other plans again when they are asked for next: they may have changed."""
        self.others, self._others_of = None, None
