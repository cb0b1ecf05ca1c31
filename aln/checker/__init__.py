"""Tree → checked tree.

Takes: a syntax tree. Gives: its declarations resolved (`model`), the type of every expression (`types`), and the
findings of the rule book (`rules`) as diagnostics. Never: reads files, loads a solver, changes the tree.
"""
