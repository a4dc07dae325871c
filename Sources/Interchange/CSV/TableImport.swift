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

  /// The headings and the records.
  package let head: TableHead
  private let mapping: TableMapping
  private let style: WrittenTime.Style
  private let reader: EventReader
  private let places: [String: Int]
  private let now: Instant
  // Lines that prove that the day stands first, and that the month does.
  private var proofs: [WrittenTime.Order: Int] = [:]

  /// - Parameters:
  ///   - zone: the site's.
  ///   - now: what is observed more than five minutes later is refused.
  ///   - namedZone: the zone of an IANA name or offset, `nil` for one that is not known.
  /// - Throws: where the file is no text, has no headings, or lacks a column that the mapping names.
  package init(
    _ bytes: ArraySlice<UInt8>, mapping: TableMapping, zone: Zone, now: Instant,
    reader: EventReader, namedZone: (String) -> Zone? = Self.zone
  ) throws(Refusal) {
    head = try TableHead(
      bytes, encoding: mapping.encoding, separator: mapping.separator, skip: mapping.skip)
    self.mapping = mapping
    self.reader = reader
    self.now = now
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
    style.point = mapping.number.point
    places = try Self.places(mapping, head.names)
    if mapping.clock == nil, let place = places[mapping.time] {
      style.hasTimedSerials = head.records.contains {
        $0.fields.indices.contains(place)
          && WrittenTime.isTimedSerial($0.fields[place], style: style)
      }
    }
    self.style = style
    guard mapping.dateOrder == nil, let place = places[mapping.time] else { return }
    for record in head.records where record.fields.indices.contains(place) && proofs.count < 2 {
      guard let order = WrittenTime.provenOrder(record.fields[place]) else { continue }
      if proofs[order] == nil { proofs[order] = record.line }
    }
  }

  /// `+08:00`, or an IANA name.
  package static func zone(_ name: String) -> Zone? {
    if let moment = try? Timestamp.moment("2026-01-01T00:00:00" + name) {
      return Zone(fixedOffset: moment.utcOffset)
    }
    return Zone(identifier: name)
  }

  private static func places(
    _ mapping: TableMapping, _ names: [String]
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
    var outcomes = head.records.map { record -> Outcome in
      var outcome = Outcome(line: record.line, text: record.text)
      do throws(Refusal) {
        outcome.events = try events(of: record, patient: patient)
      } catch {
        outcome.refusal = error
        outcome.refusal?.line = record.line
      }
      return outcome
    }
    if let openQuote = head.openQuote {
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
    guard record.fields.count == head.names.count else {
      throw Refusal(
        problem:
          "the record has \(record.fields.count) cells and the headings are \(head.names.count)",
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
    // A file of both orders was put together from two, and none of its dates can be trusted.
    if let day = proofs[.dayMonthYear], let month = proofs[.monthDayYear],
      WrittenTime.isYearLast(cell(mapping.time, record))
    {
      throw Refusal(
        field: mapping.time,
        problem: "line \(day) writes the day first and line \(month) the month",
        remedy: "say `dateOrder` in the mapping; what is written otherwise is refused then")
    }
    let at: EventTime
    do throws(WrittenTime.Problem) {
      at = try WrittenTime.moment(
        cell(mapping.time, record), clock: mapping.clock.map { cell($0, record) }, style: style)
    } catch {
      throw Refusal(field: mapping.time, problem: error.problem, remedy: error.remedy)
    }
    guard at.start(in: style.zone) <= now + .minutes(5) else {
      throw Refusal(
        field: mapping.time, problem: "\(Timestamp.text(at)) is later than now",
        remedy: "check `dateOrder` and `zone` in the mapping, and the year")
    }
    return at
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
