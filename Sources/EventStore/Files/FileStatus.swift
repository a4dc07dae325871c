import Glibc

/// What the file system says of a path, links not followed.
struct FileStatus: Equatable {
  var device: UInt
  var inode: UInt
  var mode: UInt32
  var links: UInt
  var owner: UInt32
  var group: UInt32
  var size: Int

  /// `nil` when there is nothing at that path or it cannot be reached; `errno` says why.
  init?(path: String) {
    var raw = stat()
    guard lstat(path, &raw) == 0 else { return nil }
    self.init(raw)
  }

  init?(descriptor: Int32) {
    var raw = stat()
    guard fstat(descriptor, &raw) == 0 else { return nil }
    self.init(raw)
  }

  private init(_ raw: stat) {
    device = UInt(raw.st_dev)
    inode = UInt(raw.st_ino)
    mode = raw.st_mode
    links = UInt(raw.st_nlink)
    owner = raw.st_uid
    group = raw.st_gid
    size = Int(raw.st_size)
  }

  var isLink: Bool { mode & S_IFMT == S_IFLNK }
  var isRegular: Bool { mode & S_IFMT == S_IFREG }
  var isFolder: Bool { mode & S_IFMT == S_IFDIR }
  /// The permission bits with set-user-id, set-group-id and sticky.
  var permissions: UInt32 { mode & 0o7777 }

  func isSameFile(as other: FileStatus) -> Bool {
    device == other.device && inode == other.inode
  }
}

/// `0660`, as `chmod` takes it.
func octal(_ permissions: UInt32) -> String {
  let digits = String(permissions, radix: 8)
  return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}

/// The text of an error number of the system.
func systemError(_ number: Int32) -> String { String(cString: strerror(number)) }
