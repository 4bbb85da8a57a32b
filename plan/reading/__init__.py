"""What an officer's words mean: dates, timescales, pages, statuses, notes, answers."""
