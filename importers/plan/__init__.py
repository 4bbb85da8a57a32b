"""Finding the aims and actions of a plan in the blocks of a Word file.

`assembling` goes through the paper and puts the plan together: the `cover`, the `aims` above the
tables and their levels (`aim_levels`), the tables themselves. `plan_outline` makes an outline of
it. `plan_tables` reads a table of actions below the headers that `table_headers` finds; `cards`,
`labels_in_cells` and `listed_actions` make one of labelled cells and of lines; `above_header` reads
what stands above one. What a heading says is told by `headings`:
by lists (the .toml files beside them), by the parts of the heading, and by `heading_kinds`, the
kinds of its words (`heading_nouns`, `meanings`). `columns` gives each column of a header its field,
`columns_by_cells` those that only their cells tell, and `unknown_columns` what the officer may be
asked. `plan_rows` reads the rows below, `cells`, `notes` and `actions` make values of them.
Colours: `colour_names` says what one is called, `colour_keys` what the paper's key says of it,
`status_colours` where one is a status. `several_leads` parts leads on one line.
"""
