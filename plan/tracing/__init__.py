"""Traces pages of the inspection report to indicators and actions, and back."""
