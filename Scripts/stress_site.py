#!/usr/bin/env python3
"""A hostile site of many hosts on loopback, for Scripts/stress.

Every host is an address of 127.0.0.0/8 with the same port. What a page does hangs on its number
alone, so every run meets the same site. Each answer is a line of the log: a JSON object with the
host, the path, the moments of the request and of the answer's end, the status, and whether the
answer was sent whole.
"""
import asyncio
import gzip
import json
import random
import signal
import struct
import sys
import time
import zlib

# How many pages in a hundred do what; the rest are plain.
KINDS = {
    "chunked": 12, "gzip": 12, "gzip-chunked": 8, "slow": 6, "etag": 10, "same": 6, "redirect": 3,
    "redirect-host": 2, "missing": 3, "forbidden": 1, "gone": 1, "empty": 1, "picture": 1,
    "latin": 1, "brotli-lie": 1, "double": 1, "bad-gzip": 1, "bare": 1,
}
# One page each of the first hosts: what fails, or takes long.
RARE = ["hang", "hang-body", "drip", "cut", "reset", "garbage", "bomb", "endless", "loop", "chain",
        "busy", "busy-long", "error", "unavailable", "cut-chunks", "big-head", "no-content",
        "redirect-private", "redirect-nowhere", "early"]
# Asking again may bring something else, or nothing: such a page is no capture to go by.
FAILING = {"hang", "hang-body", "drip", "cut", "reset", "garbage", "error", "unavailable",
           "cut-chunks", "big-head"}

PAGE = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">
<title>Xã {place} thu hoạch {number} tấn lúa</title>
<meta property="og:type" content="article">
<meta property="article:published_time" content="2020-11-24T08:00:00+07:00"></head>
<body><nav><a href="/">Trang chủ</a></nav><article><h1>Xã {place} thu hoạch {number} tấn lúa</h1>
<p class="sapo">Vụ này, xã {place} gieo cấy {area} ha lúa, tăng {change}% so với cùng kỳ năm trước.</p>
<p>Theo báo cáo của Ủy ban nhân dân xã, toàn xã có {homes} hộ dân tham gia sản xuất, năng suất bình
quân đạt {yield_} tạ/ha, sản lượng ước đạt {number} tấn. Tổng kinh phí hỗ trợ là {money} triệu đồng.</p>
<p>Trong 11 tháng năm 2020, địa phương đã giải ngân {money} triệu đồng, bằng {share}% kế hoạch năm.
Số hộ nghèo giảm còn {poor} hộ; {jobs} lao động có việc làm mới.</p></article>
<footer>Báo điện tử</footer></body></html>
"""


def host_name(number):
    return f"127.1.{number // 250}.{number % 250 + 1}"


def kind_of(host, page):
    """What the page does; `host` and `page` are numbers."""
    if page == 1 and host < 4 * len(RARE):
        return RARE[host % len(RARE)]
    choice = random.Random(f"{host}/{page}").uniform(0, 100)
    for kind, share in KINDS.items():
        choice -= share
        # warcio falls over br with today's brotli: the hosts that it is asked about have none.
        if choice < 0:
            return "plain" if kind == "brotli-lie" and host < 10 else kind
    return "plain"


def target_of(host, page, hosts):
    """Where a page that was moved is now: a host's number and a path; `None` for any other."""
    kind = kind_of(host, page)
    if kind == "redirect":
        return host, f"/dich-{page}.html"
    return ((host + 1) % hosts, f"/dich-{host}0{page}.html") if kind == "redirect-host" else None


def body_of(host, page):
    dice = random.Random("same" if kind_of(host, page) == "same" else f"{host}.{page}")
    take = lambda low, high: dice.randint(low, high)
    return PAGE.format(
        place=f"Số {take(1, 10**6)}", number=take(100, 900), area=take(10, 99), change=take(2, 30),
        homes=take(20, 900), yield_=take(40, 70), money=take(100, 999), share=take(40, 99),
        poor=take(3, 90), jobs=take(10, 400)).encode()


def page_path(page):
    return f"/bai-{page}.html"


def robots_of(host):
    """The robots.txt of a host: its status and body, or a host to which it was moved."""
    if host % 40 == 7:
        return 404, b""
    if host % 40 == 11:
        return 200, b"User-agent: *\nCrawl-delay: 0.2\n"
    if host % 40 == 13:
        return 200, b"User-agent: *\nDisallow: /bai-2.html\n"
    if host % 40 == 17:
        return 301, host_name(host - 1).encode()
    if host == 19:
        return 503, b""
    return 200, b"User-agent: *\nDisallow: /cam/\n"


def make_bomb(megabytes):
    """So many megabytes of blanks as gzip, in a thousandth of that."""
    blanks = b" " * 1_000_000
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(blanks) + packer.flush(zlib.Z_FULL_FLUSH)
    check = 0
    for _ in range(megabytes):
        check = zlib.crc32(blanks, check)
    end = struct.pack("<II", check, megabytes * len(blanks))
    return gzip.compress(b"")[:10] + block * megabytes + b"\x03\x00" + end


class Site:
    def __init__(self, hosts, pages, port, log):
        self.hosts, self.pages, self.port = hosts, pages, port
        self.numbers = {host_name(number): number for number in range(hosts)}
        self.log = open(log, "a", buffering=1, encoding="utf-8")
        self.busy = {}
        self.bomb = make_bomb(256)

    async def serve(self):
        names = list(self.numbers)
        server = await asyncio.start_server(self.connection, names, self.port, backlog=200)
        stop = asyncio.get_running_loop().create_future()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, stop.set_result, None)
        print("ready", flush=True)
        await stop
        server.close()

    async def connection(self, reader, writer):
        host = self.numbers[writer.get_extra_info("sockname")[0]]
        try:
            while await self.request(host, reader, writer):
                pass
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass
        writer.close()

    async def request(self, host, reader, writer):
        """Answers one request; says whether the connection goes on."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        line = dict(host=host, start=time.monotonic(), path=head.split(" ", 2)[1], status=0)
        line["end"] = line["start"]
        fields = dict(field.lower().split(": ", 1) for field in head.split("\r\n")[1:] if field)
        line["conditional"] = "if-none-match" in fields
        answer = Answer(reader, writer, line)
        try:
            goes_on = await self.answer(answer, host, line["path"], fields)
        except (OSError, asyncio.IncompleteReadError):
            line["whole"] = goes_on = False
            line["end"] = line["start"]  # when the asker had enough is not known
        self.log.write(json.dumps(line) + "\n")
        return goes_on

    async def answer(self, answer, host, path, fields):
        if path == "/robots.txt":
            status, body = robots_of(host)
            if status == 301:
                where = f"http://{body.decode()}:{self.port}/robots.txt"
                return await answer.send(301, b"", [("Location", where)])
            return await answer.send(status, body, kind="text/plain")
        if path.startswith("/rss"):
            return await answer.send(200, self.feed(host), kind="application/rss+xml")
        if path.startswith("/sitemap"):
            return await answer.send(200, self.sitemap(host, path), kind="application/xml")
        name = path.removeprefix("/").removesuffix(".html")
        if not name.startswith("bai-"):
            return await self.aside(answer, host, name)
        page = int(name.removeprefix("bai-"))
        kind = answer.line["kind"] = kind_of(host, page)
        await asyncio.sleep(random.uniform(0, 0.01))
        act = getattr(self, "do_" + kind.replace("-", "_"), None)
        if act:
            return await act(answer, host, page, fields)
        return await answer.send(200, body_of(host, page))

    async def aside(self, answer, host, name):
        """Where redirects lead, beside the listed pages."""
        word, _, number = name.rpartition("-")
        if word in ("vong", "vong-ve"):
            back = "vong-ve" if word == "vong" else "vong"
            return await answer.send(302, b"", [("Location", f"/{back}-{number}.html")])
        if word == "chuoi":
            return await answer.send(302, b"", [("Location", f"/chuoi-{int(number) + 1}.html")])
        if word == "dich":
            return await answer.send(200, body_of(host, 10**6 + int(number)))
        return await answer.send(404, b"khong co")

    def addresses(self, host):
        return [f"http://{host_name(host)}:{self.port}{page_path(page)}"
                for page in range(self.pages)]

    def feed(self, host):
        items = "".join(f"<item><title>Tin</title><link>{url}</link></item>"
                        for url in self.addresses(host))
        return f'<rss version="2.0"><channel><title>Tin</title>{items}</channel></rss>'.encode()

    def sitemap(self, host, path):
        urls = self.addresses(host)
        if path == "/sitemap.xml":
            base = f"http://{host_name(host)}:{self.port}/sitemap"
            parts = "".join(f"<sitemap><loc>{base}-{half}.xml.gz</loc></sitemap>" for half in (0, 1))
            return f"<sitemapindex>{parts}</sitemapindex>".encode()
        half = urls[0::2] if "-0" in path else urls[1::2]
        return gzip.compress(
            f"<urlset>{''.join(f'<url><loc>{url}</loc></url>' for url in half)}</urlset>".encode())

    async def do_chunked(self, answer, host, page, _):
        return await answer.send(200, body_of(host, page), chunked=True)

    async def do_gzip(self, answer, host, page, _):
        return await answer.send(200, gzip.compress(body_of(host, page), mtime=0),
                                 [("Content-Encoding", "gzip")])

    async def do_gzip_chunked(self, answer, host, page, _):
        return await answer.send(200, gzip.compress(body_of(host, page), mtime=0),
                                 [("Content-Encoding", "gzip")], chunked=True)

    async def do_double(self, answer, host, page, _):
        twice = gzip.compress(gzip.compress(body_of(host, page), mtime=0), mtime=0)
        return await answer.send(200, twice, [("Content-Encoding", "gzip, gzip")])

    async def do_bad_gzip(self, answer, host, page, _):
        coded = bytearray(gzip.compress(body_of(host, page), mtime=0))
        coded[len(coded) // 2:] = b"\xff" * (len(coded) - len(coded) // 2)
        return await answer.send(200, bytes(coded), [("Content-Encoding", "gzip")])

    async def do_brotli_lie(self, answer, host, page, _):
        return await answer.send(200, body_of(host, page), [("Content-Encoding", "br")])

    async def do_slow(self, answer, host, page, _):
        await asyncio.sleep(random.uniform(0.05, 0.3))
        return await answer.send(200, body_of(host, page))

    async def do_etag(self, answer, host, page, fields):
        tag = f'"{host}-{page}"'
        if fields.get("if-none-match") == tag:
            return await answer.send(304, None, [("ETag", tag)])
        return await answer.send(200, body_of(host, page), [("ETag", tag)])

    async def do_redirect(self, answer, host, page, _):
        other, path = target_of(host, page, self.hosts)
        where = path if other == host else f"http://{host_name(other)}:{self.port}{path}"
        return await answer.send(301, b"<a>moved</a>", [("Location", where)])

    do_redirect_host = do_redirect

    async def do_redirect_private(self, answer, host, page, _):
        return await answer.send(302, b"", [("Location", "http://10.0.0.1/latest/meta-data/")])

    async def do_redirect_nowhere(self, answer, host, page, _):
        return await answer.send(302, b"", [("Location", "mailto:toasoan@example.org")])

    async def do_loop(self, answer, host, page, _):
        return await answer.send(302, b"", [("Location", f"/vong-{page}.html")])

    async def do_chain(self, answer, host, page, _):
        return await answer.send(302, b"", [("Location", "/chuoi-1.html")])

    async def do_missing(self, answer, host, page, _):
        return await answer.send(404, f"<h1>404 {host} {page}</h1>".encode())

    async def do_gone(self, answer, host, page, _):
        return await answer.send(410, b"")

    async def do_forbidden(self, answer, host, page, _):
        return await answer.send(403, f"cam {host} {page}".encode())

    async def do_error(self, answer, host, page, _):
        return await answer.send(500, b"loi")

    async def do_unavailable(self, answer, host, page, _):
        return await answer.send(503, b"ban", [("Retry-After", "900")])

    async def do_busy(self, answer, host, page, _, seconds=1):
        if self.busy.setdefault((host, page), seconds) and self.busy[host, page]:
            self.busy[host, page] = 0
            answer.line["retry_after"] = seconds
            return await answer.send(429, b"cham lai", [("Retry-After", str(seconds))])
        return await answer.send(200, body_of(host, page))

    async def do_busy_long(self, answer, host, page, fields):
        return await self.do_busy(answer, host, page, fields, seconds=7)

    async def do_empty(self, answer, host, page, _):
        return await answer.send(200, b"")

    async def do_no_content(self, answer, host, page, _):
        return await answer.send(204, None)

    async def do_picture(self, answer, host, page, _):
        return await answer.send(200, b"\xff\xd8\xff\xe0" + body_of(host, page), kind="image/jpeg")

    async def do_latin(self, answer, host, page, _):
        return await answer.send(200, body_of(host, page), [("X-Ten", "Báo")],
                                 kind="text/html; charset=windows-1258")

    async def do_bare(self, answer, host, page, _):
        await answer.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n")
        await answer.write(body_of(host, page))
        return answer.end(200, goes_on=False)

    async def do_early(self, answer, host, page, _):
        await answer.write(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n")
        return await answer.send(200, body_of(host, page))

    async def do_hang(self, answer, host, page, _):
        return await answer.wait()

    async def do_hang_body(self, answer, host, page, _):
        await answer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<html>")
        return await answer.wait()

    async def do_drip(self, answer, host, page, _):
        await answer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n")
        for _ in range(5000):
            await answer.write(b"a")
            await asyncio.sleep(0.1)
        return answer.end(200)

    async def do_cut(self, answer, host, page, _):
        body = body_of(host, page)
        head = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % (len(body) + 99)
        await answer.write(head + body)
        return answer.end(200, goes_on=False, whole=False)

    async def do_cut_chunks(self, answer, host, page, _):
        await answer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\n<html>")
        return answer.end(200, goes_on=False, whole=False)

    async def do_reset(self, answer, host, page, _):
        answer.writer.transport.abort()
        return answer.end(0, goes_on=False, whole=False)

    async def do_garbage(self, answer, host, page, _):
        await answer.write(b"\x16\x03\x01 khong phai HTTP\r\n\r\n" * 9)
        return answer.end(0, goes_on=False, whole=False)

    async def do_big_head(self, answer, host, page, _):
        await answer.write(b"HTTP/1.1 200 OK\r\n" + b"X-A: " + b"a" * 500_000 + b"\r\n\r\n")
        return answer.end(0, goes_on=False, whole=False)

    async def do_bomb(self, answer, host, page, _):
        return await answer.send(200, self.bomb, [("Content-Encoding", "gzip")])

    async def do_endless(self, answer, host, page, _):
        await answer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        for _ in range(2000):
            await answer.write(b"<p>a</p>" * 2000)
        return answer.end(200, goes_on=False)


class Answer:
    """What goes back for one request, and its line of the log."""

    def __init__(self, reader, writer, line):
        self.reader, self.writer, self.line = reader, writer, line

    async def write(self, data):
        # The moment before the last bytes leave: the asker can't have had them earlier.
        self.line["end"] = time.monotonic()
        self.writer.write(data)
        await self.writer.drain()

    def end(self, status, goes_on=True, whole=True):
        self.line.update(status=status, whole=whole)
        return goes_on

    async def send(self, status, body, fields=(), kind="text/html; charset=utf-8", chunked=False):
        head = f"HTTP/1.1 {status} Answer\r\n" + "".join(f"{n}: {v}\r\n" for n, v in fields)
        if body is not None:
            head += f"Content-Type: {kind}\r\n"
            length = "Transfer-Encoding: chunked" if chunked else f"Content-Length: {len(body)}"
            head += length + "\r\n"
        data = (head + "\r\n").encode()
        if chunked:
            for start in range(0, len(body), 700):
                part = body[start:start + 700]
                data += b"%x\r\n%s\r\n" % (len(part), part)
            data += b"0\r\n\r\n"
        else:
            data += body or b""
        await self.write(data)
        return self.end(status)

    async def wait(self):
        """Until the asker has had enough."""
        await self.reader.read(1)
        raise ConnectionResetError


if __name__ == "__main__":
    hosts, pages, port, log = sys.argv[1:]
    asyncio.run(Site(int(hosts), int(pages), int(port), log).serve())
