"""Files opened for reading; the one thing that store, importers and exporters share."""
