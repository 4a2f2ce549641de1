"""Opens and reads the Word and Excel files of strangers, on the XML level."""
