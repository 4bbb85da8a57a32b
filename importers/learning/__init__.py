"""Drafts a council's format and its forms from one of its papers, and asks what that cannot show."""
