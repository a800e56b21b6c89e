"""The names of the commands."""

# Each is a module of this package with a `command`, imported only when it is wanted.
COMMANDS = ("check", "fix", "facts", "rule", "rules", "waive", "baseline", "verify", "init", "config", "server", "completion")
