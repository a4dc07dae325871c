import Clinical
import Grading

extension OutcomeReport {
  /// One line an endpoint.
  var overview: OutcomeTable {
    var rows: [[Cell]] = []
    func share(_ title: String, _ x: Int, of all: Int) {
      let cells = self.share(x, of: all)
      rows.append(
        [.text(title), cells[0], .count(all)] + cells[1...] + [.text("%")])
    }
    func median(_ title: String, _ analysis: SurvivalAnalysis) {
      guard let group = curves[analysis] else { return }
      func cell(_ key: String, _ days: Double?) -> Cell {
        .number(
          days.map { $0 / Cohort.month }, .places(1),
          else: group.reasons.first { $0.key == key }?.text ?? "")
      }
      rows.append([
        .text(title), .count(group.curve.events), .count(group.curve.n),
        cell("median", group.curve.median), cell("medianLower", group.curve.medianLower),
        cell("medianUpper", group.curve.medianUpper), .text("months"),
      ])
    }
    for (scale, name) in [(Scale.crs, "CRS"), (.icans, "ICANS")] {
      let grades = cohort.cases.compactMap { worst(scale, $0.id) }
      share("\(name), any grade, first month", grades.count { $0 >= 1 }, of: n)
      share("\(name), grade 3 or more, first month", grades.count { $0 >= 3 }, of: n)
    }
    share("Neurotoxicity, first month", Set(reported.neurotoxic.map(\.patient)).count, of: n)
    let severe = Set(
      reported.counted.filter { ($0.grade ?? 0) >= 3 }.map(\.subject))
    share("Adverse event of grade 3 or more, first month", severe.count, of: n)
    let best = cohort.cases.compactMap { responses[$0.id]?.best }
    share("Overall response, best", best.count { $0.response.isResponse }, of: n)
    let complete = best.filter { $0.response.isComplete }
    share("CR or CRi, best", complete.count, of: n)
    share(
      "MRD negative, of those in CR or CRi with a result",
      complete.count { $0.isMRDNegative == true },
      of: complete.count { $0.isMRDNegative != nil })
    let third = cohort.cases.compactMap { responses[$0.id]?.atMonthThree }
    share("Overall response at month 3", third.count { $0.response.isResponse }, of: n)
    median("Duration of response, median", .durationOfResponse)
    median("Progression-free survival, median", .progressionFree)
    median("Overall survival, median", .overall)
    rows += expansionRows
    let cleared = clearances.compactMap(\.clearedAt)
    share("CD7+ cells cleared, first month", cleared.count, of: n)
    share(
      "Computed grade equal to the clinician's", pairs.count { $0.computed == $0.adjudicated },
      of: pairs.count)
    return OutcomeTable(
      "overview", "Endpoints",
      conventions: [
        population, Conventions.exact(confidence),
        "Medians of time: Kaplan-Meier, \(cohort.question.interval.rawValue) limits, a month ="
          + " \(Cohort.month) days; x is the number of events.",
        "Not evaluable or not assessed counts as no response.",
      ],
      columns: [
        .init("endpoint", "endpoint"), .init("x", "x"), .init("n", "n"), .init("value", "value"),
        .init("lower", "lower"), .init("upper", "upper"), .init("unit", "unit"),
      ], rows: rows)
  }

  // The expansion of the cells in two lines: how high and when, as medians with their range.
  private var expansionRows: [[Cell]] {
    let kinetics = (profiles[.carCopies] ?? []).map { $0.kinetics() }
    func row(_ title: String, _ values: [Double], _ unit: String, _ digits: Cell.Digits) -> [Cell] {
      let spread = Spread(values)
      let why = "no quantifiable sample"
      return [
        .text(title), .count(values.count), .count(n),
        .number(spread?.median, digits, else: why), .number(spread?.minimum, digits, else: why),
        .number(spread?.maximum, digits, else: why), .text(unit),
      ]
    }
    return [
      row(
        "CAR copies, Cmax, median and range", kinetics.compactMap(\.cmax), "copies/ug",
        .significant(3)),
      row(
        "CAR copies, Tmax, median and range", kinetics.compactMap(\.tmax), "days", .places(1)),
    ]
  }
}

extension Response.Grade {
  var isComplete: Bool { self == .completeRemission || self == .completeRemissionIncomplete }
}
