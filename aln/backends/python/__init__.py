"""Core → Python 3.11, and back.

Takes: a core guard or machine, and a header. Gives: the text of one module that needs the standard library only,
typed and documented; and from such a text, by `ast` alone, the guard or machine that it means. Never: runs
what it reads, or reads what the printer does not emit.
"""
