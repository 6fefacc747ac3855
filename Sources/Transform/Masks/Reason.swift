/// Why a digit or a number word is no figure: the closed list of codes.
enum Reason: String, Sendable, CaseIterable {
  case account
  case address
  case ageGroup = "age_group"
  case anniversary
  case articleOfLaw = "article_of_law"
  case birthYear = "birth_year"
  case buildingClass = "building_class"
  case century
  case clockTime = "clock_time"
  case code
  case date
  case decade
  case denied
  case dimension
  case durationInTime = "duration_in_time"
  case flight
  case footnote
  case group
  case homograph
  case idiom
  case law
  case level
  case listNumber = "list_number"
  case matchMinute = "match_minute"
  case move
  case name
  case oneAsArticle = "one_as_article"
  case ordinal
  case page
  case participants
  case partOfFigure = "part_of_figure"
  case patient
  case period
  case phase
  case phone
  case product
  case road
  case round
  case schoolGrade = "school_grade"
  case schoolYear = "school_year"
  case session
  case standard
  case storm
  case table
  case teaser
  case unitName = "unit_name"
  case unitless
  case unreadable
  case url
  case vague
  case vehicleClass = "vehicle_class"
  case vehiclePlate = "vehicle_plate"
  case year
}
