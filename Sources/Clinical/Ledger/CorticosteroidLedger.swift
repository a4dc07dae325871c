/// Corticosteroids on record: which, how much in the last 24 h, since when.
///
/// Amounts are summed by drug and never converted from one to another: no table of equivalents is
/// confirmed by the sources (clinical-rules 4.2).
package struct CorticosteroidLedger: Sendable {
  /// One corticosteroid.
  package struct Line: Hashable, Sendable {
    package let drug: String
    package let first: DoseRecord
    package let last: DoseRecord
    package let count: Int
    /// Doses within (t − 24 h, t], and their sum in mg; the sum is `nil` where one of them has no
    /// amount that can be added.
    package let count24h: Int
    package let milligrams24h: DecimalNumber?
  }

  private let doses: [DoseRecord]

  package init(_ history: MedicationHistory) {
    doses = history.doses.filter { DrugTable.drug(named: $0.drug)?.drugClass == .corticosteroid }
  }

  package init(_ facts: some Sequence<Fact>) { self.init(MedicationHistory(facts)) }

  /// The corticosteroids given up to `t`, the newest first.
  package func lines(at t: Instant) -> [Line] {
    let given = doses.filter { $0.at <= t }
    var drugs: [String] = []
    for dose in given.reversed() where !drugs.contains(dose.drug) { drugs.append(dose.drug) }
    return drugs.compactMap { drug in
      let own = given.filter { $0.drug == drug }
      guard let first = own.first, let last = own.last else { return nil }
      let recent = own.filter { $0.at > t - .hours(24) }
      let amounts = recent.compactMap(\.milligrams)
      let sum = amounts.count == recent.count ? amounts.reduce(.zero, +) : nil
      return Line(
        drug: drug, first: first, last: last, count: own.count, count24h: recent.count,
        milligrams24h: sum)
    }
  }
}
