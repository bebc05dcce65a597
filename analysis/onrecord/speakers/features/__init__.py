"""What the ranker looks at: each feature a name and a number, those absent count 0.

What comes from a set is noted in order of name: sums of fractions hang on their order, and a set
has another one in each process.
"""

from onrecord.speakers.features.describe import describe_candidates

__all__ = ["describe_candidates"]
