"""Reading an officer's Word files: first as blocks, then as plan, report and assessments."""
