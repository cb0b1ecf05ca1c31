"""The small intermediate language everything rests on, on the ground floor of the house.

Takes: smart-constructor calls (`build`). Gives: typed, two-valued, total expressions (`ir`), guards and machines
(`model`), their meaning (`evaluate`), a canonical text and hash (`show`), and the meaning of text (`text`).
Never: reads files, knows a solver, a target language or the surface syntax.

Missing values are gone before core: lowering computes *is true* once (strong Kleene), so an expression here has
exactly one value in every environment. Every number is a scaled integer with an inferred range.
"""
