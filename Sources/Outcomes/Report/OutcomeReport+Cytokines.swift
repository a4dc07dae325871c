import Clinical
import Grading

extension OutcomeReport {
  private var cytokineConventions: [String] {
    [
      population, FirstMonth.sentence,
      "Peak: the highest sample after the infusion, the first of ties; one beyond a limit"
        + " of quantification counts as the limit, and with peaks above one (> limit) peak and fold"
        + " are lower bounds. Baseline: the last sample before the infusion.",
      "Fold change: peak over baseline, where both are quantifiable. AUC0-28 begins at the"
        + " baseline; areas as in kinetics.",
      "Median and range of the patients of a grade.",
    ]
  }

  /// Peaks, their times, fold changes and areas, by the worst CRS grade.
  var cytokineTable: OutcomeTable {
    var rows: [[Cell]] = []
    for variable in TrialFact.cytokines {
      let courses = cytokines[variable] ?? []
      for grade in (0...5).map({ Optional($0) }) + [nil] {
        let group = courses.filter { worst(.crs, $0.profile.patient) == grade }
        if group.isEmpty { continue }
        rows.append(
          [
            .text(OutcomeReport.title(variable)),
            grade.map { .count($0) } ?? .missing("never gradable in the first month"),
            .count(group.count),
          ] + cytokineCells(group))
      }
    }
    return OutcomeTable(
      "cytokines", "Cytokines of the first month by worst CRS grade",
      conventions: cytokineConventions,
      columns: [
        .init("cytokine", "cytokine"), .init("crs", "CRS"), .init("patients", "patients"),
        .init("peakMedian", "peak"), .init("peakMinimum", "min"), .init("peakMaximum", "max"),
        .init("peakTimeMedian", "peak at, d"), .init("foldMedian", "fold"),
        .init("aucMedian", "AUC0-28"), .init("aboveLimit", "> limit"),
      ], rows: rows)
  }

  private func cytokineCells(_ group: [CytokineCourse]) -> [Cell] {
    let peak = Spread(group.compactMap { $0.peak?.value })
    let none = "no sample in the first month"
    let digits = Cell.Digits.significant(3)
    return [
      .number(peak?.median, digits, else: none), .number(peak?.minimum, digits, else: none),
      .number(peak?.maximum, digits, else: none),
      .number(Spread(group.compactMap { $0.peak?.time })?.median, .places(1), else: none),
      .number(
        Spread(group.compactMap(\.fold))?.median, digits,
        else: "no patient with a quantifiable peak and baseline"),
      .number(
        Spread(group.compactMap(\.auc0to28))?.median, digits,
        else: "no patient with an area to day 28"),
      .count(group.count { $0.peak?.isAbove == true }),
    ]
  }

  var cytokineListing: OutcomeTable {
    OutcomeTable(
      "cytokines-listing", "Cytokines by patient", conventions: cytokineConventions,
      columns: [
        .init("patient", "patient"), .init("cytokine", "cytokine"), .init("crs", "CRS"),
        .init("baselineComparator", ""), .init("baseline", "baseline"),
        .init("peakComparator", ""), .init("peak", "peak"), .init("peakTime", "peak at, d"),
        .init("foldComparator", ""), .init("fold", "fold"), .init("auc0to28", "AUC0-28"),
        .init("events", "events"),
      ],
      rows: TrialFact.cytokines.flatMap { variable in
        (cytokines[variable] ?? []).map { course in
          func mark(_ point: AnalyteProfile.Point?) -> Cell {
            point.map { .text($0.mark) } ?? .none
          }
          let baseline = course.profile.baseline
          return [
            .patients([course.profile.patient]), .text(OutcomeReport.title(variable)),
            worst(.crs, course.profile.patient).map { .count($0) }
              ?? .missing("never gradable in the first month"),
            mark(baseline),
            .number(baseline?.value, .significant(3), else: course.reason("baseline")),
            mark(course.peak),
            .number(course.peak?.value, .significant(3), else: course.reason("peak")),
            .number(course.peak?.time, .places(2), else: course.reason("peak")),
            course.fold == nil ? .none : mark(course.peak),
            .number(course.fold, .significant(3), else: course.reason("fold")),
            .number(course.auc0to28, .significant(4), else: course.reason("auc0to28")),
            .events([baseline?.event, course.peak?.event].compactMap { $0 }),
          ]
        }
      }, isListing: true)
  }

  private var clearanceConventions: [String] {
    let settings = cohort.question.settings
    return [
      population,
      "Cleared: the first sample of day 0 to 30 below the threshold (< \(settings.clearedPercentage)"
        + " % of lymphocytes, or < \(settings.clearedCells) cells/uL where only counts exist) that"
        + " the next sample confirms. Recovered: a later sample at or above it.",
      "Duration: to recovery, censored at the last sample; \(medianConvention)",
      Conventions.exact(confidence),
    ]
  }

  var cd7Table: OutcomeTable {
    let cleared = clearances.filter { $0.clearedAt != nil }
    var rows: [[Cell]] = [
      [.text("cleared")] + share(cleared.count) + [.none, .none, .none, .none],
      [.text("recovered, of the cleared")]
        + share(cleared.count { $0.hasRecovered }, of: cleared.count) + [
          .none, .none, .none, .none,
        ],
      [.text("no sample after the infusion")] + share(clearances.count { $0.samples == 0 })
        + [.none, .none, .none, .none],
    ]
    let time = Spread(cleared.compactMap(\.clearedAt))
    rows.append(
      [.text("infusion to clearance, d"), .none, .none, .none, .none, .count(cleared.count)]
        + [time?.median, time?.minimum, time?.maximum].map {
          .number($0, .places(1), else: "nobody was cleared")
        })
    let durations = SurvivalGroup(
      nil,
      cleared.compactMap { course in
        course.duration.map { SurvivalTime($0, isEvent: course.hasRecovered) }
      }, interval: cohort.question.interval, confidence: confidence)
    func cell(_ key: String, _ days: Double?) -> Cell {
      .number(days, .places(1), else: durations.reasons.first { $0.key == key }?.text ?? "")
    }
    rows.append([
      .text("duration, d"), .none, .none, .none, .none, .count(durations.curve.n),
      cell("median", durations.curve.median), cell("medianLower", durations.curve.medianLower),
      cell("medianUpper", durations.curve.medianUpper),
    ])
    return OutcomeTable(
      "cd7", "Clearance of CD7+ cells from the blood",
      conventions: clearanceConventions,
      columns: [.init("measure", "measure")] + OutcomeTable.share("subjects", "n") + [
        .init("count", "of"), .init("median", "median"), .init("minimum", "min"),
        .init("maximum", "max"),
      ], rows: rows)
  }

  var cd7Listing: OutcomeTable {
    OutcomeTable(
      "cd7-listing", "Clearance of CD7+ cells by patient", conventions: clearanceConventions,
      columns: [
        .init("patient", "patient"), .init("samples", "samples"), .init("cleared", "cleared, d"),
        .init("duration", "duration, d"), .init("recovered", "recovered"),
        .init("events", "events"),
      ],
      rows: clearances.map { course in
        [
          .patients([course.patient]), .count(course.samples),
          .number(course.clearedAt, .places(2), else: course.reason ?? ""),
          .number(course.duration, .places(2), else: course.reason ?? ""),
          course.clearedAt == nil ? .none : .flag(course.hasRecovered), .events(course.events),
        ]
      }, isListing: true)
  }
}
