"""Ratios measured in one run: printed as a table, written as JSON, never asserted."""
