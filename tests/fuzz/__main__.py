"""``make fuzz``: runs many inputs over the machine's cores and tells what they found.

``python -m tests.fuzz [ANTAL] [--seed N] [--från N]``. A worker that dies is started again after the input
that it died of, which counts as a fault like any other.
"""

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from queue import Empty

from tests.hjalp.planer import ROOT

KEPT = ROOT / ".cache/fuzz"
MEMORY = 1_500_000_000  # bytes of addresses: what would take more gets a MemoryError and is told of


def main():
    made = argparse.ArgumentParser()
    made.add_argument("antal", nargs="?", type=int, default=100_000)
    made.add_argument("--seed", type=int, default=0)
    made.add_argument("--från", type=int, default=0)
    options = made.parse_args()
    workers = os.cpu_count() or 1
    started = time.monotonic()
    results = multiprocessing.Queue()
    crew = [Arbetare(n, workers, options, results) for n in range(workers)]
    summary = Summering()
    large = multiprocessing.Process(target=work_large, args=(results,))
    large.start()
    while is_working(crew) or large.is_alive() or not results.empty():
        try:
            summary.take(results.get(timeout=1))
        except Empty:
            continue
    summary.print(time.monotonic() - started)
    return bool(summary.fel)


def is_working(crew):
    """Tell whether anybody has more to do; every one is asked, and begins again if it has died."""
    return any(list(map(Arbetare.go_on, crew)))


class Arbetare:
    """A process that runs every n-th input, and whoever takes over when it dies."""

    def __init__(self, number, workers, options, results):
        self.next = multiprocessing.Value("q", options.från + number)
        self.end, self.step, self.seed, self.results = (
            options.från + options.antal,
            workers,
            options.seed,
            results,
        )
        self.process = None

    def go_on(self):
        """Tell whether there is more to do; start again whoever died."""
        if self.process is not None and self.process.is_alive():
            return True
        if self.process is not None and self.process.exitcode:
            died = self.next.value
            self.results.put(
                ("dog", died, "", (f"processen dog ({self.process.exitcode})",), 0.0, "", b"", "")
            )
            self.next.value = died + self.step
        if self.next.value >= self.end:
            return False
        arguments = (self.next, self.end, self.step, self.seed, self.results)
        self.process = multiprocessing.Process(target=work, args=arguments)
        self.process.start()
        return True


def work(number, end, step, seed, results):
    """Run the inputs from a number on, in a home of one's own."""
    import resource  # noqa: PLC0415

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    from tests.fuzz.domare import pröva  # noqa: PLC0415 (each process counts its own memory)
    from tests.fuzz.slag import Hem  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="fuzz-") as made:
        folder = Path(made).resolve()
        os.chdir(folder)
        home = Hem(folder)
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123 (as long as the process)
        while number.value < end:
            judged = pröva(home, number.value, seed)
            kept = judged.innehåll if judged.fel else b""
            results.put(
                (
                    "klart",
                    judged.nummer,
                    judged.slag,
                    judged.fel,
                    judged.sekunder,
                    judged.fil,
                    kept,
                    judged.sagt[-2000:],
                )
            )
            number.value += step


def work_large(results):
    """Run the files with very much of one thing, each by its name."""
    from tests.fuzz.domare import döm  # noqa: PLC0415
    from tests.fuzz.slag import Hem  # noqa: PLC0415
    from tests.fuzz.stora import fall  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="fuzz-") as made:
        folder = Path(made).resolve()
        os.chdir(folder)
        home = Hem(folder)
        # What is loaded once isn't the input's.
        _ = home.plan, home.makron, home.remiss, home.statusplan
        for name, one in fall(home):
            judged = döm(home, one, "stora")
            results.put(
                ("klart", name, "stora", judged.fel, judged.sekunder, one.fil.name, b"", judged.sagt[-500:])
            )


class Summering:
    """What has been run, by kind, and what was wrong."""

    def __init__(self):
        self.antal, self.tid, self.längst, self.sagt = Counter(), Counter(), Counter(), Counter()
        self.fel = []

    def take(self, one):
        """Count an input; keep the one that failed as a file, with what was told of it."""
        _, number, kind, faults, seconds, name, content, said = one
        self.antal[kind] += 1
        self.tid[kind] += seconds
        self.längst[kind] = max(self.längst[kind], seconds)
        self.sagt[kind] += bool(said)
        if faults:
            self.fel.append((kind, number, faults))
            KEPT.mkdir(parents=True, exist_ok=True)
            (KEPT / f"{kind or 'dog'}-{number}-{name or 'okand'}").write_bytes(content)
            print(f"{kind or 'dog'} {number}: {', '.join(faults)}\n    {said.strip()[-300:]}", flush=True)
        total = sum(self.antal.values())
        if total % 5_000 == 0:
            print(f"{total} prövade, {len(self.fel)} fel", flush=True)

    def print(self, seconds):
        """Print a line for each kind, and the sum."""
        print(f"{'slag':14}{'antal':>8}{'med svar':>10}{'ms i snitt':>12}{'längst, s':>11}{'fel':>6}")
        for kind in sorted(self.antal):
            faults = sum(fault[0] == kind for fault in self.fel)
            mean = 1000 * self.tid[kind] / self.antal[kind]
            counts = f"{kind or 'dog':14}{self.antal[kind]:8}{self.sagt[kind]:10}"
            print(f"{counts}{mean:12.1f}{self.längst[kind]:11.2f}{faults:6}")
        print(f"{sum(self.antal.values())} prövade på {seconds:.0f} s, {len(self.fel)} fel.")


if __name__ == "__main__":
    sys.exit(main())
