"""Verdicts: whether what a script asks holds, and digests of datasets to compare."""
import hashlib
import pathlib
import sys

failures = 0


def judge(what, holds, detail=""):
    """Prints and counts a verdict, and hands it back."""
    global failures
    failures += not holds
    print(f"{'ok   ' if holds else 'FAIL '} {what}{': ' if detail else ''}{detail}", flush=True)
    return holds


def end():
    """Ends the script: with status 1 where something did not hold."""
    print(f"\n{failures} failed" if failures else "\nAll of it holds.")
    sys.exit(failures > 0)


def digests(data):
    """The digest of every part and manifest of a dataset."""
    return {str(path.relative_to(data)): hashlib.sha256(path.read_bytes()).hexdigest()
            for kind in ("articles", "observations", "rejects")
            for path in sorted(pathlib.Path(data).glob(f"{kind}/date=*/*"))}
