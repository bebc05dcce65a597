"""A folder that a run writes into, beside whatever else is there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from onrecord.errors import OwnershipError
from onrecord.ownership.hold import LOCK, hold
from onrecord.ownership.manifest import MANIFEST, Manifest, checksum, is_foreign, is_store
from onrecord.ownership.place import Content, discard, leave_no_part, place
from onrecord.ownership.writable import shown, writable

SHOWN = 3  # foreign files named in a sentence
PATIENCE = 60.0  # seconds that a single file waits for its turn


class Output:
    """Writes files into a folder and takes away those of the last run that it did not write.

        with Output(folder, "a report") as output:
            output.claim(["index.html"])
            output.write("index.html", page)

    Nothing that the last run's manifest does not list is overwritten or deleted, nor what was
    changed since, nor what is of another kind: a report takes no table away that another command
    wrote beside it. When the run fails, what the last one wrote stays.
    """

    def __init__(self, folder: str | Path, kind: str, *, keep: bool = False) -> None:
        """Prepare to write.

        Args:
            folder: made if it is not there.
            kind: what is written, in words: "a report".
            keep: add to what is there; by default files that are not written again go.
        """
        # `new/../tables` is the folder tables, also before there is a folder new
        self.folder, self._kind, self._keep = Path(folder).resolve(), kind, keep
        self._shown = shown(folder)
        self._written: dict[str, str] = {}  # checksum by name
        self._manifest = Manifest.of(self.folder)

    def __enter__(self) -> Output:
        self.claim([])
        self.folder.mkdir(parents=True, exist_ok=True)
        self._lock = hold(self.folder, self._shown, PATIENCE if self._keep else 0)
        self._manifest = Manifest.of(self.folder)
        for place_ in {self.folder, *((self.folder / n).parent for n in self._manifest.files)}:
            leave_no_part(place_)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self._finish()
        finally:
            self._lock.release()
            (self.folder / LOCK).unlink(missing_ok=True)

    def claim(self, names: Iterable[str]) -> None:
        """Make sure that files can be written without touching what is not ours.

        This can be asked before the work that comes before `with`, too.

        Args:
            names: paths below the folder, with slashes.

        Raises:
            OwnershipError: there is a file, or a link in place of a folder, that On Record did
                not write, or wrote as another kind, or that was changed since; or the
                folder is a store.
        """
        self._refuse_a_store()
        foreign = [MANIFEST] if is_foreign(self.folder) else []
        foreign += [name for name in names if self._foreign(name)]
        if foreign:
            more = f" and {len(foreign) - SHOWN} more" if len(foreign) > SHOWN else ""
            raise OwnershipError(
                f"{self._shown} holds files that On Record did not write as {self._kind} or that "
                f"were changed since ({', '.join(foreign[:SHOWN])}{more}), in places that it "
                "needs; nothing was touched: name another folder, or move them away."
            )

    def keep(self, name: str) -> int | None:
        """Leave a file of the last run as it is.

        Args:
            name: path below the folder, with slashes.

        Returns:
            Its size in bytes; None where it is not there as it was written.
        """
        if not self._ours(name) or not self._manifest.holds(name):
            return None
        path = self.folder / name
        self._written[name] = checksum(path)
        return path.stat().st_size

    def write(self, name: str, content: Content) -> int:
        """Write one file, whole or not at all.

        Args:
            name: path below the folder, with slashes.
            content: its bytes, or a function that writes them.

        Returns:
            Its size in bytes.

        Raises:
            OwnershipError: as `claim`.
        """
        if name not in self._written:
            self.claim([name])
        self._manifest.begin(self._kind)
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)

        def list_it(part: Path) -> None:
            self._written[name] = checksum(part)
            self._manifest.add(name, self._written[name], self._kind)

        place(path, content, before=list_it)
        return path.stat().st_size

    def _refuse_a_store(self) -> None:
        if is_store(self.folder):
            raise OwnershipError(
                f"{self._shown} is a store that runs add to; name another folder for {self._kind}."
            )

    def _foreign(self, name: str) -> bool:
        path = self.folder / name
        for parent in list(path.parents)[: name.count("/")]:
            if parent.is_symlink() or (parent.exists() and not parent.is_dir()):
                return True
        if not (path.exists() or path.is_symlink()):
            return False
        return not self._ours(name) or not self._manifest.holds(name)

    def _ours(self, name: str) -> bool:
        return self._manifest.kinds.get(name, self._kind) == self._kind

    def _finish(self) -> None:
        manifest = self._manifest
        manifest.kind = self._kind
        ours = {name for name in manifest.files if self._ours(name)}
        for name in set() if self._keep else ours - self._written.keys():
            if manifest.holds(name) and not self._foreign(name):
                remove(self.folder, name)
            # what was changed since is the user's from now on
            del manifest.files[name], manifest.kinds[name]
        manifest.kinds |= dict.fromkeys(self._written, self._kind)
        manifest.files |= {name: {each} for name, each in self._written.items()}
        manifest.write()


def remove(folder: Path, name: str) -> None:
    """Delete a file, and the folders above it that are empty then, but `folder` itself."""
    path = folder / name
    path.unlink(missing_ok=True)
    for parent in list(path.parents)[: name.count("/")]:
        if not discard(parent, ()):
            break


def write_file(path: str | Path, content: Content, kind: str) -> Path:
    """Write a single file into a folder that may hold anything else.

    Args:
        path: the file; one that is there is replaced only if this wrote it.
        content: its bytes, or a function that writes them.
        kind: what it is, in words: "a page".

    Raises:
        OwnershipError: there is a file that On Record did not write, or nothing can be written.
    """
    path = Path(path)
    with writable(path.parent, kind), Output(path.parent, kind, keep=True) as output:
        output.write(path.name, content)
    return path
