"""Archives to measure on: reading the pages of one, writing one, and making pages up."""
import gzip
import hashlib
import io
import random
import re
import uuid
import zlib

CHUNK = 1 << 20


def write_archive(path, bodies, level=6):
    """Writes pages as a WARC file of one gzip member a record.

    `bodies` gives addresses and bodies. Returns the addresses.
    """
    urls = []
    with open(path, "wb") as file:
        for url, body in bodies:
            urls.append(url)
            file.write(gzip.compress(record(url, body), compresslevel=level, mtime=0))
    return urls


def record(url, body):
    block = (f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n"
             ).encode() + body
    name = uuid.UUID(bytes=hashlib.sha256(url.encode()).digest()[:16], version=5)
    head = ("WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2020-11-24T12:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{name}>\r\nWARC-Target-URI: {url}\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n")
    return head.encode() + block + b"\r\n\r\n"


def read_archive(path):
    """Addresses and decoded bodies of the HTML pages in a WARC file, plain or gzip.

    Made for measuring: it trusts lengths, and passes over answers other than 200 and codings that
    the standard library lacks.
    """
    with open(path, "rb") as file:
        opened = gzip.open if file.read(2) == b"\x1f\x8b" else open
    with opened(path, "rb") as file:
        while line := file.readline():
            if not line.startswith(b"WARC/"):
                continue
            head = fields(file)
            block = file.read(int(head.get("content-length", "0")))
            if head.get("warc-type") == "response":
                body = page(block)
                if body:
                    yield head.get("warc-target-uri", "").strip("<>"), body


def fields(file):
    found = {}
    while (line := file.readline()) not in (b"\r\n", b"\n", b""):
        name, _, value = line.decode("utf-8", "replace").partition(":")
        found[name.strip().lower()] = value.strip()
    return found


def page(block):
    """The body of an HTTP answer, where it is a page; `None` for what is none."""
    file = io.BytesIO(block)
    if not re.match(rb"HTTP/\d(\.\d)? 200\b", file.readline()):
        return None
    head, body = fields(file), file.read()
    if "html" not in head.get("content-type", "html"):
        return None
    try:
        if "chunked" in head.get("transfer-encoding", ""):
            body = b"".join(chunks(body))
        coding = head.get("content-encoding", "identity")
        if coding in ("gzip", "x-gzip"):
            body = zlib.decompress(body, 47)
        elif coding == "deflate":
            body = zlib.decompress(body)
        elif coding != "identity":
            return None
    except (zlib.error, ValueError):
        return None
    return body


def chunks(body):
    at = 0
    while (end := body.find(b"\r\n", at)) >= 0:
        size = int(body[at:end].split(b";")[0], 16)
        if size == 0:
            return
        yield body[end + 2:end + 2 + size]
        at = end + 2 + size + 2


# Pages made up

SUBJECTS = [
    "Sở Giáo dục và Đào tạo tỉnh {place}", "Cục Thống kê {place}",
    "Uỷ ban nhân dân tỉnh {place}",
    "Công ty Thuỷ sản Bắc Hà", "Ban quản lý dự án đường Hồ Sơn",
    "Trung tâm Kiểm soát bệnh tật {place}",
    "Hợp tác xã Tân Lập", "Hội Nông dân tỉnh {place}", "Bệnh viện Đa khoa {place}",
]
PLACES = [
    "Lạng Sơn", "Cà Mau", "An Giang", "Lào Cai", "Ninh Bình", "Quảng Trị", "Thái Nguyên",
    "Đồng Nai", "Hà Giang", "Bến Tre", "Gia Lai", "Nghệ An",
]
SENTENCES = [
    "{subject} cho biết trong 9 tháng đầu năm 2020 toàn tỉnh có {count} học sinh được hỗ trợ.",
    "Tổng kinh phí của chương trình là {decimal} tỷ đồng, tăng {percent}% so với cùng kỳ năm 2019.",
    "Tính đến ngày 15/11, {place} đã công nhận {small} xã đạt chuẩn, đạt {percent}% kế hoạch.",
    "Sản lượng ước đạt {count} tấn, giảm {percent}% do mưa lũ kéo dài hơn {small} ngày.",
    "Giá thu mua tại ruộng dao động từ {small}.500 đến {small}.900 đồng/kg, tuỳ loại.",
    "Theo kế hoạch, đến năm 2025 tỉnh sẽ xây mới {small} cây cầu và {count} m đường liên thôn.",
    "Người dân mong tuyến đường sớm hoàn thành để việc đi lại trong mùa mưa bớt vất vả.",
    "“Chúng tôi chưa từng thấy vụ nào thuận lợi như vậy”, một hộ trồng lúa ở {place} chia sẻ.",
    "Trong số đó có {small} người trên 60 tuổi và {small} trẻ em dưới 5 tuổi.",
    "Mỗi hộ được vay tối đa {small} triệu đồng trong 36 tháng với lãi suất {decimal}%/năm.",
    "Ông Lê Văn Bình, 47 tuổi, nói rằng mỗi ngày gia đình thu được khoảng {small} kg cá.",
    "Đây là năm thứ hai liên tiếp {place} đứng trong nhóm 10 tỉnh dẫn đầu cả nước.",
]
PLAIN = [
    "Nhiều hộ trong thôn đã chuyển sang trồng cây ăn quả và nuôi ong lấy mật.",
    "Cán bộ xã đến từng nhà hướng dẫn bà con che chắn chuồng trại, dự trữ rơm cỏ cho trâu bò.",
    "Tại buổi làm việc, đại diện các sở, ngành nêu những vướng mắc cần tháo gỡ.",
    "Con đường mới giúp học sinh ở các bản xa không còn phải đi bè qua suối.",
    "Theo ban tổ chức, phần lớn kinh phí do các doanh nghiệp và người dân đóng góp.",
    "Chợ phiên họp từ sáng sớm, hàng hoá chủ yếu là nông sản do bà con tự trồng.",
    "Lãnh đạo địa phương yêu cầu đẩy nhanh tiến độ nhưng phải bảo đảm chất lượng công trình.",
    "“Có điện, có nước sạch, con cháu chúng tôi yên tâm ở lại quê”, một già làng ở {place} nói.",
    "Đoàn công tác đã thăm hỏi, tặng quà các gia đình có hoàn cảnh khó khăn.",
    "Những năm gần đây, du lịch cộng đồng mang lại thu nhập ổn định cho nhiều gia đình.",
]
HEADLINES = [
    "{place}: {count} học sinh được nhận hỗ trợ trước năm học mới",
    "{place} thu ngân sách {decimal} nghìn tỷ đồng, vượt {percent}% dự toán",
    "Thêm {small} xã của {place} đạt chuẩn nông thôn mới",
]
MENU = [
    "Thời sự", "Thế giới", "Kinh doanh", "Giáo dục", "Sức khoẻ", "Thể thao", "Giải trí", "Đời sống",
    "Du lịch", "Khoa học", "Số hoá", "Xe", "Pháp luật", "Bạn đọc", "Ảnh", "Video",
]
CODE = [
    "var {a}=window.{b}||{{}};{a}.{c}=function({d}){{return {d}&&{d}.{e}<{n}?{d}.{e}:\"{f}\"}};",
    "!function(){{if({a}.{b}>{n}){{document.write('<div class=\"{c}\"></div>')}}}}();",
    "for(var {a}={n};{a}<{b}.length;{a}++){{{c}.push({b}[{a}].{d}||{n})}}\n",
]
STYLE = [
    ".{a}-{b} .{c}{{display:flex;margin:0 {n}px;color:#{h}}}",
    "@media (max-width:{n}px){{.{a}__{b}{{padding:{n}px;background:url(/{c}.svg)}}}}",
    ".{a}>.{b}:hover::after{{content:\"\\{h}\";transform:translate(-{n}%,0)}}\n",
]


def make_pages(count, seed=1):
    """Addresses and bodies of news pages of 150 to 200 KB, the same for the same seed.

    Half of the bytes are scripts and styles, as on the news sites of today; twenty paragraphs are
    the article; menus, teasers and comments are the rest.
    """
    for number in range(count):
        yield (f"https://tin-{number % 7}.example/thoi-su/bai-viet-{number}.html",
               Maker(random.Random(f"{seed}/{number}"), number).page().encode())


class Maker:
    def __init__(self, draw, number):
        self.draw, self.number = draw, number
        words = random.Random(number % 7)  # a site's own class names and identifiers
        self.names = ["".join(words.choices("abcdefghijklmnopqrstuvwxyz", k=words.randint(3, 11)))
                      for _ in range(250)]
        self.icons = [self.drawn_icon(words) for _ in range(12)]
        self.day = f"2020-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        self.headline = self.sentence(draw.choice(HEADLINES))

    def name(self):
        return self.draw.choice(self.names)

    def color(self):
        return f"{self.draw.randint(0, 0xffffff):06x}"

    def sentence(self, pattern=None):
        draw = self.draw
        place = draw.choice(PLACES)
        return (pattern or draw.choice(SENTENCES)).format(
            subject=draw.choice(SUBJECTS).format(place=place), place=place,
            count=f"{draw.randint(1_000, 99_999):,}".replace(",", "."), small=draw.randint(2, 99),
            decimal=f"{draw.randint(1, 9)},{draw.randint(10, 99)}",
            percent=f"{draw.randint(1, 99)},{draw.randint(1, 9)}")

    def paragraph(self):
        """As in the news: of four sentences, one has figures."""
        return " ".join(
            self.sentence(self.draw.choice(SENTENCES if self.draw.random() < 0.25 else PLAIN))
            for _ in range(self.draw.randint(2, 4)))

    def filler(self, patterns, size):
        parts, length = [], 0
        while length < size:
            part = self.draw.choice(patterns).format(
                a=self.name(), b=self.name(), c=self.name(), d=self.name(), e=self.name(),
                f=self.name(), n=self.draw.randint(1, 999), h=self.color())
            parts.append(part)
            length += len(part)
        return "".join(parts)

    def script(self, size):
        return f"<script>{self.filler(CODE, size)}</script>\n"

    def style(self, size):
        return f"<style>{self.filler(STYLE, size)}</style>\n"

    def drawn_icon(self, draw):
        points = " ".join(f"{draw.randint(0, 240) / 10}" for _ in range(50))
        return ('<svg width="24" height="24" viewBox="0 0 24 24" '
                f'class="icon icon-{draw.choice(self.names)}">'
                f'<path d="M{points}Z" fill="none" stroke="#{draw.randint(0, 0xffffff):06x}"/>'
                "</svg>")

    def icon(self):
        return self.draw.choice(self.icons)

    def menu(self):
        items = "\n".join(
            f'      <li class="menu__item" data-id="{self.draw.randint(1, 9999)}">'
            f'<a href="/{self.name()}" title="{name}" class="menu__link">{name}</a></li>'
            for name in MENU for _ in range(2))
        return (f'  <nav class="menu" id="menu-{self.name()}">\n    <ul>\n{items}\n    </ul>\n'
                "  </nav>\n")

    def teaser(self):
        draw, image = self.draw, f"/img/{self.name()}"
        link = f"/thoi-su/{self.name()}-{draw.randint(10_000, 99_999)}.html"
        title = self.sentence(draw.choice(HEADLINES))
        icon = self.icon() if draw.random() < 0.3 else ""
        return (f'    <article class="card card--{self.name()}" data-track="{self.name()}">\n'
                f'      <a href="{link}" class="card__thumb" '
                f'style="width:{draw.randint(90, 300)}px"><img loading="lazy" '
                f'data-src="{image}.jpg" srcset="{image}.jpg 1x, {image}@2.jpg 2x" '
                f'alt="{title}"></a>\n'
                f'      <h3 class="card__title"><a href="{link}">{title}</a></h3>\n'
                f'      <span class="card__time">{draw.randint(1, 23)} giờ trước</span>{icon}\n'
                "    </article>\n")

    def comment(self):
        return (f'    <div class="comment" id="c{self.draw.randint(1, 10 ** 6)}">'
                f"<b>{self.name()}</b><p>{self.sentence()}</p>"
                f'<button onclick="like({self.draw.randint(1, 99)})">Thích</button></div>\n')

    def linked_data(self, lead):
        return ('<script type="application/ld+json">{"@context":"https://schema.org",'
                f'"@type":"NewsArticle","headline":"{self.headline}","description":"{lead}",'
                f'"datePublished":"{self.day}T08:00:00+07:00","author":{{"@type":"Person",'
                f'"name":"Nguyễn An"}}}}</script>\n')

    def body(self, lead):
        blocks = [f'      <h1 class="detail__title">{self.headline}</h1>\n',
                  f'      <p class="detail__sapo">{lead}</p>\n']
        for paragraph in range(20):
            blocks.append(f'      <p class="Normal">{self.paragraph()}</p>\n')
            if paragraph % 7 == 3:
                blocks.append(f'      <figure><img src="/img/{self.name()}.jpg" alt="">'
                              f"<figcaption>Ảnh: {self.name()}</figcaption></figure>\n")
        return "".join(blocks)

    def head(self, lead, size):
        return (f'<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
                f"<title>{self.headline} - Tin</title>\n"
                f'<meta name="description" content="{lead}">\n'
                f'<meta property="og:title" content="{self.headline}">\n'
                f'<meta property="article:published_time" content="{self.day}T08:00:00+07:00">\n'
                + self.linked_data(lead)
                + "".join(self.style(size // 13) for _ in range(3))
                + "".join(self.script(size // 24) for _ in range(3)) + "</head>\n")

    def page(self):
        size, lead = self.draw.randint(150_000, 200_000), self.sentence() + " " + self.sentence()
        before = (self.head(lead, size) + "<body>\n" + self.menu() + self.menu()
                  + "".join(self.icon() for _ in range(10))
                  + '  <div class="container">\n    <div class="detail">\n' + self.body(lead)
                  + f"    </div>\n    <!-- {self.filler(STYLE, size // 80)} -->\n"
                  + '  <div class="comments">\n' + "".join(self.comment() for _ in range(12))
                  + "  </div>\n  </div>\n" + "".join(self.script(size // 24) for _ in range(3)))
        after = ("  <footer><p>Toà soạn Tin. Điện thoại: 0205 555 0100.</p></footer>\n"
                 "</body>\n</html>\n")
        teasers, left = [], size - len((before + after).encode())
        while left > 0:
            teasers.append(self.teaser())
            left -= len(teasers[-1].encode())
        side = "".join(['  <aside class="related">\n', *teasers, "  </aside>\n"])
        return before + side + after
