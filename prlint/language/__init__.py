"""The machinery that reads: folded text, linear-time patterns, terms, parse tables. It knows nothing of releases."""
