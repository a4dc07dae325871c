package import Clinical

/// A scale other than ASTCT: what it takes, what it says, from where (clinical-rules 3).
///
/// The criteria stand in the file of its name. A scale is a pure function of its inputs; how a
/// course gives them is another, so a table of cases is scored by the same rule as a patient.
package struct OtherScale: Sendable {
  /// `NEWS2`; what a command and an adjudication name.
  package let name: String
  package let title: String
  package let source: String
  /// True where it rests on general knowledge (`Rule.fromMemoryRemark`).
  package let fromMemory: Bool
  /// What a reader must know of it; `nil` for nothing.
  package let remark: String?
  package let columns: [ScaleColumn]
  /// The first day after infusion of which it speaks in a course; `nil` for any time.
  let firstDay: Int?
  let gather: @Sendable (ScaleRecord) -> ScaleInputs
  let rule: @Sendable (ScaleInputs) -> ScaleFinding

  init(
    _ name: String, _ title: String, source: String, fromMemory: Bool = false,
    remark: String? = nil, firstDay: Int? = nil, columns: [ScaleColumn],
    gather: @escaping @Sendable (ScaleRecord) -> ScaleInputs,
    rule: @escaping @Sendable (ScaleInputs) -> ScaleFinding
  ) {
    self.name = name
    self.title = title
    self.source = source
    self.fromMemory = fromMemory
    self.remark = remark
    self.columns = columns
    self.firstDay = firstDay
    self.gather = gather
    self.rule = rule
  }

  /// What the scale says of these inputs.
  package func result(of inputs: ScaleInputs, at t: Instant? = nil) -> ScaleResult {
    let finding = rule(inputs)
    let known = columns.compactMap { inputs.given[$0.name] }
    if let reason = finding.notApplicable {
      return ScaleResult(
        scale: self, at: t, score: nil, grade: nil, bounds: nil, verdict: nil, parts: [],
        inputs: known, missing: [], notApplicable: reason)
    }
    let missing = columns.compactMap { column -> MissingInput? in
      if inputs.given[column.name] != nil {
        return finding.open[column.name].map { MissingInput(column.name, $0) }
      }
      guard finding.asks(column) else { return nil }
      return MissingInput(column.name, inputs.reasons[column.name] ?? "not recorded")
    }
    return ScaleResult(
      scale: self, at: t, score: finding.score,
      grade: finding.bounds.flatMap { $0.lowerBound == $0.upperBound ? $0.lowerBound : nil },
      bounds: finding.bounds, verdict: finding.verdict, parts: finding.parts + inputs.notes,
      inputs: known,
      missing: missing, notApplicable: nil)
  }

  /// What the scale says of a patient.
  package func result(_ record: ScaleRecord) -> ScaleResult {
    if let firstDay {
      guard record.isInfused else { return none(record.at, "before the infusion") }
      if let day = record.day, day < firstDay { return none(record.at, "from day \(firstDay) on") }
    }
    return result(of: gather(record), at: record.at)
  }

  private func none(_ t: Instant, _ reason: String) -> ScaleResult {
    ScaleResult(
      scale: self, at: t, score: nil, grade: nil, bounds: nil, verdict: nil, parts: [],
      inputs: [], missing: [], notApplicable: reason)
  }

  /// The column of that name, or of one that means the same, in any case.
  package func column(named name: String) -> ScaleColumn? {
    let written = name.lowercased()
    return columns.first {
      $0.name.lowercased() == written || $0.aliases.contains { $0.lowercased() == written }
    }
  }
}

/// What a scale's criteria come to.
struct ScaleFinding {
  var score: DecimalNumber?
  var bounds: ClosedRange<Int>?
  var verdict: String?
  var parts: [ScalePart] = []
  /// Inputs that are there and leave the answer open, with why.
  var open: [String: String] = [:]
  /// The absent inputs that would matter; `nil` is every one that the scale asks for.
  var asked: Set<String>?
  var notApplicable: String?

  func asks(_ column: ScaleColumn) -> Bool {
    asked.map { $0.contains(column.name) } ?? !column.isOptional
  }
}
