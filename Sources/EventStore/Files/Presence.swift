import Glibc

/// That somebody has the store open: a shared lock, held from opening to closing, so that nothing
/// is put in the store's place under a program that goes on writing to the old file.
final class Presence: Sendable {
  private let file: LockFile

  /// - Throws: `inUse` while the store is being restored.
  init(_ place: StorePlace, permissions: UInt32) throws(StoreError) {
    let file = try LockFile(place.presence, permissions: permissions)
    guard try file.tryLock(LOCK_SH) else {
      throw StoreError(
        .inUse, "the store is being restored from a backup", file: place.path,
        remedy: "Try again when that is done")
    }
    self.file = file
  }

  private init(_ file: consuming LockFile) { self.file = file }

  /// Ends it before the value goes.
  func end() { _ = file.unlock() }

  /// The exclusive form, for putting another file in the store's place.
  ///
  /// - Throws: `inUse` while anybody has the store open.
  static func alone(_ place: StorePlace, permissions: UInt32) throws(StoreError) -> Presence {
    let file = try LockFile(place.presence, permissions: permissions)
    guard try file.tryLock(LOCK_EX) else {
      throw StoreError(
        .inUse, "other Vigil programs have the store open", file: place.path,
        remedy: "Close every console and running command on it, then try again")
    }
    return Presence(file)
  }
}
