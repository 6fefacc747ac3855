"""Texts that no newspaper prints, each one piece over and over: what must not cost more a byte the
longer it is. Each piece tempts some reader to look far back, far ahead, or at all there is."""
import json

PIECES = [
    # digits and what may join them
    "1", "1 ", "111 ", "1.", "1/", "1-", "5, ", "12:", "2020 ", "a1", "số ", "1.330 xã, ",
    # number words, magnitudes and units
    "hai ", "tỷ ", "năm ", "mươi ", "phẩy ", "5 tỷ đồng (tăng 3%), ", "nghìn tỷ đồng/kg ",
    # lists and breakdowns
    "trong đó ", "trong đó 5 xã, ", "lần lượt ", "lần lượt 5, 6, 7 ", "5 xã (", "cứ 1 thì ", "gồm ",
    # changes and comparisons
    "tăng ", "so với ", "từ 1 đến ", "đạt 5% ", "quý 1 tăng 5%, ", "giảm còn 5 người và ",
    # times
    "ngày 1/2 ", "tháng ", "cùng kỳ ", "từ năm 2019 ",
    # places and names
    "Hà Nội ", "Lạng Sơn, ", "xã ", "thành phố ", "các ", "tỉnh Hà Giang 5 xã, ", "Nguyễn ", "A 1, ",
    # marks, letters and lines
    "(", ")", "\"", "- ", "…", "\n", "1\n", ". ", "a", "A", "a ", "à\u0301", "\u0323", "https://",
    # one sentence without end
    "và người dân thu hoạch lúa ở đồng bằng cùng với 5 hộ ",
]


def line(piece, size):
    """An article line whose text is a piece as often as it fits into so many bytes."""
    text = piece * (size // len(piece.encode()))
    article = {"id": "a", "headline": "", "text": text, "date_published": "2020-11-24"}
    return json.dumps(article, ensure_ascii=False) + "\n"
