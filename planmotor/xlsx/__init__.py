"""Excel workbooks: what every form shares when it is written, and how a stranger's is read."""
