package import Clinical

/// The sample trial: its events, and what its own events come to beside the published figures.
package struct TrialSample: Sendable {
  /// In the order in which they were written down, `site` first.
  package let events: [Event]
  /// Counted from `events`.
  package let aggregates: [Aggregate]

  /// One figure of the sample beside the published one that it is meant to resemble.
  package struct Aggregate: Hashable, Sendable {
    /// What is counted, e.g. `CRS grade 1 or 2`.
    package let name: String
    /// In this sample.
    package let reached: String
    /// As published.
    package let published: String
    /// Where.
    package let source: String
  }

  /// The aggregates as lines of aligned columns, the header first.
  package var report: [String] {
    let rows =
      [["", "sample", "published", "source"]]
      + aggregates.map { [$0.name, $0.reached, $0.published, $0.source] }
    let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (column, text) in row.enumerated() {
        line += text
        if column < 3 { line += String(repeating: " ", count: widths[column] - text.count + 2) }
      }
      return line
    }
  }
}

extension SampleWard {
  /// Twenty invented patients of a trial from day −5 to month 24, in the proportions published for
  /// NCT04572308.
  ///
  /// How often each thing happens is the same for every seed; whom it happens to, and every
  /// reading, is the seed's.
  package static func trial(seed: UInt64) -> TrialSample {
    let random = SeededRandom(seed: seed).stream("trial")
    var choice = random.stream("courses")
    let courses = TrialCourse.twenty(&choice)
    var patients: [Event] = []
    for course in courses {
      var own = random.stream("course \(course.number)")
      patients += Composer.events(of: course.script(&own), random: random)
    }
    let events = opening(random) + inOrderOfWriting(patients)
    return TrialSample(events: events, aggregates: TrialFigures(events).aggregates)
  }

  private static func opening(_ random: SeededRandom) -> [Event] {
    guard let day = CalendarDate(year: 2021, month: 10, day: 4) else { return [] }
    var diary = Diary(patient: nil, dayZero: day, bedside: 0, random: random.stream("site"))
    diary.write(
      .site(
        Site(name: "Sample trial (invented)", timeZone: "Asia/Shanghai", languages: ["zh", "en"])),
      at: Moment(0, 800), by: .office, delay: 0)
    for (n, member) in (Staff.others + Staff.physicians + Staff.nurses).enumerated() {
      diary.write(
        .user(User(login: member.login, name: member.name, role: member.role, active: true)),
        at: Moment(0, 805 + n), by: .office, delay: 0)
    }
    return diary.events
  }
}
