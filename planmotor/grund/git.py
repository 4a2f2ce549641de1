"""Reads what a revision holds straight out of Git, without checking anything out.

Two processes in all, however many files: ``git ls-tree`` lists them and ``git cat-file --batch`` reads them.
What goes wrong is told in Swedish, with what to do about it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from planmotor.grund.gitprocess import GitStopped, NoRepository, run
from planmotor.grund.nearest import listed, nearest, one_line

__all__ = ["GitStopped", "NoRepository"]

FILE_MODES = {b"100644", b"100755"}  # neither symbolic links nor submodules
READ = (".yaml", ".md", ".txt", "SHA256SUMS")
# As Git keeps the files, whatever line ends this machine wants; and nothing is run for it.
AS_KEPT = ("-c", "core.autocrlf=false", "-c", "core.eol=lf", "-c", f"core.hooksPath={os.devnull}")
UNSHALLOW = "Hämta resten med: git fetch --unshallow"


class UnknownRevision(GitStopped):
    """There is no such revision, or the clone doesn't reach back to it."""


def read_files(revision: str, at: Path = Path(), under: Sequence[str] = ("data", "docs")) -> dict[str, bytes]:
    """Return the text files below the folders ``under`` as they are in ``revision``.

    Paths are relative to the folder ``at``, which may be any folder of the repository. A folder that the
    revision doesn't have gives no files.
    """
    return _files(revision, at, under, READ)


def every_file(revision: str, at: Path = Path(), under: Sequence[str] = ("data", "docs")) -> dict[str, bytes]:
    """Return all files, of whatever kind, that lie below or are named in ``under``; links aren't followed."""
    return _files(revision, at, under, ("",))


def _files(revision: str, at: Path, under: Sequence[str], ends: tuple[str, ...]) -> dict[str, bytes]:
    listing = _asked(revision, at, ["ls-tree", "-r", "-z", revision, "--", *under])
    blobs = dict(_blobs(listing, ends))
    if not blobs:
        return {}
    wanted = "".join(f"{blob}\n" for blob in blobs.values()).encode()
    return dict(zip(blobs, _contents(run(["cat-file", "--batch"], at, wanted).stdout), strict=True))


def history(path: Path, most: int) -> list[tuple[datetime, bytes]]:
    """Return when a file was changed and what it held then, the newest first; at most ``most`` times.

    Raises GitStopped when the file doesn't lie in a repository.
    """
    log = ["log", "--first-parent", f"--max-count={most}", "--format=%H %cI", "--", path.name]
    lines = [line.split(" ") for line in run(log, path.parent).stdout.decode().splitlines()]
    wanted = "".join(f"{commit}:./{path.name}\n" for commit, _ in lines).encode()
    found = _contents(run(["cat-file", "--batch"], path.parent, wanted).stdout) if lines else iter(())
    return [(datetime.fromisoformat(when), raw) for (_, when), raw in zip(lines, found, strict=True)]


def last_commit(path: Path) -> datetime | None:
    """Return when the latest commit that changed a file was made; None when none has.

    Raises GitStopped when the file doesn't lie in a repository.
    """
    said = run(["log", "-1", "--format=%ct", "--", path.name], path.parent).stdout.strip()
    return datetime.fromtimestamp(int(said), UTC) if said else None


def unsaved(folder: Path) -> list[str]:
    """Return the files below a folder that aren't as the latest commit has them, new ones too.

    Raises GitStopped when the folder doesn't lie in a repository.
    """
    said = os.fsdecode(run(["status", "--porcelain", "-z", "--no-renames", "--", "."], folder).stdout)
    return [line[3:] for line in said.split("\0") if line]


def left_out(at: Path, under: Sequence[str] = ("data", "docs")) -> dict[str, bytes]:
    """Return the files below ``under`` that a sparse checkout has left out, as the latest commit has them."""
    listing = os.fsdecode(run(["ls-files", "-t", "-z", "--", *under], at).stdout)
    skipped = {line[2:] for line in listing.split("\0") if line.startswith("S ")}
    if not skipped:
        return {}
    return {path: raw for path, raw in read_files("HEAD", at, under).items() if path in skipped}


def merge_base(one: str, other: str, at: Path = Path()) -> str:
    """Return the commit that two revisions have in common; raise GitStopped when they share none."""
    for revision in (one, other):
        _refuse_odd(revision, at)
    done = run(["merge-base", one, other], at)
    if done.returncode == 0:
        return done.stdout.decode().strip()
    for revision in (one, other):
        commit_of(revision, at)
    why = f"{_shown(one)} och {_shown(other)} har ingen gemensam historia här."
    raise GitStopped(f"{why} {UNSHALLOW}" if is_shallow(at) else f"{why} Jämför med en annan revision.")


def changed_files(one: str, other: str, at: Path = Path()) -> list[str]:
    """Return the paths of all files that differ between two commits, from the root of the repository."""
    done = run(["diff", "--name-only", "--no-renames", "-z", one, other], at)
    return [os.fsdecode(path) for path in done.stdout.split(b"\0") if path]


def commit_of(revision: str, at: Path = Path()) -> str:
    """Return the id of the commit that a revision names; raise UnknownRevision when it names none."""
    words = ["rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"]
    return _asked(revision, at, words).decode().strip()


def committed(commit: str, at: Path = Path()) -> datetime:
    """Return when a commit was made, in UTC."""
    done = run(["show", "--no-patch", "--format=%ct", commit], at)
    return datetime.fromtimestamp(int(done.stdout), UTC)


@contextmanager
def checked_out(commit: str, folder: Path, at: Path = Path()) -> Iterator[None]:
    """Have a commit's files, with its history, in a folder that isn't there before nor after."""
    done = run([*AS_KEPT, "worktree", "add", "--quiet", "--detach", str(folder), commit], at)
    if done.returncode:
        raise GitStopped(f"Versionen gick inte att hämta: {done.stderr.decode(errors='replace').strip()}")
    try:
        yield
    finally:
        run(["worktree", "remove", "--force", str(folder)], at)


def commit_on(day: date, at: Path = Path()) -> tuple[str, date]:
    """Return the newest commit at the end of a day, and the day when it was made.

    Days are those of whoever made the commit. Only the first parents of what is checked out are looked at:
    what was written on a branch that day but merged later was no part of the plan yet. Raises
    UnknownRevision when the history doesn't reach that far back.
    """
    done = run(["log", "--first-parent", "--format=%H %cs", "HEAD"], at)
    commits = [tuple(line.split()) for line in done.stdout.decode().splitlines()]
    found = next((one for one in commits if one[1] <= day.isoformat()), None)
    if found:
        return found[0], date.fromisoformat(found[1])
    if not commits:
        raise UnknownRevision("Förrådet har inga versioner än. Spara en med: git commit")
    told = f"Historiken här börjar {commits[-1][1]} och går inte tillbaka till {day}."
    if is_shallow(at):
        raise UnknownRevision(f"{told} Klonen är grund och saknar äldre versioner. {UNSHALLOW}")
    raise UnknownRevision(f"{told} Välj den dagen eller en senare.")


def has_tag(tag: str, at: Path = Path()) -> bool:
    """Tell whether there is a tag of this name; where there is no Git there is none."""
    try:
        return run(["show-ref", "--verify", "--quiet", f"refs/tags/{tag}"], at).returncode == 0
    except GitStopped:
        return False


def names(at: Path = Path()) -> list[str]:
    """Return the names of all branches and tags, as people write them."""
    done = run(["for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes"], at)
    return done.stdout.decode(errors="replace").split()


def is_shallow(at: Path = Path()) -> bool:
    """Tell whether the clone lacks a part of its history."""
    return run(["rev-parse", "--is-shallow-repository"], at).stdout.strip() == b"true"


def _asked(revision: str, at: Path, words: Sequence[str]) -> bytes:
    """Return what git says of a revision; raise UnknownRevision when it knows of none."""
    _refuse_odd(revision, at)
    done = run(words, at)
    if done.returncode:
        raise _unknown(revision, at)
    return done.stdout


def _refuse_odd(revision: str, at: Path) -> None:
    """Stop before git takes a revision for an option, or is handed what no process can take."""
    if not revision or revision.startswith("-") or "\0" in revision:
        raise _unknown(revision, at)


def _unknown(revision: str, at: Path) -> UnknownRevision:
    told = f"Revisionen {_shown(revision)} finns inte i förrådet."
    known = names(at)
    if is_shallow(at):
        return UnknownRevision(f"{told} Klonen är grund och saknar äldre versioner. {UNSHALLOW}")
    if not known:
        return UnknownRevision(f"{told} Förrådet har inga versioner än. Spara en med: git commit")
    close = next((name for name in known if name.endswith(f"/{revision}")), None) or nearest(revision, known)
    advice = f"Menade du {close}?" if close else "Skriv en gren, en tagg eller en version."
    return UnknownRevision(f"{told} {advice} (finns: {listed(known)})")


def _shown(revision: str) -> str:
    return f'"{one_line(revision)}"'


def _blobs(listing: bytes, ends: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield path and object id of each file that ends so in the answer of ``git ls-tree -z``."""
    for line in filter(None, listing.split(b"\0")):
        facts, _, path = line.partition(b"\t")
        mode, _kind, blob = facts.split()
        name = os.fsdecode(path)
        if mode in FILE_MODES and name.endswith(ends) and ".." not in Path(name).parts:
            yield name, blob.decode()


def _contents(answer: bytes) -> Iterator[bytes]:
    """Yield the content of each object in the answer of ``git cat-file --batch``.

    Each has a line ``<id> blob <size>``, its bytes and a line feed. Without a size the clone lacks the
    object.
    """
    at = 0
    while at < len(answer):
        line_end = answer.index(b"\n", at)
        *_, size = answer[at:line_end].split()
        if not size.isdigit():
            raise GitStopped("Klonen saknar en del av innehållet. Hämta det med: git fetch --refetch")
        start, end = line_end + 1, line_end + 1 + int(size)
        yield answer[start:end]
        at = end + 1
