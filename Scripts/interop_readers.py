#!/usr/bin/env python3
"""Asks the programs that analysts use whether they read a dataset as it stands, and alike.

    interop_readers.py make SOLIEU FOLDER     makes pages, archives them, and has solieu process them
    interop_readers.py rules SOLIEU DATA      holds every row to the schema and the rules for rows
    interop_readers.py read DATA SQL          loads it by every reader; they must agree
    interop_readers.py names SOLIEU           no field may be a reserved word of a reader
"""
import contextlib
import decimal
import glob
import gzip

import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import uuid
import warnings

KINDS = ["articles", "observations", "rejects"]
READERS = ["DuckDB", "PostgreSQL", "polars", "pandas", "pyarrow", "Spark", "ClickHouse"]

# --- a dataset ------------------------------------------------------------------------------------

PLACES = ["tỉnh Lạng Sơn", "huyện Bắc Sơn", "TP Đà Nẵng", "tỉnh An Giang", "xã Hữu Lân", "Hà Nội"]
THINGS = ["học sinh", "hộ nghèo", "ca mắc", "trường học", "doanh nghiệp", "lao động", "con bò"]
SENTENCES = [
    "Năm {year}, {place} có {count} {thing}, tăng {percent}% so với cùng kỳ năm {before}.",
    "Tổng kinh phí khoảng {decimal} tỷ đồng, trong đó ngân sách tỉnh {count} triệu đồng.",
    "Sản lượng đạt {decimal} nghìn tấn, giảm từ {percent}% xuống {less}%.",
    "Có {some}/{many} {thing} đạt chuẩn, chiếm tỉ lệ {share}%.",
    "Giá dao động từ {low}-{high} triệu đồng/tấn; nhiệt độ thấp nhất âm {less} độ C.",
    "Đến ngày 30/9/{year}, toàn tỉnh đã giải ngân hơn {decimal} tỷ đồng, bằng {share}% kế hoạch.",
    "Cụ ông {age} tuổi cùng {few} người khác chờ {age} phút; quãng đường dài {decimal} km.",
    "Số vốn đăng ký là {huge} đồng, gấp {few} lần năm trước.",
]
NASTY = [
    'Lời ông "Năm" \\ nói: \'{count} {thing}\' — dấu \\n, \\" và \\u0000 là chữ thường.',
    "Ký tự lạ: &#0; &#xD800; &#xFEFF; \u2028\u2029\u0085 \u200f{count} {thing} \U0001f41f\U0001f9d1\u200d\U0001f33e.",
    "Tab\tvà\x0bvà\x1bvà\x7f: {decimal} kg, 1e5 mét, NaN, Infinity, 007 và 0,50.",
    "<b>{{\"id\": {count}}}</b>, [1, \"a\", null], {{}} và 12.345.678.901.234.567.890 đồng.",
]

def paragraph(random, templates):
    def figure(low, high):
        return f"{random.randint(low, high):,}".replace(",", ".")
    many = random.randint(50, 400)
    some = random.randint(1, many)
    low = random.randint(3, 40)
    year = random.randint(2015, 2024)
    return random.choice(templates).format(
        year=year, before=year - 1, place=random.choice(PLACES), thing=random.choice(THINGS),
        count=figure(2, 99999), percent=f"{random.randint(1, 99)},{random.randint(1, 9)}",
        decimal=f"{figure(1, 9999)},{random.randint(1, 99)}", less=random.randint(1, 30),
        some=some, many=many, share=f"{100 * some / many:.1f}".replace(".", ","), low=low,
        high=low + random.randint(1, 9), age=random.randint(21, 99), few=random.randint(3, 9),
        huge=figure(10**12, 10**16))

def page(number, random):
    sentences = [paragraph(random, SENTENCES) for _ in range(random.randint(8, 20))]
    if number % 3 == 0:
        sentences += [paragraph(random, NASTY) for _ in range(3)]
    text = "\n".join(f"<p>{sentence}</p>" for sentence in sentences)
    if number % 7 == 0:
        rows = "".join(f"<tr><td>Xã {name}</td><td>{random.randint(2, 900)}</td></tr>"
                       for name in "ABCDE")
        text += f"<table><tr><th>Xã</th><th>Số hộ nghèo</th></tr>{rows}</table>"
    day = f"2024-0{random.randint(1, 9)}-1{number % 10}"
    time = f'<time datetime="{day}T07:05:00+07:00">{day}</time>' if number % 4 else ""
    return (f"<!DOCTYPE html><html lang='vi'><head><meta charset='utf-8'><title>Bản tin {number}"
            f"</title></head><body><main><article><h1>Bản tin số {number} về &quot;số liệu&quot;</h1>"
            f"{time}{text}</article></main></body></html>")

def record(address, body, status="200 OK", kind="text/html; charset=utf-8"):
    body = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
    block = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    block = block.encode() + body
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{address} {len(block)}")
    head = (f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{name}>\r\n"
            f"WARC-Date: 2024-10-0{1 + len(block) % 9}T01:02:03Z\r\nWARC-Target-URI: {address}\r\n"
            f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n")
    return gzip.compress(head.encode() + block + b"\r\n\r\n", mtime=0)

def make(solieu, folder):
    """Some 900 pages in three archive files, the sample site's among them, and their dataset."""
    source, folder = random.Random(1), pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "old").mkdir(parents=True)
    pages = [(f"https://bao{number % 5}.vn/tin-{number}.html", page(number, source))
             for number in range(840)]
    sample = pathlib.Path("Samples/site")
    pages += [(f"https://mau.vn/{path.relative_to(sample)}", path.read_text(encoding="utf-8"))
              for path in sorted(sample.rglob("*.html"))]
    # Copies of a story: the same text with another lead, on another site, in all of the files.
    lead = "<p>Tin chúng tôi vừa nhận được sáng nay từ các địa phương trong cả nước.</p><p>"
    pages += [(address.replace("bao", "chep"), text.replace("<p>", lead, 1))
              for address, text in pages[:60]]
    for part in range(3):
        with open(folder / f"old/made-2024100{part + 1}010203-0000{part}.warc.gz", "wb") as file:
            for address, text in pages[part::3]:
                file.write(record(address, text))
            file.write(record("https://mau.vn/404", "không có", status="404 Not Found"))
            file.write(record("https://mau.vn/a.pdf", b"%PDF-1.4\0\xff", kind="application/pdf"))
            file.write(record("https://mau.vn/trong", "<html><body></body></html>"))
    for compression in ["none", "gzip", "zstd"]:
        pipeline = folder / f"{compression}.yaml"
        pipeline.write_text(f"name: readers\ndata: {compression}\nsources:\n  - archive: old/*.warc.gz\n"
                            f"load: {{compression: {compression}}}\n")
        subprocess.run([solieu, "reprocess", pipeline], check=True)

# --- the rules for rows ---------------------------------------------------------------------------

def lines(data, kind):
    for name in sorted(glob.glob(f"{data}/{kind}/*/*.ndjson")):
        with open(name, "rb") as file:
            content = file.read()
        assert not content or content.endswith(b"\n"), f"{name}: no newline at the end"
        yield from content.split(b"\n")[:-1]

def schema(solieu, kind):
    run = subprocess.run([solieu, "schema", kind], capture_output=True, text=True, check=True)
    return json.loads(run.stdout)

def unequal_numbers(line):
    """Numbers that must have a fraction and have none, or that no double holds."""
    return [token for token in re.findall(rb'"(?:value|value_max|denominator|confidence|quality)":'
                                          rb'(-?[\d.]+)', line) if b"." not in token]

def rules(solieu, data):
    from jsonschema import Draft202012Validator, FormatChecker
    bad = 0
    for kind in KINDS:
        wanted = schema(solieu, kind)
        Draft202012Validator.check_schema(wanted)
        validator = Draft202012Validator(wanted, format_checker=FormatChecker())
        count = 0
        for line in lines(data, kind):
            count += 1
            row = json.loads(line.decode("utf-8"))
            faults = [f"{error.json_path} {error.message}" for error in validator.iter_errors(row)]
            if list(row) != list(wanted["properties"]):
                faults.append("other keys, or in another order")
            text = json.dumps(row, ensure_ascii=False)
            if "\0" in text or b"\\u0000" in line.replace(b"\\\\", b""):
                faults.append("a NUL")
            if any(0xD800 <= ord(letter) < 0xE000 for letter in text):
                faults.append("a lone surrogate")
            if len(line) > 1 << 20:
                faults.append(f"{len(line)} bytes")
            if unequal_numbers(line):
                faults.append("a number without a fraction")
            if "char_start" in row and row["date"] is None:
                faults.append("no partition")
            bad += bool(faults)
            for fault in faults:
                print(f"{kind}:{count}: {fault}")
        print(f"{count} rows of {kind} hold")
        if count < 3:
            return True
    return bad > 0

# --- the readers ----------------------------------------------------------------------------------

@contextlib.contextmanager
def inside(folder):
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)

FACTS = """SELECT count(*), count(DISTINCT id), sum(value), sum({exact}), sum(char_end - char_start),
  count(unit_code), count(place), count(period_end), min(period_end), max(period_end),
  count(date_published), min(date), sum(CASE WHEN confidence > 0.8 THEN 1 ELSE 0 END)
  FROM observations"""
NAMES = ["rows", "ids", "sum of value", "exact sum", "sum of lengths", "unit codes", "places",
         "period ends", "first end", "last end", "days published", "partition", "confident"]
VIEWS = "SELECT (SELECT count(*) FROM latest_articles), (SELECT count(*) FROM latest_observations), " \
        "(SELECT count(*) FROM figures_once), (SELECT sum(figures) FROM sums_by_unit_and_place)"

def by_duckdb(data, sql):
    import duckdb
    with inside(data):
        base = duckdb.connect()
        base.execute((sql / "duckdb.sql").read_text())
        guessed = base.sql("DESCRIBE SELECT * FROM read_json_auto('observations/*/*.ndjson*')")
        types = {name: kind for name, kind, *_ in guessed.fetchall()}
        facts = base.execute(FACTS.format(exact="value_decimal::DECIMAL(38, 9)")).fetchone()
        return facts, types, base.execute(VIEWS).fetchone()

def by_chdb(data, sql):
    from chdb import session
    with inside(data):
        base = session.Session()
        text = re.sub(r"(?m)^--.*$", "", (sql / "clickhouse.sql").read_text())
        for statement in filter(str.strip, text.split(";\n")):
            base.query(statement)

        def ask(question):
            question += " SETTINGS output_format_json_quote_decimals = 1"
            return json.loads(base.query(question, "JSONCompact").bytes())["data"]
        facts = ask(FACTS.format(exact="toDecimal128(value_decimal, 9)"))[0]
        guessed = ask("DESCRIBE file('observations/*/*.{ndjson,ndjson.gz,ndjson.zst}', JSONEachRow)")
        return facts, {row[0]: row[1] for row in guessed}, ask(VIEWS)[0]

def by_spark(data, sql):
    from pyspark.sql import SparkSession
    with inside(data):
        spark = (SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
                 .config("spark.sql.ansi.enabled", "true").config("spark.sql.shuffle.partitions", 4)
                 .config("spark.log.level", "ERROR")
                 .config("spark.ui.showConsoleProgress", "false").getOrCreate())
        text = re.sub(r"(?m)^--.*$", "", (sql / "spark.sql").read_text())
        for statement in filter(str.strip, text.split(";\n")):
            spark.sql(statement)
        guessed = {field.name: field.dataType.simpleString()
                   for field in spark.read.json("observations").schema}
        facts = spark.sql(FACTS.format(exact="CAST(value_decimal AS DECIMAL(38, 9))")).first()
        return tuple(facts), guessed, tuple(spark.sql(VIEWS).first())

def by_postgresql(data, sql):
    with postgresql() as psql:
        os.environ["SOLIEU_DATA"] = str(data)
        psql("-q", "-f", sql / "postgresql.sql")

        def ask(question):
            return psql("-At", "-F", "\t", "-c", f"SET search_path = solieu; {question}").split("\n")
        facts = ask(FACTS.format(exact="value_decimal"))[1].split("\t")
        kinds = ask("SELECT column_name, data_type FROM information_schema.columns WHERE "
                    "table_schema = 'solieu' AND table_name = 'observations'")[1:]
        types = dict(row.split("\t") for row in kinds if row)
        return facts, types, ask(VIEWS)[1].split("\t")

@contextlib.contextmanager
def postgresql():
    """A server of its own in a folder of its own, on a socket alone; it can't run as root."""
    programs = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory(prefix="solieu-pg-") as folder:
        os.chmod(folder, 0o711)
        if user:
            shutil.chown(folder, "postgres")

        def serve(program, *arguments):
            subprocess.run([*user, f"{programs}/{program}", "-D", f"{folder}/base", *arguments],
                           check=True, stdout=subprocess.DEVNULL, cwd="/")

        def psql(*arguments):
            run = subprocess.run(["psql", "-X", "-v", "ON_ERROR_STOP=1", "-h", folder, "-U", "solieu",
                                  "-d", "postgres", *map(str, arguments)],
                                 capture_output=True, text=True)
            if run.returncode:
                raise RuntimeError(run.stderr)
            return run.stdout
        serve("initdb", "-U", "solieu", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        serve("pg_ctl", "-w", "-l", f"{folder}/log", "-o",
              f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off", "start")
        try:
            yield psql
        finally:
            serve("pg_ctl", "-w", "-m", "fast", "stop")

def files(data):
    return sorted(glob.glob(f"{data}/observations/*/*.ndjson*"))

def by_polars(data, _):
    import polars
    frame = polars.concat([polars.read_ndjson(file, infer_schema_length=None) for file in files(data)])
    types = {name: str(kind) for name, kind in frame.schema.items()}
    return facts_of(frame.to_dicts()), types, None

def by_pandas(data, _):
    import pandas
    frame = pandas.concat([pandas.read_json(file, lines=True, dtype=False)
                           for file in files(data)])
    types = {name: str(kind) for name, kind in frame.dtypes.items()}
    frame = frame.astype(object).where(frame.notna(), None)
    return facts_of(frame.to_dict("records")), types, None

def by_pyarrow(data, _):
    import pyarrow
    import pyarrow.json
    tables = []
    for file in files(data):
        with pyarrow.input_stream(file, compression="detect") as stream:
            tables.append(pyarrow.json.read_json(stream))
    table = pyarrow.concat_tables(tables, promote_options="permissive")
    return facts_of(table.to_pylist()), {field.name: str(field.type) for field in table.schema}, None

def facts_of(rows):
    """What FACTS asks for, of rows as a library gives them."""
    def known(name):
        return [row[name] for row in rows if row[name] is not None]
    ends = [str(day)[:10] for day in known("period_end")]
    return (len(rows), len({row["id"] for row in rows}), sum(row["value"] for row in rows),
            sum(decimal.Decimal(row["value_decimal"]) for row in rows),
            sum(row["char_end"] - row["char_start"] for row in rows), len(known("unit_code")),
            len(known("place")), len(ends), min(ends), max(ends), len(known("date_published")),
            min(str(row["date"])[:10] for row in rows),
            sum(row["confidence"] > 0.8 for row in rows))

# What each may call a column, read with no hint.
FAMILIES = {
    "text": {"VARCHAR", "text", "String", "str", "object", "string", "Nullable(String)"},
    "number": {"DOUBLE", "double precision", "Float64", "float64", "double", "Nullable(Float64)"},
    "whole": {"BIGINT", "bigint", "Int64", "int64", "Nullable(Int64)"},
    "day": {"DATE", "date", "String", "str", "object", "string", "timestamp[s]", "Nullable(Date)",
            "datetime64[ns]", "datetime64[us]", "datetime64[s]",
            "Nullable(String)"},
    "exact": {"VARCHAR", "numeric", "String", "str", "object", "string", "Nullable(String)"},
}
COLUMNS = {"value": "number", "value_decimal": "exact", "value_max": "number", "char_start": "whole",
           "quote": "text", "unit_code": "text", "date": "day", "period_end": "day", "place": "text",
           "confidence": "number"}

def plain(fact):
    """A fact as the readers' ways of writing it have in common."""
    if isinstance(fact, str) and re.fullmatch(r"-?\d+", fact):
        return int(fact)
    if isinstance(fact, str) and not re.fullmatch(r"[-+\d.eE]+", fact) or hasattr(fact, "year"):
        return str(fact)[:10]
    if isinstance(fact, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", fact):
        return fact
    number = decimal.Decimal(str(fact))
    return int(number) if number == number.to_integral_value() and abs(number) < 10**9 else number

def table(title, names, columns):
    print(f"\n{title}")
    rows = [[name, *(str(column[index]) for column in columns.values())]
            for index, name in enumerate(names)]
    rows.insert(0, ["", *columns])
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]))]
    for row in rows:
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())

def read(data, sql):
    """Every reader must say the same of the dataset, with the types that it should."""
    warnings.simplefilter("ignore")
    data, sql = pathlib.Path(data).resolve(), pathlib.Path(sql).resolve()
    ways = [by_duckdb, by_postgresql, by_polars, by_pandas, by_pyarrow, by_spark, by_chdb]
    if any(file.endswith(".zst") for file in files(data)):
        # Spark's needs Hadoop's native libraries.
        ways.remove(by_spark)
    bad = False
    said, kinds, views = {}, {}, {}
    for way in ways:
        name = READERS[[by_duckdb, by_postgresql, by_polars, by_pandas, by_pyarrow, by_spark,
                        by_chdb].index(way)]
        facts, types, counts = way(data, sql)
        said[name] = [plain(fact) for fact in facts]
        kinds[name] = [types[column] for column in COLUMNS]
        if counts:
            views[name] = [plain(count) for count in counts]
        for column, family in COLUMNS.items():
            if types[column] not in FAMILIES[family]:
                print(f"{name} reads {column} as {types[column]}")
                bad = True
    first = next(iter(said))
    for name, facts in said.items():
        for label, one, other in zip(NAMES, said[first], facts):
            # In floating point the order of the rows shows in the last digits.
            near = label == "sum of value" and abs(one - other) <= abs(one) * decimal.Decimal("1e-12")
            if one != other and not near:
                print(f"{label}: {first} says {one}, {name} says {other}")
                bad = True
    if len({tuple(counts) for counts in views.values()}) != 1:
        bad = True
    table("what they said", NAMES, said)
    table("what they counted in the views", ["latest_articles", "latest_observations", "figures_once",
                                              "figures in the sums"], views)
    table("what they took the columns for, read with no hint", list(COLUMNS), kinds)
    return bad

# --- names ----------------------------------------------------------------------------------------

def fields(shape):
    for name, inner in shape.get("properties", {}).items():
        yield name
        yield from fields(inner)
    if "items" in shape:
        yield from fields(shape["items"])

def names(solieu):
    import duckdb
    from pyspark.sql import SparkSession
    reserved = {"DuckDB": {word for word, in duckdb.sql(
        "SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category = 'reserved'").fetchall()}}
    with postgresql() as psql:
        reserved["PostgreSQL"] = set(psql(
            "-At", "-c", "SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T')").split())
    spark = (SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
             .config("spark.sql.ansi.enabled", "true").config("spark.log.level", "ERROR")
             .config("spark.sql.ansi.enforceReservedKeywords", "true").getOrCreate())
    reserved["Spark"] = {row.keyword.lower() for row in spark.sql(
        "SELECT keyword FROM sql_keywords() WHERE reserved").collect()}
    bad = False
    for kind in ["articles", "observations", "rejects", "runs", "changes"]:
        for name in fields(schema(solieu, kind)):
            owners = [owner for owner, words in reserved.items() if name in words]
            if owners or not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name):
                print(f"{kind}: {name} is a reserved word of {', '.join(owners) or 'nobody, but odd'}")
                bad = True
    print({owner: len(words) for owner, words in reserved.items()})
    return bad

if __name__ == "__main__":
    sys.exit(bool(globals()[sys.argv[1]](*sys.argv[2:])))
