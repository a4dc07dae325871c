import Clinical

/// Something to report about a line that was taken nevertheless.
struct LineFinding: Hashable {
  var line: Int
  var text: String

  static func equalLines(_ line: Int, first: Int?) -> LineFinding {
    let which = first.map { "line \($0)" } ?? "an earlier line"
    return LineFinding(line: line, text: "is equal to \(which): one event, counted once")
  }

  static func missingTarget(_ line: Int, _ id: EventID) -> LineFinding {
    LineFinding(
      line: line,
      text: "names \(id), which is not there; it counts, and takes that event's place if it comes")
  }
}
