import EventText

/// Which files are in force, and why: what `vigil --paths` prints.
struct PathsInForce {
  /// One file or folder.
  struct Entry {
    var what: String
    var path: String?
    var reason: String
    var isThere: Bool
  }

  let entries: [Entry]

  init(store: StoreOptions, data: DataOptions, _ environment: Environment) throws {
    let place = try store.place(environment)
    var entries = [
      Entry(
        what: "store", path: place.path, reason: place.reason, isThere: fileExists(place.path))
    ]
    for file in try ConfigurationInForce(environment).files {
      let isSystem = file.path == ConfigurationInForce.systemFile
      entries.append(
        Entry(
          what: "configuration", path: file.path,
          reason: isSystem ? "the system's" : "the user's, over the system's",
          isThere: file.isThere))
    }
    for set in SampleSet.allCases {
      let file = "sample-data/\(set.rawValue).jsonl"
      let folder = try DataFolder.holding(file, option: data.path, environment)
      entries.append(
        Entry(
          what: "sample data", path: folder.map { "\($0.path)/\(file)" },
          reason: folder?.reason ?? "no \(file) was found; `vigil sample` makes it",
          isThere: folder != nil))
    }
    self.entries = entries
  }

  func text(_ format: FormatOption.Format) -> String {
    switch format {
    case .text: entries.map(line).joined()
    case .json:
      String(decoding: CanonicalJSON.bytes(of: .array(entries.map(object))), as: UTF8.self) + "\n"
    }
  }

  private func line(_ entry: Entry) -> String {
    let state = entry.isThere || entry.path == nil ? "" : " (not there)"
    let path = Printable.line(entry.path ?? "none")
    return TextColumns.padded(entry.what, to: 15)
      + "\(path)\(state): \(Printable.line(entry.reason))\n"
  }

  private func object(_ entry: Entry) -> JSONValue {
    .object([
      JSONMember("what", .string(entry.what)),
      JSONMember("path", entry.path.map { .string($0) } ?? .null),
      JSONMember("reason", .string(entry.reason)), JSONMember("isThere", .bool(entry.isThere)),
    ])
  }
}
