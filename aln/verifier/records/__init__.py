"""Questions about records: does a formula hold of all, of some; what do rules decide; are two readings the same."""
