"""The `onrecord` command."""

__all__: list[str] = []
