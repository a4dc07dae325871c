import Clinical
import Grading

extension OutcomeReport {
  /// One line a patient: what the others are counted from.
  var patientListing: OutcomeTable {
    OutcomeTable(
      "patients", "Patients",
      conventions: [
        population,
        "CRS, ICANS: the worst computed grade of day 0 to 30. Best: the best response up to day"
          + " \(ResponseCourse.monthThree + ResponseCourse.tolerance). Followed: calendar days from"
          + " the first infusion to death or the last time seen. Ended by: what ended"
          + " progression-free survival.",
      ],
      columns: [
        .init("patient", "patient"), .init("infused", "infused"), .init("crs", "CRS"),
        .init("icans", "ICANS"), .init("best", "best"), .init("followUpDays", "followed, d"),
        .init("end", "ended by"), .init("events", "events"),
      ],
      rows: cohort.cases.map { patient in
        let overall = (timed[.overall] ?? []).first { $0.patient == patient.id }
        let free = (timed[.progressionFree] ?? []).first { $0.patient == patient.id }
        func grade(_ scale: Scale) -> Cell {
          worst(scale, patient.id).map { .count($0) }
            ?? .missing("never gradable in the first month")
        }
        return [
          .patients([patient.id]),
          .text(CalendarDate(dayNumber: patient.dayZero).description), grade(.crs), grade(.icans),
          responses[patient.id]?.best.map { .text($0.response.rawValue) }
            ?? .missing("no assessment that could be evaluated"),
          overall.map { .count($0.days) } ?? .none,
          free.map { .text($0.end.rawValue) } ?? .none, .events(overall?.events ?? []),
        ]
      }, isListing: true)
  }

  /// What happened to each patient on which day: what a swimmer plot shows.
  var milestones: OutcomeTable {
    OutcomeTable(
      "milestones", "Milestones by patient",
      conventions: [population, "Calendar days from the first infusion, which is day 0."],
      columns: [
        .init("patient", "patient"), .init("day", "day"), .init("what", "what"),
        .init("events", "events"),
      ],
      rows: cohort.cases.flatMap { patient -> [[Cell]] in
        var lines: [(day: Int, what: String, events: [EventID])] = [
          (0, "infusion", [patient.infusion])
        ]
        for assessment in responses[patient.id]?.assessments ?? [] {
          lines.append((assessment.day, assessment.response.rawValue, assessment.events))
        }
        for fact in patient.facts where patient.day(fact) >= 0 {
          switch fact.content {
          case .transplant: lines.append((patient.day(fact), "transplant", [fact.id]))
          case .newTherapy: lines.append((patient.day(fact), "new therapy", [fact.id]))
          case .status(let state, _) where state != .alive:
            lines.append((patient.day(fact), state.rawValue, [fact.id]))
          default: break
          }
        }
        if let last = (timed[.overall] ?? []).first(where: { $0.patient == patient.id }),
          last.end == .lastSeen
        {
          lines.append((last.days, "last seen", Array(last.events.dropFirst())))
        }
        return lines.enumerated().sorted {
          ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
        }
        .map { _, line in
          [.patients([patient.id]), .count(line.day), .text(line.what), .events(line.events)]
        }
      }, isListing: true)
  }

  private static let pairConvention =
    "One pair an adjudication: the computed grade that was written down with it, else the one in"
    + " force at that moment."

  /// Computed against adjudicated grades.
  var concordanceTable: OutcomeTable {
    var rows: [[Cell]] = []
    for (scale, name) in [(Scale.crs, "CRS"), (.icans, "ICANS")] {
      let pairs = self.pairs.filter { $0.scale == scale }
      let equal = pairs.count { $0.computed == $0.adjudicated }
      rows.append(
        [.text(name), .text("pairs"), .count(pairs.count)]
          + [Cell](repeating: .none, count: 3))
      for (title, count) in [
        ("equal", equal),
        ("computed lower", pairs.count { ($0.computed ?? .max) < $0.adjudicated }),
        ("computed higher", pairs.count { ($0.computed ?? -1) > $0.adjudicated }),
        ("no computed grade", pairs.count { $0.computed == nil }),
      ] {
        rows.append([.text(name), .text(title)] + share(count, of: pairs.count))
      }
      for adjudicated in 0...5 {
        for computed in 0...5 {
          let count = pairs.count { $0.adjudicated == adjudicated && $0.computed == computed }
          if count == 0 { continue }
          rows.append([
            .text(name), .text("clinician \(adjudicated), computed \(computed)"), .count(count),
            .none, .none, .none,
          ])
        }
      }
    }
    return OutcomeTable(
      "concordance", "Computed and clinicians' grades",
      conventions: [
        population, Self.pairConvention, Conventions.exact(confidence),
      ],
      columns: [.init("scale", "scale"), .init("measure", "measure")]
        + OutcomeTable.share("count", "n"), rows: rows)
  }

  var concordanceListing: OutcomeTable {
    OutcomeTable(
      "concordance-listing", "Adjudications by patient",
      conventions: [population, Self.pairConvention],
      columns: [
        .init("patient", "patient"), .init("scale", "scale"), .init("day", "day"),
        .init("computed", "computed"), .init("adjudicated", "clinician's"),
        .init("events", "events"),
      ],
      rows: pairs.map { pair in
        [
          .patients([pair.patient]), .text(pair.scale.rawValue), .count(pair.day),
          pair.computed.map { .count($0) } ?? .missing("the course said no grade"),
          .count(pair.adjudicated), .events([pair.event]),
        ]
      }, isListing: true)
  }
}
