import Glibc

/// A file that a person names to be written, begun anew.
///
/// What stands at such a path goes only when it is certain that it is neither a file that the
/// program reads nor one of the store: a mistyped path must not cost a record.
enum FileToWrite {
  /// Opens the file, readable by its owner alone where it is new, with the person's own rights.
  ///
  /// - Parameters:
  ///   - name: how a message calls it, e.g. `--refused out.jsonl`.
  ///   - spared: paths that are not to be written to, whether something stands there yet or not.
  static func open(_ path: String, as name: String, sparing spared: [String]) throws(Failure)
    -> Int32
  {
    let ours = Failure.usage(
      "\(name): that is a file to be read, or one of the store's; name another")
    let place = place(path)
    guard !spared.contains(where: { self.place($0) == place }) else { throw ours }
    // Nothing is cut off before it is known what was opened: a link or a second name may lead
    // anywhere.
    let descriptor = OwnRights.open(path, O_WRONLY | O_CREAT, mode: 0o600)
    guard descriptor >= 0 else { throw cannot(name) }
    do throws(Failure) {
      let status = try status(descriptor, name)
      guard !spared.contains(where: { isSame($0, status) }) else { throw ours }
      guard status.st_mode & S_IFMT == S_IFREG else { return descriptor }
      if isDatabase(descriptor) {
        throw .usage("\(name): that is a database; name another file")
      }
      guard ftruncate(descriptor, 0) == 0 else { throw cannot(name) }
      return descriptor
    } catch {
      close(descriptor)
      throw error
    }
  }

  private static func status(_ descriptor: Int32, _ name: String) throws(Failure) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw cannot(name) }
    return status
  }

  /// True where a path leads to that file.
  static func isSame(_ path: String, _ status: stat) -> Bool {
    var other = stat()
    return stat(path, &other) == 0 && other.st_dev == status.st_dev
      && other.st_ino == status.st_ino
  }

  // Read through the file that is open, not through its name, which may be another's by now.
  private static func isDatabase(_ descriptor: Int32) -> Bool {
    let reading = OwnRights.open("/proc/self/fd/\(descriptor)", O_RDONLY)
    guard reading >= 0 else { return false }
    defer { close(reading) }
    let signature = Array("SQLite format 3\0".utf8)
    var beginning = [UInt8](repeating: 0, count: signature.count)
    return pread(reading, &beginning, beginning.count, 0) == signature.count
      && beginning == signature
  }

  // A path with its folder resolved; the file itself need not be there.
  private static func place(_ path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let parent = parts.dropLast().joined(separator: "/")
    let folder = parts.count == 1 ? "." : parent.isEmpty ? "/" : parent
    guard let resolved = realpath(folder, nil) else { return path }
    defer { free(resolved) }
    return "\(String(cString: resolved))/\(parts.last ?? "")"
  }

  private static func cannot(_ name: String) -> Failure {
    .couldNot("\(name): cannot be written: \(String(cString: strerror(errno)))")
  }
}
