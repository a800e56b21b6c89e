"""The rules that need code: one module a family, one function a rule, named like it, from a release to hits."""
