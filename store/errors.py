"""What can go wrong with a plan file, in sentences for the officer."""


class StoreError(Exception):
    """Something about a plan file; the message says what, what is safe and what to do."""


class DamagedPlanError(StoreError):
    """The file can no longer be read as a plan. It is left exactly as it is.

    `problem` is the message without the `way_out`, for who offers one on the spot.
    """

    def __init__(self, problem: str, way_out: str = "") -> None:
        super().__init__(f"{problem} {way_out}".rstrip())
        self.problem = problem


class NotAPlanError(StoreError):
    """The file is not a plan."""


class PlanExistsError(StoreError):
    """There is already a plan of that name."""


class HistoryError(StoreError):
    """The history of a plan is there and cannot be read to its beginning."""


class ChangedOutsideError(StoreError):
    """Another program has changed the file since it was read or written."""


class CannotMergeError(StoreError):
    """What another program has written in the file cannot be merged with the plan."""


class NotSavedError(StoreError):
    """The change could not be written. The last saved state is untouched."""


class PlanBusyError(NotSavedError):
    """Somebody else is writing a plan of that name."""


class DiskRefusedError(NotSavedError):
    """The disk refused a change, which may be tried again as it is."""
