import Clinical
package import EventText

/// What a table's columns mean: told by a person, never guessed.
package struct TableMapping: Sendable {
  /// What a column, or a test of a long table, is.
  package struct Variable: Hashable, Sendable {
    /// A code of the laboratory (`IL6`, `X:Anti-HLA`) or the name of a vital sign (`temperature`).
    package var code: String
    /// For values without a unit of their own.
    package var unit: String?

    package init(code: String, unit: String? = nil) {
      self.code = code
      self.unit = unit
    }
  }

  package enum Layout: Hashable, Sendable {
    /// One result a line: the columns of test, value and unit.
    case long(code: String, value: String, unit: String?)
    /// One variable a column, by its heading.
    case wide([String: Variable])
  }

  package var layout: Layout
  /// The column of whose it is.
  package var patient: String
  /// What a file calls a patient, where it is neither the subject's id nor the hospital number.
  package var patients: [String: String] = [:]
  /// The column of the time, or of the date where `clock` stands beside it.
  package var time: String
  package var clock: String?
  /// Tests of a long table by what the file calls them; a name that is no code and not here is refused.
  package var codes: [String: Variable] = [:]
  package var dateOrder: WrittenTime.Order?
  package var isFrom1904 = false
  /// An offset such as `+08:00`, or an IANA name; `nil` is the site's zone.
  package var zone: String?
  package var number = WrittenNumber.Style()
  package var separator: Unicode.Scalar?
  package var encoding: TextEncoding?
  /// Lines before the headings.
  package var skip = 0
  /// What stands in a cell of which there is no value.
  package var missing: Set<String> = Self.usualMissing
  package var laboratory: String?
  package var kit: String?
  package var specimen: String?

  static let usualMissing: Set<String> = [
    "", "NA", "N/A", "NULL", "null", "-", "--", "—", "*****", "未检",
  ]

  private static let keys = [
    "layout", "patient", "patients", "time", "clock", "code", "value", "unit", "codes", "columns",
    "dateOrder", "excelDates", "zone", "decimal", "thousands", "separator", "encoding", "skip",
    "missing", "laboratory", "kit", "specimen",
  ]

  /// Reads a mapping from its file's values.
  ///
  /// - Throws: for a key that is unknown, with the nearest, and for one that is missing.
  package init(_ file: JSONValue) throws(Refusal) {
    let fields = Fields(file)
    try fields.refuseUnknown(Self.keys)
    patient = try fields.required("patient", "patient = \"Subject\"")
    time = try fields.required("time", "time = \"Collected\"")
    switch try fields.required("layout", "layout = \"long\" or \"wide\"") {
    case "long":
      layout = .long(
        code: try fields.required("code", "code = \"Test\""),
        value: try fields.required("value", "value = \"Result\""), unit: try fields.text("unit"))
    case "wide":
      let columns = try Self.variables(fields, "columns")
      guard !columns.isEmpty else {
        throw Refusal(
          field: "columns", problem: "it is missing",
          remedy: "write [columns.\"IL-6\"] with code = \"IL6\" and unit = \"pg/mL\"")
      }
      layout = .wide(columns)
    case let other:
      throw Refusal(
        field: "layout", problem: "\"\(other.prefix(20))\" is no layout",
        remedy: "write \"long\" or \"wide\"")
    }
    clock = try fields.text("clock")
    codes = try Self.variables(fields, "codes")
    patients = try fields.texts("patients")
    if let order = try fields.text("dateOrder") {
      guard let known = WrittenTime.Order(rawValue: order) else {
        throw Refusal(
          field: "dateOrder", problem: "\"\(order.prefix(20))\" is no order",
          remedy: "write year-month-day, day-month-year or month-day-year")
      }
      dateOrder = known
    }
    if let year = fields.values["excelDates"] {
      guard year == .int(1900) || year == .int(1904) else {
        throw Refusal(field: "excelDates", problem: "it is a year", remedy: "write 1900 or 1904")
      }
      isFrom1904 = year == .int(1904)
    }
    zone = try fields.text("zone")
    number.point = try fields.mark("decimal", among: [".", ","]) ?? "."
    number.thousands = try fields.mark("thousands", among: [".", ",", " ", "'", "’", "\u{A0}"])
    if number.thousands == number.point {
      throw Refusal(
        field: "thousands", problem: "the same mark stands between thousands and before decimals",
        remedy: "say which is which")
    }
    // Blanks of every kind are folded before a number is read.
    if number.thousands == "\u{A0}" { number.thousands = " " }
    separator = try fields.mark("separator", among: [",", ";", "\t", "|"])
    if let name = try fields.text("encoding") {
      guard let known = TextEncoding(rawValue: name) else {
        throw Refusal(
          field: "encoding", problem: "\"\(name.prefix(20))\" is no character set that is read",
          remedy: "write " + TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))
      }
      encoding = known
    }
    if let lines = fields.values["skip"] {
      guard case .number(let number) = lines, let whole = number.whole, (0...1000).contains(whole)
      else {
        throw Refusal(field: "skip", problem: "it is a number of lines", remedy: "write 0 to 1000")
      }
      skip = whole
    }
    if let list = try fields.list("missing") { missing = Set(list).union([""]) }
    laboratory = try fields.text("laboratory")
    kit = try fields.text("kit")
    specimen = try fields.text("specimen")
  }

  private static func variables(
    _ fields: Fields, _ key: String
  ) throws(Refusal) -> [String: Variable] {
    guard let value = fields.values[key] else { return [:] }
    guard case .object(let members) = value else {
      throw Refusal(field: key, problem: "it is a table", remedy: "write [\(key).\"IL-6\"]")
    }
    var variables: [String: Variable] = [:]
    for member in members {
      let path = "\(key).\(member.name.prefix(40))"
      let own = Fields(member.value)
      do throws(Refusal) {
        try own.refuseUnknown(["code", "unit"])
        variables[member.name] = Variable(
          code: try own.required("code", "code = \"IL6\""), unit: try own.text("unit"))
      } catch {
        var refusal = error
        refusal.field = path + (error.field.map { ".\($0)" } ?? "")
        throw refusal
      }
    }
    return variables
  }
}

/// The keys of one table of a mapping.
private struct Fields {
  var values: [String: JSONValue] = [:]
  private let isTable: Bool

  init(_ value: JSONValue) {
    guard case .object(let members) = value else {
      isTable = false
      return
    }
    isTable = true
    for member in members { values[member.name] = member.value }
  }

  func refuseUnknown(_ known: [String]) throws(Refusal) {
    guard isTable else {
      throw Refusal(problem: "a table of keys is expected", remedy: "write code = \"IL6\"")
    }
    for key in values.keys.sorted() where !known.contains(key) {
      throw Refusal(
        field: String(key.prefix(40)), problem: "a mapping has no such key",
        nearest: NearestName.of(key, in: known))
    }
  }

  func text(_ key: String) throws(Refusal) -> String? {
    guard let value = values[key] else { return nil }
    guard case .string(let text) = value else {
      throw Refusal(field: key, problem: "it is a text", remedy: "write it in quotes")
    }
    return text
  }

  func required(_ key: String, _ example: String) throws(Refusal) -> String {
    guard let text = try text(key), !text.isEmpty else {
      throw Refusal(field: key, problem: "it is missing", remedy: "write \(example)")
    }
    return text
  }

  func texts(_ key: String) throws(Refusal) -> [String: String] {
    guard let value = values[key] else { return [:] }
    guard case .object(let members) = value else {
      throw Refusal(field: key, problem: "it is a table", remedy: "write \"0047\" = \"CD7-003\"")
    }
    var texts: [String: String] = [:]
    for member in members {
      guard case .string(let text) = member.value else {
        throw Refusal(
          field: "\(key).\(member.name.prefix(40))", problem: "it is a text",
          remedy: "write it in quotes")
      }
      texts[member.name] = text
    }
    return texts
  }

  func list(_ key: String) throws(Refusal) -> [String]? {
    guard let value = values[key] else { return nil }
    guard case .array(let elements) = value else {
      throw Refusal(field: key, problem: "it is a list", remedy: "write [\"NA\", \"-\"]")
    }
    var list: [String] = []
    for element in elements {
      guard case .string(let text) = element else {
        throw Refusal(field: key, problem: "it is a list of texts", remedy: "write [\"NA\", \"-\"]")
      }
      list.append(text)
    }
    return list
  }

  func mark(_ key: String, among known: [Unicode.Scalar]) throws(Refusal) -> Unicode.Scalar? {
    guard let text = try text(key), text != "auto", text != "none" else { return nil }
    guard text.unicodeScalars.count == 1, let mark = text.unicodeScalars.first, known.contains(mark)
    else {
      let marks = known.map { "\"\($0.escaped(asASCII: true))\"" }.joined(separator: ", ")
      throw Refusal(
        field: key, problem: "\"\(text.prefix(10))\" is no such mark",
        remedy: "write one of \(marks)")
    }
    return mark
  }
}
