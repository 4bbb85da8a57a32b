"""What an officer's words say: dates, timescales, pages, statuses, notes, answers."""
