"""Reply forms: what they say, and Word, Excel and HTML to write it in."""
