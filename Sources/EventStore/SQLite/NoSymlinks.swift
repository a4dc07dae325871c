import GRDBSQLite
import Glibc

/// SQLite's own file layer, except that a path through a symbolic link is refused, as
/// `SQLITE_OPEN_NOFOLLOW` would; GRDB opens without that flag.
enum NoSymlinks {
  // SQLITE_OK_SYMLINK, which the header calls internal.
  private static let okSymlink: Int32 = 2 << 8

  /// Becomes the layer of every connection of this process that is opened later. The first call
  /// does it, the others answer only.
  static let isInForce: Bool = {
    guard let system = sqlite3_vfs_find("unix") else { return false }
    let own = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    own.initialize(to: system.pointee)
    own.pointee.pNext = nil
    own.pointee.zName = UnsafePointer(strdup("vigil"))
    own.pointee.xFullPathname = fullPathname
    return sqlite3_vfs_register(own, 1) == SQLITE_OK
  }()

  private static let fullPathname:
    @convention(c) (
      UnsafeMutablePointer<sqlite3_vfs>?, UnsafePointer<CChar>?, Int32,
      UnsafeMutablePointer<CChar>?
    ) -> Int32 = { _, name, count, out in
      guard let system = sqlite3_vfs_find("unix"), let ask = system.pointee.xFullPathname else {
        return SQLITE_CANTOPEN
      }
      let code = ask(system, name, count, out)
      return code == NoSymlinks.okSymlink ? SQLITE_CANTOPEN | 6 << 8 : code
    }
}
