#!/usr/bin/env python3
"""Whether reprocessing that is killed again and again makes what an undisturbed run makes.

    Scripts/stress_reprocess.py [ARCHIVE...] [--times N] [--kills N] [--seed N]

Copies the archive 16 times, half of them into one file, so that kills meet files small and great;
reprocesses it undisturbed; then kills the program 20 times at random moments, starting it again
each time, and lets the last run end. Parts and manifests must be equal, and nothing half-written
be left. Without ARCHIVE it makes 200 pages up. Prints a line for each thing that holds or not.
"""
import argparse
import contextlib
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import pages
import verdict
from verdict import digests, judge

ROOT = pathlib.Path(__file__).resolve().parent.parent
PARTIAL = "*/date=*/*.partial"


def copy(archives, folder, times):
    """Half of the copies a file each, the other half in one file."""
    day = folder / "2020-11-24"
    day.mkdir()
    data = b"".join(archive.read_bytes() for archive in archives)
    for number in range(times // 2):
        (day / f"copy-{number:02}.warc.gz").write_bytes(data)
    with open(day / "copies.warc.gz", "wb") as file:
        for _ in range(times - times // 2):
            file.write(data)
    return sorted(day.iterdir())


def kill_at_random(start, kills, length, draw, data):
    """Kills so many runs, soon enough that most find something to do; all done, it begins anew.

    Returns how many had a part half-written, and how many files were done in the end.
    """
    within = 0
    while kills:
        run = start()
        with contextlib.suppress(subprocess.TimeoutExpired):
            run.wait(draw.uniform(0, length / 6))
        if run.poll() is not None:
            shutil.rmtree(data)
            continue
        within += bool(list(data.glob(PARTIAL)))
        run.send_signal(signal.SIGKILL)
        kills -= run.wait() == -signal.SIGKILL
    return within, len(list(data.glob("articles/date=*/*.ndjson")))


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archives", nargs="*", type=pathlib.Path, metavar="ARCHIVE")
    parser.add_argument("--solieu", type=pathlib.Path, default=ROOT / ".build/release/solieu")
    parser.add_argument("--times", type=int, default=16, metavar="N")
    parser.add_argument("--kills", type=int, default=20, metavar="N")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=ROOT / ".build") as name:
        folder = pathlib.Path(name)
        if not chosen.archives:
            chosen.archives = [folder / "made-up.warc.gz"]
            pages.write_archive(chosen.archives[0], pages.make_pages(200))
        archives = copy(chosen.archives, folder, chosen.times)
        pipeline = folder / "stress.yaml"
        pipeline.write_text("name: stress\nsources:\n  - archive: none/*.warc.gz\n")

        def start(data):
            return subprocess.Popen([chosen.solieu, "reprocess", pipeline, *archives,
                                     "--data", folder / data])

        began = time.monotonic()
        judge("the undisturbed run ends well", start("undisturbed").wait() == 0)
        length = time.monotonic() - began
        print(f"      {len(archives)} files, {length:.1f} s, seed {chosen.seed}", flush=True)
        killed = folder / "killed"
        within, done = kill_at_random(lambda: start("killed"), chosen.kills, length,
                                      random.Random(chosen.seed), killed)
        judge("the runs were killed at work", within > 0,
              f"{chosen.kills} kills, {within} with a part half-written; "
              f"{done} of {len(archives)} files done after the last")
        judge("the last run ends well", start("killed").wait() == 0)
        judge("parts and manifests are those of the undisturbed run",
              digests(killed) == digests(folder / "undisturbed") != {})
        judge("nothing half-written is left", not list(killed.glob(PARTIAL)))
    verdict.end()


if __name__ == "__main__":
    main()
