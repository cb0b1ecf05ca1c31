"""Text to tree, and tree to text.

Takes the text of one file; gives the syntax tree (`tree`) with every fault as a diagnostic, and the
canonical text of a tree. Never raises for bad input, never reads a file, never judges meaning: names,
types and units are the checker's. The grammar is `grammar/aln.lark`; the parse tables in `_tables` are
derived from it.
"""

from aln.syntax.format import format_expr, format_module
from aln.syntax.parse import decode, parse

__all__ = ["decode", "format_expr", "format_module", "parse"]
