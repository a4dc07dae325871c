import Glibc

/// A file beside the store that exists to be locked with `flock`.
///
/// A lock belongs to one opening of the file, so that two handles in one process exclude each
/// other as two processes do, and the system lets go of it however a process ends.
struct LockFile: ~Copyable {
  let descriptor: Int32
  let path: String

  /// Opens the file, making it with `permissions` if it is not there.
  init(_ path: String, permissions: UInt32) throws(StoreError) {
    let flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW
    var descriptor = open(path, flags)
    if descriptor < 0, errno == ENOENT {
      descriptor = open(path, flags | O_CREAT | O_EXCL, mode_t(permissions))
      if descriptor >= 0 {
        // Past the umask, which may take away what a shared store needs.
        fchmod(descriptor, mode_t(permissions))
      } else if errno == EEXIST {
        descriptor = open(path, flags)
      }
    }
    guard descriptor >= 0 else {
      throw StoreError(
        errno == ELOOP ? .link : .file, "cannot be opened: \(systemError(errno))", file: path,
        operation: "open")
    }
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Locks without waiting; false when somebody else holds it.
  func tryLock(_ operation: Int32) throws(StoreError) -> Bool {
    while flock(descriptor, operation | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      if errno == EWOULDBLOCK { return false }
      throw failure("flock")
    }
    return true
  }

  /// Waits for the lock as long as it takes.
  func lock(_ operation: Int32) throws(StoreError) {
    while flock(descriptor, operation) != 0 {
      if errno == EINTR { continue }
      throw failure("flock")
    }
  }

  /// False when the system refuses.
  func unlock() -> Bool { flock(descriptor, LOCK_UN) == 0 }

  /// False once somebody has put another file in its place, whose locks would not meet these.
  var isStillThere: Bool {
    guard let own = FileStatus(descriptor: descriptor), let there = FileStatus(path: path) else {
      return false
    }
    return own.isSameFile(as: there)
  }

  /// Puts one line in place of what the file says.
  func write(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    // What the file says helps a person who waits; the lock does not depend on it.
    if pwrite(descriptor, bytes, bytes.count, 0) == bytes.count {
      ftruncate(descriptor, off_t(bytes.count))
    }
  }

  /// The line that the file says.
  func read() -> String {
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    let line = bytes.prefix(max(0, count)).prefix { $0 != 0x0A }
    return String(decoding: line.filter { $0 >= 0x20 && $0 < 0x7F }, as: UTF8.self)
  }

  private func failure(_ operation: String) -> StoreError {
    StoreError(
      .file, "cannot be locked: \(systemError(errno))", file: path, operation: operation)
  }
}
