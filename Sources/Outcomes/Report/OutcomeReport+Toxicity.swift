import Clinical
import Grading

extension OutcomeReport {
  private var adverseEventConventions: [String] {
    [
      population, FirstMonth.sentence + " An event belongs to the day on which it began.",
      Conventions.adverseEvents,
      "CRS and ICANS come from the graded course; a report of that name is not counted again, and"
        + " counts where the course has none.",
      Conventions.exact(confidence),
    ]
  }

  var adverseEvents: OutcomeTable {
    let conventions = adverseEventConventions
    guard
      let table = AdverseEventTable(reported.counted, subjects: n, confidence: confidence)
    else {
      return OutcomeTable(
        "adverse-events", "Adverse events of the first month", conventions: conventions,
        columns: [], rows: [])
    }
    return .adverseEvents(
      "adverse-events", "Adverse events of the first month", table, conventions: conventions)
  }

  var adverseEventListing: OutcomeTable {
    OutcomeTable(
      "adverse-events-listing", "Adverse events by patient", conventions: adverseEventConventions,
      columns: [
        .init("patient", "patient"), .init("term", "term"), .init("grade", "grade"),
        .init("day", "day"), .init("source", "source"), .init("events", "events"),
      ],
      rows: reported.entries.map { entry in
        [
          .patients([entry.patient]), .text(entry.term),
          entry.grade.map { .count($0) } ?? .missing("no grade is recorded"), .count(entry.day),
          .text(entry.source.rawValue), .events(entry.events),
        ]
      }, isListing: true)
  }

  private var toxicityConventions: [String] {
    [
      population, FirstMonth.sentence + " Computed ASTCT grades of the graded course.",
      "Onset: calendar day of the first grade of 1 or more. Duration: time at grade 1 or more of"
        + " what began in the first month; one that had not ended counts to the last observation.",
      "Treated: given while the syndrome was at grade 1 or more. Treatment: given in the first month"
        + " at all.",
      "Neurotoxicity: ICANS of grade 1 or more, or a reported disorder of the nervous system"
        + " (CTCAE 5.0).",
      "Spread: median and range of the patients who had it.", Conventions.exact(confidence),
    ]
  }

  /// CRS, ICANS and neurotoxicity: how many, how grave, when, how long, and what was given.
  var toxicityTable: OutcomeTable {
    var rows: [[Cell]] = []
    func share(_ name: String, _ measure: String, _ x: Int) {
      rows.append([.text(name), .text(measure)] + self.share(x) + [.none, .none, .none, .none])
    }
    // Whole days have a median of halves all the same.
    func spread(_ name: String, _ measure: String, _ values: [Double], whole: Bool = false) {
      let spread = Spread(values)
      let none = "nobody had it"
      let ends = Cell.Digits.places(whole ? 0 : 1)
      rows.append(
        [.text(name), .text(measure), .none, .none, .none, .none, .count(values.count)] + [
          .number(spread?.median, .places(1), else: none),
          .number(spread?.minimum, ends, else: none), .number(spread?.maximum, ends, else: none),
        ])
    }
    for (scale, name) in [(Scale.crs, "CRS"), (.icans, "ICANS")] {
      let courses = cohort.cases.compactMap { toxicity[$0.id]?[scale] }
      let grades = courses.map(\.worst)
      share(name, "any grade", grades.count { ($0 ?? 0) >= 1 })
      for grade in 0...5 { share(name, "worst grade \(grade)", grades.count { $0 == grade }) }
      share(name, "never gradable", grades.count { $0 == nil })
      share(name, "grade 3 or more", grades.count { ($0 ?? 0) >= 3 })
      let cases = cohort.cases.compactMap { patient in
        toxicity[patient.id]?[scale].map { (patient: patient, course: $0) }
      }
      spread(
        name, "onset, day",
        cases.compactMap { pair in pair.course.onset.map { Double(pair.patient.day($0)) } },
        whole: true)
      spread(
        name, "infusion to highest grade, days",
        cases.compactMap { pair in pair.course.highestAt.map(pair.patient.elapsed) })
      spread(name, "duration, days", courses.compactMap(\.duration))
      for treatment in ToxicityCourse.treatments(for: scale) {
        share(
          name, "treated with " + treatment.name,
          courses.count { $0.treatments.contains { $0.treatment == treatment } })
      }
    }
    share(
      "neurotoxicity", "any grade", Set(reported.neurotoxic.map(\.patient)).count)
    share(
      "neurotoxicity", "grade 3 or more",
      Set(reported.neurotoxic.filter { ($0.grade ?? 0) >= 3 }.map(\.patient)).count)
    let given = cohort.cases.map { Set($0.treatments().map(\.treatment)) }
    for treatment in TrialFact.Treatment.allCases {
      share("treatment", treatment.name, given.count { $0.contains(treatment) })
    }
    return OutcomeTable(
      "toxicity", "CRS, ICANS and neurotoxicity of the first month",
      conventions: toxicityConventions,
      columns: [.init("syndrome", "syndrome"), .init("measure", "measure")]
        + OutcomeTable.share("subjects", "n") + [
          .init("count", "of"), .init("median", "median"), .init("minimum", "min"),
          .init("maximum", "max"),
        ], rows: rows)
  }

  var toxicityListing: OutcomeTable {
    let none = "grade 0 throughout"
    return OutcomeTable(
      "toxicity-listing", "CRS and ICANS by patient", conventions: toxicityConventions,
      columns: [
        .init("patient", "patient"), .init("syndrome", "syndrome"), .init("worst", "worst"),
        .init("adjudicated", "clinician's"), .init("onsetDay", "onset, day"),
        .init("daysToHighest", "to highest, d"), .init("duration", "duration, d"),
        .init("ongoing", "not ended"), .init("treatment", "treatment"),
        .init("events", "events"),
      ],
      rows: cohort.cases.flatMap { patient in
        [(Scale.crs, "CRS"), (.icans, "ICANS")].compactMap { scale, name -> [Cell]? in
          guard let course = toxicity[patient.id]?[scale] else { return nil }
          let why = course.worst == nil ? "never gradable in the first month" : none
          let treatments = course.treatments
          return [
            .patients([patient.id]), .text(name),
            course.worst.map { .count($0) } ?? .missing(why),
            course.adjudicated.map { .count($0) } ?? .none,
            course.onset.map { .count(patient.day($0)) } ?? .missing(why),
            .number(course.highestAt.map(patient.elapsed), .places(2), else: why),
            .number(course.duration, .places(2), else: why),
            course.onset == nil ? .none : .flag(course.isOngoing),
            .text(treatments.map(\.treatment.name).joined(separator: ", ")),
            .events(treatments.flatMap(\.events) + course.events),
          ]
        }
      }, isListing: true)
  }

  /// The highest certain grade of each patient and day.
  var gradesByDay: OutcomeTable {
    OutcomeTable(
      "grades-by-day", "Worst grade of each day",
      conventions: [
        population,
        "The highest computed grade in force at any moment of the day; none where nothing could be"
          + " graded, which is no 0.",
      ],
      columns: [.init("patient", "patient"), .init("syndrome", "syndrome")]
        + FirstMonth.days.map { .init("day\($0)", "\($0)") },
      rows: cohort.cases.flatMap { patient -> [[Cell]] in
        [(Scale.crs, "CRS"), (.icans, "ICANS")].map { scale, name in
          [.patients([patient.id]), .text(name)]
            + FirstMonth.days.map { day in
              patient.worstGrade(scale, onDay: day).map { .count($0) }
                ?? .missing(
                  day > patient.cutoffDay ? "after the cut-off" : "not assessed")
            }
        }
      }, isListing: true)
  }
}
