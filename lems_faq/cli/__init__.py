"""The command `lems`: one subcommand a file."""
