import Clinical
import Grading

/// What a scale says at one instant, in the words of the outputs: what the naive tables return and
/// the engine is held against.
struct Verdict: Equatable, CustomStringConvertible {
  var status: GradeStatus
  var grade: Int?
  var atLeast: Int?
  var atMost: Int?
  var flags: [String]

  init(status: GradeStatus, grade: Int?, atLeast: Int?, atMost: Int?, flags: Set<String>) {
    self.status = status
    self.grade = grade
    self.atLeast = atLeast
    self.atMost = atMost
    self.flags = flags.sorted()
  }

  init(_ record: GradeRecord) {
    status = record.status
    grade = record.grade
    atLeast = record.atLeast
    atMost = record.atMost
    flags = record.flags.list
  }

  /// The status and the grade that two bounds give, when no status stands before them.
  static func bounded(
    _ low: Int, _ high: Int, provisional: Bool, flags: Set<String>
  ) -> Verdict {
    let status: GradeStatus = high > low ? .partial : provisional ? .provisional : .final
    return Verdict(
      status: status, grade: low == 0 && high > 0 ? nil : low, atLeast: low, atMost: high,
      flags: flags)
  }

  var description: String {
    func text(_ n: Int?) -> String { n.map(String.init) ?? "-" }
    return "\(status) \(text(grade)) [\(text(atLeast)),\(text(atMost))] \(flags)"
  }
}

/// Collects what differs over a walk, so that one run shows the first few and how many there are.
struct Differences {
  private(set) var count = 0
  private(set) var walked = 0
  private var first: [String] = []

  mutating func compare(_ engine: Verdict, _ naive: Verdict, _ inputs: @autoclosure () -> String) {
    walked += 1
    guard engine != naive else { return }
    count += 1
    if first.count < 12 { first.append("\(inputs())\n    engine \(engine)\n    table  \(naive)") }
  }

  var report: String {
    "\(count) of \(walked) differ\n  " + first.joined(separator: "\n  ")
  }
}
