import Glibc

/// The file in which refused lines are kept as they came, for mending and importing again.
final class RefusedLines {
  private let path: String
  private let descriptor: Int32

  /// Begins the file anew, readable by its owner alone.
  ///
  /// - Parameter inputs: the files that are read; none of them may be overwritten.
  init(path: String, inputs: [String]) throws(Failure) {
    var status = stat()
    if stat(path, &status) == 0 {
      for input in inputs where input != "-" {
        var other = stat()
        if stat(input, &other) == 0, other.st_ino == status.st_ino, other.st_dev == status.st_dev {
          throw .usage("--refused \(path): that is the file to be read; name another")
        }
      }
      if status.st_mode & S_IFMT == S_IFREG,
        try Source(path: path).read(upTo: 16) == Array("SQLite format 3\0".utf8)
      {
        throw .usage("--refused \(path): that is a database; name another file")
      }
    }
    let descriptor = OwnRights.open(path, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o600)
    guard descriptor >= 0 else {
      throw .couldNot("cannot write \(path): \(String(cString: strerror(errno)))")
    }
    self.path = path
    self.descriptor = descriptor
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
