"""Checked tree → core: one file per construct. Missing values and units end here.

Takes: a `CheckedModule` without errors. Gives: a `CoreModule` of guards, claims, machines and examples.
Never: reports what the checker should have; what core cannot carry yet is `Unsupported`, with a place.
"""
