/// The characters that take a message apart, as its own MSH-1 and MSH-2 name them.
package struct HL7Delimiters: Hashable, Sendable {
  package var field: Unicode.Scalar = "|"
  package var component: Unicode.Scalar = "^"
  package var repetition: Unicode.Scalar = "~"
  package var escape: Unicode.Scalar = "\\"
  package var subcomponent: Unicode.Scalar = "&"

  package init() {}

  /// Reads them from the beginning of a message; `nil` where there are none, or two are the same.
  init?(header: some Collection<Unicode.Scalar>) {
    let marks = Array(header.dropFirst(3).prefix(6))
    guard marks.count >= 5 else { return nil }
    field = marks[0]
    component = marks[1]
    repetition = marks[2]
    escape = marks[3]
    subcomponent = marks[4]
    let all = [field, component, repetition, escape, subcomponent]
    guard Set(all).count == 5, all.allSatisfy({ Self.mayBe($0) }) else { return nil }
    // What follows MSH-2 is the field separator again, or the message ends there.
    guard marks.count == 5 || marks[5] == field else { return nil }
  }

  private static func mayBe(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII, scalar.value > 0x20, scalar.value < 0x7F else { return false }
    return !scalar.properties.isAlphabetic && !("0"..."9").contains(scalar)
  }
}

/// One segment, cut into fields; a field is cut further, and its escapes resolved, when it is asked for.
package struct HL7Segment: Hashable, Sendable {
  package let name: String
  let delimiters: HL7Delimiters
  // By number, the name at 0.
  private let fields: [String]

  /// - Parameter text: the segment without its end.
  init(_ text: some StringProtocol, _ delimiters: HL7Delimiters) {
    self.delimiters = delimiters
    var fields = Self.split(text, delimiters.field)
    name = fields.first ?? ""
    // In a header the first separator is itself the first field.
    if Self.headers.contains(name) { fields.insert(String(delimiters.field), at: 1) }
    self.fields = fields
  }

  static let headers = ["MSH", "FHS", "BHS"]

  /// A field as it stands, `""` where there is none.
  func raw(_ field: Int) -> String { fields.indices.contains(field) ? fields[field] : "" }

  /// The repetitions of a field, as they stand.
  func repetitions(_ field: Int) -> [String] {
    let raw = raw(field)
    return raw.isEmpty ? [] : Self.split(raw, delimiters.repetition)
  }

  /// A component without blanks around it, escapes resolved; `nil` where nothing stands there. Of a
  /// component with subcomponents the first that says something.
  func component(_ field: Int, _ component: Int = 1) -> String? {
    repetitions(field).first.flatMap { self.component(component, of: $0) }
  }

  /// A component of one repetition.
  func component(_ component: Int, of repetition: String) -> String? {
    let parts = Self.split(repetition, delimiters.component)
    guard parts.indices.contains(component - 1) else { return nil }
    return Self.split(parts[component - 1], delimiters.subcomponent).lazy
      .map { HL7Escapes.resolved($0, self.delimiters).trimmed }.first { !$0.isEmpty }
  }

  /// The whole first repetition as a text, escapes resolved.
  func text(_ field: Int) -> String {
    HL7Escapes.resolved(repetitions(field).first ?? "", delimiters).trimmed
  }

  // By code points: two of them may read as one letter, and a separator is one all the same.
  static func split(_ text: some StringProtocol, _ mark: Unicode.Scalar) -> [String] {
    text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == mark }.map {
      String(String.UnicodeScalarView($0))
    }
  }
}

extension String {
  /// Without blanks and controls at either end.
  var trimmed: String {
    var scalars = unicodeScalars[...]
    while let first = scalars.first, Self.isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, Self.isBlank(last) { scalars.removeLast() }
    return String(scalars)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.value == 0xA0 || scalar.value == 0x3000
  }
}
