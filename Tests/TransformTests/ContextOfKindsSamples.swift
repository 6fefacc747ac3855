/// The articles that `ContextOfKindsTests` asks about.
extension ContextOfKindsTests {
  static let abroad: [Sample] = [
    Sample(
      "2022-12-21",
      "Ukraine nói Nga phóng hàng chục tên lửa trong đêm",
      """
      Không quân Ukraine ngày 20/12 cho biết đã bắn hạ [[30 máy bay không người \
      lái|UA|2022-12-20..2022-12-20]] do Nga phóng trong đêm.
      Theo thị trưởng Vitali Klitschko, [[18 UAV|UA|?]] bị hạ trên bầu trời Kiev. Khoảng \
      [[40%|UA|?]] hộ dân thủ đô mất điện.
      Tại Donetsk, pháo kích làm [[5 người|UA|?]] chết. Quân đội Nga chưa bình luận.
      Từ tháng 2 đến nay, Mỹ đã viện trợ cho Ukraine [[20 tỷ USD|UA|?]].
      Tổng thống Nga Putin nói nước này đã huy động [[300.000 quân dự bị|RU|?]]. Xe tăng T-90 \
      nặng [[46 tấn|-|-]], có tầm bắn [[5 km|-|-]].
      """
    ),
    Sample(
      "2022-11-30",
      "Vụ cháy chung cư ở Tân Cương",
      """
      Trung Quốc - Hỏa hoạn tại Urumqi tối 24/11 làm [[10 người|CN|2022-11-24..2022-11-24]] \
      chết và [[9 người|CN|2022-11-24..2022-11-24]] bị thương.
      Thành phố [[4 triệu dân|CN|-]] này bị phong tỏa hơn [[100 ngày|CN|?]]. Ngày 29/11, Trung \
      Quốc ghi nhận [[37.800 ca nhiễm|CN|2022-11-29..2022-11-29]].
      """
    ),
    Sample(
      "2022-12-22",
      "Mỹ viện trợ thêm vũ khí cho Ukraine",
      """
      Mỹ hôm 21/12 công bố gói viện trợ trị giá [[1,85 tỷ USD|UA|2022-12-21..2022-12-21]] cho \
      Ukraine. Anh cũng gửi [[3.000 tên lửa|UA|?]] cho Kiev.
      Nga phóng [[76 tên lửa|UA|?]] vào Ukraine hôm 16/12.
      Đức sẽ chuyển [[14 xe tăng|UA|2023-03-01..2023-03-31]] cho Ukraine vào tháng 3/2023.
      Năm nay, Nga chi [[84 tỷ USD|RU|2022-01-01..2022-12-31]] cho quốc phòng.
      """
    ),
    Sample(
      "2022-12-19",
      "Argentina vô địch World Cup sau loạt luân lưu",
      """
      Argentina hòa Pháp [[3-3|QA|2022-12-18..2022-12-18]] sau 120 phút rồi thắng \
      [[4-2|QA|2022-12-18..2022-12-18]] ở loạt luân lưu trên sân Lusail, Qatar tối 18/12.
      Messi lập cú đúp, còn HLV Lionel Scaloni, [[44 tuổi|-|-]], trở thành nhà vô địch trẻ \
      nhất. Mbappe ghi [[ba bàn|QA|2022-12-18..2022-12-18]] cho tuyển Pháp, cầu thủ này giành \
      Chiếc giày vàng với [[tám bàn|QA|?]].
      FIFA thưởng nhà vô địch [[42 triệu USD|-|?]]. Đội á quân nhận [[30 triệu USD|-|?]].
      Trong sự nghiệp, Messi đã ghi [[793 bàn|-|?]] cho CLB và đội tuyển.
      """
    ),
    Sample(
      "2024-02-27",
      "Hamas nói 90 người chết trong 24 giờ",
      """
      Cơ quan y tế Gaza ngày 26/2 thông báo thêm [[90 người|PS|2024-02-26..2024-02-26]] thiệt \
      mạng, nâng tổng số người chết lên [[29.782|PS|?]] kể từ khi xung đột bùng phát.
      Israel cho biết đã tấn công [[50 mục tiêu|?|?]] ở Dải Gaza. Quân đội nước này mất [[240 \
      binh sĩ|?|?]] kể từ đầu chiến dịch.
      Tại Rafah, nơi [[1,4 triệu người|PS|-]] trú ẩn, giá bột mì tăng gấp [[10 lần|PS|?]].
      Mỹ viện trợ [[53 triệu USD|PS|?]] cho người dân Gaza.
      """
    ),
    Sample(
      "2022-07-21",
      "Người Anh chật vật với nắng nóng",
      """
      Anh - Nhiệt độ tại sân bay Heathrow chạm [[40,2 độ C|GB|2022-07-19..2022-07-19]] hôm \
      19/7, cao nhất lịch sử.
      Hơn [[1.000 người|GB|?]] được cho là đã chết vì nắng nóng. Ở London, lính cứu hỏa nhận \
      [[2.600 cuộc gọi|GB|2022-07-19..2022-07-19]] trong ngày 19/7, so với mức trung bình \
      [[350 cuộc|GB|?]].
      Tại Tây Ban Nha, [[510 người|ES|?]] tử vong. Pháp sơ tán [[37.000 dân|FR|?]].
      """
    ),
  ]

  static let business: [Sample] = [
    Sample(
      "2023-01-10",
      "iPhone 15 có thể dùng cổng USB-C",
      """
      Theo nhà phân tích Kuo, Apple sẽ trang bị cổng USB-C cho iPhone 15. Máy có màn hình \
      [[6,1 inch|-|-]], pin [[3.877 mAh|-|-]] và chip A16.
      Apple bán [[232 triệu chiếc iPhone|-|2022-01-01..2022-12-31]] trong năm 2022. Riêng thị \
      trường Việt Nam, hãng bán khoảng [[1,5 triệu chiếc|VN|2022-01-01..2022-12-31]].
      Tại Việt Nam, iPhone 14 đang có giá từ [[20 triệu đồng|VN|-]]. Tại Mỹ, máy giá [[799 \
      USD|US|-]].
      Quý IV/2022, doanh thu của hãng giảm [[5%|-|2022-10-01..2022-12-31]] xuống [[117 tỷ \
      USD|-|2022-10-01..2022-12-31]].
      """
    ),
    Sample(
      "2023-03-15",
      "Giá chung cư Hà Nội tiếp tục tăng",
      """
      Báo cáo của CBRE cho thấy giá căn hộ sơ cấp tại Hà Nội đạt [[48 triệu \
      đồng/m2|01|2022-10-01..2022-12-31]] trong quý IV/2022, tăng \
      [[6%|01|2022-10-01..2022-12-31]] theo quý.
      Nguồn cung mới cả năm đạt [[15.200 căn|01|2022-01-01..2022-12-31]], giảm \
      [[11%|01|2022-01-01..2022-12-31]].
      Tại dự án Vinhomes Smart City (Nam Từ Liêm), căn hai phòng ngủ được rao [[3,2 tỷ \
      đồng|019|-]]. Một căn [[60 m2|?|-]] ở Cầu Giấy chào bán [[2,9 tỷ đồng|005|-]].
      Ở TP HCM, giá trung bình là [[61 triệu đồng/m2|79|?]].
      """
    ),
    Sample(
      "2023-05-12",
      "VN-Index tăng phiên thứ ba liên tiếp",
      """
      Đóng cửa phiên 11/5, VN-Index tăng [[4,2 điểm|-|2023-05-11..2023-05-11]] lên [[1.057 \
      điểm|-|2023-05-11..2023-05-11]]. Thanh khoản trên HoSE đạt [[12.000 tỷ \
      đồng|-|2023-05-11..2023-05-11]].
      Khối ngoại bán ròng [[230 tỷ đồng|-|2023-05-11..2023-05-11]]. Trên sàn Hà Nội, HNX-Index \
      tăng [[0,5%|-|2023-05-11..2023-05-11]].
      Sàn có [[215 mã|-|2023-05-11..2023-05-11]] tăng giá. Tại Mỹ, chỉ số Dow Jones giảm \
      [[0,7%|-|?]].
      """
    ),
    Sample(
      "2023-08-22",
      "Vingroup niêm yết VinFast tại Mỹ",
      """
      Ngày 15/8, VinFast chính thức niêm yết trên sàn Nasdaq với giá [[22 \
      USD|-|2023-08-15..2023-08-15]] mỗi cổ phiếu, vốn hóa [[85 tỷ \
      USD|-|2023-08-15..2023-08-15]].
      Nửa đầu năm, hãng bàn giao [[11.300 xe|-|2023-01-01..2023-06-30]]. Nhà máy tại Hải Phòng \
      có công suất [[300.000 xe|31|-]] mỗi năm. Nhà máy ở bang North Carolina vốn [[4 tỷ \
      USD|US|?]].
      Hãng có [[122 cửa hàng|-|..2023-06-30]] tính đến 30/6.
      """
    ),
    Sample(
      "2022-11-30",
      "Vụ cháy chung cư ở Tân Cương",
      """
      Trung Quốc - Hỏa hoạn tại Urumqi tối 24/11 làm [[10 người|CN|2022-11-24..2022-11-24]] \
      chết và [[9 người|CN|2022-11-24..2022-11-24]] bị thương.
      Thành phố [[4 triệu dân|CN|-]] này bị phong tỏa hơn [[100 ngày|CN|?]]. Ngày 29/11, Trung \
      Quốc ghi nhận [[37.800 ca nhiễm|CN|2022-11-29..2022-11-29]].
      """
    ),
    Sample(
      "2023-03-20",
      "Xuất khẩu gạo tăng mạnh",
      """
      Theo Hiệp hội Lương thực Việt Nam, hai tháng đầu năm xuất khẩu gạo đạt [[892.000 \
      tấn|VN|2023-01-01..2023-02-28]].
      Philippines là thị trường lớn nhất với [[400.000 tấn|?|2023-01-01..2023-02-28]], chiếm \
      [[45%|?|2023-01-01..2023-02-28]].
      Giá gạo xuất khẩu của Việt Nam đang ở mức [[460 USD|VN|-]] một tấn, cao hơn Thái Lan \
      [[10 USD|VN|-]].
      Tại An Giang, giá lúa dao động [[6.200-6.500 đồng/kg|89|?]].
      """
    ),
    Sample(
      "2024-03-28",
      "Vietcombank báo lãi kỷ lục",
      """
      Năm 2023, Vietcombank lãi trước thuế [[41.200 tỷ đồng|-|2023-01-01..2023-12-31]], tăng \
      [[10%|-|2023-01-01..2023-12-31]]. Đến cuối năm, tổng tài sản đạt [[1,84 triệu tỷ \
      đồng|-|..2023-12-31]], nợ xấu [[0,97%|-|..2023-12-31]].
      Năm 2024, ngân hàng đặt mục tiêu lợi nhuận tăng [[10%|-|2024-01-01..2024-12-31]].
      Ngân hàng dự kiến chia cổ tức [[38,8%|-|?]] bằng cổ phiếu.
      """
    ),
  ]

  static let home: [Sample] = [
    Sample(
      "2024-01-25",
      "Sân bay Tân Sơn Nhất tăng chuyến bay dịp Tết",
      """
      Cục Hàng không Việt Nam cho biết trong cao điểm Tết từ 25/1 đến 24/2, sân bay Tân Sơn \
      Nhất khai thác [[850 chuyến|79|2024-01-25..2024-02-24]] mỗi ngày.
      Lượng khách dự kiến đạt [[3,8 triệu lượt|79|?]], tăng [[4%|79|?]] so với Tết Quý Mão.
      Chặng TP HCM - Hà Nội đã kín [[90%|?|?]] chỗ. Giá vé chặng TP HCM - Vinh lên tới [[7 \
      triệu đồng|?|-]] khứ hồi.
      Ngày cao điểm nhất là 6/2 với [[900 chuyến|79|?]].
      """
    ),
    Sample(
      "2024-06-11",
      "Hà Nội hạn chế 30% xe máy?",
      """
      Sở Giao thông Vận tải Hà Nội cho biết thành phố hiện có [[8 triệu phương tiện|01|-]], \
      trong đó [[6,5 triệu xe máy|01|-]].
      Năm 2023, toàn thành phố xảy ra [[900 vụ|01|2023-01-01..2023-12-31]] tai nạn làm [[580 \
      người|01|2023-01-01..2023-12-31]] chết. Thành phố đặt mục tiêu giảm \
      [[5%|01|2024-01-01..2024-12-31]] số vụ trong năm 2024.
      Đến năm 2030, vận tải công cộng phải đáp ứng [[45%|01|..2030-12-31]] nhu cầu đi lại.
      Tại Bắc Kinh (Trung Quốc), tỷ lệ này là [[60%|CN|-]]; ở Tokyo là [[75%|JP|-]].
      """
    ),
    Sample(
      "2023-11-02",
      "Mưa lũ ở miền Trung làm 5 người chết",
      """
      Thừa Thiên Huế - Mưa lớn từ ngày 30/10 khiến [[12.000 nhà|46|?]] bị ngập. Lượng mưa tại \
      huyện A Lưới đạt [[450 mm|481|?]].
      Ở Quảng Trị, [[2 người|45|?]] mất tích. Quảng Bình di dời [[1.500 hộ|44|?]].
      Hôm qua, hồ Tả Trạch xả [[900 m3/s|46|?]].
      Đợt lũ tháng 10/2020, tỉnh có [[31 người|46|2020-10-01..2020-10-31]] chết.
      """
    ),
    Sample(
      "2024-04-16",
      "Khách sạn ở Nha Trang kín phòng",
      """
      Dịp lễ 30/4, Nha Trang dự kiến đón [[200.000 lượt khách|568|?]]. Khánh Hòa có [[1.200 cơ \
      sở lưu trú|56|-]] với [[65.000 phòng|56|?]].
      Quý I, tỉnh đón [[2,2 triệu lượt khách|56|2024-01-01..2024-03-31]], trong đó [[1,1 triệu \
      khách quốc tế|56|2024-01-01..2024-03-31]]. Khách Hàn Quốc chiếm \
      [[50%|56|2024-01-01..2024-03-31]], khách Trung Quốc [[20%|56|2024-01-01..2024-03-31]].
      Một phòng đôi ở đường Trần Phú giá [[1,5 triệu đồng|?|-]] mỗi đêm.
      """
    ),
    Sample(
      "2024-05-20",
      "Đà Nẵng đón khách tàu biển",
      """
      Đà Nẵng - Sáng 19/5, tàu Costa đưa [[2.300 khách|48|2024-05-19..2024-05-19]] cập cảng \
      Tiên Sa.
      Thành phố đặt mục tiêu đón [[8,4 triệu lượt khách|48|2024-01-01..2024-12-31]] trong năm \
      nay. Bốn tháng đầu năm, khách lưu trú đạt [[3,1 triệu lượt|48|2024-01-01..2024-04-30]], \
      tăng [[34%|48|2024-01-01..2024-04-30]].
      Cầu Rồng dài [[666 m|48|-]], được xây với vốn [[1.500 tỷ đồng|48|?]].
      Quảng Nam cũng đón [[2,6 triệu lượt khách|49|2024-01-01..2024-04-30]] trong 4 tháng.
      """
    ),
    Sample(
      "2025-09-10",
      "Lâm Đồng thu ngân sách tăng",
      """
      Theo Sở Tài chính tỉnh Lâm Đồng, 8 tháng đầu năm 2025, thu ngân sách đạt [[18.500 tỷ \
      đồng|68|2025-01-01..2025-08-31]], bằng [[71%|68|2025-01-01..2025-08-31]] dự toán. Phường \
      Xuân Hương - Đà Lạt thu [[1.200 tỷ đồng|68|2025-01-01..2025-08-31]].
      Tỉnh phấn đấu cả năm thu [[27.000 tỷ đồng|68|2025-01-01..2025-12-31]].
      Đến 31/8, tỉnh giải ngân [[6.300 tỷ đồng|68|..2025-08-31]] vốn đầu tư công, đạt \
      [[38%|68|..2025-08-31]] kế hoạch.
      """
    ),
    Sample(
      "2023-04-02",
      "Tai nạn trên cao tốc ở Bình Thuận",
      """
      Bình Thuận - Xe khách chở [[40 người|60|2023-04-01..2023-04-01]] lật trên cao tốc Vĩnh \
      Hảo - Phan Thiết tối 1/4, khiến [[3 người|60|2023-04-01..2023-04-01]] chết.
      Vụ tai nạn làm [[17 người|60|2023-04-01..2023-04-01]] bị thương. Cao tốc dài [[100 \
      km|60|-]], rộng [[17 m|60|-]].
      Từ đầu năm, tuyến này xảy ra [[25 vụ|60|?]] tai nạn.
      """
    ),
    Sample(
      "2023-12-15",
      "Nhà máy pin ở Hà Tĩnh đi vào hoạt động",
      """
      Nhà máy pin VinES đặt tại Khu kinh tế Vũng Áng, Hà Tĩnh, rộng [[14 ha|42|-]], tổng vốn \
      [[8.800 tỷ đồng|42|-]].
      Công suất giai đoạn một là [[30.000 pack pin|42|-]] mỗi năm. Dự kiến đến năm 2025, nhà \
      máy tuyển [[3.000 lao động|42|..2025-12-31]].
      """
    ),
  ]
}
