import Records

let sampleLead = """
  (Mẫu) - Trong quý III, Sở Giáo dục và Đào tạo đã hoàn thành các nhiệm vụ chính của năm học, dù còn \
  nhiều khó khăn về đội ngũ.
  """

let paragraphs = [
  """
  Tổng số 333 cán bộ viết bài thu hoạch, trong đó 21 bài đạt loại giỏi, 246 bài đạt loại khá, và 66 bài \
  đạt yêu cầu; không có bài nào không đạt.
  """,
  """
  Đến tháng 10, toàn tỉnh có 232 trường đạt chuẩn quốc gia, vượt kế hoạch của năm là 6 trường, theo báo \
  cáo mà Sở gửi Ủy ban nhân dân tỉnh.
  """,
  """
  Đầu năm học, 1.330 học sinh của 133 xã được nhận quà, tổng số tiền là 1,33 tỷ đồng, nhờ chương trình \
  giúp trẻ em hiếu học.
  """,
]

/// An article as a Vietnamese newspaper has it, with all that frames one.
///
/// - Parameter html: Put after the last paragraph.
/// - Returns: The page as an archive would hold it.
func samplePage(ending html: String = "") -> Page {
  let page = """
    <!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">
    <title>Sở Giáo dục &amp; Đào tạo tổng kết quý III | Báo Mẫu</title>
    <link rel="canonical" href="/giao-duc/tong-ket.html">
    <meta property="og:site_name" content="Báo Mẫu">
    <meta property="article:section" content="Giáo dục">
    <script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"Nguyễn Tuấn"},
    "datePublished":"2020-11-24T16:05:00+07:00"}</script></head>
    <body><nav><ul><li><a href="/">Trang chủ</a><li><a href="/a">Thời sự</a></ul></nav>
    <article><h1>Sở Giáo dục &amp; Đào tạo tổng kết quý III</h1>
    <div class="meta">Thứ Ba, 24/11/2020 16:05 (GMT+7)</div>
    <div class="sapo">\(sampleLead)</div>
    <div class="content"><div class="photo"><img src="a.jpg"><p>Trụ sở Sở.</p></div>
    <p>\(paragraphs[0])</p><h2>Kết quả</h2><p>\(paragraphs[1])</p><p>\(paragraphs[2])</p>
    \(html)</div></article>
    <section class="comments"><h3>Ý kiến bạn đọc</h3><p>Bài viết rất hay, tôi đã đọc hai lần.</p></section>
    <footer><p>Giấy phép xuất bản số 303/GP-BTTTT ngày 8/5/2015. Tổng biên tập: Lê An.</p></footer>
    """
  return Page(
    url: "https://www.example.vn/giao-duc/tong-ket.html?x=1",
    contentType: "text/html; charset=utf-8",
    body: Array(page.utf8)
  )
}
