package import Clinical
import EventText

/// The long table: a line for each value of each event, which `vigil import` reads back to the same
/// events.
package struct LongTable: Sendable {
  /// The columns, in order; with `day` for whoever reads it.
  package static let columns = [
    "patient", "day", "kind", "at", "path", "variable", "comparator", "value", "unit", "type",
    "id", "recordedAt", "by", "role", "set", "corrects", "reason",
  ]

  private let disclosure: Disclosure
  private var number = 0

  package init(_ disclosure: Disclosure) { self.disclosure = disclosure }

  /// The lines of an event; none for one that does not go out.
  ///
  /// - Parameters:
  ///   - body: its text as the record keeps it, which goes out to the letter where nobody is hidden.
  ///   - patient: whose days are counted; `nil` for an event of the ward.
  package mutating func lines(
    of event: Event, body: [UInt8]? = nil, _ patient: ExportedPatient?
  ) -> [[String]] {
    guard let event = disclosure.event(event) else { return [] }
    let kept = disclosure.isWhole ? body.flatMap { try? JSONValue(parsing: $0[...]) } : nil
    guard case .object(let members) = kept ?? EventWriter.object(for: event) else { return [] }
    number += 1
    let content = members.filter { !Self.envelope.contains($0.name) }
    let head = head(event, members, patient)
    let tail = tail(event, members)
    var rows: [[String]] = []
    for member in content { rows += values(member.name, member.name, member.value) }
    // An event that says nothing but its kind.
    if rows.isEmpty { rows = [["", "", "", "", "", ""]] }
    return rows.map { head + $0 + tail }
  }

  private static let envelope: Set<String> = [
    "patient", "kind", "at", "id", "recordedAt", "by", "role", "source", "set", "corrects",
    "reason",
  ]

  private func head(
    _ event: Event, _ members: [JSONMember], _ patient: ExportedPatient?
  ) -> [String] {
    let day = patient?.day(of: event.at).map(String.init) ?? ""
    var at = time(event.at, patient)
    if disclosure.isWhole, case .string(let text) = members.first(where: { $0.name == "at" })?.value
    {
      at = text
    }
    return [event.patient?.text ?? "", day, event.kind.rawValue, at]
  }

  // The time, or what is left of it: the clock, which with the day tells the order.
  private func time(_ time: EventTime, _ patient: ExportedPatient?) -> String {
    guard !disclosure.isWhole else { return Timestamp.text(time) }
    guard case .moment(let instant, _) = time, let zone = patient?.zone, patient?.dayZero != nil
    else { return "" }
    return String(Timestamp.local(instant, in: zone).dropFirst(11).prefix(8))
  }

  private func tail(_ event: Event, _ members: [JSONMember]) -> [String] {
    func text(_ name: String) -> String {
      if case .string(let text) = members.first(where: { $0.name == name })?.value {
        text
      } else {
        ""
      }
    }
    guard disclosure.isWhole else { return ["\(number)", "", "", "", "", "", ""] }
    // The reason of a `notDone` is its content, and stands where the envelope's would.
    let names = ["recordedAt", "by", "role", "set", "corrects", "reason"]
    return [event.id.description] + names.map(text)
  }

  // path, variable, comparator, value, unit, type.
  private func values(_ path: String, _ variable: String, _ value: JSONValue) -> [[String]] {
    switch value {
    case .null: return [[path, variable, "", "", "", "null"]]
    case .bool(let flag): return [[path, variable, "", flag ? "true" : "false", "", "flag"]]
    case .number(let number): return [[path, variable, "", number.description, "", "number"]]
    case .string(let text):
      if !disclosure.isWhole, Self.isTime(text) { return [] }
      return [[path, variable, "", text, "", "text"]]
    case .array(let elements):
      return elements.enumerated().flatMap { n, element in
        values("\(path)[\(n)]", Self.code(element) ?? variable, element)
      }
    case .object(let members):
      if let quantity = Self.quantity(members) {
        let rest = members.filter { !["comparator", "value", "unit", "code"].contains($0.name) }
        return [[path, variable] + quantity + ["quantity"]]
          + rest.flatMap { values("\(path).\($0.name)", "\(variable).\($0.name)", $0.value) }
      }
      return members.flatMap { values("\(path).\($0.name)", "\(variable).\($0.name)", $0.value) }
    }
  }

  private static func code(_ value: JSONValue) -> String? {
    if case .string(let code) = value["code"] { code } else { nil }
  }

  // A value with its unit, and nothing else that could not be put back.
  private static func quantity(_ members: [JSONMember]) -> [String]? {
    let object = JSONValue.object(members)
    guard case .number(let value) = object["value"], case .string(let unit) = object["unit"] else {
      return nil
    }
    var comparator = ""
    if case .string(let sign) = object["comparator"] { comparator = sign }
    return [comparator, value.description, unit]
  }

  private static func isTime(_ text: String) -> Bool { (try? Timestamp.time(text)) != nil }
}
