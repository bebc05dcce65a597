"""`python -m onrecord.schema`: what `docs/tables.md` holds."""

from onrecord.schema.page import page

if __name__ == "__main__":
    print(page(), end="")
