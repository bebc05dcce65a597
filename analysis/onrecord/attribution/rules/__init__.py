"""One rule a file: each takes the page and the drafts, and returns the drafts that go on."""
