import Foundation

/// Which file system stands where, as `/proc/self/mountinfo` tells it.
package struct MountTable {
  private let mounts: [(point: String, type: String)]

  /// The table of this process; empty where there is no `/proc`.
  static func current() -> MountTable {
    let bytes = FileManager.default.contents(atPath: "/proc/self/mountinfo") ?? Data()
    return MountTable(String(decoding: bytes, as: UTF8.self))
  }

  /// Reads the text of `mountinfo` (proc(5)): the mount point is the fifth field, the type follows
  /// the lone hyphen.
  package init(_ text: String) {
    mounts = text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ")
      guard fields.count > 4, let hyphen = fields.firstIndex(of: "-"),
        hyphen + 1 < fields.count
      else { return nil }
      return (Self.unescaped(fields[4]), String(fields[hyphen + 1]))
    }
  }

  /// The type of the file system that holds an absolute path; the last mount over it counts.
  package func type(of path: String) -> String? {
    var best: (length: Int, type: String)?
    for (point, type) in mounts {
      let covers = point == "/" || path == point || path.hasPrefix(point + "/")
      if covers, point.utf8.count >= best?.length ?? 0 { best = (point.utf8.count, type) }
    }
    return best?.type
  }

  /// True for file systems that reach over a network, or whose locks another program answers for.
  package static func isNetwork(_ type: String) -> Bool {
    let names: Set<String> = [
      "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "coda", "ncpfs", "lustre",
      "gfs", "gfs2", "ocfs2", "glusterfs", "beegfs", "pvfs2", "orangefs", "gpfs", "vboxsf",
      "vmhgfs", "prl_fs", "fuse",
    ]
    return names.contains(type) || type.hasPrefix("fuse.")
  }

  // Space, tab, line feed and backslash stand as \040 and the like.
  private static func unescaped(_ field: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(field.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(3), as: UTF8.self)
      if byte == UInt8(ascii: "\\"), let code = UInt8(digits, radix: 8), digits.utf8.count == 3 {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
