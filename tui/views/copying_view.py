"""The base of the views in which words are copied: they stay for other plans and the next start."""

from contextlib import suppress

from store.copied import Copied, keep_copied, load_copied
from tui.views.fields_view import FieldsView


class CopyingView(FieldsView):
    """A view whose texts are copied and pasted."""

    def copy_words(self, words: str) -> None:
        """Put words on the clipboard, and keep them; where the disk refuses, until the end."""
        self.app.copy_to_clipboard(words)
        with suppress(OSError):
            keep_copied(Copied(plan_id=self.session.plan_id, words=words))

    @property
    def words_copied(self) -> str:
        """The words that were copied last, here or before the last start; empty if none were."""
        copied = None if self.app.clipboard else load_copied()
        return copied.words if copied is not None else self.app.clipboard
