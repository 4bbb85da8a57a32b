"""Whether there is a British dictionary here: without one, tests of spelling are skipped."""

from importlib.util import find_spec

import pytest

from store.dictionary import dictionary_folders

HAS_DICTIONARY = find_spec("hunspell") is not None and any(dictionary_folders())
needs_dictionary = pytest.mark.skipif(
    not HAS_DICTIONARY, reason="there is no British dictionary here: the extra “spelling” has one"
)
