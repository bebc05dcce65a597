"""People look at an analysis: statement by statement, and what they say is kept."""
