#!/usr/bin/env python3
"""What a night must bear: a hostile site, kills, a stop, and the programs of others.

Runs the program against Scripts/stress_site.py on loopback, and compares the site's log with the
archive and the dataset. Prints a line for each thing that holds or not; exits with 1 where one
does not. VENV names a Python environment with warcio, fastwarc and cdxj-indexer; without one the
programs of others are not asked.
"""
import argparse
import base64
import collections
import gzip
import hashlib
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import time
import zlib

import stress_site
import verdict
from stress_site import FAILING, body_of, host_name, kind_of, page_path, target_of
from verdict import digests, judge

SCRIPTS = pathlib.Path(__file__).resolve().parent
DELAY = 0.05
AT_ONCE = 32
MEGABYTES = 200
DEAD = "127.1.99.1"  # where nothing listens

PIPELINE = """name: {name}
data: data
sources:
{sources}
fetch:
  contact: ops@example.org
  delay-ms: {delay}
  hosts-at-once: {at_once}
  timeout-ms: 2000
  retries: 1
  revisit-after-hours: {again}
  allow-addresses: [127.0.0.0/8]
load:
  fail-above-percent: 100
"""


class Night:
    """A pipeline, its folder, and the site that it asks."""

    def __init__(self, name, args, hosts, pages, again=20):
        self.name, self.args, self.hosts, self.pages = name, args, hosts, pages
        self.folder = pathlib.Path(args.folder) / name
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.log_path = self.folder / "site.log"
        self.port = args.port
        self.site = subprocess.Popen(
            [sys.executable, stress_site.__file__, str(hosts), str(pages), str(self.port),
             str(self.log_path)], stdout=subprocess.PIPE)
        if self.site.stdout.readline() != b"ready\n":
            sys.exit(f"stress: the site can't listen at port {self.port}")
        self.pipeline = self.folder / "night.yaml"
        self.pipeline.write_text(PIPELINE.format(
            name=name, sources=self.sources(), delay=int(DELAY * 1000), again=again,
            at_once=AT_ONCE))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.site.terminate()
        self.site.wait()

    def url(self, host, path):
        return f"http://{host_name(host)}:{self.port}{path}"

    def sources(self):
        """A quarter of the hosts by feed, a quarter by sitemap, the others by their addresses."""
        lines, named = [], []
        for host in range(self.hosts):
            if host % 4 == 1:
                lines.append(f"  - feed: {self.url(host, '/rss.xml')}")
            elif host % 4 == 2:
                lines.append(f"  - sitemap: {self.url(host, '/sitemap.xml')}")
            else:
                named += [self.url(host, page_path(page)) for page in range(self.pages)]
        named += [f"http://{DEAD}:{self.port}{page_path(page)}" for page in range(10)]
        for start in range(0, len(named), 1900):
            file = self.folder / f"urls-{start}.txt"
            file.write_text("\n".join(named[start:start + 1900]) + "\n")
            lines.append(f"  - urls: {file.name}")
        return "\n".join(lines)

    def start(self, *command):
        return subprocess.Popen(
            [self.args.solieu, *(command or ("run", "--summary")), str(self.pipeline)],
            stdout=subprocess.PIPE, stderr=open(self.folder / "stderr", "wb"))

    def run(self):
        """Runs to the end: status, seconds, the most memory in megabytes, what it printed."""
        began = time.monotonic()
        program = self.start()
        output = program.stdout.read().decode()
        _, status, usage = os.wait4(program.pid, 0)
        program.returncode = os.waitstatus_to_exitcode(status)
        return program.returncode, time.monotonic() - began, usage.ru_maxrss / 1024, output

    @property
    def stderr(self):
        return (self.folder / "stderr").read_text(errors="replace")

    def archives(self):
        return sorted((self.folder / "data/archive").glob("*/*.warc.gz"))

    def log(self):
        return [json.loads(line) for line in self.log_path.read_text().splitlines()]

    def expected(self):
        """Every address that a source names, with its host's and its own number."""
        for host in range(self.hosts):
            for page in range(self.pages):
                yield self.url(host, page_path(page)), host, page
        for page in range(10):
            yield f"http://{DEAD}:{self.port}{page_path(page)}", None, page


def records(path):
    """The records of an archive: type, fields and block."""
    data = path.read_bytes()
    while data:
        member = zlib.decompressobj(31)
        record = member.decompress(data) + member.flush()
        data = member.unused_data
        head, _, block = record.partition(b"\r\n\r\n")
        fields = dict(line.split(": ", 1) for line in head.decode().split("\r\n")[1:])
        yield fields["WARC-Type"], fields, block[:int(fields["Content-Length"])]


def payload_is_right(host, page, fields, block):
    """Whether a record holds, or refers by digest to, what the site sends for that page."""
    kind, wanted = kind_of(host, page), body_of(host, page)
    digest = "sha1:" + base64.b32encode(hashlib.sha1(wanted).digest()).decode()
    if kind in ("plain", "chunked", "slow", "etag", "same", "latin", "bare", "early", "busy"):
        if fields["WARC-Type"] == "revisit":
            return fields.get("WARC-Payload-Digest", digest) == digest
        return block.partition(b"\r\n\r\n")[2] == wanted
    if kind in ("gzip", "gzip-chunked") and fields["WARC-Type"] == "response":
        return gzip.decompress(block.partition(b"\r\n\r\n")[2]) == wanted
    return True


def judge_archive(night):
    """Each page once, and right; every page accounted for; every file valid."""
    answers, reasons, wrong = collections.Counter(), {}, []
    pages = {url: (host, page) for url, host, page in night.expected()}
    for path in night.archives():
        for kind, fields, block in records(path):
            url = fields.get("WARC-Target-URI", "")
            if kind in ("response", "revisit"):
                answers[url] += 1
                host, page = pages.get(url, (None, None))
                if host is not None and not payload_is_right(host, page, fields, block):
                    wrong.append(url)
            elif kind == "metadata":
                reasons[url] = block.decode().split("\r\n")[0].partition(": ")[2]
    judge("every body is what was sent", not wrong, f"{len(wrong)} wrong {wrong[:3]}")
    lost = [url for url in pages if url not in answers and url not in reasons]
    led = [(url, night.url(*target_of(*place, night.hosts))) for url, place in pages.items()
           if place[0] is not None and target_of(*place, night.hosts)]
    lost += [to for url, to in led if url in answers and to not in answers and to not in reasons]
    judge("every address is a record or has a reason", not lost,
          f"{len(pages)} and {len(led)} redirects, {len(lost)} lost {lost[:3]}")
    stable = [url for url, (host, page) in pages.items()
              if host is not None and kind_of(host, page) not in FAILING | {"busy", "busy-long"}]
    stable += [to for _, to in led]
    twice = [url for url in stable if answers[url] > 1]
    once = sum(answers[url] == 1 for url in stable)
    judge("no answer is there twice", not twice, f"{once} once, {len(twice)} twice {twice[:3]}")
    counts = collections.Counter(reasons[url] for url in pages if url in reasons)
    print(f"      reasons {dict(counts)}")
    judge_files(night)
    judge_parts(night, pages)


def judge_files(night):
    for path in night.archives():
        for command in (["gzip", "-t"], [night.args.solieu, "archive", "check"]):
            result = subprocess.run([*command, path], capture_output=True, text=True)
            if result.returncode != 0:
                said = result.stdout[:500] + result.stderr[:500]
                judge(f"{' '.join(command[-2:])} {path.name}", False, said)
    left = list((night.folder / "data").rglob("*.open"))
    judge("every archive file is whole and closed", not left, f"{len(night.archives())} files")


def judge_parts(night, pages):
    """Every record that stands for a page has a line in the dataset."""
    lines = collections.Counter()
    named = set()
    for kind in ("articles", "rejects"):
        for part in (night.folder / "data" / kind).glob("*/*.ndjson"):
            for line in part.read_text().splitlines():
                lines[part.stem] += 1
                named.add(json.loads(line)["url"])
    differ = []
    for path in night.archives():
        wanted = sum(kind in ("response", "metadata") for kind, *_ in records(path))
        stem = path.name.removesuffix(".warc.gz")
        if lines[stem] != wanted:
            differ.append(f"{stem}: {lines[stem]} lines of {wanted} records")
    judge("every record has its line in the dataset", not differ, "; ".join(differ[:3]) or
          f"{sum(lines.values())} lines")
    revisits = {fields["WARC-Target-URI"] for path in night.archives()
                for kind, fields, _ in records(path) if kind == "revisit"}
    missing = [url for url in pages if url not in named and url not in revisits]
    judge("every page is an article, a reject or a revisit", not missing,
          f"{len(missing)} missing {missing[:3]}")


def judge_politeness(night):
    """From the last byte of an answer to the next request: no less than the delay."""
    hosts = collections.defaultdict(list)
    for line in night.log():
        hosts[line["host"]].append(line)
    shortest, breaches = 9e9, []
    for host, lines in hosts.items():
        lines.sort(key=lambda line: line["start"])
        wanted = DELAY
        for before, after in zip(lines, lines[1:]):
            gap = after["start"] - before["end"]
            if before["path"] == "/robots.txt" and host % 40 == 11:
                wanted = 0.2  # as it says itself
            least = max(wanted, before.get("retry_after", 0))
            shortest = min(shortest, gap - least)
            if gap < least:
                breaches.append(f"{host_name(host)} {before['path']} {after['path']} {gap:.3f} s")
    judge("no host is asked faster than its delay", not breaches,
          f"closest {shortest * 1000:+.2f} ms from it, {len(breaches)} breaches {breaches[:3]}")


def hostile_night(args):
    print(f"\nA night of {args.hosts} hosts and {args.hosts * args.pages} pages")
    with Night("hostile", args, args.hosts, args.pages) as night:
        status, seconds, memory, output = night.run()
        print("      " + "\n      ".join(output.splitlines()[:6]))
        judge("it ends", status in (0, 1), f"status {status}, {seconds:.0f} s, "
              f"{len(night.log())} requests {night.stderr[:300]}")
        judge(f"memory stays under {MEGABYTES} MB", memory < MEGABYTES, f"{memory:.0f} MB")
        judge_politeness(night)
        judge_archive(night)
    return seconds


def kills(args):
    print(f"\n{args.kills} kills, each followed by another run")
    with Night("kills", args, args.hosts, args.pages) as night:
        random.seed(args.seed)
        killed = ended = forgotten = 0
        while killed < args.kills:
            if random.random() < 0.1:
                for path in (night.folder / "data").glob("fetch-state.sqlite*"):
                    path.unlink()
                forgotten += 1
            program = night.start()
            # Half at the beginning, where it resumes; half where it has got somewhere.
            wait = random.choice([random.uniform(0, 1), random.uniform(0, 8)])
            try:
                program.wait(wait)
                ended += 1
            except subprocess.TimeoutExpired:
                program.kill()
                program.wait()
                killed += 1
        requests = len(night.log())
        status, seconds, memory, output = night.run()
        judge("the last run ends", status in (0, 1),
              f"status {status}, {seconds:.0f} s; {killed} killed, {ended} ended before, "
              f"{forgotten} without the state of those before; "
              f"{requests} requests, then {len(night.log()) - requests}; {memory:.0f} MB")
        asked = collections.Counter(
            (line["host"], line["path"]) for line in night.log()
            if line.get("whole") and line.get("kind", "busy") not in FAILING | {"busy", "busy-long"})
        again = asked.total() - len(asked)
        judge("it asks again only for what was under way", again <= AT_ONCE * killed,
              f"{again} of {asked.total()} answers came to a run that was killed before it kept them")
        judge_archive(night)
        judge_kills_of_processing(night, args.kills // 4)


def judge_kills_of_processing(night, kills):
    """Parts are the old ones or the new ones, and in the end those that no kill disturbed."""
    data = night.folder / "data"
    whole = digests(data)
    began = time.monotonic()
    night.start("reprocess", "--force").wait()
    seconds = time.monotonic() - began
    killed = torn = 0
    for _ in range(kills):
        program = night.start("reprocess", "--force")
        try:
            program.wait(random.uniform(0, seconds))
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()
            killed += 1
        torn += any(whole.get(path, digest) != digest for path, digest in digests(data).items()
                    if path.endswith(".ndjson"))
    status = night.start("reprocess").wait()
    last = digests(data)
    judge("killed while it processes, it leaves whole parts",
          status == 0 and not torn and last == whole,
          f"{killed} killed, {torn} torn, status {status}, {len(set(last) ^ set(whole))} differ")


def others(args):
    print("\nTwo nights of 500 pages, read by the programs of others")
    with Night("others", args, 10, 50, again=0) as night:
        for number in range(2):
            status, seconds, memory, output = night.run()
            judge(f"night {number + 1} ends", status in (0, 1), output.splitlines()[0])
            time.sleep(1)
        judge_files(night)
        venv = os.environ.get("VENV")
        if not venv:
            return print("      the programs of others are not asked: VENV names no environment")
        for path in night.archives():
            interop = SCRIPTS / "interop.py"
            for command in (
                [f"{venv}/bin/warcio", "check", path],
                [sys.executable, interop, "fastwarc", f"{venv}/bin/fastwarc", path],
                [sys.executable, interop, "cdxj", f"{venv}/bin/cdxj-indexer", path,
                 str(path).removesuffix(".warc.gz") + ".cdxj"]):
                result = subprocess.run(list(map(str, command)), capture_output=True, text=True)
                name = " ".join(str(part).rpartition("/")[2] for part in command[:3])
                judge(f"{name} {path.name}", result.returncode == 0,
                      (result.stdout + result.stderr)[:800] if result.returncode else "")


def stops(args, seconds):
    print("\nTold to stop in the middle")
    with Night("stops", args, args.hosts, args.pages) as night:
        program = night.start()
        time.sleep(seconds / 3)
        began = time.monotonic()
        program.send_signal(signal.SIGTERM)
        program.wait(60)
        took = time.monotonic() - began
        judge("it ends within seconds", took < 5, f"{took:.2f} s")
        judge("with status 1, and says what is left", program.returncode == 1
              and "was told to stop; " in night.stderr and "the next run goes on" in night.stderr,
              f"status {program.returncode}, {night.stderr[:300]!r}")
        judge_files(night)
        status, seconds, *_ = night.run()
        judge("the next run does the rest", status in (0, 1), f"status {status}, {seconds:.0f} s")
        judge_archive(night)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="Scripts/stress", description=__doc__)
    parser.add_argument("--solieu", required=True, help="the program; SOLIEU for Scripts/stress")
    parser.add_argument("--hosts", type=int, default=200)
    parser.add_argument("--pages", type=int, default=10_000, help="of all hosts together")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--port", type=int, default=18080)
    parser.add_argument("--folder", default=".build/stress")
    parser.add_argument("--only", choices=["hostile", "kills", "others", "stops"])
    args = parser.parse_args()
    args.pages //= args.hosts
    seconds = 60.0
    if args.only in (None, "hostile"):
        seconds = hostile_night(args)
    if args.only in (None, "kills") and args.kills:
        kills(args)
    if args.only in (None, "others"):
        others(args)
    if args.only in (None, "stops"):
        stops(args, seconds)
    verdict.end()
