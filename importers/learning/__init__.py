"""Drafts a council's format and forms from one of its papers, and asks what that cannot show."""
