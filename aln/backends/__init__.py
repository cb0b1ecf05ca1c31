"""Core → target text, and back: each target is a printer and a reader for the exact subset that it prints.

Takes: core guards and machines. Gives: artefacts as text, and what reading them back means, in core again.
Never: imports anything earlier than core, knows a solver, writes a file. What a target cannot hold is
`Unsupported`; what a reader does not know is `Unreadable`: both fail closed.
"""
