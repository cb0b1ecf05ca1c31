"""The command line: one file per verb, no logic of its own.

Takes arguments; gives text, JSON and an exit code. Never decides what is proved or what is right.
"""
