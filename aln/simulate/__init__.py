"""Recorded and made-up signals run through a machine, and what is drawn of them.

Takes: core machines, recordings as lines or open files, verdicts. Gives: what every tick showed, judged by the
evaluator and compared with the emitted step; recordings made from a seed; drawings as SVG text. Never: opens a file,
reads a clock, proves anything, or holds more of a recording than a fixed amount.
"""
