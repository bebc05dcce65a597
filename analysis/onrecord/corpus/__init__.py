"""A run over a corpus: piece by piece, on one core or many, into a store that grows."""

__all__: list[str] = []  # `onrecord.analyse` and the command are its doors
