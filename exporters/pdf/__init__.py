"""PDFs of the Word files, made by an office program where one is installed."""
