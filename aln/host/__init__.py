"""The world outside: files, the project file, processes and the clock.

Takes paths, and obligations to be answered; gives bytes, and verdicts with the time they took. Every fault is an
`AlnError` with a place and a way out. Never judges what it carries, and never leaves a half-written file or a
running process behind.
"""
