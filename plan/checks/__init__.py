"""Checks report, plan and form like a second pair of eyes: each rule is one pure function.

`facts` reads what the paper says; the rules that compare it lie in `report`, `actions` and `form`
by what they look at.
"""
