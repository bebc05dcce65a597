"""On Record: who said what about whom, in whose words, and how far to believe it."""
