"""A change: applied, undone, merged; and the edits that make one."""
