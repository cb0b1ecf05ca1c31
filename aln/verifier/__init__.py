"""Obligations → verdicts.

Takes: core formulas, guards and machines as `Obligation`s. Gives: one `Verdict` each: proved with a certificate,
refuted with a counterexample that the evaluator replayed, or unknown with the reason. Never: a bool; never reads
files or starts processes; z3 and cvc5 are imported inside functions, when a proof is asked for.
"""
