import Clinical
import EventStore
import EventText

/// Brings the lines of files into a store.
struct ImportRun<Target: ImportTarget> {
  let target: Target
  var report: ImportReport
  /// Where refused lines are kept; `nil` keeps none.
  var refusedLines: RefusedLines?
  /// Lines handed to the store at once; the store divides them into transactions.
  let batchSize: Int
  /// Called for each line that is durable, in order, once it is.
  var acknowledge: (Int, EventID, Int64) throws -> Void = { _, _, _ in }

  private var missingTargets: [MissingTarget] = []

  private struct MissingTarget {
    var file: String
    var line: Int
    var id: EventID
  }

  private struct Line {
    var number: Int
    var sent: SentEvent
    var isRepeated: Bool
  }

  init(_ target: Target, report: ImportReport, refusedLines: RefusedLines?, batchSize: Int) {
    self.target = target
    self.report = report
    self.refusedLines = refusedLines
    self.batchSize = batchSize
  }

  /// Imports one file.
  mutating func bring(_ lines: EventLines, source: String) throws {
    var lines = lines
    var seen = RecentIDs()
    var batch: [Line] = []
    while let item = try lines.next() {
      switch item.outcome {
      case .failure(let refusal):
        try report.refuse(refusal, in: lines.name)
        try keep(item, &lines)
      case .success(let sent):
        let isNew = seen.insert(sent.event.id)
        batch.append(Line(number: item.number, sent: sent, isRepeated: !isNew))
        if batch.count >= batchSize {
          try hand(batch, lines.name, source)
          batch.removeAll(keepingCapacity: true)
        }
      }
    }
    if !batch.isEmpty { try hand(batch, lines.name, source) }
  }

  /// Reports what only the end can tell, and the sum.
  mutating func finish() throws -> ExitStatus {
    for missing in missingTargets where try !target.holds(missing.id) {
      try report.find(.missingTarget(missing.line, missing.id), in: missing.file)
    }
    try report.finish()
    return report.status
  }

  private mutating func hand(_ batch: [Line], _ file: String, _ source: String) throws {
    let outcomes = try target.take(batch.map(\.sent), source: source)
    for (line, outcome) in zip(batch, outcomes) {
      for finding in outcome.findings {
        if case .missingTarget(let id) = finding {
          missingTargets.append(MissingTarget(file: file, line: line.number, id: id))
        } else {
          try report.find(LineFinding(line: line.number, text: finding.text), in: file)
        }
      }
      switch outcome {
      case .stored(let seq, let id, _, _):
        report.countStored()
        try acknowledge(line.number, id, seq)
      case .duplicate(let seq, let id):
        report.countAlreadyThere()
        if line.isRepeated { try report.find(.equalLines(line.number, first: nil), in: file) }
        try acknowledge(line.number, id, seq)
      case .refused(var refusal), .overtaken(var refusal, _):
        refusal.line = line.number
        try report.refuse(refusal, in: file)
        if let refusedLines { try refusedLines.write(line.sent.bytes + [0x0A]) }
      case .withheld:
        break
      }
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
