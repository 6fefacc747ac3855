#!/usr/bin/env python3
"""Measures articles and figures against what a person read on the same pages.

Without GOLD_FOLDER it measures the sample site: Samples/site against Samples/gold. A folder may add

    pages/NAME.warc.gz  an archive
    pages/NAME.jsonl    a line for each of its pages: id, url, and any of is_article, title,
                        date_published, text, or the snippets that must be in its text (with)
                        and those that must not (without)
    gold/NAME.jsonl     a line for each article: id, text, observations

Every figure is a share, and more is better:

    text        F1 of the shingles of four words that the two texts share, as multisets; precision
                and recall are means over pages
    snippets    F1 of the snippets found, counted over all pages
    refused     pages that are no article and gave none
    headline, date, undated
                pages whose headline, whose day is right; pages without a day that got none
    value       F1 of figures: the spans overlap, value, value_max and denominator are equal
    core        the same, and unit, kind, qualifier and change agree
    full        the same, and indicator, category, place and period agree
    apart       listed words that are no figure (not_figures: raw; or quote, in, nth: the words, those
                around them, which of these) and are part of none; those inside an optional figure
                don't count
    times       listed times (periods: raw, start, end) whose days are right
    quote       figures whose quote is the text at their span
    unit, kind, ...
                figures that agree, of those that have the value right
    found       listed figures of the sample site that are found, and with the right unit, kind;
                from the texts of Samples/gold, and the whole way from the pages

A figure below its floor in Scripts/floors.json fails: exit status 1. The single fields have none:
a figure found at last with a wrong unit is no loss, and core and full tell the rest.
"""
import argparse
import collections
import dataclasses
import hashlib
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
from decimal import Decimal

sys.dont_write_bytecode = True
import pages

ROOT = pathlib.Path(__file__).resolve().parent.parent
FLOORS = ROOT / "Scripts" / "floors.json"
ORIGIN = "http://tin-vung-cao.example"


@dataclasses.dataclass
class Measure:
    """A share of something, and what stands beside it in the table."""
    share: float
    note: str


# Texts

def words(text):
    return re.findall(r"\w+", unicodedata.normalize("NFC", text or ""))


def folded(text):
    return " ".join(unicodedata.normalize("NFC", text or "").split())


def shingles(text, size=4):
    """The runs of `size` words; a shorter text is one run."""
    tokens = words(text)
    last = max(len(tokens) - size, 0) if tokens else -1
    return collections.Counter(tuple(tokens[start:start + size]) for start in range(last + 1))


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def ratio(part, whole):
    return part / whole if whole else 0.0


def counted(part, whole):
    return Measure(ratio(part, whole), f"{part} of {whole}")


def weighed(precision, recall, note=""):
    text = f"precision {precision:.4f}, recall {recall:.4f}{note}"
    return Measure(f1(precision, recall), text)


# Articles

def text_measure(pairs):
    precisions, recalls, empty = [], [], 0
    for gold, article in pairs:
        wanted, found = shingles(gold["text"]), shingles(article.get("text"))
        common = (wanted & found).total()
        if found:
            precisions.append(common / found.total())
        else:
            empty += 1
        if wanted:
            recalls.append(common / wanted.total())
    return weighed(
        ratio(sum(precisions), len(precisions)), ratio(sum(recalls), len(recalls)),
        f", {empty} of {len(pairs)} empty")


def snippet_measure(pairs):
    kept = missed = wrong = 0
    for gold, article in pairs:
        text = folded(article.get("text"))
        there = sum(folded(snippet) in text for snippet in gold["with"])
        kept, missed = kept + there, missed + len(gold["with"]) - there
        wrong += sum(folded(snippet) in text for snippet in gold["without"])
    return weighed(ratio(kept, kept + wrong), ratio(kept, kept + missed), f", {len(pairs)} pages")


def title_is_right(gold, article):
    titles = [gold["title"], *(gold.get("title_also") or [])]
    return folded(article.get("headline")) in [folded(title) for title in titles]


def day_is_right(gold, article):
    days = [gold["date_published"], *(gold.get("date_also") or [])]
    return (article.get("date_published") or "")[:10] in [day[:10] for day in days]


def measure_pages(golds, articles):
    """The measures of annotated pages; `articles` by address, none where a page was refused."""
    pairs = [(gold, articles.get(gold["url"], {})) for gold in golds]
    others = [article for gold, article in pairs if gold.get("is_article") is False]
    pairs = [pair for pair in pairs if pair[0].get("is_article") is not False]
    by_snippets = [pair for pair in pairs if "with" in pair[0]]
    by_text = [pair for pair in pairs if "text" in pair[0] and "with" not in pair[0]]
    titled = [pair for pair in pairs if pair[0].get("title")]
    dated = [pair for pair in pairs if pair[0].get("date_published")]
    undated = [article for gold, article in pairs
               if article and gold.get("date_published", "") is None]
    measures = {}
    if by_text:
        measures["text"] = text_measure(by_text)
    if by_snippets:
        measures["snippets"] = snippet_measure(by_snippets)
    if others:
        measures["refused"] = counted(sum(not article for article in others), len(others))
    if titled:
        measures["headline"] = counted(sum(title_is_right(*pair) for pair in titled), len(titled))
    if dated:
        measures["date"] = counted(sum(day_is_right(*pair) for pair in dated), len(dated))
    if undated:
        measures["undated"] = counted(
            sum(not article.get("date_published") for article in undated), len(undated))
    return measures


def worst_pages(golds, articles):
    for gold in golds:
        article = articles.get(gold["url"], {})
        if gold.get("is_article") is False:
            if article:
                yield 0.0, gold["id"], "an article where there is none"
        elif "with" in gold:
            measure = snippet_measure([(gold, article)])
            yield measure.share, gold["id"], measure.note
        elif "text" in gold:
            measure = text_measure([(gold, article)])
            yield measure.share, gold["id"], measure.note


# Figures

CORE = ["unit", "kind", "qualifier", "change"]
REST = ["indicator", "category", "place", "period"]


def number(value):
    return None if value is None else Decimal(str(value)).normalize()


def same_number(gold, found):
    keys = ["value", "value_max", "denominator"]
    return all(number(gold.get(key)) == number(found.get(key)) for key in keys)


def overlap(one, other):
    return (min(int(one["char_end"]), int(other["char_end"]))
            - max(int(one["char_start"]), int(other["char_start"])))


def terms(text):
    """Lower-case words, with the signs that a unit is written with."""
    kept = (character if character.isalnum() or character in "%‰°/" else " "
            for character in unicodedata.normalize("NFC", text or "").lower())
    return "".join(kept).split()


def likeness(one, other):
    one, other = collections.Counter(terms(one)), collections.Counter(terms(other))
    return ratio(2 * (one & other).total(), one.total() + other.total())


def same_unit(gold, found):
    """By code where there is one, else one name must begin as the other."""
    if gold.get("unit_code"):
        return gold["unit_code"] == found.get("unit_code")
    if not gold.get("unit"):
        return None
    one, other = terms(gold["unit"]), terms(found.get("unit"))
    shorter = min(len(one), len(other))
    return shorter > 0 and one[:shorter] == other[:shorter]


def agreement(field, gold, found):
    """Whether two figures agree on a field; `None` where the gold leaves it open."""
    def equal(*keys):
        return all((gold.get(key) or None) == (found.get(key) or None) for key in keys)
    if field == "unit":
        return same_unit(gold, found)
    if field == "place":
        return equal("place_code") if "place_code" in gold else None
    if field == "period":
        keys = ["period_start", "period_end"]
        return equal(*keys) if any(key in gold for key in keys) else None
    if field in ("indicator", "category"):
        return likeness(gold[field], found.get(field)) >= 0.5 if gold.get(field) else None
    return equal(field)


def matched(golds, founds):
    """Pairs of places of a gold and a found figure, one to one, the longest overlap first."""
    candidates = [
        (-overlap(gold, found), i, j)
        for i, gold in enumerate(golds) for j, found in enumerate(founds)
        if overlap(gold, found) > 0 and same_number(gold, found)]
    pairs, golds_left, founds_left = [], set(range(len(golds))), set(range(len(founds)))
    for _, i, j in sorted(candidates):
        if i in golds_left and j in founds_left:
            golds_left.remove(i)
            founds_left.remove(j)
            pairs.append((i, j))
    return pairs, golds_left, founds_left


class Tally:
    """What the figures of some articles come to."""

    def __init__(self):
        self.wanted = self.found = self.hits = self.core = self.full = 0
        self.right, self.asked = collections.Counter(), collections.Counter()
        self.quotes = self.exact = 0

    def add(self, article, founds):
        golds = article["observations"]
        for found in founds:
            start, end = int(found["char_start"]), int(found["char_end"])
            self.quotes += 1
            self.exact += article["text"][start:end] == found.get("quote")
        pairs, missed, extra = matched(golds, founds)
        pairs = [(golds[i], founds[j]) for i, j in pairs if not golds[i].get("optional")]
        optional = [gold for gold in golds if gold.get("optional")]
        missed = [golds[i] for i in missed if not golds[i].get("optional")]
        extra = [founds[j] for j in extra
                 if not any(overlap(gold, founds[j]) > 0 for gold in optional)]
        self.wanted += len(pairs) + len(missed)
        self.found += len(pairs) + len(extra)
        for gold, found in pairs:
            self.judge(gold, found)
        return missed, extra

    def judge(self, gold, found):
        verdicts = {field: agreement(field, gold, found) for field in CORE + REST}
        for field, verdict in verdicts.items():
            self.asked[field] += verdict is not None
            self.right[field] += bool(verdict)
        self.hits += 1
        self.core += all(verdicts[field] is not False for field in CORE)
        self.full += all(verdict is not False for verdict in verdicts.values())

    def measures(self):
        measures = {}
        for name, right in [("value", self.hits), ("core", self.core), ("full", self.full)]:
            measures[name] = weighed(ratio(right, self.found), ratio(right, self.wanted))
        measures["quote"] = counted(self.exact, self.quotes)
        for field in CORE + REST:
            if self.asked[field]:
                measures[field] = counted(self.right[field], self.asked[field])
        return measures


def measure_figures(articles, founds, explained):
    tally = Tally()
    for article in articles:
        tally.add(article, founds.get(article["id"], []))
    measures = tally.measures()
    listed = [(article, spans_of(article)) for article in articles]
    apart = [not any(overlap(span, found) > 0 for found in founds.get(article["id"], []))
             for article, spans in listed for span in spans]
    if apart:
        measures["apart"] = counted(sum(apart), len(apart))
    times = [right for article in articles if article["id"] in explained
             for right in times_right(article, explained[article["id"]])]
    if times:
        measures["times"] = counted(sum(times), len(times))
    return measures


def spans_of(article):
    """Where the words stand that are no figure."""
    optional = [gold for gold in article["observations"] if gold.get("optional")]
    for listed in article.get("not_figures", []):
        words = listed.get("raw") or listed["quote"]
        around, start = listed.get("in", words), -1
        for _ in range(listed.get("nth", 1)):
            start = article["text"].find(around, start + 1)
        if start < 0:
            continue
        start += max(around.find(words), 0)
        span = {"char_start": start, "char_end": start + len(words)}
        if not any(overlap(span, gold) > 0 for gold in optional):
            yield span


def times_right(article, explained):
    """Of each listed time whether a time that the program explains is it and has its days."""
    times = [(folded(quote).lower(), days) for quote, days in
             re.findall(r"\{([^{}]*): \w+ ([-.\d]+)\}", explained)]
    for listed in article["periods"]:
        raw = folded(listed["raw"]).lower()
        start, end = listed["start"] or "", listed["end"] or ""
        wanted = start if start == end else f"{start}..{end}"
        yield any(days == wanted and (raw in quote or quote in raw) for quote, days in times)


def worst_articles(articles, founds):
    for article in articles:
        tally = Tally()
        missed, extra = tally.add(article, founds.get(article["id"], []))
        if missed or extra:
            note = ", ".join(
                [f"missed {gold['quote']!r}" for gold in missed]
                + [f"no figure {found['quote']!r}" for found in extra])
            yield tally.measures()["value"].share, article["id"], note


# The sample site

def sample_pages():
    """Addresses and bodies of the site's pages that a crawler may take."""
    site = ROOT / "Samples" / "site"
    answers = json.loads((site / "_answers.json").read_text(encoding="utf-8"))
    robots = (site / "robots.txt").read_text(encoding="utf-8")
    closed = tuple(re.findall(r"(?m)^Disallow: *(\S+)", robots))
    for file in sorted(site.rglob("*.htm*")):
        path = "/" + file.relative_to(site).as_posix()
        if path.startswith(closed) or answers.get(path, {}).get("status", 200) != 200:
            continue
        body = file.read_bytes().replace(b"{{ORIGIN}}", ORIGIN.encode())
        yield ORIGIN + path.removesuffix("index.html"), body


def sample_golds():
    golds = []
    for file in sorted((ROOT / "Samples" / "gold").glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        golds.append({"id": file.stem, "url": ORIGIN + gold["path"], "title": gold["headline"],
                      "date_published": gold["date_published"], "text": gold["text"]})
    return golds


def listed_figures():
    """The rows of figures.tsv by address."""
    rows = collections.defaultdict(list)
    with open(ROOT / "Samples" / "gold" / "figures.tsv", encoding="utf-8") as lines:
        names = next(lines).rstrip("\n").split("\t")
        for line in lines:
            row = dict(zip(names, line.rstrip("\n").split("\t")))
            rows[ORIGIN + row["path"]].append(row)
    return rows


def places(quote, text):
    return [{"char_start": at.start(), "char_end": at.end()}
            for at in re.finditer(re.escape(quote), text)]


def measure_listed(golds, rows, articles, founds):
    """How many of the listed figures are found, and of the listed unit and kind.

    A figure is found where its value stands at its quote; figures that are not listed do not count.
    """
    wanted = hits = unit = kind = 0
    for gold in golds:
        article = articles.get(gold["url"], {})
        left = list(founds.get(article.get("id"), []))
        for row in rows[gold["url"]]:
            wanted += 1
            spots = places(row["quote"], article.get("text") or "")
            fitting = [
                found for found in left if number(found["value"]) == number(row["value"])
                and any(overlap(spot, found) > 0 for spot in spots)]
            if not fitting:
                continue
            found = max(fitting, key=lambda found: (
                same_unit(row, found) is True, found["kind"] == row["kind"]))
            left.remove(found)
            hits += 1
            unit += same_unit(row, found) is not False
            kind += found["kind"] == row["kind"]
    return {
        "found": counted(hits, wanted), "found, unit": counted(unit, wanted),
        "found, kind": counted(kind, wanted)}


# The program

class Program:
    def __init__(self, path, folder):
        self.path, self.folder = path, pathlib.Path(folder)

    def lines(self, command, source):
        """What `solieu COMMAND SOURCE` prints, as records; bad input is no failure here."""
        output = self.folder / "lines.ndjson"
        with open(output, "wb") as file:
            run = subprocess.run(
                [self.path, command, source], stdout=file, stderr=subprocess.PIPE, text=True)
        if run.returncode not in (0, 65):
            sys.exit(f"solieu {command} {source}: exit status {run.returncode}\n{run.stderr}")
        return records(output)

    def articles(self, archive):
        return {article["url"]: article for article in self.lines("parse", archive)}

    def figures(self, articles):
        """The figures of a file of article lines, by article."""
        founds = collections.defaultdict(list)
        for found in self.lines("transform", articles):
            founds[found["article_id"]].append(found)
        return founds

    def explained(self, article):
        """The article's text as `solieu transform --explain` prints it."""
        file = self.folder / "article.ndjson"
        file.write_text(json.dumps(article, ensure_ascii=False, default=float) + "\n",
                        encoding="utf-8")
        return subprocess.run([self.path, "transform", "--explain", file], check=True,
                              stdout=subprocess.PIPE, text=True).stdout

    def figures_of(self, articles):
        file = self.folder / "articles.ndjson"
        with open(file, "w", encoding="utf-8") as lines:
            for article in articles:
                lines.write(json.dumps(article, ensure_ascii=False) + "\n")
        return self.figures(file)


def records(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line, parse_float=Decimal) for line in lines if line.strip()]


@dataclasses.dataclass
class Part:
    """A set of annotated pages or articles, and how to measure some of them."""
    name: str
    golds: list
    measure: object
    worst: object = lambda golds: []


def sample_parts(program):
    archive = program.folder / "site.warc.gz"
    urls = pages.write_archive(archive, sample_pages())
    golds = sample_golds()
    articles = program.articles(archive)
    known = {gold["url"] for gold in golds}
    others = [{"id": url.removeprefix(ORIGIN), "url": url, "is_article": False}
              for url in urls if url not in known]
    yield Part("samples/pages", golds + others,
               lambda some: measure_pages(some, articles),
               lambda some: worst_pages(some, articles))
    rows = listed_figures()
    texts = {gold["url"]: {**gold, "headline": gold["title"]} for gold in golds}
    of_texts = program.figures_of(texts.values())
    yield Part("samples/figures", golds,
               lambda some: measure_listed(some, rows, texts, of_texts))
    of_pages = program.figures_of(
        json.loads(json.dumps(article, default=float)) for article in articles.values())
    yield Part("samples/whole way", golds,
               lambda some: measure_listed(some, rows, articles, of_pages))


def folder_parts(folder, program):
    for file in sorted((folder / "pages").glob("*.jsonl")):
        archive = file.with_suffix(".warc.gz")
        if not archive.exists():
            continue
        articles = program.articles(archive)
        yield Part(f"pages/{file.stem}", records(file),
                   lambda some, articles=articles: measure_pages(some, articles),
                   lambda some, articles=articles: worst_pages(some, articles))
    for file in sorted((folder / "gold").glob("*.jsonl")):
        founds = program.figures(file)
        golds = records(file)
        explained = {gold["id"]: program.explained(gold) for gold in golds if gold.get("periods")}
        yield Part(f"gold/{file.stem}", golds,
                   lambda some, founds=founds, explained=explained:
                       measure_figures(some, founds, explained),
                   lambda some, founds=founds: worst_articles(some, founds))


# Floors

def down(share):
    """Four digits, never more than there is: a floor is passed by what set it."""
    return math.floor(share * 10_000 + 1e-9) / 10_000


def load_floors():
    return json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def save_floors(floors, measured, lower):
    for part, measures in measured.items():
        kept = floors.setdefault(part, {})
        for name, measure in measures.items():
            if name in CORE + REST:
                continue
            floor = down(measure.share)
            kept[name] = floor if lower else max(floor, kept.get(name, 0.0))
    FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def fallen(floors, measured):
    for part, measures in measured.items():
        for name, floor in floors.get(part, {}).items():
            if name not in measures:
                yield f"{part} {name}: not measured, the floor is {floor:.4f}"
            elif measures[name].share < floor - 1e-9:
                yield f"{part} {name}: {measures[name].share:.4f} is below {floor:.4f}"


# The table

def split(golds):
    """The two thirds to develop on and the last third, in the order of a hash of their ids."""
    def place(gold):
        return hashlib.sha256(gold["id"].encode()).hexdigest()
    ordered = sorted(golds, key=place)
    cut = len(ordered) - len(ordered) // 3
    return ordered[:cut], ordered[cut:]


def show(part, measures, floors, thirds):
    for name, measure in measures.items():
        floor = floors.get(part.name, {}).get(name)
        line = [f"{part.name:20} {name:11} {measure.share:.4f}",
                "      " if floor is None else f"{floor:.4f}"]
        line += [f"{third[name].share:.4f}" if name in third else "      " for third in thirds]
        print("  ".join([*line, measure.note]))


def options():
    parser = argparse.ArgumentParser(
        prog="Scripts/score", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=pathlib.Path, metavar="GOLD_FOLDER")
    parser.add_argument("--solieu", metavar="FILE", help="measure this program; builds none")
    parser.add_argument("--held-back", action="store_true",
                        help="also print two thirds and the last third of each set, by hash of id")
    parser.add_argument("--worst", type=int, default=0, metavar="N",
                        help="print the N worst of each set")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="write the figures there")
    parser.add_argument("--update", action="store_true", help="raise floors to what is measured")
    parser.add_argument("--allow-regression", action="store_true",
                        help="set the floors to it, lower ones too; say why")
    chosen = parser.parse_args()
    if chosen.folder and not any((chosen.folder / name).is_dir() for name in ("pages", "gold")):
        parser.error(f"{chosen.folder} has neither pages nor gold")
    return chosen


def main():
    chosen = options()
    floors, measured = load_floors(), {}
    header = f"{'set':20} {'measure':11} figure  floor "
    print(header + ("  dev     held back" if chosen.held_back else ""))
    with tempfile.TemporaryDirectory() as folder:
        program = Program(chosen.solieu, folder)
        parts = list(sample_parts(program))
        if chosen.folder:
            parts += folder_parts(chosen.folder, program)
    for part in parts:
        measured[part.name] = part.measure(part.golds)
        thirds = split(part.golds) if chosen.held_back else []
        thirds = [part.measure(some) if some else {} for some in thirds]
        show(part, measured[part.name], floors, thirds)
        for share, name, note in sorted(part.worst(part.golds))[:chosen.worst]:
            print(f"    {share:.4f} {name}: {note}")
    if chosen.json:
        figures = {part: {name: measure.share for name, measure in measures.items()}
                   for part, measures in measured.items()}
        chosen.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    if chosen.update or chosen.allow_regression:
        save_floors(floors, measured, lower=chosen.allow_regression)
    falls = list(fallen(load_floors(), measured))
    for fall in falls:
        print(f"Scripts/score: {fall}", file=sys.stderr)
    if falls and not chosen.worst:
        print("Scripts/score: --worst 3 tells on which pages", file=sys.stderr)
    return 1 if falls else 0


if __name__ == "__main__":
    sys.exit(main())
