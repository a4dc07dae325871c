package import Clinical
package import EventText

/// Makes events of the records of a table, by its mapping.
///
/// Each line of a long table is an event of its own, and so are the laboratory results and the vital
/// signs of a line of a wide one: a line that was refused, mended and brought again adds only itself.
package struct TableImport: Sendable {
  /// What became of one record.
  package struct Outcome: Sendable {
    package var line: Int
    /// The record as it came.
    package var text: String
    package var events: [SentEvent] = []
    package var refusal: Refusal?
  }

  /// The line of headings as it came, for a file of refused lines.
  package let headings: String
  /// The headings, a repeated one with its number: `IL-6`, `IL-6#2`.
  package let names: [String]
  private let records: ArraySlice<CSVReader.Record>
  private let openQuote: Int?
  private let mapping: TableMapping
  private let style: WrittenTime.Style
  private let reader: EventReader
  private let places: [String: Int]

  /// - Parameters:
  ///   - zone: the site's.
  ///   - namedZone: the zone of an IANA name or offset, `nil` for one that is not known.
  /// - Throws: where the file is no text, has no headings, or lacks a column that the mapping names.
  package init(
    _ bytes: ArraySlice<UInt8>, mapping: TableMapping, zone: Zone, reader: EventReader,
    namedZone: (String) -> Zone? = Self.zone
  ) throws(Refusal) {
    guard let (text, _) = TextEncoding.text(of: bytes, as: mapping.encoding) else {
      throw Refusal(
        problem: "the file is no text in "
          + (mapping.encoding?.rawValue ?? "UTF-8, UTF-16 or GB 18030"),
        remedy: "say its character set as `encoding` in the mapping")
    }
    let file = CSVReader(Self.skipping(mapping.skip, text), separator: mapping.separator)
    guard let first = file.records.first else {
      throw Refusal(problem: "the file has no headings", remedy: "check `skip` in the mapping")
    }
    headings = first.text
    names = Self.numbered(first.fields)
    records = file.records.dropFirst()
    openQuote = file.openQuote
    self.mapping = mapping
    self.reader = reader
    var style = WrittenTime.Style(zone: zone)
    if let name = mapping.zone {
      guard let named = namedZone(name) else {
        throw Refusal(
          field: "zone", problem: "\"\(name.prefix(40))\" is no time zone",
          remedy: "write +08:00 or Asia/Shanghai")
      }
      style.zone = named
    }
    style.order = mapping.dateOrder
    style.isFrom1904 = mapping.isFrom1904
    self.style = style
    places = try Self.places(mapping, names, first.fields)
  }

  /// `+08:00`, or an IANA name.
  package static func zone(_ name: String) -> Zone? {
    if let moment = try? Timestamp.moment("2026-01-01T00:00:00" + name) {
      return Zone(fixedOffset: moment.utcOffset)
    }
    return Zone(identifier: name)
  }

  // Lines before the headings keep their numbers: blank ones take their place.
  private static func skipping(_ lines: Int, _ text: String) -> String {
    guard lines > 0 else { return text }
    var rest = text.unicodeScalars[...]
    for _ in 0..<lines {
      guard let end = rest.firstIndex(where: { $0 == "\n" || $0 == "\r" }) else { return "" }
      let after = rest.index(after: end)
      let isPair = rest[end] == "\r" && after < rest.endIndex && rest[after] == "\n"
      rest = rest[(isPair ? rest.index(after: after) : after)...]
    }
    return String(repeating: "\n", count: lines) + String(rest)
  }

  private static func numbered(_ fields: [String]) -> [String] {
    var seen: [String: Int] = [:]
    return fields.map { field in
      let name = field.trimmed
      seen[name, default: 0] += 1
      let number = seen[name] ?? 1
      return number == 1 ? name : "\(name)#\(number)"
    }
  }

  private static func places(
    _ mapping: TableMapping, _ names: [String], _ fields: [String]
  ) throws(Refusal) -> [String: Int] {
    var wanted: [(key: String, column: String)] = [
      ("patient", mapping.patient), ("time", mapping.time),
    ]
    if let clock = mapping.clock { wanted.append(("clock", clock)) }
    switch mapping.layout {
    case .long(let code, let value, let unit):
      wanted += [("code", code), ("value", value)]
      if let unit { wanted.append(("unit", unit)) }
    case .wide(let columns):
      for name in columns.keys.sorted() { wanted.append(("columns", name)) }
    }
    var places: [String: Int] = [:]
    for (key, column) in wanted {
      guard let place = names.firstIndex(of: column) else {
        throw Refusal(
          line: 1, field: key, problem: "the file has no column \"\(column.prefix(40))\"",
          remedy: "check the mapping against the headings",
          nearest: NearestName.of(column, in: names))
      }
      // Who names the second as well has seen that there are two.
      let isSeen = wanted.contains { $0.column == column + "#2" }
      if names.contains(column + "#2"), !isSeen {
        throw Refusal(
          line: 1, field: key, problem: "the heading \"\(column.prefix(40))\" stands there twice",
          remedy:
            "name the first \"\(column)\" by another heading in the file, or the second as \"\(column)#2\""
        )
      }
      places[column] = place
    }
    return places
  }

  /// What becomes of every record, in order.
  ///
  /// - Parameter patient: whom a file's own word for a patient means, or why it means nobody.
  package func outcomes(
    patient: (String) throws(Refusal) -> PatientID
  ) -> [Outcome] {
    var outcomes = records.map { record -> Outcome in
      var outcome = Outcome(line: record.line, text: record.text)
      do throws(Refusal) {
        outcome.events = try events(of: record, patient: patient)
      } catch {
        outcome.refusal = error
        outcome.refusal?.line = record.line
      }
      return outcome
    }
    if let openQuote {
      let refusal = Refusal(
        line: openQuote, problem: "a quote begins in this record and never ends",
        remedy: "end it; everything after it was read as one cell")
      outcomes.append(Outcome(line: openQuote, text: "", refusal: refusal))
    }
    return outcomes
  }

  private func cell(_ column: String, _ record: CSVReader.Record) -> String {
    guard let place = places[column], record.fields.indices.contains(place) else { return "" }
    return CSVWriter.unguarded(record.fields[place].trimmed)
  }

  private func events(
    of record: CSVReader.Record, patient: (String) throws(Refusal) -> PatientID
  ) throws(Refusal) -> [SentEvent] {
    guard record.fields.count == names.count else {
      throw Refusal(
        problem: "the record has \(record.fields.count) cells and the headings are \(names.count)",
        remedy: "put cells with a separator or a line end in quotes")
    }
    let word = cell(mapping.patient, record)
    guard !word.isEmpty else {
      throw Refusal(field: mapping.patient, problem: "it is empty", remedy: "say whose the line is")
    }
    let who = try patient(mapping.patients[word] ?? word)
    let at = try time(record)
    var results: [LabResult] = []
    var vitals = Vitals()
    var hasVitals = false
    for (column, variable, text, unit) in try readings(record) {
      guard let number = WrittenNumber(text, style: mapping.number) else {
        throw Refusal(
          field: column, problem: "\"\(text.prefix(40))\" is not a number",
          remedy: "say `decimal` and `thousands` in the mapping, or what is no value as `missing`")
      }
      guard let unit = unit ?? variable.unit, !unit.isEmpty else {
        throw Refusal(
          field: column, problem: "\(variable.code) has no unit",
          remedy: "name the column of units, or write the unit in the mapping")
      }
      if let sign = VitalSign(rawValue: variable.code) {
        vitals[sign: sign] = try quantity(sign, number, unit, column)
        hasVitals = true
      } else {
        results.append(
          LabResult(
            code: variable.code, value: number.value, unit: unit, comparator: number.comparator))
      }
    }
    var events: [SentEvent] = []
    if hasVitals {
      events.append(
        try ImportedEvent.sent(patient: who, at: at, .vitals(vitals), reader: reader))
    }
    if !results.isEmpty {
      let lab = Lab(
        results: results, laboratory: mapping.laboratory, kit: mapping.kit,
        specimen: mapping.specimen)
      events.append(try ImportedEvent.sent(patient: who, at: at, .lab(lab), reader: reader))
    }
    return events
  }

  private func quantity(
    _ sign: VitalSign, _ number: WrittenNumber, _ unit: String, _ column: String
  ) throws(Refusal) -> Quantity {
    guard let known = Unit(spelling: unit), sign.measure.normalised(number.value, known) != nil
    else {
      throw Refusal(
        field: column, problem: "\"\(unit.prefix(20))\" is not a unit of \(sign.measure.name)",
        remedy: "write " + sign.measure.conversions.map(\.unit.rawValue).joined(separator: " or "))
    }
    return Quantity(number.value, known, comparator: number.comparator)
  }

  private func time(_ record: CSVReader.Record) throws(Refusal) -> EventTime {
    do throws(WrittenTime.Problem) {
      return try WrittenTime.moment(
        cell(mapping.time, record), clock: mapping.clock.map { cell($0, record) }, style: style)
    } catch {
      throw Refusal(field: mapping.time, problem: error.problem, remedy: error.remedy)
    }
  }

  // Column, variable, text and unit of every value in a record.
  private func readings(
    _ record: CSVReader.Record
  ) throws(Refusal) -> [(String, TableMapping.Variable, String, String?)] {
    switch mapping.layout {
    case .wide(let columns):
      return columns.keys.sorted { (places[$0] ?? 0) < (places[$1] ?? 0) }.compactMap { name in
        let text = cell(name, record)
        guard !mapping.missing.contains(text), let variable = columns[name] else { return nil }
        return (name, variable, text, nil)
      }
    case .long(let code, let value, let unit):
      let text = cell(value, record)
      guard !mapping.missing.contains(text) else { return [] }
      let name = cell(code, record)
      let own = unit.map { cell($0, record) }
      if let variable = mapping.codes[name] {
        return [(value, variable, text, own.flatMap { $0.isEmpty ? nil : $0 })]
      }
      let isKnown =
        LabVariable(rawValue: name) != nil || VitalSign(rawValue: name) != nil
        || name.hasPrefix("X:")
      guard isKnown else {
        throw Refusal(
          field: code, problem: "\"\(name.prefix(40))\" is no code that Vigil knows",
          remedy: "say in the mapping what it is: [codes.\"\(name.prefix(40))\"] code = \"IL6\"",
          nearest: NearestName.of(
            name,
            in: LabVariable.allCases.map(\.rawValue) + VitalSign.allCases.map(\.rawValue)))
      }
      return [(value, TableMapping.Variable(code: name, unit: nil), text, own)]
    }
  }
}
