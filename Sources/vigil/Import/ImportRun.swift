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

  // A line that cannot be told of yet, for the store has not answered for one before it.
  private enum Waiting {
    case event(SentEvent, isRepeated: Bool)
    case refused(Refusal, ArraySlice<UInt8>)
  }

  /// Imports one file.
  mutating func bring(_ lines: some ImportItems, source: String) throws {
    var file = FileInProgress(
      name: lines.name,
      batcher: ImportBatcher(
        into: log, by: .imported(file: source), isStream: isStream, clock: clock))
    var lines = lines
    while let item = try lines.next() { try take(item, &file) }
    try settle(try file.batcher.finish(), &file)
  }

  private struct FileInProgress {
    let name: String
    var batcher: ImportBatcher
    var seen = RecentIDs()
    /// In the order of lines.
    var waiting: ArraySlice<Waiting> = []

    init(name: String, batcher: ImportBatcher) {
      self.name = name
      self.batcher = batcher
    }
  }

  // Refused lines that may wait: what a file of nothing but nonsense may take of the memory.
  private static let mostWaiting = 4000

  private mutating func take(_ item: ImportLines.Item, _ file: inout FileInProgress) throws {
    switch item {
    case .event(let sent, let line):
      file.waiting.append(.event(sent, isRepeated: !file.seen.insert(sent.event.id)))
      try settle(try file.batcher.add(sent, line: line), &file)
    case .refused(let refusal, let bytes, let isWhole):
      if !isWhole || file.waiting.count >= Self.mostWaiting {
        try settle(try file.batcher.finish(), &file)
      }
      if file.waiting.isEmpty {
        try report.refuse(refusal, in: file.name)
        try keep(bytes, isLast: isWhole)
      } else {
        file.waiting.append(.refused(refusal, bytes))
      }
    case .rest(let bytes, let isLast):
      try keep(bytes, isLast: isLast)
    }
  }

  private func keep(_ bytes: ArraySlice<UInt8>, isLast: Bool) throws {
    guard let refusedLines else { return }
    try refusedLines.write(bytes)
    if isLast { try refusedLines.write(CollectionOfOne(0x0A)) }
  }

  /// Reports what only the end can tell, and the sum.
  mutating func finish() throws -> ExitStatus {
    for missing in missingTargets where try log.event(missing.id) == nil {
      try report.find(
        FileFinding(line: missing.line, text: AppendFinding.missingTarget(missing.id).text),
        in: missing.file)
    }
    try report.finish()
    return report.status
  }

  // Tells what became of lines that the store has answered for, and of refused ones between.
  private mutating func settle(_ answers: [ImportedLine], _ file: inout FileInProgress) throws {
    if answers.isEmpty { return }
    var waiting = file.waiting
    var rest = answers[...]
    while let next = waiting.first {
      switch next {
      case .refused(let refusal, let bytes):
        try report.refuse(refusal, in: file.name)
        try keep(bytes, isLast: true)
      case .event(let sent, let isRepeated):
        guard let answer = rest.popFirst() else {
          file.waiting = Array(waiting)[...]
          return
        }
        try settle(answer, sent, isRepeated, file.name)
      }
      waiting.removeFirst()
    }
    file.waiting = []
  }

  private mutating func settle(
    _ answer: ImportedLine, _ sent: SentEvent, _ isRepeated: Bool, _ file: String
  ) throws {
    let line = answer.line
    for finding in answer.outcome.findings {
      if case .missingTarget(let id) = finding {
        missingTargets.append(MissingTarget(file: file, line: line, id: id))
      } else {
        try report.find(FileFinding(line: line, text: finding.text), in: file)
      }
    }
    switch answer.outcome {
    case .stored(let seq, let id, _, _):
      report.countStored()
      try acknowledge(line, id, seq)
    case .duplicate(let seq, let id):
      report.countAlreadyThere()
      if isRepeated {
        let text = "this is the same event as an earlier line"
        try report.find(FileFinding(line: line, text: text), in: file)
      }
      try acknowledge(line, id, seq)
    case .refused(var refusal), .overtaken(var refusal, _):
      refusal.line = line
      try report.refuse(refusal, in: file)
      try keep(sent.bytes, isLast: true)
    case .withheld:
      break
    }
  }
}
