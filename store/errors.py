"""What can go wrong with a plan file, in sentences for the officer."""


class StoreError(Exception):
    """Something about a plan file; the message says what, what is safe and what to do."""


class DamagedPlanError(StoreError):
    """The file is no readable plan any more. It is left exactly as it is."""


class NotAPlanError(StoreError):
    """The file is something else than a plan."""


class PlanExistsError(StoreError):
    """A plan of that name is there already."""


class HistoryError(StoreError):
    """The history of a plan is there and cannot be read to its beginning."""


class ChangedOutsideError(StoreError):
    """The file is not as it was read or written last: another program has changed it."""


class CannotBringTogetherError(StoreError):
    """What another program has put in the file's place cannot be brought together with the plan."""


class NotSavedError(StoreError):
    """The change could not be written. The last saved state is untouched."""


class PlanBusyError(NotSavedError):
    """Somebody else is writing a plan of that name."""


class DiskRefusedError(NotSavedError):
    """The disk refused a change, which may be tried again as it is."""
