"""The language server: findings while an author types, in any editor that speaks the Language Server Protocol.

It knows nothing of the command line: what it needs of files and configurations it is given (see `desk.py`). Nothing here is
imported unless `prlint server` runs, for the protocol takes longer to import than a release to check.
"""
