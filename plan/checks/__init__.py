"""Checks report, plan and form like a second pair of eyes: each rule is one pure function."""
