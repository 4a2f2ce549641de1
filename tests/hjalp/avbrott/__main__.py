"""``python -m tests.hjalp.avbrott [--vart N] [FALL …]``: stop every command at every call, and tell of it."""

import argparse
import sys
import time
from collections import Counter

from tests.hjalp.avbrott.fall import FALL, UTAN_SKYDD
from tests.hjalp.avbrott.prov import stopped_everywhere


def run():
    made = argparse.ArgumentParser(prog="make avbrott")
    made.add_argument("fall", nargs="*", help="kommandon (alla)")
    made.add_argument("--vart", type=int, default=1, metavar="N", help="bara vart N:te ställe (1)")
    options = made.parse_args()
    total, wrong = Counter(), []
    for fall in [fall for fall in (*FALL, UTAN_SKYDD) if fall.namn in options.fall] or FALL:
        began = time.monotonic()
        times, found = stopped_everywhere(fall, options.vart)
        total["gånger"] += times
        wrong += found
        print(f"{fall.namn}: {times} avbrott, {len(found)} fel, {time.monotonic() - began:.0f} s", flush=True)
    for text in wrong:
        print(text)
    print(f"{total['gånger']} avbrott, {len(wrong)} fel")
    return 1 if wrong else 0


sys.exit(run())
