import Clinical
import Configuration
import EventStore
import EventText
import Grading
import Interchange

extension ImportRun {
  /// Imports a table by its mapping, or one that `vigil export --as csv-long` wrote.
  ///
  /// - Parameters:
  ///   - path: where the mapping's file is.
  ///   - isGiven: true where the person has said that it is a table.
  mutating func bring(
    table bytes: [UInt8], name: String, mapping path: String?, isGiven: Bool
  ) throws {
    if path == nil, let own = LongTableReader(bytes[...]) {
      return try bring(
        items(own.outcomes(reader: OpenedStore.reader), headings: nil, name),
        source: Self.last(name))
    }
    guard let path else {
      let needs =
        "what its columns mean is said by a mapping, never guessed: say --mapping FILE (README,"
        + " \"Importing tables\"), or have the console ask for it (`:`, \"Import a table\")"
      if isGiven { throw Failure.usage("\(name): \(needs)") }
      throw Failure.couldNot(
        "\(name): this looks like a table of comma-separated values; \(needs)."
          + " If it is JSON Lines after all, say `vigil import --as jsonl`")
    }
    let mapping = try Self.mapping(path)
    let book = try PatientBook(log)
    let table: TableImport
    do throws(Refusal) {
      table = try TableImport(
        bytes[...], mapping: mapping, zone: book.zone, now: clock(), reader: OpenedStore.reader)
    } catch {
      throw Failure.couldNot("\(name): \(error)")
    }
    let outcomes = table.outcomes { word throws(Refusal) in try book.patient([word]) }
    try bring(items(outcomes, headings: table.head.headings, name), source: Self.last(name))
  }

  /// Reads a mapping's file.
  static func mapping(_ path: String) throws -> TableMapping {
    let bytes = try Source(path: path).readAll(limit: 1 << 20)
    guard let text = TextEncoding.utf8.decode(bytes) else {
      throw Failure.couldNot("\(path): the mapping is not UTF-8")
    }
    do {
      return try TableMapping(mappingValues(text, path))
    } catch let error as Refusal {
      throw Failure.couldNot("\(path): \(error)")
    }
  }

  /// The values of a mapping's text.
  static func mappingValues(_ text: String, _ path: String) throws -> JSONValue {
    do {
      return JSONValue(try TOMLValue(toml: text))
    } catch {
      throw Failure.couldNot("\(path): \(error)")
    }
  }

  // The headings go first into a file of refused lines, so that it can be mended and brought again.
  private func items(
    _ outcomes: [TableImport.Outcome], headings: String?, _ name: String
  ) -> WholeItems {
    var items: [ImportLines.Item] = []
    var hasHeadings = headings == nil
    for outcome in outcomes {
      for event in outcome.events { items.append(.event(event, line: outcome.line)) }
      guard let refusal = outcome.refusal else { continue }
      let text = hasHeadings ? outcome.text : (headings ?? "") + "\n" + outcome.text
      hasHeadings = true
      items.append(.refused(refusal, Array(text.utf8)[...], isWhole: true))
    }
    return WholeItems(name: name, items)
  }

  /// The last part of a path.
  static func last(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

/// Whom a file's word for a patient means: the subject's id or the hospital number, never a name.
struct PatientBook {
  let zone: Zone
  private var directory: PatientDirectory

  init(_ log: any EventLog) throws {
    zone = Zone.ofRecord(try log.events(of: nil).map { try $0.event(OpenedStore.reader) })
    directory = PatientDirectory(zone: zone)
    for patient in try log.patients() {
      directory.know(patient)
      for stored in try log.events(of: patient)
      where stored.kind == EventKind.patient.rawValue
        || stored.kind == EventKind.retraction.rawValue
      {
        directory.take(try stored.event(OpenedStore.reader))
      }
    }
  }

  func patient(_ words: [String]) throws(Refusal) -> PatientID {
    let found = directory.patients(identifiedBy: words)
    let written = words.map { "\"\($0.prefix(40))\"" }.joined(separator: ", ")
    guard let patient = found.first else {
      throw Refusal(
        field: "patient", problem: "\(written) is no patient's id or hospital number",
        remedy: "admit the patient first, or say whom it means under [patients] in a mapping",
        nearest: words.first.flatMap {
          NearestName.of(
            $0,
            in: directory.patients.flatMap { [$0.text, directory.hospitalNumber(of: $0)] }
              .compactMap(\.self))
        })
    }
    guard found.count == 1 else {
      let names = found.map(\.text).joined(separator: " and ")
      throw Refusal(
        field: "patient", problem: "\(written) is of \(names)", remedy: "write the subject's id")
    }
    return patient
  }
}

extension JSONValue {
  /// The same as a file of TOML says it.
  init(_ value: TOMLValue) {
    switch value {
    case .text(let text): self = .string(text)
    case .flag(let flag): self = .bool(flag)
    case .whole(let whole): self = .int(whole)
    // No key of a mapping takes a fraction; what is shown of one is its text.
    case .number(let number): self = .string("\(number)")
    case .list(let elements): self = .array(elements.map { JSONValue($0) })
    case .table(let entries):
      self = .object(entries.map { JSONMember($0.key, JSONValue($0.value)) })
    }
  }
}
