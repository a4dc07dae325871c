import Clinical
import Grading

extension OutcomeReport {
  /// One line an endpoint.
  var overview: OutcomeTable {
    OutcomeTable(
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
      ], rows: OverviewLine.allCases.map { [.text($0.rawValue)] + cells($0) })
  }

  private func cells(_ line: OverviewLine) -> [Cell] {
    if let analysis = line.analysis { return median(analysis) }
    let kinetics = (profiles[.carCopies] ?? []).map { $0.kinetics() }
    switch line {
    case .cmax: return spread(kinetics.compactMap(\.cmax), "copies/ug", .significant(3))
    case .tmax: return spread(kinetics.compactMap(\.tmax), "days", .places(1))
    case .concordance:
      return share(pairs.count { $0.computed == $0.adjudicated }, outOf: pairs.count)
    case .negative: return share(counted(line).count, outOf: testedForDisease.count)
    default: return share(counted(line).count, outOf: n)
    }
  }

  private func share(_ x: Int, outOf all: Int) -> [Cell] {
    let cells = share(x, of: all)
    return [cells[0], .count(all)] + cells[1...] + [.text("%")]
  }

  private func median(_ analysis: SurvivalAnalysis) -> [Cell] {
    guard let group = curves[analysis] else { return [Cell](repeating: .none, count: 6) }
    func cell(_ key: String, _ days: Double?) -> Cell {
      .number(
        days.map { $0 / Cohort.month }, .places(1),
        else: group.reasons.first { $0.key == key }?.text ?? "")
    }
    return [
      .count(group.curve.events), .count(group.curve.n), cell("median", group.curve.median),
      cell("medianLower", group.curve.medianLower), cell("medianUpper", group.curve.medianUpper),
      .text("months"),
    ]
  }

  private func spread(_ values: [Double], _ unit: String, _ digits: Cell.Digits) -> [Cell] {
    let spread = Spread(values)
    let why = "no quantifiable sample"
    return [
      .count(values.count), .count(n), .number(spread?.median, digits, else: why),
      .number(spread?.minimum, digits, else: why), .number(spread?.maximum, digits, else: why),
      .text(unit),
    ]
  }

  // In CR or CRi at best, with a result of MRD.
  private var testedForDisease: [PatientID] {
    patients { self.responses[$0]?.best }.filter {
      responses[$0]?.best?.response.isComplete == true
        && responses[$0]?.best?.isMRDNegative != nil
    }
  }

  private func patients<Found>(_ find: (PatientID) -> Found?) -> [PatientID] {
    cohort.cases.map(\.id).filter { find($0) != nil }
  }

  /// The patients whom a line counts; of a median everybody who is in it.
  func counted(_ line: OverviewLine) -> Set<PatientID> {
    func graded(_ scale: Scale, _ least: Int) -> [PatientID] {
      cohort.cases.map(\.id).filter { (worst(scale, $0) ?? 0) >= least }
    }
    func responding(
      _ find: (ResponseCourse) -> ResponseCourse.Assessment?,
      _ holds: (ResponseCourse.Assessment) -> Bool
    ) -> [PatientID] {
      cohort.cases.map(\.id).filter { responses[$0].flatMap(find).map(holds) ?? false }
    }
    let found: [PatientID] =
      switch line {
      case .crsAny: graded(.crs, 1)
      case .crsSevere: graded(.crs, 3)
      case .icansAny: graded(.icans, 1)
      case .icansSevere: graded(.icans, 3)
      case .neurotoxicity: reported.neurotoxic.map(\.patient)
      case .severeEvent:
        reported.entries.filter { $0.source != .countedAsGraded && ($0.grade ?? 0) >= 3 }
          .map(\.patient)
      case .bestResponse: responding(\.best) { $0.response.isResponse }
      case .bestComplete: responding(\.best) { $0.response.isComplete }
      case .negative: testedForDisease.filter { responses[$0]?.best?.isMRDNegative == true }
      case .thirdResponse: responding(\.atMonthThree) { $0.response.isResponse }
      case .duration, .progressionFree, .overall:
        line.analysis.flatMap { timed[$0] }?.map(\.patient) ?? []
      case .cmax, .tmax:
        (profiles[.carCopies] ?? []).filter { $0.kinetics().cmax != nil }.map(\.patient)
      case .cleared: clearances.filter { $0.clearedAt != nil }.map(\.patient)
      case .concordance: pairs.filter { $0.computed == $0.adjudicated }.map(\.patient)
      }
    return Set(found)
  }
}

extension Response.Grade {
  var isComplete: Bool { self == .completeRemission || self == .completeRemissionIncomplete }
}
