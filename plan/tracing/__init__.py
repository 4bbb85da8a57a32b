"""From a page of the inspection report to an indicator to an action, and back."""
