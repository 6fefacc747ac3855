#!/usr/bin/env python3
"""Measures what pages cost, as ratios to what libxml2 alone needs for the same pages.

Every figure is processor time (user and system) of one process, the median of several runs; the
runs of those compared take turns, so that another load on the machine meets them alike. Trust the
ratios, not the seconds. Without ARCHIVE it makes 2,000 news pages up, the same ones each time.

    libxml2 alone   htmlReadMemory and xmlFreeDoc of the decoded pages, nothing else: no reading of
                    the archive, no start, no output
    parse           solieu parse ARCHIVE > /dev/null: reading and inflating, articles, output
    transform       solieu transform of those articles
    whole way       solieu reprocess --workers 1: from the archive to the parts of the dataset
    growth          the whole way of the archive once, four and sixteen times in one file
    workers         seconds of the clock for that file, by one worker and by two: for these the
                    machine must be quiet, as its load tells
    unchanged       the whole way a second time, when there is nothing to do
    hostile texts   solieu transform of texts of one piece over and over, such as digits or open
                    brackets, four times as long and once; with --hostile nothing else

The peers get decoded pages in memory and print nothing; they are installed from PyPI into
.build/bench, and left out where that can't be reached.
"""
import argparse
import contextlib
import datetime
import functools
import http.server
import importlib.metadata
import json
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
import hostile_texts
import pages

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / ".build" / "bench"
PEERS = ["trafilatura", "trafilatura fast", "resiliparse"]
PACKAGES = ["trafilatura", "resiliparse", "fastwarc", "warcio"]
NEEDED = ["lxml_html_clean"]  # trafilatura needs it, and older pips do not see that


# Runs

class Runs:
    """The processor seconds and the peak memory that some command took."""

    def __init__(self, name, run):
        self.name, self.run = name, run
        self.seconds, self.peak = [], 0

    def once(self):
        seconds, peak = self.run()
        self.seconds.append(seconds)
        self.peak = max(self.peak, peak)

    @property
    def median(self):
        return statistics.median(self.seconds)

    @property
    def spread(self):
        return f"{min(self.seconds):.2f}-{max(self.seconds):.2f}"


def take_turns(contenders, count):
    for _ in range(count):
        for contender in contenders:
            contender.once()
    return contenders


# A process starts with the peak memory of the one that started it, so a small one starts them.
LAUNCHER = """
import os, sys, time
nothing = os.open(os.devnull, os.O_WRONLY)
began = time.monotonic()
process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ,
                         file_actions=[(os.POSIX_SPAWN_DUP2, nothing, 1)])
_, status, usage = os.wait4(process, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss,
      time.monotonic() - began)
"""


def child(*command):
    """Runs a command, its output thrown away; processor seconds and peak memory in bytes."""
    return measured(*command)[:2]


def measured(*command):
    """The same, and the seconds that it took by the clock."""
    command = [str(part) for part in command]
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", LAUNCHER, *command], capture_output=True, text=True)
    status, seconds, peak, clock = run.stdout.split()
    if status not in ("0", "1", "65"):
        sys.exit(f"{' '.join(command)}: exit status {status}\n{run.stderr}")
    return float(seconds), int(peak) * 1024, float(clock)


def told(*command):
    """Runs a program that prints, last, the seconds it took for what it was asked."""
    run = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if run.returncode != 0:
        raise RuntimeError(run.stderr.strip().splitlines()[-1:] or run.returncode)
    return float(run.stdout.split()[-1]), 0


# What is compared

class Sample:
    """Pages, as an archive and as the bodies alone."""

    def __init__(self, folder, name, archives, bodies=None):
        self.archives = archives
        self.file = folder / f"{name}.pages"
        self.count = self.size = 0
        with open(self.file, "wb") as file:
            for archive in archives:
                for _, body in pages.read_archive(archive) if bodies is None else bodies:
                    self.count += 1
                    self.size += len(body)
                    file.write(b"%d%010d" % (is_utf8(body), len(body)) + body)
        if self.count == 0:
            sys.exit("Scripts/bench: no page in the archive")

    def line(self):
        stored = sum(os.path.getsize(archive) for archive in self.archives)
        return (f"{self.count:,} pages, {self.size / 1e6:,.1f} MB, "
                f"{self.size / self.count / 1e3:.0f} KB a page, {stored / 1e6:,.1f} MB stored")


def is_utf8(body):
    try:
        body.decode()
        return True
    except UnicodeDecodeError:
        return False


def bodies_of(file):
    with open(file, "rb") as source:
        while head := source.read(11):
            yield source.read(int(head[1:]))


def subset(folder, name, sample, count):
    """As many pages as `count`, spread evenly over the sample."""
    step = max(sample.count / count, 1)
    chosen = {int(number * step) for number in range(min(count, sample.count))}
    bodies = [(f"https://example.org/bai-{number}.html", body)
              for number, body in enumerate(bodies_of(sample.file)) if number in chosen]
    archive = folder / f"{name}.warc.gz"
    pages.write_archive(archive, bodies)
    return Sample(folder, name, [archive], bodies)


class Commands:
    """The program under measure and the ways it is run."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def parse(self, sample):
        return child(self.program, "parse", *sample.archives)

    def articles(self, sample, name="articles.ndjson"):
        file = self.folder / name
        with open(file, "wb") as output:
            subprocess.run([self.program, "parse", *sample.archives],
                           stdout=output, stderr=subprocess.DEVNULL)
        return file

    def transform(self, articles):
        return child(self.program, "transform", articles)

    def whole(self, sample):
        return self.reprocess(sample)[:2]

    def reprocess(self, sample, workers=1, isAnew=True):
        """Processor seconds, peak memory, seconds by the clock."""
        if isAnew:
            shutil.rmtree(self.folder / "data", ignore_errors=True)
        pipeline = self.folder / "bench.yaml"
        sources = "".join(f"  - archive: {json.dumps(str(path))}\n" for path in sample.archives)
        pipeline.write_text(f"name: bench\ndata: data\nsources:\n{sources}", encoding="utf-8")
        return measured(self.program, "reprocess", pipeline, *sample.archives,
                        "--workers", workers)

    def list(self, sample):
        return child(self.program, "archive", "list", *sample.archives)

    def fetch(self, address, count):
        shutil.rmtree(self.folder / "fetched", ignore_errors=True)
        pipeline = self.folder / "fetch.yaml"
        (self.folder / "urls.txt").write_text(
            "".join(f"{address}/bai-{number}.html\n" for number in range(count)), encoding="utf-8")
        pipeline.write_text(
            "name: bench\ndata: fetched\nsources:\n  - urls: urls.txt\n"
            "fetch: {contact: bench@example.org, delay-ms: 0, allow-addresses: [127.0.0.1]}\n",
            encoding="utf-8")
        return child(self.program, "fetch", pipeline)


def compiler():
    found = shutil.which("cc") or shutil.which("clang") or swift_clang()
    return found or sys.exit("Scripts/bench: no C compiler: neither cc nor the toolchain's clang")


def build_baseline(folder):
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libxml-2.0"],
                           capture_output=True, text=True, check=True).stdout.split()
    program = folder / "libxml2_baseline"
    source = ROOT / "Scripts" / "libxml2_baseline.c"
    subprocess.run([compiler(), "-O2", "-o", program, source, *flags], check=True)
    return program


def swift_clang():
    swift = shutil.which("swift")
    clang = pathlib.Path(swift).resolve().parent / "clang" if swift else None
    return clang if clang and clang.exists() else None


class Baseline:
    """libxml2 alone."""

    def __init__(self, folder):
        self.program = build_baseline(folder)
        self.version = "?"

    def run(self, sample):
        run = subprocess.run(
            [self.program, sample.file], capture_output=True, text=True, check=True)
        _, _, seconds, self.version = run.stdout.split()
        return float(seconds), 0


# Peers, run by the Python of their own environment

def peer_python():
    """The interpreter that has the peers; `None`, and says why, where they can't be had."""
    python = BUILD / "venv" / "bin" / "python"
    try:
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", BUILD / "venv"],
                           check=True, capture_output=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
                        "--timeout", "20", "--retries", "1", *PACKAGES, *NEEDED],
                       check=True, capture_output=True, text=True)
        return python
    except (OSError, subprocess.CalledProcessError) as error:
        lines = str(getattr(error, "stderr", None) or error).strip().splitlines()
        print(f"peers: not measured, they could not be installed: {lines[-1] if lines else error}")
        return None


def extractor(name):
    if name == "resiliparse":
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.encoding import bytes_to_str, detect_encoding
        return lambda body: extract_plain_text(
            bytes_to_str(body, detect_encoding(body)), main_content=True, alt_texts=False,
            links=False, comments=False)
    import trafilatura
    return functools.partial(
        trafilatura.extract, fast=name == "trafilatura fast", include_comments=False)


def peer_extract(name, file):
    extract = extractor(name)
    bodies = list(bodies_of(file))
    with contextlib.suppress(Exception):  # what is loaded late is not the page's cost
        extract(bodies[0])
    start = time.process_time()
    for body in bodies:
        with contextlib.suppress(Exception):
            extract(body)
    print(time.process_time() - start)


def peer_read(name, *archives):
    start = time.process_time()
    for archive in archives:
        with open(archive, "rb") as file:
            if name == "FastWARC":
                from fastwarc.warc import ArchiveIterator
                for record in ArchiveIterator(file, parse_http=True):
                    record.reader.read()
            else:
                from warcio.archiveiterator import ArchiveIterator
                for record in ArchiveIterator(file):
                    record.content_stream().read()
    print(time.process_time() - start)


def peer_write(name, file, output):
    bodies = list(bodies_of(file))
    start = time.process_time()
    with open(output, "wb") as target:
        write, finish = (fastwarc_writer if name == "FastWARC" else warcio_writer)(target)
        for number, body in enumerate(bodies):
            write(f"https://example.org/bai-{number}.html", body)
        finish()
    print(time.process_time() - start)


def warcio_writer(target):
    import io
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter
    writer = WARCWriter(target, gzip=True)

    def write(url, body):
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(
            url, "response", payload=io.BytesIO(body), http_headers=head))
    return write, target.flush


def fastwarc_writer(target):
    from fastwarc.stream_io import GzipWriter
    from fastwarc.warc import WarcRecord, WarcRecordType
    stream = GzipWriter(target)

    def write(url, body):
        record = WarcRecord()
        record.init_headers(record_type=WarcRecordType.response)
        record.headers["WARC-Target-URI"] = url
        record.set_bytes_content(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body)
        record.write(stream, checksum_data=True)
        stream.finish()  # a member a record
    return write, stream.close


def peer_versions():
    print(", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES))


# Pages over loopback

@contextlib.contextmanager
def served(file):
    """The address of a server of the pages in `file`, as /bai-0.html and so on."""
    bodies = list(bodies_of(file))

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            number = re.fullmatch(r"/bai-(\d+)\.html", self.path)
            body = bodies[int(number[1])] if number else b""
            self.send_response(200 if number else 404)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


# Tables

class Report:
    def __init__(self):
        self.figures = {}

    def head(self, title, *columns):
        print(f"\n{title}")
        print(f"  {'':26}" + "".join(f"{column:>15}" for column in columns))

    def row(self, name, *cells):
        print(f"  {name:26}" + "".join(f"{cell:>15}" for cell in cells), flush=True)

    def keep(self, name, value):
        self.figures[name] = round(value, 4)


def machine():
    def first(pattern, path):
        with contextlib.suppress(OSError):
            if found := re.search(pattern, pathlib.Path(path).read_text()):
                return found[1]
        return "?"
    load = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    return (f"{datetime.date.today()}: {first(r'model name.*: (.*)', '/proc/cpuinfo')}, "
            f"{os.cpu_count()} cores, {first(r'PRETTY_NAME=.(.*).', '/etc/os-release')}, "
            f"Linux {platform.release()}; load {load}")


def measure_ways(report, commands, baseline, sample, count):
    articles = commands.articles(sample)
    bare, parse, transform, whole = take_turns([
        Runs("libxml2 alone", lambda: baseline.run(sample)),
        Runs("solieu parse", lambda: commands.parse(sample)),
        Runs("solieu transform", lambda: commands.transform(articles)),
        Runs("solieu, the whole way", lambda: commands.whole(sample)),
    ], count)
    report.head(f"Pages: {sample.line()}; libxml2 {baseline.version}",
                "CPU s", "spread", "pages/CPU s", "MB/CPU s", "÷ libxml2")
    for runs in (bare, parse, transform, whole):
        report.row(runs.name, f"{runs.median:.2f}", runs.spread,
                   f"{sample.count / runs.median:,.0f}", f"{sample.size / runs.median / 1e6:,.0f}",
                   f"{runs.median / bare.median:.3f}")
        report.keep(f"{runs.name} / libxml2", runs.median / bare.median)
    text = text_size(articles) / 1e6
    print(f"transform: {text:.1f} MB of article text, {text / transform.median:.1f} MB a CPU second, "
          "its start, reading lines and writing figures included")
    report.keep("transform, MB of text a CPU second", text / transform.median)


def text_size(articles):
    """The bytes of the texts of article lines."""
    with open(articles, encoding="utf-8") as lines:
        return sum(len(json.loads(line)["text"].encode()) for line in lines)


def measure_peers(report, commands, python, sample, count):
    def runs(name):
        return Runs(name, lambda: told(python, __file__, "--as-peer", "extract", name, sample.file))
    ours = Runs("solieu parse", lambda: commands.parse(sample))
    whole = Runs("solieu, the whole way", lambda: commands.whole(sample))
    contenders = take_turns([ours, whole, *map(runs, PEERS)], count)
    report.head(f"Peers, bodies alone: {sample.line()}",
                "CPU s", "spread", "pages/CPU s", "parse ×", "whole way ×")
    for runs in contenders:
        report.row(runs.name, f"{runs.median:.2f}", runs.spread,
                   f"{sample.count / runs.median:,.0f}", f"{runs.median / ours.median:.1f}",
                   f"{runs.median / whole.median:.2f}")
        report.keep(f"{runs.name} / solieu parse", runs.median / ours.median)
        report.keep(f"{runs.name} / whole way", runs.median / whole.median)


def measure_reading(report, commands, python, sample, count):
    def runs(name):
        return Runs(name, lambda: told(
            python, __file__, "--as-peer", "read", name, *sample.archives))
    ours = Runs("solieu archive list", lambda: commands.list(sample))
    stored = sum(os.path.getsize(archive) for archive in sample.archives)
    report.head("Reading archives", "CPU s", "spread", "stored MB/s", "solieu ×")
    contenders = [ours] + [runs(name) for name in ("FastWARC", "warcio") if python]
    for runs in take_turns(contenders, count):
        report.row(runs.name, f"{runs.median:.2f}", runs.spread,
                   f"{stored / runs.median / 1e6:,.0f}", f"{runs.median / ours.median:.2f}")
        report.keep(f"reading: {runs.name} / solieu", runs.median / ours.median)


def measure_writing(report, commands, python, folder, sample, count):
    def runs(name):
        return Runs(name, lambda: told(python, __file__, "--as-peer", "write", name, sample.file,
                                       folder / "peer.warc.gz"))
    with served(sample.file) as address:
        ours = Runs("solieu fetch", lambda: commands.fetch(address, sample.count))
        contenders = take_turns(
            [ours] + [runs(name) for name in ("FastWARC", "warcio") if python], count)
    report.head("Writing archives; fetch is from loopback, its start and the network included",
                "CPU s", "spread", "raw MB/CPU s", "solieu ×", "stored MB")
    written = list((folder / "fetched").rglob("*.warc.gz"))
    for runs in contenders:
        files = written if runs is ours else [folder / "peer.warc.gz"]
        stored = sum(os.path.getsize(file) for file in files)
        report.row(runs.name, f"{runs.median:.2f}", runs.spread,
                   f"{sample.size / runs.median / 1e6:,.0f}", f"{runs.median / ours.median:.2f}",
                   f"{stored / 1e6:.1f}")


GROWTH = (1, 4, 16)


def measure_growth(report, commands, folder, sample, count):
    files = {}
    for times in GROWTH:
        files[times] = folder / f"times-{times}.warc.gz"
        with open(files[times], "wb") as file:
            for _ in range(times):
                for archive in sample.archives:
                    file.write(archive.read_bytes())
    grown = {times: argparse.Namespace(archives=[path]) for times, path in files.items()}
    runs = {(name, times): Runs(name, functools.partial(way, grown[times]))
            for name, way in (("parse", commands.parse), ("whole", commands.whole))
            for times in GROWTH}
    take_turns(list(runs.values()), count)
    report.head(f"Growth: 1x is {sample.line()}",
                "parse CPU s", "ms a page", "peak MB", "whole CPU s", "ms a page", "peak MB")
    for times in GROWTH:
        cells = []
        for name in ("parse", "whole"):
            run = runs[name, times]
            cells += [f"{run.median:.2f}", f"{1e3 * run.median / times / sample.count:.3f}",
                      f"{run.peak / 1e6:.1f}"]
            report.keep(f"{name}, {times}x, peak MB", run.peak / 1e6)
        report.row(f"{times}x", *cells)
    for what, values in (("cost a page", [runs["whole", times].median / times for times in GROWTH]),
                         ("peak", [runs["whole", times].peak for times in GROWTH])):
        report.keep(f"growth, {what}: most / least", max(values) / min(values))
    measure_workers(report, commands, grown[4], 4 * sample.count, count)
    measure_unchanged(report, commands, grown[16])
    for path in files.values():
        path.unlink()


def measure_workers(report, commands, sample, pages_in, count):
    """One file, so that the workers share its records."""
    clocks, peaks = {1: [], 2: []}, {}
    for _ in range(count):
        for workers in clocks:
            _, peak, clock = commands.reprocess(sample, workers)
            clocks[workers].append(clock)
            peaks[workers] = max(peak, peaks.get(workers, 0))
    report.head(f"Workers on one file of {pages_in:,} pages; load {os.getloadavg()[0]:.1f}",
                "clock s", "pages/s", "peak MB")
    for workers, seconds in clocks.items():
        report.row(f"{workers}", f"{min(seconds):.2f}", f"{pages_in / min(seconds):,.0f}",
                   f"{peaks[workers] / 1e6:.1f}")
    report.keep("one worker / two, by the clock", min(clocks[1]) / min(clocks[2]))


def measure_unchanged(report, commands, sample):
    first, _, _ = commands.reprocess(sample, 2)
    time.sleep(4)  # until nothing can change a file unseen within a tick of its clock
    commands.reprocess(sample, 2, isAnew=False)
    again, _, _ = commands.reprocess(sample, 2, isAnew=False)
    report.head("Reprocessing what has not changed", "CPU s")
    report.row("first", f"{first:.3f}")
    report.row("again", f"{again:.3f}")
    report.keep("unchanged / first", again / first)


HOSTILE_BYTES, HOSTILE_RUNS = 100_000, 2


def measure_hostile(report, commands, folder, count):
    """What a byte of a text costs that is four times as long, as a share of what it costs once."""
    empty = folder / "empty.ndjson"
    empty.touch()
    texts = []
    for number, piece in enumerate(hostile_texts.PIECES):
        runs = []
        for times in (1, 4):
            file = folder / f"hostile-{number}-{times}.ndjson"
            file.write_text(hostile_texts.line(piece, times * HOSTILE_BYTES), encoding="utf-8")
            runs.append(Runs(repr(piece), functools.partial(commands.transform, file)))
        texts.append(runs)
    start = Runs("start", functools.partial(commands.transform, empty))
    take_turns([start, *(run for runs in texts for run in runs)], count)
    least = min(start.seconds)
    ratios = []
    for once, longer in texts:
        # A hundredth of a second more or less is the clock's own.
        seconds = [max(min(run.seconds) - least, 0.01) for run in (once, longer)]
        ratios.append((seconds[1] / seconds[0] / 4, 4 * HOSTILE_BYTES / seconds[1], once.name))
    report.head(f"Hostile texts: the worst of {len(texts)}, of {HOSTILE_BYTES / 1e3:.0f} KB and 4x",
                "a byte, 4x ÷ 1x", "MB/CPU s")
    for ratio, rate, name in sorted(ratios, reverse=True)[:5]:
        report.row(name, f"{ratio:.2f}", f"{rate / 1e6:.1f}")
    slowest = min(ratios, key=lambda text: text[1])
    report.row(f"slowest: {slowest[2]}", f"{slowest[0]:.2f}", f"{slowest[1] / 1e6:.1f}")
    report.keep("hostile texts, a byte at 4x / 1x", max(ratios)[0])


# What is to be reached: figure, at least or at most, and the figure's name here
TARGETS = [
    ("whole way over trafilatura's bodies alone", ">=", 11, "trafilatura / whole way"),
    ("whole way over resiliparse's bodies alone", ">=", 1.2, "resiliparse / whole way"),
    ("CPU time over libxml2's bare parse", "<=", 0.75, "solieu, the whole way / libxml2"),
    ("two workers over one, by the clock", ">=", 1.85, "one worker / two, by the clock"),
    ("cost a page at 1x, 4x, 16x, most / least", "<=", 1.05, "growth, cost a page: most / least"),
    ("peak memory at the same, most / least", "<=", 1.10, "growth, peak: most / least"),
    ("reprocessing what has not changed", "<=", 0.01, "unchanged / first"),
    ("a byte of a hostile text, 4x over 1x", "<=", 1.5, "hostile texts, a byte at 4x / 1x"),
]


def compare_with_targets(report, targets=TARGETS):
    print("\nTo be reached")
    for what, sense, wanted, name in targets:
        figure = report.figures.get(name)
        if figure is None:
            print(f"  {what:44}{'not measured':>15}{sense:>5} {wanted}")
            continue
        isReached = figure >= wanted if sense == ">=" else figure <= wanted
        print(f"  {what:44}{figure:>15.3f}{sense:>5} {wanted:<6}"
              f"{'' if isReached else 'falls short'}")


# Valgrind up to 3.20 writes into the signal mask that a program waits with, and Swift keeps that of
# its waiting main thread in read-only memory.
COPY_MASK = """
#define _GNU_SOURCE
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>
int sigsuspend(const sigset_t *mask) {
  sigset_t copy = *mask;
  return (int)syscall(SYS_rt_sigsuspend, &copy, 8);
}
"""


class Counter:
    """Counts the instructions of a command."""

    def __init__(self, folder):
        self.folder = folder
        source, self.preload = folder / "copy_mask.c", folder / "copy_mask.so"
        source.write_text(COPY_MASK)
        subprocess.run([compiler(), "-shared", "-fPIC", "-O2", "-o", self.preload, source],
                       check=True)

    def without_debugging(self, program):
        """A copy, for Valgrind does not read every debugging format."""
        copy = self.folder / f"{program.name}-stripped"
        subprocess.run(["strip", "--strip-debug", "-o", copy, program], check=True)
        return copy

    def count(self, command):
        run = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={self.folder / 'callgrind.out'}",
             *[str(part) for part in command]],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace",
            env={**os.environ, "LD_PRELOAD": str(self.preload)})
        counted = re.search(r"Collected : (\d+)", run.stderr)
        if counted is None:
            sys.exit(f"Scripts/bench: valgrind failed\n{run.stderr}")
        return int(counted[1])


def measure_instructions(report, commands, baseline, folder, sample, count):
    """Instructions of `count` pages less those of one, so that the start does not count."""
    if not shutil.which("valgrind"):
        print("\ninstructions: not counted, there is no valgrind; Scripts/setup valgrind")
        return
    many, one = subset(folder, "many", sample, count), subset(folder, "one", sample, 1)
    counter = Counter(folder)
    program = counter.without_debugging(commands.program)
    lines = {some: commands.articles(some, f"{name}.ndjson")
             for some, name in ((many, "many"), (one, "one"))}
    ways = {
        "libxml2 alone": lambda some: [baseline.program, some.file],
        "solieu parse": lambda some: [program, "parse", *some.archives],
        "solieu transform": lambda some: [program, "transform", lines[some]],
    }
    counts = {name: counter.count(way(many)) - counter.count(way(one))
              for name, way in ways.items()}
    counts["parse and transform"] = counts["solieu parse"] + counts["solieu transform"]
    report.head(f"Instructions of {many.count - 1} pages", "millions", "a byte", "÷ libxml2")
    for name, counted in counts.items():
        share = counted / counts["libxml2 alone"]
        report.row(name, f"{counted / 1e6:,.0f}", f"{counted / (many.size - one.size):.1f}",
                   f"{share:.3f}")
        report.keep(f"instructions: {name} / libxml2", share)


# The order

def made_up(count):
    """The archive of pages made up, written once."""
    BUILD.mkdir(parents=True, exist_ok=True)
    archive = BUILD / f"made-up-{count}.warc.gz"
    if not archive.exists():
        partial = archive.with_suffix(".partial")
        pages.write_archive(partial, pages.make_pages(count))
        partial.rename(archive)
    return archive


def options():
    parser = argparse.ArgumentParser(
        prog="Scripts/bench", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archives", nargs="*", type=pathlib.Path, metavar="ARCHIVE")
    parser.add_argument("--solieu", type=pathlib.Path, metavar="FILE",
                        help="measure this program; builds none")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="of each (5)")
    parser.add_argument("--made-up", type=int, default=2000, metavar="N",
                        help="pages to make up without ARCHIVE (2000)")
    parser.add_argument("--some", type=int, default=200, metavar="N",
                        help="pages for the peers, for growth and for fetching (200)")
    parser.add_argument("--peer-runs", type=int, default=2, metavar="N", help="of each peer (2)")
    parser.add_argument("--no-peers", action="store_true", help="install and run none")
    parser.add_argument("--instructions", type=int, nargs="?", const=40, metavar="N",
                        help="also count instructions, with valgrind, on N pages (40)")
    parser.add_argument("--hostile", action="store_true", help="measure hostile texts alone")
    parser.add_argument("--at-most", type=float, metavar="RATIO",
                        help="fail where the whole way costs more than this share of libxml2 alone")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="write the ratios there")
    return parser.parse_args()


def main():
    if sys.argv[1:2] == ["--as-peer"]:
        ways = {"extract": peer_extract, "read": peer_read, "write": peer_write,
                "versions": peer_versions}
        ways[sys.argv[2]](*sys.argv[3:])
        return
    chosen = options()
    report = Report()
    print(machine())
    BUILD.mkdir(parents=True, exist_ok=True)
    if chosen.hostile:
        with tempfile.TemporaryDirectory(dir=BUILD) as name:
            folder = pathlib.Path(name)
            measure_hostile(report, Commands(chosen.solieu.resolve(), folder), folder, HOSTILE_RUNS)
        return compare_with_targets(report, TARGETS[-1:])
    python = None if chosen.no_peers else peer_python()
    archives = [path.resolve() for path in chosen.archives] or [made_up(chosen.made_up)]
    with tempfile.TemporaryDirectory(dir=BUILD) as name:
        folder = pathlib.Path(name)
        commands, baseline = Commands(chosen.solieu.resolve(), folder), Baseline(folder)
        sample = Sample(folder, "all", archives)
        measure_ways(report, commands, baseline, sample, chosen.runs)
        some = subset(folder, "some", sample, chosen.some)
        if python:
            versions = subprocess.run([python, __file__, "--as-peer", "versions"],
                                      capture_output=True, text=True)
            print("\n" + versions.stdout.strip())
            measure_peers(report, commands, python, some, chosen.peer_runs)
        measure_reading(report, commands, python, sample, chosen.runs)
        measure_writing(report, commands, python, folder, some, chosen.peer_runs)
        measure_growth(report, commands, folder, sample, chosen.peer_runs)
        measure_hostile(report, commands, folder, HOSTILE_RUNS)
        if chosen.instructions:
            measure_instructions(
                report, commands, baseline, folder, sample, chosen.instructions)
        compare_with_targets(report)
        print(f"\nload at the end {os.getloadavg()[0]:.1f}")
    if chosen.json:
        chosen.json.write_text(json.dumps(report.figures, indent=2) + "\n", encoding="utf-8")
    whole = report.figures["solieu, the whole way / libxml2"]
    if chosen.at_most is not None and whole > chosen.at_most:
        sys.exit(f"Scripts/bench: the whole way costs {whole:.3f} of libxml2 alone, "
                 f"more than {chosen.at_most:.3f}")


if __name__ == "__main__":
    main()
