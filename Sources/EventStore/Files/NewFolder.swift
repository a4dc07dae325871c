import Glibc

/// The folder of a store that is about to be made.
enum NewFolder {
  /// Makes the folder, 0700 or, for a group, 2770, or checks the one that is there.
  ///
  /// An empty folder of this user that is too wide is narrowed: it was made for the store.
  static func prepare(for path: String, group: String?) throws(StoreError) -> StorePlace {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let parent = parts.dropLast().joined(separator: "/")
    let folder = parts.count == 1 ? "." : parent.isEmpty ? "/" : parent
    let allowance: StorePlace.Allowance = group == nil ? .ofOneUser : .shared
    let groupID = try group.map { name throws(StoreError) in try identifier(of: name, path) }
    if try make(folder, allowance.folder) {
      if let groupID { try give(folder, to: groupID) }
      try set(folder, allowance.folder)
    } else if isEmpty(folder), let status = status(folder), status.owner == geteuid() {
      if let groupID, status.group != groupID { try give(folder, to: groupID) }
      if group != nil || status.permissions & ~allowance.folder & 0o777 != 0 {
        try set(folder, allowance.folder)
      }
    }
    let place = try StorePlace(path)
    try place.checkFileSystem()
    try place.checkFolder(allowance)
    if let groupID, status(place.folder)?.group != groupID {
      throw StoreError(
        .wideMode, "the folder does not belong to the group \(group ?? "")", file: place.folder,
        remedy: "chgrp \(group ?? "") \(place.folder) && chmod 2770 \(place.folder)")
    }
    if groupID != nil, let now = status(place.folder), now.permissions & 0o7777 != 0o2770 {
      throw StoreError(
        .wideMode, "the folder has mode \(octal(now.permissions)); a shared store needs 2770",
        file: place.folder, remedy: "chmod 2770 \(place.folder)")
    }
    return place
  }

  // True when the last folder was made; those above it are made as narrow as that one.
  private static func make(_ folder: String, _ mode: UInt32) throws(StoreError) -> Bool {
    if mkdir(folder, mode_t(mode & 0o770)) == 0 { return true }
    if errno == EEXIST { return false }
    if errno == ENOENT, let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
      _ = try make(String(folder[..<slash]), 0o700)
      if mkdir(folder, mode_t(mode & 0o770)) == 0 { return true }
      if errno == EEXIST { return false }
    }
    throw StoreError(
      .file, "the folder cannot be made: \(systemError(errno))", file: folder, operation: "mkdir")
  }

  // With the link followed, for a folder may be reached by one.
  private static func status(_ folder: String) -> FileStatus? {
    guard let resolved = realpath(folder, nil) else { return nil }
    defer { free(resolved) }
    return FileStatus(path: String(cString: resolved))
  }

  private static func isEmpty(_ folder: String) -> Bool {
    guard let stream = opendir(folder) else { return false }
    defer { closedir(stream) }
    var names = 0
    while readdir(stream) != nil { names += 1 }
    return names <= 2
  }

  private static func identifier(of group: String, _ path: String) throws(StoreError) -> UInt32 {
    guard let entry = getgrnam(group) else {
      throw StoreError(
        .file, "there is no group \(group) on this machine", file: path,
        remedy: "groupadd \(group), or name another")
    }
    return entry.pointee.gr_gid
  }

  private static func give(_ folder: String, to group: UInt32) throws(StoreError) {
    guard chown(folder, uid_t.max, group) == 0 else {
      throw StoreError(
        .file, "the folder cannot be given to the group: \(systemError(errno))", file: folder,
        operation: "chown", remedy: "Be a member of the group, or have an administrator do it")
    }
  }

  private static func set(_ folder: String, _ mode: UInt32) throws(StoreError) {
    guard chmod(folder, mode_t(mode)) == 0 else {
      throw StoreError(
        .file, "the folder's mode cannot be set: \(systemError(errno))", file: folder,
        operation: "chmod")
    }
  }
}
