"""Characters cleaned, lines broken, things counted in words."""
