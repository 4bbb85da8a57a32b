"""The papers of a plan as document blocks; Markdown, typed text and plain lines."""
