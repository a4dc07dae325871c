package import EventText

/// A dataset of CDISC SDTM, to be written as Dataset-JSON 1.1.
package struct Dataset: Sendable {
  /// A column with its metadata.
  package struct Column: Sendable {
    package enum Kind: String, Sendable {
      case text = "string"
      case whole = "integer"
      case number = "double"
      case time = "datetime"
    }

    package var name: String
    package var label: String
    package var kind: Kind
    /// Its place among the keys of the dataset.
    package var key: Int?

    init(_ name: String, _ label: String, _ kind: Kind = .text, key: Int? = nil) {
      self.name = name
      self.label = label
      self.kind = kind
      self.key = key
    }
  }

  /// `VS`.
  package let name: String
  package let label: String
  package let columns: [Column]
  package private(set) var rows: [[JSONValue]] = []

  init(_ name: String, _ label: String, _ columns: [Column]) {
    self.name = name
    self.label = label
    self.columns = columns
  }

  /// Adds a record; what it does not say is an empty text, or null where a number belongs.
  mutating func add(_ values: [String: JSONValue]) {
    rows.append(
      columns.map { column in
        values[column.name] ?? (column.kind == .text || column.kind == .time ? .string("") : .null)
      })
  }

  /// What a file says beside the data.
  package struct Origin: Sendable {
    package var study: String
    /// When the file was made, ISO 8601.
    package var createdAt: String
    package var version: String

    package init(study: String, createdAt: String, version: String) {
      self.study = study
      self.createdAt = createdAt
      self.version = version
    }
  }

  /// The file, by the schema of Dataset-JSON 1.1.
  package func file(_ origin: Origin) -> JSONValue {
    let study = FHIRValue.id(origin.study)
    return .object([
      JSONMember("datasetJSONCreationDateTime", .string(origin.createdAt)),
      JSONMember("datasetJSONVersion", .string("1.1.0")),
      JSONMember("fileOID", .string("urn:vigil:\(study):\(name.lowercased())")),
      JSONMember("originator", .string("Vigil")),
      JSONMember(
        "sourceSystem",
        .object([
          JSONMember("name", .string("Vigil")), JSONMember("version", .string(origin.version)),
        ])),
      JSONMember("studyOID", .string(origin.study)),
      JSONMember("metaDataVersionOID", .string("MDV.VIGIL.SDTMIG.3.4")),
      JSONMember("itemGroupOID", .string("IG.\(name)")),
      JSONMember("records", .int(rows.count)),
      JSONMember("name", .string(name)),
      JSONMember("label", .string(label)),
      JSONMember("columns", .array(columns.indices.map(metadata))),
      JSONMember("rows", .array(rows.map { .array($0) })),
    ])
  }

  private func metadata(_ index: Int) -> JSONValue {
    let column = columns[index]
    var members = [
      JSONMember("itemOID", .string("IT.\(name).\(column.name)")),
      JSONMember("name", .string(column.name)), JSONMember("label", .string(column.label)),
      JSONMember("dataType", .string(column.kind.rawValue)),
    ]
    if column.kind == .text {
      let longest = rows.reduce(1) { longest, row in
        if case .string(let text) = row[index] {
          max(longest, text.unicodeScalars.count)
        } else {
          longest
        }
      }
      members.append(JSONMember("length", .int(longest)))
    }
    if let key = column.key { members.append(JSONMember("keySequence", .int(key))) }
    return .object(members)
  }
}
