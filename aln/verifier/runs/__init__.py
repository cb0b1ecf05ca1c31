"""Long runs, found by evaluation alone: inputs held or alternated, ticks that are alike left out, every run replayed."""
