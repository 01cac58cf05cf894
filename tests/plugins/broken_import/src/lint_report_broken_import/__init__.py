"""A plugin whose import fails, as one does that was written for a library that has gone."""

import a_library_that_is_not_there  # noqa: F401
