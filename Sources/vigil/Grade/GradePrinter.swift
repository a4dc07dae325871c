import Reports

/// Prints answers, as JSON or for a person.
struct GradePrinter {
  var format: FormatOption.Format
  var isTimeline: Bool

  /// Prints one patient's answers.
  func write(_ answers: [GradeAnswer], isFirst: Bool, to sink: Sink) throws {
    switch format {
    case .json:
      for answer in answers { try sink.write(jsonLine: answer.json) }
    case .text:
      let lines =
        isTimeline ? GradeTimeline(answers: answers).lines : answers.flatMap(\.lines)
      guard !lines.isEmpty else { return }
      if !isFirst { try sink.write("\n") }
      for line in lines { try sink.write(line + "\n") }
    }
  }

  /// What stands under the grades of a page for a person.
  func writeRemark(to sink: Sink) throws {
    guard format == .text else { return }
    try sink.write("\n")
    for line in TextColumns.lines(GradeWords.rulesRemark, columns: TextColumns.standard) {
      try sink.write(line + "\n")
    }
  }
}
