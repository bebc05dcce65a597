"""Who an article's sources are: gender and how it is known, role, descriptions, countries."""

from onrecord.sources.model import ANONYMOUS, KNOWN_BY, ROLES, Profile
from onrecord.sources.profiles import profiles

__all__ = ["ANONYMOUS", "KNOWN_BY", "ROLES", "Profile", "profiles"]
