import Clinical
import Console
import EventText
import Glibc
import Interchange

/// A table on disk, with the mapping that lies beside it.
struct TableFile {
  let bytes: [UInt8]
  /// The values of the mapping beside it; `nil` where there is none.
  private(set) var saved: SavedMapping?
  /// Why the file beside it is no mapping.
  private(set) var savedProblem: String?

  /// Where the mapping of a table lies.
  static func mappingPath(_ path: String) -> String { path + ".toml" }

  /// - Throws: also for what is no plain file, and for a file of the store.
  init(path: String, limit: Int, sparing spared: [String]) throws {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else {
        throw Failure.couldNot("\(path): that is no file of a table")
      }
      guard !spared.contains(where: { FileToWrite.isSame($0, status) }) else {
        throw Failure.couldNot("\(path): that is a file of the store")
      }
    }
    bytes = try Source(path: path).readAll(limit: limit)
    let place = Self.mappingPath(path)
    guard stat(place, &status) == 0 else { return }
    do {
      let text = String(decoding: try Source(path: place).readAll(limit: 1 << 20), as: UTF8.self)
      let values = try ImportRun.mappingValues(text, place)
      _ = try TableMapping(values)
      saved = SavedMapping(values)
    } catch let error as Refusal {
      savedProblem = "\(place): \(error)"
    } catch let error as Failure {
      savedProblem = error.message
    }
  }

  /// The headings and records, by what the draft and the mapping beside the file say.
  func head(of draft: TableDraft) throws(Refusal) -> TableHead {
    try TableHead(
      bytes[...], encoding: saved?.encoding, separator: saved?.separator, skip: draft.skip)
  }

  /// What a draft says, with everything that only the mapping beside the file says.
  func mapping(of draft: TableDraft) -> JSONValue {
    var members = saved?.others ?? []
    func put(_ name: String, _ text: String?) {
      if let text { members.append(JSONMember(name, .string(text))) }
    }
    put("layout", draft.layout?.rawValue)
    for (place, _) in draft.places { put(place.rawValue, draft.columns[place]) }
    put("dateOrder", draft.dateOrder)
    put("decimal", draft.decimal)
    put("thousands", draft.thousands)
    if draft.skip > 0 { members.append(JSONMember("skip", .int(draft.skip))) }
    // Of tests and columns that the file has no more, too: another month's file may have them.
    let variables = draft.variables.sorted { $0.key < $1.key }.map { name, variable in
      JSONMember(
        name,
        .object(
          [JSONMember("code", .string(variable.code))]
            + (variable.unit.map { [JSONMember("unit", .string($0))] } ?? [])))
    }
    if !variables.isEmpty {
      members.append(JSONMember(draft.layout == .wide ? "columns" : "codes", .object(variables)))
    }
    return .object(members)
  }
}

/// The values of a mapping's file.
struct SavedMapping {
  private let values: JSONValue

  init(_ values: JSONValue) { self.values = values }

  private static let ofDraft: Set<String> = [
    "layout", "patient", "time", "clock", "code", "value", "unit", "dateOrder", "decimal",
    "thousands", "skip", "columns", "codes",
  ]

  /// What the console does not ask for: `patients`, `encoding`, `zone` and the like.
  var others: [JSONMember] {
    guard case .object(let members) = values else { return [] }
    return members.filter { !Self.ofDraft.contains($0.name) }
  }

  private func text(_ name: String) -> String? {
    if case .string(let text) = values[name] { text } else { nil }
  }

  var encoding: TextEncoding? { text("encoding").flatMap(TextEncoding.init(rawValue:)) }

  var separator: Unicode.Scalar? {
    text("separator").flatMap { $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first : nil }
  }

  private var skip: Int {
    if case .number(let number) = values["skip"] { number.whole ?? 0 } else { 0 }
  }

  /// Says in a draft what it says.
  func fill(_ draft: inout TableDraft) {
    draft.layout = text("layout").flatMap(TableDraft.Layout.init(rawValue:))
    for place in TableDraft.Place.allCases { draft.columns[place] = text(place.rawValue) }
    draft.dateOrder = text("dateOrder")
    draft.decimal = text("decimal")
    draft.thousands = text("thousands")
    draft.skip = skip
    guard case .object(let members) = values[draft.layout == .wide ? "columns" : "codes"] else {
      return
    }
    for member in members {
      guard case .string(let code) = member.value["code"] else { continue }
      var unit: String?
      if case .string(let text) = member.value["unit"] { unit = text }
      draft.variables[member.name] = TableDraft.Variable(code: code, unit: unit)
    }
  }
}
