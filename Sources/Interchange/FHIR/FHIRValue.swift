import Clinical
import EventText

/// Small pieces of FHIR resources.
enum FHIRValue {
  static let loinc = "http://loinc.org"
  static let ucum = "http://unitsofmeasure.org"
  /// Our own codes: those of the variables of Vigil's contract that have no LOINC term.
  static let local = "urn:vigil:variable"
  static let dataAbsent = "http://terminology.hl7.org/CodeSystem/data-absent-reason"

  static func object(_ members: [(String, JSONValue?)]) -> JSONValue {
    .object(members.compactMap { name, value in value.map { JSONMember(name, $0) } })
  }

  static func text(_ text: String?) -> JSONValue? { text.map { .string($0) } }

  static func coding(_ system: String, _ code: String, _ display: String? = nil) -> JSONValue {
    object([("system", .string(system)), ("code", .string(code)), ("display", text(display))])
  }

  static func concept(_ codings: [JSONValue], text label: String? = nil) -> JSONValue {
    object([("coding", codings.isEmpty ? nil : .array(codings)), ("text", text(label))])
  }

  /// A quantity in UCUM; a unit that is no UCUM code is said in words only.
  static func quantity(
    _ value: DecimalNumber, _ unit: String, _ comparator: Comparator?
  ) -> JSONValue {
    let known = Unit(spelling: unit)
    return object([
      ("value", .number(value)), ("comparator", text(comparator?.rawValue)),
      ("unit", .string(known?.label.isEmpty == false ? known?.label ?? unit : unit)),
      ("system", known.map { _ in .string(ucum) }), ("code", text(known?.rawValue)),
    ])
  }

  static func reference(_ type: String, _ id: String) -> JSONValue {
    object([("reference", .string("\(type)/\(id)"))])
  }

  /// An id as FHIR allows them: letters, digits, hyphens and points, at most 64.
  static func id(_ text: String) -> String {
    let isFit =
      !text.isEmpty && text.utf8.count <= 64
      && text.unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || $0 == ".")
      }
    if isFit { return text }
    // Two ids must not become one: what is not allowed is written by its number.
    var out = ""
    for scalar in text.unicodeScalars {
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      out += isPlain ? String(scalar) : "-" + String(scalar.value, radix: 16) + "-"
    }
    return String(out.prefix(64))
  }
}
