import Records
import Testing

@testable import Transform

struct QualifiersTests {
  @Test(
    arguments: [
      ("Hơn 1,2 triệu dân.", .moreThan), ("Trên 3.500 hộ vay vốn.", .moreThan),
      ("Khoảng 400 tỷ đồng.", .approximately), ("Ước khoảng 400 tỷ đồng.", .approximately),
      ("Gần 17 tỷ USD.", .almost), ("Dưới 300 triệu thùng dầu.", .lessThan),
      ("Chưa đến 4 giây.", .lessThan), ("Ít nhất 80%.", .atLeast), ("Tối đa 8%.", .atMost),
      ("Không quá 70% quỹ.", .atMost), ("Hộ từ 3 con trở lên.", .atLeast), ("BI ≥ 20%.", .atLeast),
      ("Nhiều hơn 5 điểm.", nil), ("Diễn ra trên 2 tuyến đường.", nil), ("Có 5 hộ.", nil),
      ("GRDP ước tính tăng 3%.", .approximately), ("GRDP ước tăng 3%.", .approximately),
      ("GRDP đã tăng 3%.", nil), ("Doanh nghiệp ước phục vụ 868.000 lượt khách.", .approximately),
      ("Ước thực hiện năm nay là 40 tỷ đồng.", nil),
      ("Số ca có thể vượt 9.000 ca.", .moreThan), ("Lương trên dưới 9 triệu đồng.", .approximately),
    ] as [(String, Observation.Qualifier?)]
  )
  func reads(text: String, qualifier: Observation.Qualifier?) {
    #expect(figure(text)?.qualifier == qualifier)
  }
}
