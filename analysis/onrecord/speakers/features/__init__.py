"""What the ranker looks at: each feature a name and a number, those absent count 0."""

from onrecord.speakers.features.describe import describe_candidates

__all__ = ["describe_candidates"]
