"""A second pair of eyes over report, plan and form: one rule, one function, of values only."""
