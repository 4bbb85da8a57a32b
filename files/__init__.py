"""Opening files for reading, for store, importers and exporters."""
