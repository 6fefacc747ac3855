#!/usr/bin/env python3
"""Asks the programs of others what they think of what a night tells its operators.

usage: interop_night.py systemd | metrics PROMTOOL FILE | lineage FILE

It is called by Scripts/interop, which installs the programs.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def systemd():
    """The units must be valid, and the crontab's lines must have their seven parts."""
    with tempfile.TemporaryDirectory() as folder:
        units = []
        for unit in sorted((ROOT / "Scripts/systemd").iterdir()):
            # The program need not be installed here; /bin/true stands for it.
            text = unit.read_text().replace("/usr/local/bin/solieu", "/bin/true")
            units.append(Path(folder) / unit.name)
            units[-1].write_text(text)
        run = subprocess.run(["systemd-analyze", "verify", *map(str, units)], capture_output=True,
                             text=True)
        print(run.stdout + run.stderr, end="")
        calendar = re.search(r"(?m)^OnCalendar=(.+)$", units[-1].read_text())[1]
        elapse = subprocess.run(["systemd-analyze", "calendar", calendar], capture_output=True,
                                text=True)
        print(elapse.stdout + elapse.stderr, end="")
        failed = run.returncode != 0 or bool(run.stdout + run.stderr) or elapse.returncode != 0
    for line in (ROOT / "Scripts/cron/solieu").read_text().splitlines():
        if not line or line.startswith("#") or re.match(r"\w+=", line):
            continue
        if not re.match(r"(@reboot|(\S+\s+){4}\S+)\s+solieu\s+\S.*solieu run /\S+\.yaml$", line):
            print("no line of a crontab:", line)
            failed = True
    return failed


def metrics(promtool, file):
    """promtool must find nothing, not even against its customs; the parser must read every value."""
    text = Path(file).read_text(encoding="utf-8")
    run = subprocess.run([promtool, "check", "metrics"], input=text, capture_output=True, text=True)
    print(run.stdout + run.stderr, end="")
    from prometheus_client.parser import text_string_to_metric_families
    families = {family.name: family for family in text_string_to_metric_families(text)}
    wanted = {"last_success_timestamp_seconds", "last_run_timestamp_seconds", "last_run_status",
              "last_run_duration_seconds", "last_run_pages", "last_run_articles",
              "last_run_figures", "last_run_rejects", "last_run_archive_bytes",
              "last_run_troubles", "last_run_source_articles", "last_run_source_figures"}
    missing = {f"solieu_{name}" for name in wanted} - set(families)
    for name in sorted(missing):
        print("missing", name)
    undocumented = [name for name, family in families.items() if not family.documentation]
    print(f"{sum(len(family.samples) for family in families.values())} samples")
    return run.returncode != 0 or bool(run.stdout + run.stderr) or bool(missing or undocumented)


def lineage(file):
    """Every event must be what openlineage-python makes of the same values, and obey its checks."""
    import attr
    from openlineage.client import event_v2, facet_v2
    kinds = []
    for line in Path(file).read_text(encoding="utf-8").splitlines():
        event = json.loads(line)
        facets = {
            "nominalTime": facet_v2.nominal_time_run.NominalTimeRunFacet,
            "processing_engine": facet_v2.processing_engine_run.ProcessingEngineRunFacet,
            "errorMessage": facet_v2.error_message_run.ErrorMessageRunFacet,
            "jobType": facet_v2.job_type_job.JobTypeJobFacet,
            "outputStatistics":
                facet_v2.output_statistics_output_dataset.OutputStatisticsOutputDatasetFacet,
        }

        def made(name, values):
            """The library's facet of the same values; it refuses keys that it does not know."""
            plain = {key: value for key, value in values.items() if not key.startswith("_")}
            facet = facets[name](**plain)
            url = values["_schemaURL"]
            kind = facets[name].__name__
            if not re.fullmatch(
                    rf"https://openlineage\.io/spec/facets/\d+-\d+-\d+/{kind}\.json#/\$defs/{kind}", url):
                raise ValueError(f"{name}: {url}")
            if facet._get_schema() != url:
                print(f"note: {name} is {url}, the library's {facet._get_schema()}")
            return facet

        run = event_v2.Run(
            runId=event["run"]["runId"],
            facets={name: made(name, facet) for name, facet in event["run"]["facets"].items()})
        job = event_v2.Job(
            namespace=event["job"]["namespace"], name=event["job"]["name"],
            facets={name: made(name, facet) for name, facet in event["job"]["facets"].items()})
        outputs = [
            event_v2.OutputDataset(
                namespace=output["namespace"], name=output["name"],
                outputFacets={name: made(name, facet)
                              for name, facet in output.get("outputFacets", {}).items()})
            for output in event["outputs"]]
        inputs = [event_v2.InputDataset(namespace=dataset["namespace"], name=dataset["name"])
                  for dataset in event["inputs"]]
        theirs = event_v2.RunEvent(
            eventType=event_v2.RunState[event["eventType"]], eventTime=event["eventTime"],
            run=run, job=job, inputs=inputs, outputs=outputs, producer=event["producer"])
        unknown = set(event) - set(attr.asdict(theirs)) - {"schemaURL"}
        if unknown or not inputs or not outputs:
            print("not of the standard:", sorted(unknown), len(inputs), len(outputs))
            return True
        kinds.append(event["eventType"])
    print(*kinds)
    starts, ends = kinds[0::2], kinds[1::2]
    return not kinds or set(starts) != {"START"} or not set(ends) <= {"COMPLETE", "FAIL", "ABORT"}


if __name__ == "__main__":
    sys.exit(globals()[sys.argv[1]](*sys.argv[2:]))
