"""The rules of the plan and its actions."""
