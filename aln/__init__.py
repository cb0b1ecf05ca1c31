"""ALN: a small language in which medical-device rules are written, proved safe, and compiled.

Text comes in at the front (`syntax`), flows one way through `checker`, `lower` and `core`, and leaves as
proofs (`verifier`), constraints and guards (`backends`) and evidence. `pipeline` shows the whole compiler.
"""

__version__ = "0.1.0"
