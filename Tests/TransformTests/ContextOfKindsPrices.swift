/// Articles on prices, meetings and statistics that `ContextOfKindsTests` asks about.
extension ContextOfKindsTests {
  static let prices: [Sample] = [
    Sample(
      "2023-05-04",
      "Giá xăng giảm mạnh từ chiều 4/5",
      """
      Từ 15h ngày 4/5, giá xăng E5 giảm [[1.251 đồng/lít|VN|2023-05-04..]], dầu diesel giảm \
      [[1.143 đồng/lít|VN|2023-05-04..]].
      Liên Bộ Công Thương - Tài chính cho biết giá xăng dầu thế giới đang hạ.
      """
    ),
    Sample(
      "2019-08-09",
      "Giá heo hơi tăng ở hai miền",
      """
      Giá heo hơi hôm nay (9.8) tại Vĩnh Long đạt [[33.000 đồng/kg|86|2019-08-09..2019-08-09]].
      Tại Hải Dương, giá heo hơi tăng [[2.000 đồng/kg|30|2019-08-09..2019-08-09]]. Giá heo hơi ở \
      Thái Bình là [[45.000 đồng/kg|34|2019-08-09..2019-08-09]].
      """
    ),
    Sample(
      "2024-09-04",
      "Chứng khoán giảm điểm sau nghỉ lễ",
      """
      Trong phiên giao dịch ngày 4/9, VN-Index giảm [[8 điểm|-|2024-09-04..2024-09-04]].
      Chứng khoán Mỹ đêm qua giảm mạnh. Kết phiên, chỉ số dừng ở mức [[1.275 \
      điểm|-|2024-09-04..2024-09-04]]. Vùng hỗ trợ [[1.250 điểm|-|-]] được chú ý.
      """
    ),
    Sample(
      "2024-06-28",
      "Lạng Sơn công bố số liệu kinh tế 6 tháng đầu năm 2024",
      """
      Sáu tháng đầu năm, tổng sản phẩm của tỉnh tăng [[3,1%|20|2024-01-01..2024-06-30]].
      Thu ngân sách đạt [[3.370 tỷ đồng|20|2024-01-01..2024-06-30]], bằng \
      [[58%|20|2024-01-01..2024-06-30]] dự toán năm (5.810 tỷ đồng), tăng \
      [[9%|20|2024-01-01..2024-06-30]] so với cùng kỳ...
      Có [[77 dự án|20|2024-01-01..2024-06-30]] mới với vốn đăng ký [[500 tỷ \
      đồng|20|2024-01-01..2024-06-30]].
      """
    ),
    Sample(
      "2024-12-14",
      "Tập đoàn Sao Mai khánh thành nhà máy tại Bình Phước",
      """
      Dự án của tập đoàn được UBND tỉnh Bình Phước cấp phép năm 2023. Nhà máy rộng [[43 ha|70|?]] \
      và cần [[1.600 lao động|70|?]]. Cổ phiếu của tập đoàn đang niêm yết trên HOSE.
      """
    ),
  ]
}
