"""The commands of the command line, one module each, imported when used; a module's `command` is the
click command.
"""
