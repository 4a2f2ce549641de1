"""Asking Git: the same answer whatever somebody has set on their machine, and in Swedish when there is none.

Settings of Git change what it prints (signatures, colours, quoted names, line ends), and variables that a
hook hands down point to another repository. Neither says anything of the plan, so neither is listened to.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from planmotor.grund.problem import Stopped

# What a caller's environment may tell Git: where its programs and settings are, and where to stop looking.
KEPT = ("GIT_CONFIG", "GIT_EXEC_PATH", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")
# Messages in English, since they are read below; a partial clone is never filled from the network.
OWN = {"LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
SETTINGS = {
    "color.ui": "false",
    "core.fsmonitor": "false",  # would start a program
    "core.quotePath": "false",
    "diff.ignoreSubmodules": "all",
    "i18n.logOutputEncoding": "UTF-8",
    "log.follow": "false",
    "log.mailmap": "false",
    "log.showSignature": "false",
    "status.showUntrackedFiles": "normal",
}
OPTIONS = [
    *("--no-pager", "--literal-pathspecs"),
    *(word for name, value in SETTINGS.items() for word in ("-c", f"{name}={value}")),
]
MOST_SECONDS = 300


class GitStopped(Stopped):
    """Git can't give what was asked for; the message says why and what to do."""


class NoRepository(GitStopped):
    """There is no git here, or no repository: nothing that Git could be asked of."""


def environment() -> dict[str, str]:
    """Return the environment without what would lead Git to another repository or to other answers."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return own | {name: value for name, value in os.environ.items() if name.startswith(KEPT)} | OWN


def run(words: Sequence[str], at: Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run git in the folder ``at``; raise GitStopped when there is no git, or no repository."""
    try:
        done = subprocess.run(  # noqa: S603
            ["git", *OPTIONS, "-C", str(at), *words],  # noqa: S607 (the user's own git)
            input=given,
            capture_output=True,
            check=False,
            env=environment(),
            timeout=MOST_SECONDS,
        )
    except FileNotFoundError:
        raise NoRepository(
            "Programmet git finns inte på den här datorn. Installera det (https://git-scm.com/), "
            "eller jämför filer och mappar i stället för revisioner."
        ) from None
    except subprocess.TimeoutExpired:
        raise GitStopped(f"Git svarade inte på {MOST_SECONDS} sekunder i {at.resolve()}.") from None
    for sign, (kind, told) in FAILURES.items():
        if done.returncode and sign in done.stderr.decode(errors="replace"):
            raise kind(told(at))
    return done


FAILURES: dict[str, tuple[type[GitStopped], Callable[[Path], str]]] = {
    "not a git repository": (
        NoRepository,
        lambda at: (
            f"Mappen {at.resolve()} ligger inte i ett Git-förråd. Hämta förrådet med git clone, "
            "eller jämför filer och mappar i stället för revisioner."
        ),
    ),
    "dubious ownership": (
        GitStopped,
        lambda at: (
            f"Git litar inte på mappen {at.resolve()}, för den tillhör någon annan. "
            f"Tillåt den med: git config --global --add safe.directory {at.resolve()}"
        ),
    ),
    "bad config": (
        GitStopped,
        lambda at: (
            f"Git kan inte läsa sina inställningar i {at.resolve()}. Se vad som är fel med: git status"
        ),
    ),
    "missing config key": (
        GitStopped,
        lambda _: (
            "Git kan inte läsa inställningarna i miljövariabeln GIT_CONFIG_COUNT: en saknar sitt namn. "
            "Ta bort variabeln, eller sätt GIT_CONFIG_KEY_0 och de andra som hör till."
        ),
    ),
    "cannot change to": (GitStopped, lambda at: f"Mappen {at} finns inte. Kontrollera sökvägen."),
}
