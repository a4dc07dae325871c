extension OutcomeTable {
  /// One line a subject.
  package static func kinetics(
    _ name: String, _ title: String, _ subjects: [(id: String, kinetics: Kinetics)],
    conventions: [String]
  ) -> OutcomeTable {
    let digits = Cell.Digits.significant(4)
    return OutcomeTable(
      name, title, conventions: conventions,
      columns: [
        Column("id", "id"), Column("n", "n"), Column("cmax", "Cmax"), Column("tmax", "Tmax, d"),
        Column("clast", "Clast"), Column("tlast", "Tlast, d"), Column("aucLast", "AUClast"),
        Column("auc0to28", "AUC0-28"), Column("auc0to90", "AUC0-90"),
        Column("lambdaZ", "lambda-z, /d"), Column("halfLife", "half-life, d"),
        Column("persistenceDays", "persistence, d"),
        Column("persistenceCensored", "censored"),
      ],
      rows: subjects.map { id, kinetics in
        func cell(_ key: String, _ value: Double?) -> Cell {
          .number(value, digits, else: kinetics.reason(key) ?? "")
        }
        return [
          .text(id), .count(kinetics.n), cell("cmax", kinetics.cmax), cell("tmax", kinetics.tmax),
          cell("clast", kinetics.clast), cell("tlast", kinetics.tlast),
          cell("aucLast", kinetics.aucLast), cell("auc0to28", kinetics.auc0to28),
          cell("auc0to90", kinetics.auc0to90), cell("lambdaZ", kinetics.lambdaZ),
          cell("halfLife", kinetics.halfLife), cell("persistence", kinetics.persistence?.days),
          kinetics.persistence.map { .flag($0.isCensored) }
            ?? .missing(kinetics.reason("persistence") ?? ""),
        ]
      }, isListing: true)
  }

  /// One line a term.
  package static func adverseEvents(
    _ name: String, _ title: String, _ events: AdverseEventTable, conventions: [String]
  ) -> OutcomeTable {
    OutcomeTable(
      name, title, conventions: conventions,
      columns: [Column("term", "term")] + Self.share("subjects", "any grade")
        + (1...5).map { Column("grade\($0)", "G\($0)") } + [Column("ungraded", "no grade")]
        + Self.share("severe", "grade 3+"),
      rows: events.rows.map { row in
        [.text(row.term)] + Self.cells(row.subjects)
          + (1...5).map { .count(row.byGrade[$0] ?? 0) } + [.count(row.ungraded)]
          + Self.cells(row.severe)
      })
  }

  /// The columns of a proportion.
  static func share(_ key: String, _ heading: String) -> [Column] {
    [
      Column(key, heading), Column(key + "Proportion", "%"), Column(key + "Lower", "lower"),
      Column(key + "Upper", "upper"),
    ]
  }

  /// The cells of a proportion: the count, and the others read as per cent.
  static func cells(_ share: Proportion) -> [Cell] {
    [.count(share.x), .percent(share.proportion), .percent(share.lower), .percent(share.upper)]
  }

  /// The same where there may be nobody to count among.
  static func cells(_ x: Int, of n: Int, confidence: Double = 0.95) -> [Cell] {
    if let share = Proportion(x, of: n, confidence: confidence) { return cells(share) }
    return [.count(x)] + [Cell](repeating: .missing("nobody to count among"), count: 3)
  }
}

extension Kinetics {
  /// Why a value cannot be given; `nil` where it can.
  package func reason(_ key: String) -> String? { reasons.first { $0.key == key }?.text }
}
