import Glibc

/// The rights of the person who runs the program, where the program has a group of its own.
///
/// Installed set-group-id, the program reaches the store by a group in which no user is. Files that
/// a person names are not the store and must be opened with the person's own rights, or the program
/// would lend its group to read or overwrite what lies beside the store.
enum OwnRights {
  static func use<T>(_ body: () -> T) -> T {
    let group = getegid()
    guard group != getgid() else { return body() }
    _ = setegid(getgid())
    defer { _ = setegid(group) }
    return body()
  }

  /// `open`, interrupted or not.
  static func open(_ path: String, _ flags: Int32, mode: mode_t = 0) -> Int32 {
    use {
      while true {
        let descriptor = Glibc.open(path, flags | O_CLOEXEC, mode)
        if descriptor >= 0 || errno != EINTR { return descriptor }
      }
    }
  }
}
