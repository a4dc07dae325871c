import Glibc

extension Environment {
  /// `$XDG_CONFIG_HOME/vigil`, by default `~/.config/vigil`; `nil` for an account without a home.
  var configurationFolder: String? { folder("XDG_CONFIG_HOME", or: ".config") }

  /// `$XDG_STATE_HOME/vigil`, by default `~/.local/state/vigil`.
  var stateFolder: String? { folder("XDG_STATE_HOME", or: ".local/state") }

  /// A path of a configuration file, with `~/` at its beginning replaced by the home folder.
  func expandingHome(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = person.home else { return path }
    return home + path.dropFirst()
  }

  // The XDG specification: a relative path in these variables is to be passed over.
  private func folder(_ name: String, or standard: String) -> String? {
    if let value = variable(name), value.hasPrefix("/") { return value + "/vigil" }
    return person.home.map { "\($0)/\(standard)/vigil" }
  }
}

/// True when something of that name is there, or would be but for a missing permission.
func fileExists(_ path: String) -> Bool {
  // Not `access`, which asks for the real group: the program may have one of its own.
  var status = stat()
  return lstat(path, &status) == 0 || errno == EACCES
}
