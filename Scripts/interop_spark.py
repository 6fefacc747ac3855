#!/usr/bin/env python3
"""Whether a Spark cluster makes the parts that one machine makes, whatever dies meanwhile.

    Scripts/interop_spark.py [--solieu FILE] [--pages N]

Makes an archive up, has the program reprocess it, then Scripts/spark_reprocess.py: on local[2]; on
local-cluster[2,1,1024], where one executor and one task's program are killed; killed itself and
started again; with files that can't be read; and with an object store for all of it. Prints a line for each thing that holds or not.
"""
import argparse
import gzip
import http.server
import logging
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
import pages
import verdict
from verdict import digests, judge

SCRIPTS = pathlib.Path(__file__).resolve().parent

# Kills, the first time it is asked for a file: of the second the executor that runs it, of the
# fourth the program in the middle of its work. The program itself lies beside it.
DEADLY = """#!/usr/bin/env bash
[[ $1 == reprocess ]] || exec "{program}" "$@"
once() {{ mkdir "{marks}/$1" 2>/dev/null; }}
case $3 in
*-2.warc.gz)
  if once executor; then
    process=$$
    while ! grep -q CoarseGrainedExecutorBackend "/proc/$process/cmdline"; do
      process=$(awk '/^PPid/ {{ print $2 }}' "/proc/$process/status")
      [[ $process -gt 1 ]] || exit 99
    done
    "{program}" "$@" &
    sleep 0.05
    kill -9 "$process"
    wait
  fi ;;
*-4.warc.gz)
  if once task; then
    "{program}" "$@" &
    while ! find "$5" -name '*.partial' 2>/dev/null | grep -q .; do
      kill -0 $! 2>/dev/null || exit 98
    done
    kill -9 $!
    kill -9 $$
  fi ;;
esac
exec "{program}" "$@"
"""


class Bench:
    def __init__(self, folder, program, count):
        self.folder, self.program = folder, program
        self.pipeline = folder / "pipelines" / "archive.yaml"
        self.pipeline.parent.mkdir()
        (folder / "pipelines" / "sites").mkdir()
        (folder / "pipelines" / "sites" / "bao.example.vn.yaml").write_text("body: //article\n")
        self.pipeline.write_text(
            "name: archive\nsites: sites/\nsources:\n  - archive: none/*.warc.gz\n")
        self.archives = self.make_archives(count)
        self.list = folder / "warc.paths.gz"
        self.list.write_bytes(gzip.compress("".join(
            f"{path.relative_to(folder)}\n" for path in self.archives).encode()))
        self.expected = folder / "expected"
        self.solieu("reprocess", self.pipeline, *self.archives, "--data", self.expected)

    def solieu(self, *command):
        return subprocess.run([self.program, *command], check=True)

    def make_archives(self, count):
        """Some in a folder that is named for the day, some not, one damaged in the middle."""
        bodies = list(pages.make_pages(count))
        archives = []
        for number in range(6):
            folder = self.folder / "crawl" / ("2020-11-23" if number % 2 else "11")
            folder.mkdir(parents=True, exist_ok=True)
            archives.append(folder / f"NEWS-{number}.warc.gz")
            pages.write_archive(archives[-1], bodies[number::6])
        data = bytearray(archives[5].read_bytes())
        data[len(data) // 2:len(data) // 2 + 500] = bytes(500)
        archives[5].write_bytes(data)
        return archives

    def command(self, name, master, *more, program=None):
        return [sys.executable, SCRIPTS / "spark_reprocess.py", self.pipeline, *more,
                "--data", name if "://" in name else self.folder / name, "--solieu", program or self.program,
                "--master", master]

    def spark(self, name, master, *more, program=None):
        return subprocess.run(
            [str(part) for part in self.command(name, master, *more, program=program)],
            capture_output=True, text=True)

    def from_list(self):
        return [self.list, "--root", self.folder]

    def judge_same(self, what, name, run, status=0):
        tail = "" if run.returncode == status else f"status {run.returncode} {run.stderr[-2000:]}"
        judge(f"{what}: parts and manifests are one machine's",
              digests(self.folder / name) == digests(self.expected) and not tail, tail)
        judge(f"{what}: nothing is left over", not (self.folder / name / "_tasks").exists())


def judge_local(bench):
    run = bench.spark("local", "local[2]", *bench.from_list())
    bench.judge_same("local[2]", "local", run)
    again = bench.spark("local", "local[2]", *bench.from_list())
    bench.judge_same("again", "local", again)
    judge("a second time there is nothing to do", "0 archive files done, 6 up to date" in again.stderr,
          again.stderr.splitlines()[-1:] and again.stderr.splitlines()[-1])


def judge_kills(bench):
    marks, deadly = bench.folder / "marks", bench.folder / "deadly" / "solieu"
    marks.mkdir()
    deadly.parent.mkdir()
    deadly.write_text(DEADLY.format(program=bench.program, marks=marks))
    deadly.chmod(0o755)
    run = bench.spark("cluster", "local-cluster[2,1,1024]", *bench.from_list(), program=deadly)
    bench.judge_same("an executor and a task's program killed", "cluster", run)
    judge("both were killed", sorted(path.name for path in marks.iterdir()) == ["executor", "task"]
          and "ExecutorLost" in run.stderr.replace(" ", "") and "ended with -9" in run.stderr)


def judge_restart(bench):
    """The driver is killed once some of its tasks are done."""
    driver = subprocess.Popen(
        [str(part) for part in bench.command("restarted", "local[1]", *bench.from_list())],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    tasks = bench.folder / "restarted" / "_tasks"
    deadline = time.monotonic() + 300
    while len(list(tasks.glob("*/articles/*/_manifest.json"))) < 2 and driver.poll() is None:
        if time.monotonic() > deadline:
            break
        time.sleep(0.01)
    os.killpg(driver.pid, signal.SIGKILL)
    driver.wait()
    left = len(list(tasks.glob("*/articles/*/_manifest.json")))
    run = bench.spark("restarted", "local[2]", *bench.from_list())
    bench.judge_same("the driver killed and started again", "restarted", run)
    judge("what was done is not done again", 0 < left and " 0 up to date" not in run.stderr,
          run.stderr.splitlines()[-1:] and run.stderr.splitlines()[-1])


def judge_unreadable(bench):
    """An ARC file and one that is not there, over HTTP and by path."""
    old = bench.folder / "crawl" / "2020-11-23" / "old.warc.gz"
    old.write_bytes(b"filedesc://old.arc 0.0.0.0 20201124 text/plain 70\n1 0 x\n\n")

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args):
            super().__init__(*args, directory=bench.folder)

        def log_message(self, *_):
            pass
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    root = f"http://127.0.0.1:{server.server_port}"
    more = [old, f"{root}/crawl/11/none.warc.gz"]
    try:
        for choice, status in (("list", 0), ("fail", 65)):
            run = bench.spark(choice, "local[2]", f"{root}/warc.paths.gz", *more, "--root", root,
                              "--on-unreadable", choice)
            bench.judge_same(f"--on-unreadable {choice}, over HTTP", choice, run, status)
            named = [line.split("\t")[1] for line in run.stdout.splitlines()]
            judge(f"--on-unreadable {choice}: both are named, no other",
                  sorted(named) == sorted(map(str, more)), run.stdout)
    finally:
        server.shutdown()


def judge_s3(bench):
    """The archive, its list and the dataset in an object store."""
    try:
        import boto3
        from moto.server import ThreadedMotoServer
    except ImportError:
        print("      no object store: boto3 and moto[server] are not installed")
        return
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer("127.0.0.1", 0)
    server.start()
    host, port = server.get_host_and_port()
    os.environ.update(AWS_ENDPOINT_URL=f"http://{host}:{port}", AWS_ACCESS_KEY_ID="none",
                      AWS_SECRET_ACCESS_KEY="none", AWS_DEFAULT_REGION="us-east-1")
    try:
        client = boto3.client("s3")
        client.create_bucket(Bucket="news")
        for path in bench.archives:
            client.upload_file(str(path), "news", str(path.relative_to(bench.folder)))
        for what, done in (("s3://", 6), ("s3:// again", 0)):
            run = bench.spark("s3://news/data", "local[2]", bench.list, "--root", "s3://news")
            shutil.rmtree(bench.folder / "s3", ignore_errors=True)
            for page in client.get_paginator("list_objects_v2").paginate(
                    Bucket="news", Prefix="data/"):
                for item in page.get("Contents", []):
                    target = bench.folder / "s3" / item["Key"][len("data/"):]
                    target.parent.mkdir(parents=True, exist_ok=True)
                    client.download_file("news", item["Key"], str(target))
            bench.judge_same(what, "s3", run)
            judge(f"{what}: {done} files are done", f"{done} archive files done" in run.stderr,
                  run.stderr.splitlines()[-1:] and run.stderr.splitlines()[-1])
    finally:
        server.stop()


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--solieu", type=pathlib.Path,
                        default=SCRIPTS.parent / ".build" / "release" / "solieu")
    parser.add_argument("--pages", type=int, default=360)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(pathlib.Path(name), chosen.solieu.resolve(), chosen.pages)
        judge("one machine makes parts", len(digests(bench.expected)) == 6 * 3 + 2)
        judge_local(bench)
        judge_kills(bench)
        judge_restart(bench)
        judge_unreadable(bench)
        judge_s3(bench)
    verdict.end()


if __name__ == "__main__":
    main()
