import Clinical
import EventStore
import EventText

/// Brings the lines of files into a store.
struct ImportRun {
  let log: any EventLog
  let clock: StoreClock
  var report: ImportReport
  /// Where refused lines are kept; `nil` keeps none.
  var refusedLines: RefusedLines?
  /// True where every line is stored by itself.
  let isStream: Bool
  /// Called for each line that is durable, in order, once it is.
  var acknowledge: (Int, EventID, Int64) throws -> Void = { _, _, _ in }

  private var missingTargets: [MissingTarget] = []

  private struct MissingTarget {
    var file: String
    var line: Int
    var id: EventID
  }

  init(
    _ log: any EventLog, clock: @escaping StoreClock, report: ImportReport,
    refusedLines: RefusedLines?, isStream: Bool
  ) {
    self.log = log
    self.clock = clock
    self.report = report
    self.refusedLines = refusedLines
    self.isStream = isStream
  }

  // A line that the store has not answered for yet.
  private struct Waiting {
    var sent: SentEvent
    var isRepeated: Bool
  }

  /// Imports one file.
  mutating func bring(_ lines: EventLines, source: String) throws {
    var lines = lines
    var seen = RecentIDs()
    var waiting: ArraySlice<Waiting> = []
    var batcher = ImportBatcher(
      into: log, by: .imported(file: source), isStream: isStream, clock: clock)
    while let item = try lines.next() {
      switch item.outcome {
      case .failure(let refusal):
        try report.refuse(refusal, in: lines.name)
        try keep(item, &lines)
      case .success(let sent):
        waiting.append(Waiting(sent: sent, isRepeated: !seen.insert(sent.event.id)))
        try settle(try batcher.add(sent, line: item.number), &waiting, lines.name)
      }
    }
    try settle(try batcher.finish(), &waiting, lines.name)
  }

  /// Reports what only the end can tell, and the sum.
  mutating func finish() throws -> ExitStatus {
    for missing in missingTargets where try log.event(missing.id) == nil {
      try report.find(.missingTarget(missing.line, missing.id), in: missing.file)
    }
    try report.finish()
    return report.status
  }

  // Tells what became of lines that the store has answered for, the longest waiting first.
  private mutating func settle(
    _ answers: [ImportedLine], _ waiting: inout ArraySlice<Waiting>, _ file: String
  ) throws {
    for (answer, line) in zip(answers, waiting) {
      try settle(answer, line, file)
    }
    waiting = Array(waiting.dropFirst(answers.count))[...]
  }

  private mutating func settle(_ answer: ImportedLine, _ waiting: Waiting, _ file: String) throws {
    let line = answer.line
    for finding in answer.outcome.findings {
      if case .missingTarget(let id) = finding {
        missingTargets.append(MissingTarget(file: file, line: line, id: id))
      } else {
        try report.find(LineFinding(line: line, text: finding.text), in: file)
      }
    }
    switch answer.outcome {
    case .stored(let seq, let id, _, _):
      report.countStored()
      try acknowledge(line, id, seq)
    case .duplicate(let seq, let id):
      report.countAlreadyThere()
      if waiting.isRepeated { try report.find(.equalLines(line, first: nil), in: file) }
      try acknowledge(line, id, seq)
    case .refused(var refusal), .overtaken(var refusal, _):
      refusal.line = line
      try report.refuse(refusal, in: file)
      if let refusedLines { try refusedLines.write(waiting.sent.bytes + [0x0A]) }
    case .withheld:
      break
    }
  }

  private func keep(_ item: EventLines.Item, _ lines: inout EventLines) throws {
    guard let refusedLines else { return }
    try refusedLines.write(item.bytes)
    if !item.isWhole {
      try lines.takeRest { (bytes: ArraySlice<UInt8>) throws(Failure) in
        try refusedLines.write(bytes)
      }
    }
    try refusedLines.write(CollectionOfOne(0x0A))
  }
}
