import Clinical
import Console
import EventStore
import EventText
import Glibc
import Grading
import Interchange

/// Reads tables for the console, saves their mappings and imports them.
///
/// Called away from the thread of the screen.
struct TableDesk: Sendable {
  let log: SQLiteEventLog
  let clock: StoreClock
  /// Files that may be neither read nor overwritten.
  let spared: [String]

  /// How long a file may be that is shown while somebody waits.
  private static let longest = 16 << 20

  /// What lies in the folder that the console was started in and may be a table.
  func files() -> [String] {
    guard let folder = opendir(".") else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder), names.count < 500 {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      let isTable = [".csv", ".tsv", ".txt"].contains { name.lowercased().hasSuffix($0) }
      if isTable, !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// What comes of an effect that asks for a table.
  func answers(to effect: Effect, by user: EntryUser) -> [Input] {
    do {
      switch effect {
      case .listTables: return [.tables(files())]
      case .readTable(let draft):
        let (read, preview) = try read(draft)
        return [.table(read, by: draft, preview)]
      case .saveMapping(let draft): return [.tableDone(try save(draft), isStored: false)]
      case .importTable(let draft):
        return [.tableDone(try bring(draft, by: user), isStored: true)]
      default: return []
      }
    } catch {
      let text = (error as? Failure)?.message ?? "\(error)"
      return [.tableDone(Message(text, .failure), isStored: false)]
    }
  }

  /// The table as it is understood by a draft; by the mapping beside it, where nothing was said yet.
  func read(_ draft: TableDraft) throws -> (TableDraft, TablePreview) {
    let file = try TableFile(path: draft.file, limit: Self.longest, sparing: spared)
    var draft = draft
    if draft.layout == nil, draft.columns.isEmpty { file.saved?.fill(&draft) }
    var preview = TablePreview()
    preview.variables = Self.variables
    preview.hasSavedMapping = file.saved != nil
    do throws(Refusal) {
      let head = try file.head(of: draft)
      preview.encoding = head.encoding.rawValue
      preview.names = head.names
      for name in head.names { preview.samples[name] = head.texts(in: name, limit: 1).first }
      preview.tests = draft.columns[.code].map { head.texts(in: $0, limit: 200) } ?? []
    } catch {
      preview.problem = "\(error)"
      return (draft, preview)
    }
    guard draft.layout != nil, draft.missing == nil,
      draft.layout == .long || !draft.variables.isEmpty
    else { return (draft, preview) }
    do throws(Refusal) {
      let outcomes = try outcomes(file, draft)
      try? rehearse(outcomes, into: &preview)
    } catch {
      preview.problem = "\(error)"
    }
    return (draft, preview)
  }

  /// Writes the mapping beside its file.
  func save(_ draft: TableDraft) throws -> Message {
    let file = try TableFile(path: draft.file, limit: Self.longest, sparing: spared)
    let place = TableFile.mappingPath(draft.file)
    let mapping = file.mapping(of: draft)
    let text = MappingText.toml(mapping)
    // What could not be read back would be found out a month later.
    let back = CanonicalJSON.bytes(of: try ImportRun.mappingValues(text, place))
    guard back == CanonicalJSON.bytes(of: mapping) else {
      throw Failure.couldNot("\(place): the mapping cannot be written; save it by hand")
    }
    if let problem = file.savedProblem {
      throw Failure.couldNot("\(problem); move that file away, and save again")
    }
    try OutputFile.write(Array(text.utf8), to: place, as: place, sparing: spared)
    return Message("\(place) saved; `vigil import --mapping` takes it too")
  }

  /// Stores what the table brings.
  func bring(_ draft: TableDraft, by user: EntryUser) throws -> Message {
    let file = try TableFile(path: draft.file, limit: Self.longest, sparing: spared)
    let outcomes = try outcomes(file, draft)
    let name = ImportRun.last(draft.file)
    let author = Authorship(
      entry: .imported, login: user.login, role: user.role, source: "import:" + name)
    var batcher = ImportBatcher(into: log, by: author, clock: clock)
    var answers: [ImportedLine] = []
    for outcome in outcomes {
      for event in outcome.events { answers += try batcher.add(event, line: outcome.line) }
    }
    answers += try batcher.finish()
    var refused = outcomes.count { $0.refusal != nil }
    var stored = 0
    var there = 0
    for answer in answers {
      switch answer.outcome {
      case .stored: stored += 1
      case .duplicate: there += 1
      case .refused, .overtaken: refused += 1
      case .withheld: break
      }
    }
    let text =
      "\(name): \(stored) \(stored == 1 ? "event" : "events") stored, \(there) already there,"
      + " \(refused) \(refused == 1 ? "line" : "lines") refused"
    return Message(text, refused > 0 ? .warning : .notice)
  }

  private func outcomes(
    _ file: TableFile, _ draft: TableDraft
  ) throws(Refusal) -> [TableImport.Outcome] {
    let mapping = try TableMapping(file.mapping(of: draft))
    let book: PatientBook
    do { book = try PatientBook(log) } catch { throw Refusal(problem: "\(error)") }
    return try TableImport(
      file.bytes[...], mapping: mapping, zone: book.zone, now: clock(), reader: OpenedStore.reader
    ).outcomes { word throws(Refusal) in try book.patient([word]) }
  }

  // What the store would say, without storing anything.
  private func rehearse(
    _ outcomes: [TableImport.Outcome], into preview: inout TablePreview
  ) throws {
    var batcher = ImportBatcher(
      into: try Rehearsal(over: log), by: .imported(file: "table"), clock: clock)
    var answers: [ImportedLine] = []
    for outcome in outcomes {
      for event in outcome.events { answers += try batcher.add(event, line: outcome.line) }
    }
    answers += try batcher.finish()
    var refusals: [Int: Refusal] = [:]
    for answer in answers {
      switch answer.outcome {
      case .stored: preview.newEvents += 1
      case .duplicate: preview.alreadyThere += 1
      case .refused(let refusal), .overtaken(let refusal, _): refusals[answer.line] = refusal
      case .withheld: break
      }
    }
    let zone = Zone.ofRecord(try log.events(of: nil).map { try $0.event(OpenedStore.reader) })
    for outcome in outcomes {
      preview.lineCount += 1
      let line = Self.line(outcome, refusals[outcome.line], zone)
      if line.isRefused {
        preview.refusedCount += 1
        if preview.refused.count < 500 { preview.refused.append(line) }
      }
      if preview.lines.count < 100 { preview.lines.append(line) }
    }
  }

  private static func line(
    _ outcome: TableImport.Outcome, _ refused: Refusal?, _ zone: Zone
  ) -> TablePreview.Line {
    if var refusal = outcome.refusal ?? refused {
      refusal.line = nil
      return TablePreview.Line(number: outcome.line, text: "\(refusal)", isRefused: true)
    }
    let texts = outcome.events.map { sent -> String in
      let event = sent.event
      var values: [String] = []
      switch event.content {
      case .lab(let lab):
        values = lab.results.map {
          "\($0.code) \($0.comparator?.rawValue ?? "")\($0.value) \($0.unit)"
        }
      case .vitals(let vitals):
        for sign in VitalSign.allCases {
          guard let quantity = vitals[sign: sign] else { continue }
          values.append(
            "\(sign.rawValue) \(quantity.comparator?.rawValue ?? "")\(quantity.value) "
              + quantity.unit.label)
        }
      default: break
      }
      let at = Timestamp.local(event.at.start(in: zone), in: zone).prefix(16)
        .replacing("T", with: " ")
      return "\(event.patient?.text ?? "")  \(at)  \(values.joined(separator: ", "))"
    }
    return TablePreview.Line(
      number: outcome.line, text: texts.isEmpty ? "-" : texts.joined(separator: "; "),
      isRefused: false)
  }

  /// Everything that a column can be.
  private static let variables: [TableVariable] =
    VitalSign.allCases.map {
      TableVariable(
        code: $0.rawValue, label: $0.label, units: $0.measure.conversions.map(\.unit.rawValue))
    }
    + LabVariable.allCases.map {
      TableVariable(
        code: $0.rawValue, label: $0.label, units: $0.measure.conversions.map(\.unit.rawValue))
    }
}
