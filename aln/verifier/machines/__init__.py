"""Machines: what holds at every tick of every run, and the runs that show otherwise.

Takes obligations about one machine; gives verdicts with certificates. Never: an answer that depends on the time it took.
"""
