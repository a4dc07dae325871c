/// What befalls one patient of the sample trial, before any reading is made.
struct TrialCourse {
  /// Disease outside the marrow, and how it answered by day 28.
  enum Extramedullary {
    case none, complete, partial
  }

  /// What comes after day 28, by the day.
  enum Fate {
    /// A transplant, and perhaps something after it.
    case transplanted(day: Int, then: Later?)
    /// Remission without a transplant, and perhaps something after it.
    case watched(then: Later?)
    case noResponse(death: Int)
  }

  enum Later {
    case relapse(day: Int, death: Int?)
    case death(day: Int, infection: Bool)
    case lost(day: Int)
    case withdrawn(day: Int)
  }

  var number = 0
  var age = 24
  var isFemale = false
  var isLymphoma = false
  /// The worst grade of CRS, 0 to 3.
  var crs = 1
  var hasNeurotoxicity = false
  var extramedullary = Extramedullary.none
  var fate = Fate.watched(then: nil)
  var peakDay = 12
  /// Thousandths of a decade of copies/µg at the peak.
  var decades = 4795
  /// Days after 8 November 2021.
  var infusedAfter = 0

  /// The twenty of a seed: how often each thing happens is set, whom it happens to is chance.
  ///
  /// The proportions are those published for NCT04572308 (Blood 2022;140(4):321) up to their
  /// follow-up, the expansion that published for NCT05290155; what comes later is invented.
  static func twenty(_ random: inout SeededRandom) -> [TrialCourse] {
    let ages = random.shuffled([
      3, 6, 8, 11, 13, 15, 17, 19, 22, 24, 24, 26, 28, 30, 33, 36, 41, 46, 52, 57,
    ])
    let lymphoma = random.shuffled((0..<20).map { $0 < 6 })
    let grades = random.shuffled(
      [0, 3] + Array(repeating: 2, count: 7) + Array(repeating: 1, count: 11))
    let days = random.shuffled([
      10, 10, 10, 11, 11, 11, 12, 12, 12, 12, 12, 12, 13, 13, 14, 14, 15, 17, 19, 21,
    ])
    let peaks = random.shuffled([
      3510, 3880, 4110, 4270, 4390, 4480, 4560, 4630, 4700, 4770, 4820, 4880, 4940, 5000, 5060,
      5120, 5190, 5270, 5370, 5505,
    ])
    let fates = random.shuffled(Self.fates)
    // Neurotoxicity in two of those with a CRS.
    let withCRS = random.shuffled(grades.indices.filter { grades[$0] > 0 })
    var courses: [TrialCourse] = []
    var infused = 0
    for n in 0..<20 {
      var course = TrialCourse()
      course.number = n + 1
      course.age = ages[n]
      course.isFemale = random.chance(permille: 350)
      course.isLymphoma = lymphoma[n]
      course.crs = grades[n]
      course.hasNeurotoxicity = withCRS.prefix(2).contains(n)
      course.extramedullary = fates[n].0
      course.fate = fates[n].1
      course.peakDay = days[n]
      course.decades = peaks[n]
      course.infusedAfter = infused
      infused += random.within(9...19)
      courses.append(course)
    }
    return courses
  }

  // Nine have disease outside the marrow: five of them in remission by day 28; the other four go to
  // a salvage transplant. Ten more are transplanted in remission; six are not.
  private static let fates: [(Extramedullary, Fate)] = [
    (.partial, .transplanted(day: 52, then: nil)),
    (.partial, .transplanted(day: 58, then: .relapse(day: 398, death: 521))),
    (.partial, .transplanted(day: 63, then: nil)),
    (.partial, .transplanted(day: 71, then: .death(day: 334, infection: true))),
    (.complete, .transplanted(day: 49, then: nil)), (.complete, .transplanted(day: 55, then: nil)),
    (.complete, .transplanted(day: 60, then: .lost(day: 548))),
    (.complete, .transplanted(day: 66, then: nil)),
    (.complete, .watched(then: .relapse(day: 214, death: 402))),
    (.none, .transplanted(day: 47, then: nil)), (.none, .transplanted(day: 53, then: nil)),
    (.none, .transplanted(day: 57, then: .death(day: 246, infection: false))),
    (.none, .transplanted(day: 62, then: nil)), (.none, .transplanted(day: 68, then: nil)),
    (.none, .transplanted(day: 74, then: nil)),
    (.none, .watched(then: .relapse(day: 84, death: 233))),
    (.none, .watched(then: .relapse(day: 327, death: nil))), (.none, .watched(then: nil)),
    (.none, .watched(then: .withdrawn(day: 426))), (.none, .noResponse(death: 141)),
  ]
}
