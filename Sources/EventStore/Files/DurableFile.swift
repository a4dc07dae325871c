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

  static func failure(_ operation: String, _ path: String) -> StoreError {
    StoreError(
      .file, "cannot be written: \(systemError(errno))", file: path, operation: operation,
      remedy: "Look at the room on the disk and at who may write there")
  }
}
