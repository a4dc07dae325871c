import Glibc

/// A file descriptor that takes bytes through a buffer.
///
/// A class, for a descriptor is one thing however many hold it.
final class Sink {
  let isTerminal: Bool
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private static let capacity = 1 << 16

  init(descriptor: Int32) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
  }

  /// Why bytes could not be written.
  enum Failure: Error {
    /// The reader has gone away: nobody wants the rest.
    case closed
    /// The system's reason, e.g. `No space left on device`.
    case system(String)
  }

  func write(_ bytes: some Sequence<UInt8>) throws(Failure) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { try flush() }
  }

  func write(_ text: String) throws(Failure) { try write(text.utf8) }

  /// Writes one line of JSON that came from elsewhere.
  ///
  /// On a terminal, characters that could command it are written as escapes of JSON, which mean
  /// the same; everywhere else the bytes are written as they are.
  func write(jsonLine line: some Sequence<UInt8>) throws(Failure) {
    if isTerminal {
      try write(Printable.json(String(decoding: Array(line), as: UTF8.self)))
    } else {
      try write(line)
    }
    try write(CollectionOfOne(UInt8(ascii: "\n")))
  }

  /// Hands everything written so far to the system.
  func flush() throws(Failure) {
    let pending = buffer
    buffer.removeAll(keepingCapacity: true)
    var offset = 0
    while offset < pending.count {
      let count = pending.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      if count >= 0 {
        offset += count
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&ready, 1, -1)
      case EPIPE: throw .closed
      default: throw .system(String(cString: strerror(errno)))
      }
    }
  }
}
