import Glibc

/// What can be seen of a store from outside, without opening it.
package enum StoreUse {
  /// Says whether anything was written since another look: file and write-ahead log, each with its
  /// place, size and time of change. `nil` where there is no file.
  package static func signature(path: String) -> [Int]? {
    guard let place = try? StorePlace(path), let own = numbers(place.path) else { return nil }
    return own + (numbers(place.log) ?? [])
  }

  /// Every path at which a store at `path` keeps or may keep something, itself first: what nothing
  /// else may be written to.
  package static func files(path: String) -> [String] {
    guard let place = try? StorePlace(path) else { return [path] }
    return [place.path] + place.companions
  }

  private static func numbers(_ path: String) -> [Int]? {
    var raw = stat()
    guard lstat(path, &raw) == 0 else { return nil }
    return [
      Int(raw.st_dev), Int(raw.st_ino), Int(raw.st_size), Int(raw.st_mtim.tv_sec),
      Int(raw.st_mtim.tv_nsec),
    ]
  }

  /// How many have the store open, this process left out: consoles, and commands that run on. `nil`
  /// where the system does not tell.
  ///
  /// It reads the system's list of locks rather than trying the lock, which would be in the way of a
  /// console that is just opening.
  package static func others(path: String) -> Int? {
    guard let list = read("/proc/locks") else { return nil }
    guard let place = try? StorePlace(path), let status = FileStatus(path: place.presence) else {
      return 0
    }
    let inode = ":\(status.inode)"
    return list.split(separator: "\n").filter { line in
      let fields = line.split(separator: " ")
      // `1: FLOCK  ADVISORY  READ 1234 08:01:123456 0 EOF`
      return fields.count >= 6 && fields[1] == "FLOCK" && fields[5].hasSuffix(inode)
        && fields[4] != "\(getpid())"
    }.count
  }

  private static func read(_ path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
