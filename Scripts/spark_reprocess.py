#!/usr/bin/env python3
"""Reprocesses an archive on a Spark cluster: a task an archive file, the parts one machine makes.

    spark-submit Scripts/spark_reprocess.py Pipelines/nightly.yaml warc.paths.gz \\
      --root s3://commoncrawl/ --data /shared/data --solieu solieu

PATHS are archive files, or lists of them, a path a line, gzip or not, such as CC-NEWS's
warc.paths.gz; a list may be an https:// address. Paths that are relative are put after --root, a
folder that every executor sees or an address; s3:// needs boto3 on the executors.

Each task runs the program on one file, in a data folder of its own below DATA/_tasks, and checks
its exit status; a task that dies is tried again, and what it left counts for nothing. In the end,
and at the next start where this one is killed, `solieu adopt` moves the whole parts into the
dataset and lists them in its manifests: each once, however often its task ran. Files whose parts
are up to date are passed over. DATA is a folder that the driver and every executor see, or an
address s3://BUCKET/FOLDER, where the tasks put their parts in place and the driver the manifests.

An archive file that can't be read is tried as often as Spark tries a task, unless its own bytes
are what is wrong. With --on-unreadable fail the status is 65, once all others are done; with list
it is 0. Either way each is a line on standard output: unreadable, its path and why, by tabs.

Exit status: 0 done; 64 the command line is wrong; 65 an archive file can't be read; 75 another run
is at work; 70 the job failed, and what was done is kept.
"""
import argparse
import gzip
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import urllib.error
import urllib.parse
import urllib.request
import uuid

SHIPPED = "solieu-ship"
ENDINGS = (".warc", ".warc.gz", ".warc.zst")
KINDS = ("rejects", "observations", "articles")  # the articles last, as the program does it
CHUNK = 1 << 20


class Unreadable(Exception):
    """An archive file that no other try will read either."""


# What the executors do

def is_address(path):
    return "://" in path


def s3_parts(address):
    parts = urllib.parse.urlsplit(address)
    return parts.netloc, parts.path.lstrip("/")


def s3():
    try:
        import boto3
    except ImportError as error:
        raise RuntimeError("s3:// addresses need boto3 where the tasks run") from error
    return boto3.client("s3")


def fetch(address, folder):
    """The archive file in a folder of its own, which is named for its day where that is known."""
    *_, day, name = ["", *urllib.parse.urlsplit(address).path.split("/")]
    target = pathlib.Path(folder, day if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else "file", name)
    target.parent.mkdir(parents=True)
    if address.startswith("s3://"):
        fetch_s3(address, target)
    else:
        fetch_http(address, target)
    return target


def fetch_s3(address, target):
    client = s3()
    try:
        client.download_file(*s3_parts(address), str(target))
    except client.exceptions.ClientError as error:
        if error.response["Error"]["Code"] in ("404", "403", "NoSuchKey", "NoSuchBucket"):
            raise Unreadable(str(error)) from error
        raise


def fetch_http(address, target):
    try:
        with urllib.request.urlopen(address, timeout=120) as answer, open(target, "wb") as file:
            shutil.copyfileobj(answer, file, CHUNK)
            expected = answer.headers.get("Content-Length")
    except urllib.error.HTTPError as error:
        if error.code in (401, 403, 404, 410):
            raise Unreadable(f"HTTP status {error.code}") from error
        raise
    if expected is not None and int(expected) != target.stat().st_size:
        raise RuntimeError(f"{address}: {target.stat().st_size} bytes came, not {expected}")


def digest_of(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while piece := file.read(CHUNK):
            digest.update(piece)
    return "sha256:" + digest.hexdigest()


def run_program(job, archive, data):
    from pyspark import SparkFiles
    shipped = pathlib.Path(SparkFiles.getRootDirectory(), SHIPPED)
    program = shipped / "solieu"
    if not os.access(program, os.X_OK):
        program.chmod(0o755)
    run = subprocess.run(
        [program, "reprocess", shipped / "pipeline" / job["pipeline"], archive, "--data", data,
         "--workers", str(job["workers"])],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace")
    lines = run.stderr.strip()
    if run.returncode == 65:
        raise Unreadable(lines.replace("\n", "; "))
    if run.returncode != 0:
        raise RuntimeError(f"{archive}: the program ended with {run.returncode}: {lines[-2000:]}")


def put_in_place(data, place):
    """Uploads a part: each file whole or not at all, and the same whichever try does it."""
    client = s3()
    bucket, prefix = s3_parts(place)
    for kind in KINDS:
        for file in sorted(data.glob(f"{kind}/date=*/*.ndjson*")):
            key = f"{prefix.rstrip('/')}/{file.relative_to(data)}"
            client.upload_file(str(file), bucket, key)
            file.unlink()


def process(job, path):
    """What came of one archive file: (path, outcome, detail)."""
    with tempfile.TemporaryDirectory(prefix="solieu-") as scratch:
        try:
            archive = fetch(path, scratch) if is_address(path) else pathlib.Path(path)
            if not archive.is_file():
                raise Unreadable("no such file")
            digests = job["known"].get(archive.name, [])
            if digests and digest_of(archive) in digests:
                return path, "up to date", ""
            if not is_address(job["data"]):
                data = pathlib.Path(job["data"], "_tasks", uuid.uuid4().hex)
                run_program(job, archive, data)
                return path, "done", str(data)
            data = pathlib.Path(scratch, "data")
            run_program(job, archive, data)
            put_in_place(data, job["data"])
            manifest = next(data.glob("articles/date=*/_manifest.json"))
            return path, "done", (manifest.parent.name, manifest.read_bytes())
        except Unreadable as error:
            return path, "unreadable", " ".join(str(error).split())


# What the driver does

def read_paths(given, root):
    """The archive files that are given, and those that the lists name, each once."""
    paths = {}
    for item in given:
        names = [item] if item.endswith(ENDINGS) else read_list(item)
        for name in names:
            isRelative = not is_address(name) and not name.startswith("/")
            if isRelative and root:
                name = root.rstrip("/") + "/" + name
            paths[name if is_address(name) else os.path.abspath(name)] = None
    return list(paths)


def read_list(name):
    if is_address(name):
        with urllib.request.urlopen(name, timeout=60) as answer:
            data = answer.read()
    else:
        data = pathlib.Path(name).read_bytes()
    if data.startswith(b"\x1f\x8b"):
        data = gzip.decompress(data)
    return [line.strip() for line in data.decode().splitlines() if line.strip()]


def pack(program, pipeline, folder):
    """The program and the pipeline's folder, for Spark to unpack where the tasks run."""
    bundle = pathlib.Path(folder, f"{SHIPPED}.tar.gz")

    def only_small(member):
        isWanted = not member.isfile() or member.size < 4 * CHUNK
        return member if isWanted and not member.name.endswith((".gz", ".ndjson")) else None
    with tarfile.open(bundle, "w:gz") as tar:
        tar.add(program, "solieu")
        tar.add(pipeline, f"pipeline/{pipeline.name}")
        for path in sorted(pipeline.parent.iterdir()):
            if path != pipeline and (path.is_dir() or path.suffix in (".txt", ".yaml")):
                tar.add(path, f"pipeline/{path.name}", filter=only_small)
    return bundle


class Dataset:
    """Where the parts go: a folder that every executor sees."""

    def __init__(self, program, pipeline, data):
        self.program, self.pipeline, self.data = program, pipeline, data
        self.tasks = pathlib.Path(data, "_tasks")

    def manifests(self):
        return [path.read_bytes()
                for path in pathlib.Path(self.data).glob("articles/date=*/_manifest.json")]

    def adopt(self, folders, *options, data=None):
        """Exit status; hundreds at a time, since a command line has an end."""
        status = 0
        for start in range(0, len(folders), 500):
            run = subprocess.run([self.program, "adopt", self.pipeline, *folders[start:start + 500],
                                  "--data", data or self.data, *options])
            status = status or run.returncode
        return status

    def take_up(self):
        """Takes over what a driver that was killed left: the whole parts of its tasks."""
        folders = sorted(self.tasks.glob("*"))
        whole = [path for path in folders if next(path.glob("articles/*/_manifest.json"), None)]
        names = {}
        for path in whole:  # of two tries of one file, which made the same, one
            manifest = next(path.glob("articles/*/_manifest.json"))
            names[manifest.parent.name, json.loads(manifest.read_bytes())["parts"][0]
                  ["archive_file"]] = path
        if names:
            self.adopt(sorted(names.values()))
        self.sweep()

    def commit(self, done):
        status = self.adopt(sorted(done))
        if status in (0, 65):
            self.sweep()
        return status

    def sweep(self):
        shutil.rmtree(self.tasks, ignore_errors=True)


class ObjectStore(Dataset):
    """Where the parts go: below an s3:// address. There is no lock: let one driver run at a time."""

    def __init__(self, program, pipeline, data):
        super().__init__(program, pipeline, data)
        self.client = s3()
        self.bucket, self.prefix = s3_parts(data.rstrip("/"))

    def keys(self):
        pages = self.client.get_paginator("list_objects_v2").paginate(
            Bucket=self.bucket, Prefix=f"{self.prefix}/articles/")
        return [item["Key"] for page in pages for item in page.get("Contents", [])
                if item["Key"].endswith("/_manifest.json")]

    def manifests(self):
        return [self.client.get_object(Bucket=self.bucket, Key=key)["Body"].read()
                for key in self.keys()]

    def take_up(self):
        pass  # parts without a manifest's line are made again, and come out the same

    def commit(self, done):
        with tempfile.TemporaryDirectory(prefix="solieu-") as scratch:
            joined = pathlib.Path(scratch, "joined")
            for key in self.keys():
                self.put(joined / key[len(self.prefix) + 1:], self.client.get_object(
                    Bucket=self.bucket, Key=key)["Body"].read())
            folders = []
            for number, (partition, manifest) in enumerate(done):
                folders.append(pathlib.Path(scratch, str(number)))
                self.put(folders[-1] / "articles" / partition / "_manifest.json", manifest)
            status = self.adopt(folders, "--only-manifests", data=joined)
            for path in sorted(joined.glob("articles/*/_manifest.json")):
                self.client.upload_file(
                    str(path), self.bucket, f"{self.prefix}/{path.relative_to(joined)}")
        return status

    @staticmethod
    def put(path, data):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def known_parts(dataset, program, pipeline, isForced):
    """Digests of the archive files whose parts this program and pipeline made, by file name."""
    def told(*command):
        return subprocess.run([program, *command], capture_output=True, text=True).stdout
    version = told("--version").strip()
    digest = re.search(r"(?m)^  digest +(\S+)$", told("check", str(pipeline)))
    known = {}
    for manifest in [] if isForced else dataset.manifests():
        for part in json.loads(manifest)["parts"]:
            if (part["version"], part["pipeline_digest"]) == (version, digest and digest[1]):
                known.setdefault(part["archive_file"], []).append(part["archive_digest"])
    return known


def options():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pipeline", type=pathlib.Path, metavar="PIPELINE")
    parser.add_argument("paths", nargs="+", metavar="PATHS")
    parser.add_argument("--data", required=True, metavar="FOLDER", help="the dataset")
    parser.add_argument("--solieu", default="solieu", metavar="FILE",
                        help="the program, which is sent to the executors")
    parser.add_argument("--root", default="", metavar="PREFIX", help="before relative paths")
    parser.add_argument("--master", help="the cluster, where spark-submit does not say it")
    parser.add_argument("--on-unreadable", choices=("fail", "list"), default="fail")
    parser.add_argument("--force", action="store_true", help="also make what is up to date")
    chosen = parser.parse_args()
    chosen.solieu = shutil.which(chosen.solieu) or parser.error(f"{chosen.solieu}: no program")
    chosen.solieu = os.path.abspath(chosen.solieu)
    chosen.pipeline = chosen.pipeline.resolve()
    if not is_address(chosen.data):
        chosen.data = os.path.abspath(chosen.data)
    check = subprocess.run([chosen.solieu, "check", chosen.pipeline], capture_output=True, text=True)
    if check.returncode != 0:
        parser.error((check.stderr or check.stdout).strip())
    return chosen


def run_job(chosen, paths, known):
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    from pyspark import SparkConf, SparkContext
    conf = SparkConf().setAppName(f"solieu reprocess {chosen.pipeline.name}")
    if chosen.master:
        conf.setMaster(chosen.master)
    job = {"pipeline": chosen.pipeline.name, "data": chosen.data, "known": known,
           "workers": int(conf.get("spark.task.cpus", "1"))}
    with tempfile.TemporaryDirectory(prefix="solieu-") as scratch, SparkContext(conf=conf) as spark:
        spark.addArchive(f"{pack(chosen.solieu, chosen.pipeline, scratch)}#{SHIPPED}")
        return spark.parallelize(paths, len(paths)).map(lambda path: process(job, path)).collect()


def main():
    chosen = options()
    paths = read_paths(chosen.paths, chosen.root)
    if not paths:
        sys.exit("spark_reprocess: the lists name no archive file")
    kind = ObjectStore if is_address(chosen.data) else Dataset
    dataset = kind(chosen.solieu, chosen.pipeline, chosen.data)
    dataset.take_up()
    known = known_parts(dataset, chosen.solieu, chosen.pipeline, chosen.force)
    try:
        results = run_job(chosen, paths, known)
    except Exception as error:  # of many kinds, Java's own among them
        dataset.take_up()
        print(f"spark_reprocess: the job failed: {str(error)[-4000:]}", file=sys.stderr)
        sys.exit(70)
    status = dataset.commit([detail for _, outcome, detail in results if outcome == "done"])
    unreadable = [(path, detail) for path, outcome, detail in results if outcome == "unreadable"]
    for path, detail in unreadable:
        print(f"unreadable\t{path}\t{detail}")
    counts = [sum(outcome == kind for _, outcome, _ in results) for kind in ("done", "up to date")]
    print(f"{counts[0]} archive files done, {counts[1]} up to date, {len(unreadable)} unreadable",
          file=sys.stderr)
    if status == 0 and unreadable and chosen.on_unreadable == "fail":
        status = 65
    sys.exit(status)


if __name__ == "__main__":
    main()
