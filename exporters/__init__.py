"""Writing a plan as files for other programs: Word and calendars."""
