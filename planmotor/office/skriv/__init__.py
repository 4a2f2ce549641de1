"""What the Word and Excel files that we write have in common."""
