import Glibc

/// Making what was written survive a power cut.
enum DurableFile {
  /// Sets a file's mode and writes it through to the disk.
  static func settle(_ path: String, permissions: UInt32) throws(StoreError) {
    let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw failure("open", path) }
    defer { close(descriptor) }
    guard fchmod(descriptor, mode_t(permissions)) == 0 else { throw failure("fchmod", path) }
    guard fsync(descriptor) == 0 else { throw failure("fsync", path) }
  }

  /// Writes a folder's names through to the disk.
  static func synchronise(folder: String) throws(StoreError) {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard descriptor >= 0 else { throw failure("open", folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure("fsync", folder) }
  }

  private typealias Rename =
    @convention(c) (
      Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
    ) -> Int32

  // `renameat2` is there since glibc 2.28, but its header hides it from Swift.
  private static let renameat2: Rename? = {
    guard let symbol = dlsym(nil, "renameat2") else { return nil }
    return unsafeBitCast(symbol, to: Rename.self)
  }()

  /// Gives a file a name that is free; false, with `errno`, when it is not.
  static func rename(_ path: String, toNew name: String) -> Bool {
    let noReplace: UInt32 = 1
    if let renameat2, renameat2(AT_FDCWD, path, AT_FDCWD, name, noReplace) == 0 { return true }
    // Where the file system knows no such renaming, a second name does not replace either.
    guard renameat2 == nil || errno == EINVAL || errno == ENOSYS else { return false }
    guard link(path, name) == 0 else { return false }
    unlink(path)
    return true
  }

  static func failure(_ operation: String, _ path: String) -> StoreError {
    StoreError(
      .file, "cannot be written: \(systemError(errno))", file: path, operation: operation,
      remedy: "Look at the room on the disk and at who may write there")
  }
}
