import Clinical

extension OutcomeReport {
  static let expansion: [LabVariable] = [.carCopies, .carPercentage, .carCells]

  /// The variable with its unit.
  static func title(_ variable: LabVariable) -> String {
    "\(variable.label), \(variable.measure.unit.label)"
  }

  private var visitConvention: String {
    "Visits: nominal days \(cohort.question.settings.visits.map(String.init).joined(separator: ", "));"
      + " windows meet half way; of several samples the nearest, of two equally near the earlier."
  }

  /// A variable at each planned visit: how many, how many quantifiable, median and range, in which a
  /// value below the limit stands lowest.
  private func visitRows(_ variable: LabVariable, upTo last: Int?) -> [[Cell]] {
    var byVisit: [Int: [AnalyteProfile.Point]] = [:]
    let nominal = cohort.question.settings.visits
    for profile in profiles[variable] ?? [] {
      for (visit, point) in profile.visits(nominal) { byVisit[visit, default: []].append(point) }
    }
    return nominal.filter { visit in last.map { visit <= $0 } ?? true }.map { visit in
      let points = byVisit[visit] ?? []
      let below = "below the limit of quantification"
      func cell(_ value: Double?, _ why: String) -> Cell {
        guard let value else { return .missing(why) }
        return value < 0 ? .missing(below) : .number(value, .significant(3))
      }
      // Below zero stands for below the limit, in order; no measured value is.
      let ranked = points.map { $0.isBelow ? -1 : $0.value }.sorted()
      let middle = ranked.count / 2
      let median: Double? =
        ranked.isEmpty
        ? nil
        : ranked.count % 2 == 1
          ? ranked[middle]
          : ranked[middle - 1] < 0
            ? -1 : (ranked[middle - 1] + ranked[middle]) / 2
      return [
        .text(Self.title(variable)), .count(visit), .count(points.count),
        .count(points.count { !$0.isBelow }), cell(median, "no sample"),
        cell(ranked.first, "no sample"), cell(ranked.last, "no sample"),
      ]
    }
  }

  private static let visitColumns: [OutcomeTable.Column] = [
    .init("variable", "variable"), .init("visit", "day"), .init("samples", "samples"),
    .init("quantifiable", "quantifiable"), .init("median", "median"), .init("minimum", "min"),
    .init("maximum", "max"),
  ]

  var proliferation: OutcomeTable {
    OutcomeTable(
      "proliferation", "CAR-T proliferation in three months",
      conventions: [
        population, visitConvention,
        "Median and range of all samples; one below the limit of quantification stands lowest.",
      ], columns: Self.visitColumns,
      rows: Self.expansion.flatMap { visitRows($0, upTo: ResponseCourse.monthThree) })
  }

  var cytokinesByVisit: OutcomeTable {
    OutcomeTable(
      "cytokines-by-visit", "Cytokines at each planned visit",
      conventions: [
        population, visitConvention,
        "Median and range of all samples; one below the limit of quantification stands lowest.",
      ], columns: Self.visitColumns,
      rows: TrialFact.cytokines.flatMap { visitRows($0, upTo: FirstMonth.days.upperBound) })
  }

  var cd7ByVisit: OutcomeTable {
    OutcomeTable(
      "cd7-by-visit", "CD7+ cells at each planned visit",
      conventions: [
        population, visitConvention,
        "Median and range of all samples; one below the limit of quantification stands lowest.",
      ], columns: Self.visitColumns,
      rows: [LabVariable.cd7Percentage, .cd7Cells].flatMap { visitRows($0, upTo: nil) })
  }

  /// Each parameter over the patients.
  var kineticsTable: OutcomeTable {
    typealias Parameter = (name: String, value: (Kinetics) -> Double?)
    let parameters: [Parameter] = [
      ("Cmax", { $0.cmax }), ("Tmax, d", { $0.tmax }), ("Clast", { $0.clast }),
      ("Tlast, d", { $0.tlast }), ("AUClast", { $0.aucLast }), ("AUC0-28", { $0.auc0to28 }),
      ("AUC0-90", { $0.auc0to90 }), ("lambda-z, /d", { $0.lambdaZ }),
      ("half-life, d", { $0.halfLife }),
    ]
    var rows: [[Cell]] = []
    for variable in Self.expansion {
      let kinetics = (profiles[variable] ?? []).map { $0.kinetics() }
      for parameter in parameters {
        let values = kinetics.compactMap(parameter.value)
        let spread = Spread(values)
        let none = "no patient has it"
        let geometric = spread == nil ? none : "a value is not above 0"
        rows.append([
          .text(Self.title(variable)), .text(parameter.name), .count(values.count),
          .number(spread?.geometricMean, .significant(4), else: geometric),
          .number(
            spread?.geometricVariation, .places(1),
            else: values.count == 1 ? "one value" : geometric),
          .number(spread?.median, .significant(4), else: none),
          .number(spread?.minimum, .significant(4), else: none),
          .number(spread?.maximum, .significant(4), else: none),
        ])
      }
      rows.append(persistence(variable, kinetics))
    }
    return OutcomeTable(
      "kinetics", "Pharmacokinetics of the CAR-T cells",
      conventions: [population] + Conventions.kinetics + [
        "Geometric CV: sqrt(exp(s²) - 1), s the standard deviation of the logarithms.",
        "Persistence: \(medianConvention)",
        "The first infusion counts; later ones do not restart the profile.",
      ],
      columns: [
        .init("variable", "variable"), .init("parameter", "parameter"), .init("n", "n"),
        .init("geometricMean", "geom. mean"), .init("geometricCV", "geom. CV, %"),
        .init("median", "median"), .init("minimum", "min"), .init("maximum", "max"),
      ], rows: rows)
  }

  private func persistence(_ variable: LabVariable, _ kinetics: [Kinetics]) -> [Cell] {
    let times = kinetics.compactMap(\.persistence).map {
      SurvivalTime($0.days, isEvent: !$0.isCensored)
    }
    let group = SurvivalGroup(
      nil, times, interval: cohort.question.interval, confidence: confidence)
    func cell(_ key: String, _ days: Double?) -> Cell {
      .number(days, .places(1), else: group.reasons.first { $0.key == key }?.text ?? "")
    }
    return [
      .text(Self.title(variable)), .text("persistence, d"), .count(times.count), .none, .none,
      cell("median", group.curve.median), cell("medianLower", group.curve.medianLower),
      cell("medianUpper", group.curve.medianUpper),
    ]
  }

  var kineticsListing: OutcomeTable {
    let lines = Self.expansion.flatMap { variable in
      (profiles[variable] ?? []).map { profile in
        (variable: variable, profile: profile, kinetics: profile.kinetics())
      }
    }
    let table = OutcomeTable.kinetics(
      "kinetics-listing", "Pharmacokinetics by patient",
      lines.map { ($0.profile.patient.text, $0.kinetics) },
      conventions: [population] + Conventions.kinetics)
    // The first column becomes the patient and the variable, the last the events.
    return OutcomeTable(
      table.name, table.title, conventions: table.conventions,
      columns: [.init("patient", "patient"), .init("variable", "variable")]
        + table.columns.dropFirst() + [.init("events", "events")],
      rows: zip(lines, table.rows).map { line, cells in
        [.patients([line.profile.patient]), .text(Self.title(line.variable))] + cells.dropFirst()
          + [.events(line.profile.after.map(\.event))]
      }, isListing: true)
  }

  /// Every sample that a figure is drawn from.
  var sampleListing: OutcomeTable {
    OutcomeTable(
      "samples", "Samples by patient",
      conventions: [
        population,
        "Days by the clock from the first infusion. < is below the limit of quantification that"
          + " stands there, > above the upper one.",
      ],
      columns: [
        .init("patient", "patient"), .init("variable", "variable"), .init("time", "days"),
        .init("comparator", ""), .init("value", "value"), .init("events", "events"),
      ],
      rows: TrialFact.variables.flatMap { variable in
        (profiles[variable] ?? []).flatMap { profile in
          profile.points.map { point in
            [
              .patients([profile.patient]), .text(Self.title(variable)),
              .number(point.time, .places(2)),
              .text(point.mark),
              .number(point.value, .significant(4)), .events([point.event]),
            ]
          }
        }
      }, isListing: true)
  }
}
