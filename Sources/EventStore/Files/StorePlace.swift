import Glibc

/// Where a store stands: its folder without symbolic links, its name, and the files beside it.
struct StorePlace: Hashable {
  let folder: String
  let path: String

  /// Resolves the folder; the store's own name is not followed.
  ///
  /// - Throws: `missing` when the folder is not there.
  init(_ path: String) throws(StoreError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let name = parts.last.map(String.init) ?? ""
    guard !name.isEmpty, name != ".", name != "..", !path.utf8.contains(0) else {
      throw StoreError(
        .missing, "is not the path of a file", file: path, remedy: "Name a file, e.g. store.vigil")
    }
    let parent = parts.dropLast().joined(separator: "/")
    let asked = parts.count == 1 ? "." : parent.isEmpty ? "/" : parent
    guard let resolved = realpath(asked, nil) else {
      throw StoreError(
        .missing, "there is no store here (folder \(asked): \(systemError(errno)))", file: path,
        remedy: "Make one with vigil init, or look around with vigil demo")
    }
    defer { free(resolved) }
    folder = String(cString: resolved)
    self.path = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
  }

  /// The write-ahead log and its index, which SQLite makes.
  var log: String { path + "-wal" }
  var logIndex: String { path + "-shm" }
  /// Held by whoever writes.
  var turn: String { path + "-turn" }
  /// Held, shared, by everybody who has the store open.
  var presence: String { path + "-open" }

  var companions: [String] { [log, logIndex, path + "-journal", turn, presence] }
}
