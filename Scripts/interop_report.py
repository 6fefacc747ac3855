#!/usr/bin/env python3
"""Opens the pages that `solieu report` writes in headless Chromium, as their readers would.

usage: interop_report.py PROGRAM FOLDER [DATA...]

It makes datasets in FOLDER (empty, one day, a year, hostile), and takes those of DATA too. Each
page is opened in both languages, light and dark, on a phone and on a desk: it must log nothing,
ask for nothing from outside, fit the screen's width, and pass axe's accessibility rules. The
screenshots stay in FOLDER.
"""

import functools
import importlib.util
import json
import random
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

SCREENS = {"phone": (360, 780, True), "desk": (1280, 900, False)}
SCHEMES = ["light", "dark"]
LANGUAGES = ["vi", "en"]

HOSTILE = [
    '<script>window.broken = 1</script>',
    '</p></blockquote></style></script><img src=x onerror="window.broken = 2">',
    "'\"><svg onload=window.broken=3>",
    "<!-- <![CDATA[ ]]> --> &lt;b&gt; &amp;amp; \u202e\u2066\u0000\u0085\ufffe",
    "javascript:window.broken=4",
]


# Datasets

def write_lines(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")


def article(version, site, day, sentence, quality, headline):
    return {
        "id": "a" + version, "version_id": "v" + version, "url": f"https://{site}/{version}.html",
        "site": site, "headline": headline, "text": "Mở đầu.\n" + sentence,
        "date_published": day, "date": day, "extractor": random.choice(["named", "density"]),
        "quality": quality,
    }


def figure(page, quote, value, unit, sentence, checks=()):
    start = page["text"].index(quote)
    return {
        "id": f"o{page['version_id'][1:]}-{start}-{start + len(quote)}",
        "article_id": page["id"], "version_id": page["version_id"], "url": page["url"],
        "site": page["site"], "date_published": page["date"], "date": page["date"],
        "quote": quote, "char_start": start, "char_end": start + len(quote), "kind": "count",
        "value": float(value), "value_decimal": value, "value_max": None,
        "value_max_decimal": None, "denominator": None, "denominator_decimal": None,
        "unit": unit, "unit_code": None, "qualifier": None, "change": None, "change_base": None,
        "status": "actual", "indicator": f"số {unit}", "category": None, "place": "tỉnh Lạng Sơn",
        "place_code": "20", "period_start": "2024-01-01", "period_end": "2024-12-31",
        "group_id": None, "checks": list(checks), "sentence": sentence, "confidence": 0.9,
    }


def reject(url, reason, day):
    return {"url": url, "stage": "fetch", "reason": reason, "detail": "", "captured_at": None,
            "date": day, "archive_file": None, "archive_offset": None, "record_id": None}


def run(day, number, status=0, warnings=(), hosts=()):
    return {
        "id": f"{day.replace('-', '')}T190000Z-{number:04x}", "pipeline": "mot-nam",
        "version": "1", "pipeline_digest": "sha256:0", "started_at": f"{day}T19:00:00Z",
        "ended_at": f"{day}T19:{number % 50 + 5:02d}:07Z", "status": status,
        "fetched": {"asked": 900 + number, "new": 400, "unchanged": 480, "failed": 20},
        "hosts": list(hosts), "parts": [], "warnings": list(warnings), "notes": [],
    }


def make_days(folder, days, sites, pages):
    """A dataset of so many days that end with 2024, with a run each."""
    random.seed(7)
    last = date(2024, 12, 31)
    for back in range(days):
        day = (last - timedelta(days=back)).isoformat()
        articles, figures, rejects = [], [], []
        for number, site in enumerate(sites):
            for page in range(random.randint(0, max(1, pages // (number + 1)))):
                version = f"{back:04x}{number:02x}{page:010x}"
                part, whole = random.randint(20, 90), random.randint(100, 999)
                quotes = [f"{part} trường", f"{whole} trường", "50 %"]
                sentence = (f"Đến nay, {quotes[0]} trong tổng số {quotes[1]} của tỉnh, "
                            f"tức {quotes[2]}, đã đạt chuẩn.")
                made = article(version, site, day, sentence, random.randint(30, 100) / 100,
                               f"{part} trường học ở Lạng Sơn đạt chuẩn quốc gia")
                check = {"rule": "share", "holds": part * 2 == whole,
                         "statement": f"{part}/{whole} ≠ 50 %"}
                articles.append(made)
                figures.append(figure(made, quotes[0], str(part), "trường", sentence, [check]))
                figures.append(figure(made, quotes[1], str(whole), "trường", sentence, [check]))
            rejects.append(reject(f"https://{site}/robots.txt", "not_html", day))
            if random.random() < 0.3:
                rejects.append(reject(f"https://{site}/x", "timeout", day))
        for kind, rows in [("articles", articles), ("observations", figures),
                           ("rejects", rejects)]:
            write_lines(folder / kind / f"date={day}" / "part.ndjson", rows)
        hosts = [{"host": site, "requests": 40, "failed": number % 3,
                  "median_ms": 120 * (number + 1), "slowest_ms": 9000} for number, site
                 in enumerate(sites)]
        failed = back % 9 == 0
        write_run(folder, run(day, back, int(failed), ["feed https://a.example/rss: 503"] * failed,
                              hosts))


def write_run(folder, record):
    path = folder / "runs" / f"{record['id']}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record), encoding="utf-8")


def make_hostile(folder):
    """Every text that a page or a server sends is one that tries to break out."""
    day = "2024-12-31"
    articles, figures, rejects = [], [], []
    for number, text in enumerate(HOSTILE):
        sentence = f"Câu {text} có 12 con."
        made = article(f"{number:016x}", text + ".example", day, sentence, 0.5, text)
        made["url"], made["extractor"] = text, text
        check = {"rule": text, "holds": False, "statement": text}
        shown = figure(made, "12 con", "12", text, sentence, [check])
        shown["place"] = shown["indicator"] = shown["category"] = text
        shown["value_decimal"] = shown["unit_code"] = text
        articles.append(made)
        figures.append(shown)
        rejects.append(reject("http://" + text, text, day))
    write_lines(folder / "articles" / f"date={day}" / "a.ndjson", articles)
    write_lines(folder / "observations" / f"date={day}" / "a.ndjson", figures)
    write_lines(folder / "rejects" / f"date={day}" / "a.ndjson", rejects)
    hosts = [{"host": text, "requests": 1, "failed": 0, "median_ms": 5, "slowest_ms": 5}
             for text in HOSTILE]
    record = run(day, 1, 1, HOSTILE, hosts)
    record["pipeline"] = HOSTILE[1]
    record["notes"] = HOSTILE
    record["troubles"] = [{"kind": text, "subject": text, "detail": text, "fails": True,
                           "since": text, "nights": 2} for text in HOSTILE]
    write_run(folder, record)


# The browser

def start_browser():
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--lang=en",
                     "--hide-scrollbars", "--disable-gpu"]:
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"intl.accept_languages": "en-US,en"})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))


def set_screen(browser, screen, scheme):
    width, height, is_mobile = SCREENS[screen]
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": height, "deviceScaleFactor": 1, "mobile": is_mobile})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "features": [{"name": "prefers-color-scheme", "value": scheme}]})


def outside_requests(browser, page):
    """What the page asked for besides itself and data in it."""
    asked = []
    for entry in browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            asked.append(message["params"]["request"]["url"])
    return [url for url in asked if url != page.as_uri() and not url.startswith("data:")]


def shoot(browser, file):
    import base64

    shot = browser.execute_cdp_cmd("Page.captureScreenshot", {
        "format": "png", "captureBeyondViewport": True})
    file.write_bytes(base64.b64decode(shot["data"]))


@functools.cache
def axe_source():
    """axe-core as the package axe-playwright-python carries it; Playwright itself is not needed."""
    package = importlib.util.find_spec("axe_playwright_python").submodule_search_locations[0]
    return (Path(package) / "axe.min.js").read_text(encoding="utf-8")


def judge_view(browser, name):
    """What is wrong with the page as it now is."""
    faults = []
    width, needed = browser.execute_script(
        "return [document.documentElement.clientWidth, document.documentElement.scrollWidth]")
    if needed > width:
        faults.append(f"{name}: {needed} wide on a screen of {width}")
    browser.execute_script(axe_source())
    result = browser.execute_async_script(
        "const done = arguments[0]; axe.run({resultTypes: ['violations']}).then(done)")
    for violation in result["violations"]:
        node = violation["nodes"][0]
        faults.append(f"{name}: axe {violation['id']}, {len(violation['nodes'])} times: "
                      f"{node['html'][:200]} {node['failureSummary'][:300]}")
    return faults


def judge_page(browser, page, shots):
    faults = []
    name = page.stem
    for screen in SCREENS:
        for scheme in SCHEMES:
            set_screen(browser, screen, scheme)
            browser.get_log("performance")
            browser.get(page.as_uri())
            if browser.execute_script("return document.documentElement.lang") != "en":
                faults.append(f"{name}: not in the language that the browser prefers")
            for language in LANGUAGES:
                browser.execute_script(f"document.getElementById('to-{language}').click()")
                view = f"{name}-{screen}-{scheme}-{language}"
                shoot(browser, shots / f"{view}.png")
                if browser.execute_script("return document.documentElement.lang") != language:
                    faults.append(f"{view}: lang did not follow the switch")
                faults += judge_view(browser, view)
            faults += [f"{name}: asked for {url}" for url in outside_requests(browser, page)]
            faults += [f"{name}: {entry['message']}" for entry in browser.get_log("browser")]
    strange = browser.execute_script(
        "return [window.broken, document.scripts.length, document.images.length,"
        "document.querySelectorAll('[onload],[onerror],a:not([href^=http]):not(nav a)').length]")
    # axe itself is a script by now, but not one in the document.
    if strange != [None, 1, 0, 0]:
        faults.append(f"{name}: text broke out: {strange}")
    return faults


def write_page(program, data, file):
    """The page of a dataset; the same again must be the same."""
    subprocess.run([program, "report", data, "--output", file], check=True)
    again = subprocess.run([program, "report", data], check=True, capture_output=True).stdout
    return [] if again == file.read_bytes() else [f"{file.stem}: not the same twice"]


def main(program, folder, *others):
    folder = Path(folder).resolve()
    datasets = {name: folder / name for name in ["empty", "one-day", "year", "hostile"]}
    datasets["empty"].mkdir(parents=True, exist_ok=True)
    sites = [f"bao{number}.example.vn" for number in range(1, 30)]
    make_days(datasets["one-day"], 1, sites[:3], 6)
    make_days(datasets["year"], 366, sites, 12)
    make_hostile(datasets["hostile"])
    for other in others:
        datasets[Path(other).name] = Path(other)
    browser = start_browser()
    faults = []
    try:
        for name, data in datasets.items():
            page = folder / f"{name}.html"
            faults += write_page(program, data, page)
            faults += judge_page(browser, page, folder)
    finally:
        browser.quit()
    for fault in faults:
        print(fault)
    views = len(datasets) * len(SCREENS) * len(SCHEMES) * len(LANGUAGES)
    print(f"{views} views of {len(datasets)} pages, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
