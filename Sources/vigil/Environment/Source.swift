import Glibc

/// A file descriptor that gives bytes.
///
/// A class, for it closes what it opened.
final class Source {
  /// As messages call it.
  let name: String
  let isTerminal: Bool
  private let descriptor: Int32
  private let isOwned: Bool

  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
    isTerminal = isatty(descriptor) == 1
    isOwned = false
  }

  /// Opens a file for reading, with the person's own rights.
  init(path: String) throws(Failure) {
    let descriptor = OwnRights.open(path, O_RDONLY)
    guard descriptor >= 0 else { throw .couldNot("cannot read \(path): \(Self.reason())") }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw .couldNot("cannot read \(path): it is a folder; name the files in it")
    }
    self.descriptor = descriptor
    name = path
    isTerminal = isatty(descriptor) == 1
    isOwned = true
  }

  deinit { if isOwned { close(descriptor) } }

  /// Reads what there is, at most `count` bytes, and waits only when there is nothing; empty at
  /// the end.
  func read(upTo count: Int) throws(Failure) -> [UInt8] {
    while true {
      var got = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        got = Glibc.read(descriptor, buffer.baseAddress, count)
        filled = max(got, 0)
      }
      if got >= 0 { return bytes }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&ready, 1, -1)
      default: throw .couldNot("cannot read \(name): \(Self.reason())")
      }
    }
  }

  /// The whole text of a small file.
  ///
  /// - Throws: also when it is longer than `limit` bytes.
  func readAll(limit: Int) throws(Failure) -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let more = try read(upTo: 1 << 16)
      if more.isEmpty { return all }
      all += more
      guard all.count <= limit else {
        throw .couldNot("cannot read \(name): longer than \(limit) bytes")
      }
    }
  }

  /// Waits until there is something to read, or it has ended; false when the time is over first.
  func waits(milliseconds: Int32) -> Bool {
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&ready, 1, milliseconds) != 0
  }

  /// Reads while the terminal shows nothing of what is typed; where there is none, just reads.
  ///
  /// C-c then ends the line and stands in it: a program that it ended would leave a terminal that
  /// shows nothing.
  func withoutEcho<T>(_ body: () throws -> T) rethrows -> T {
    var before = termios()
    guard isTerminal, tcgetattr(descriptor, &before) == 0 else { return try body() }
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO | ISIG)
    withUnsafeMutableBytes(of: &silent.c_cc) { $0[Int(VEOL)] = 3 }
    tcsetattr(descriptor, TCSADRAIN, &silent)
    defer { tcsetattr(descriptor, TCSADRAIN, &before) }
    return try body()
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
