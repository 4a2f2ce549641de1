"""The built pages on paper: documents in PDF that are set the same everywhere and read aloud as well."""
