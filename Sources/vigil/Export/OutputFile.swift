import Glibc

/// Files that a command writes beside its output.
enum OutputFile {
  /// Makes a folder for its owner alone, unless it is there.
  static func makeFolder(_ path: String) throws(Failure) {
    guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
    throw .couldNot("cannot make the folder \(path): \(String(cString: strerror(errno)))")
  }

  /// Writes a file anew, readable by its owner alone.
  ///
  /// - Parameters:
  ///   - name: how a message calls what names it.
  ///   - spared: files that may not be overwritten.
  static func write(
    _ bytes: [UInt8], to path: String, as name: String, sparing spared: [String]
  ) throws(Failure) {
    let descriptor = try FileToWrite.open(path, as: name, sparing: spared)
    defer { close(descriptor) }
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
      }
      if count > 0 {
        offset += count
      } else if errno != EINTR {
        throw .couldNot("cannot write \(path): \(String(cString: strerror(errno)))")
      }
    }
  }
}
