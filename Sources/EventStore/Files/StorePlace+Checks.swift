import Glibc

extension StorePlace {
  /// Which permission bits a store may have at most.
  struct Allowance {
    var folder: UInt32
    var file: UInt32
    var name: String

    static let ofOneUser = Allowance(folder: 0o700, file: 0o600, name: "a store of one user")
    static let shared = Allowance(folder: 0o2770, file: 0o660, name: "a shared store")
  }

  /// Checks folder and files before anything is opened.
  ///
  /// - Parameter allowance: what the store itself says that it may have; `nil` before that is
  ///   known, when the folder tells what was meant.
  /// - Returns: the store's status, to recognise it later.
  /// - Throws: `missing`, `link`, `wideMode`, `networkFileSystem`.
  @discardableResult
  func check(_ known: Allowance? = nil) throws(StoreError) -> FileStatus {
    try checkFileSystem()
    let isShared = FileStatus(path: folder).map { $0.permissions & 0o070 == 0o070 } ?? false
    let allowance = known ?? (isShared ? .shared : .ofOneUser)
    guard let status = FileStatus(path: path) else {
      throw StoreError(
        .missing, "there is no store here", file: path,
        remedy: "Make one with vigil init, or look around with vigil demo")
    }
    try checkFolder(allowance)
    try check(path, status, allowance)
    for companion in companions {
      if let status = FileStatus(path: companion) { try check(companion, status, allowance) }
    }
    return status
  }

  /// - Throws: `wideMode` when more people reach the folder than may.
  func checkFolder(_ allowance: Allowance) throws(StoreError) {
    guard let status = FileStatus(path: folder), status.isFolder else {
      throw StoreError(.missing, "is no folder", file: folder)
    }
    let wanted = octal(allowance.folder)
    if status.permissions & ~allowance.folder & 0o777 != 0 {
      throw StoreError(
        .wideMode,
        "the folder has mode \(octal(status.permissions)), open to more people than"
          + " \(allowance.name) may be (\(wanted))",
        file: folder,
        remedy: "If nobody else needs it: chmod \(wanted) \(folder). Otherwise keep the store in a"
          + " folder of its own")
    }
    if status.permissions & 0o070 != 0, status.permissions & 0o2000 == 0 {
      throw StoreError(
        .wideMode,
        "the folder has mode \(octal(status.permissions)): files made in it would not belong to"
          + " its group",
        file: folder, remedy: "chmod 2770 \(folder)")
    }
  }

  /// - Throws: `networkFileSystem`.
  func checkFileSystem() throws(StoreError) {
    guard let type = MountTable.current().type(of: folder), MountTable.isNetwork(type) else {
      return
    }
    throw StoreError(
      .networkFileSystem,
      "stands on a network file system (\(type)), where neither locks nor writes that several"
        + " programs share can be relied upon: events would be lost without a message",
      file: path, remedy: "Keep the store on a disk of this machine")
  }

  private func check(
    _ file: String, _ status: FileStatus, _ allowance: Allowance
  ) throws(StoreError) {
    if status.isLink {
      throw StoreError(
        .link, "is a symbolic link, and the store is opened only by its own name", file: file,
        remedy: "Name the file that it points to")
    }
    guard status.isRegular else {
      throw StoreError(.notAStore, "is not a regular file", file: file)
    }
    if status.links != 1 {
      throw StoreError(
        .link,
        "has \(status.links) names (hard links); two programs that know it by different names"
          + " would not see each other's locks",
        file: file,
        remedy: "Find the other names with: find / -xdev -samefile \(file), and remove them")
    }
    if status.permissions & ~allowance.file != 0 {
      throw StoreError(
        .wideMode,
        "has mode \(octal(status.permissions)), open to more people than \(allowance.name) may be"
          + " (\(octal(allowance.file)))",
        file: file, remedy: "Find out who opened it, then: chmod \(octal(allowance.file)) \(file)")
    }
    if allowance.file & 0o060 != 0, status.permissions & 0o060 != 0,
      let folder = FileStatus(path: folder), folder.group != status.group
    {
      throw StoreError(
        .wideMode, "belongs to another group than its folder", file: file,
        remedy: "chgrp --reference=\(self.folder) \(file)")
    }
  }
}
