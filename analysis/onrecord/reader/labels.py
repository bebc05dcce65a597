"""The labels of each task of stance, in the order in which the network gives them."""

TOWARD = ("favor", "against", "none")
BETWEEN = ("favor", "against", "favor_back", "against_back", "none")
LABELS = {"toward": TOWARD, "between": BETWEEN, "statement": TOWARD, "sides": TOWARD}
