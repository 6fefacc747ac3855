#!/usr/bin/env python3
"""The comparisons of Scripts/interop that need more than an exit status."""
import gzip
import json
import re
import subprocess
import sys


def fastwarc(program, file):
    """Every record must pass but revisits, whose original's digest FastWARC wants of an empty block."""
    run = subprocess.run([program, "check", "-p", file], capture_output=True, text=True)
    failed = set(re.findall(r"(?m)^<(\S+)>$", run.stdout))
    revisits = set()
    with gzip.open(file) as members:
        for head in re.split(rb"(?m)^WARC/1\.1\r\n", members.read())[1:]:
            head = head.split(b"\r\n\r\n", 1)[0].decode()
            if re.search(r"(?m)^WARC-Type: revisit", head):
                revisits.add(re.search(r"(?m)^WARC-Record-ID: <(\S+)>", head)[1])
    print("\n".join(failed - revisits) or f"{len(failed)} revisits passed over")
    return bool(failed - revisits) or (run.returncode != 0 and not failed)


def cdxj(program, file, index):
    """Offsets, lengths and addresses of our index and of cdxj-indexer's must be the same."""
    def entries(text):
        for line in text.splitlines():
            _, stamp, fields = line.split(" ", 2)
            fields = json.loads(fields)
            yield (stamp, fields["url"], int(fields["offset"]), int(fields["length"]),
                   fields.get("digest"))
    theirs = subprocess.run([program, file], capture_output=True, text=True, check=True).stdout
    with open(index, encoding="utf-8") as ours:
        ours, theirs = sorted(entries(ours.read())), sorted(entries(theirs))
    for entry in sorted(set(ours) ^ set(theirs)):
        print("only ours" if entry in ours else "only theirs", entry)
    return ours != theirs or not ours


def duckdb(data):
    """The dataset as it stands, without a cast."""
    import duckdb
    rows = f"read_json_auto('{data}/observations/**/*.ndjson', hive_partitioning = true)"
    types = dict((name, kind) for name, kind, *_ in duckdb.sql(f"DESCRIBE SELECT * FROM {rows}").fetchall())
    wanted = {"value": "DOUBLE", "value_decimal": "VARCHAR", "char_start": "BIGINT", "date": "DATE",
              "period_start": "DATE", "date_published": "DATE", "quote": "VARCHAR"}
    for name, kind in wanted.items():
        if types.get(name) != kind:
            print(f"{name} is {types.get(name)}, not {kind}")
            return True
    sums = duckdb.sql(f"""
        SELECT coalesce(unit_code, unit) AS unit, place, count(*) AS figures, sum(value) AS total
        FROM {rows} GROUP BY ALL ORDER BY figures DESC, unit, place LIMIT 12""")
    print(sums)
    return not sums.fetchall()


if __name__ == "__main__":
    sys.exit(globals()[sys.argv[1]](*sys.argv[2:]))
