import Glibc

/// The file in which refused lines are kept as they came, for mending and importing again.
final class RefusedLines {
  private let path: String
  private let descriptor: Int32

  /// Begins the file anew, readable by its owner alone.
  ///
  /// - Parameter spared: the files that are read, and those of the store; none of them may be
  ///   overwritten.
  init(path: String, sparing spared: [String]) throws(Failure) {
    descriptor = try FileToWrite.open(path, as: "--refused \(path)", sparing: spared)
    self.path = path
  }

  deinit { close(descriptor) }

  /// Writes bytes as they are.
  func write(_ bytes: some Collection<UInt8>) throws(Failure) {
    let pending = Array(bytes)
    var offset = 0
    while offset < pending.count {
      let count = pending.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .couldNot(
          "cannot write \(path): \(String(cString: strerror(errno)))."
            + " What was imported before is stored; run the import again to finish it")
      }
      offset += count
    }
  }
}
