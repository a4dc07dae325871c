import Foundation
import Glibc

/// A place below which the program is copied. Each file appears under its name only when it is
/// whole, so that a run that is broken off leaves the earlier version or the new one.
struct Installation {
  private let prefix: String
  private let source: String

  /// - Throws: where the program already runs from there, or the folders cannot be made.
  init(prefix: String, program: String) throws {
    self.prefix = prefix.hasSuffix("/") && prefix.count > 1 ? String(prefix.dropLast()) : prefix
    source = program
    for folder in ["bin", "share/vigil/themes", "share/vigil/sample-data/scenarios"] {
      try make("\(self.prefix)/\(folder)")
    }
    if Self.isSame(program, "\(self.prefix)/bin/vigil") {
      throw Failure.couldNot("\(prefix): this program is the one that is installed there")
    }
  }

  func program() throws { try copy(source, to: "\(prefix)/bin/vigil", permissions: 0o755) }

  func share(_ file: SharedFiles.File, in folder: String) throws {
    let target = "\(prefix)/share/vigil/\(folder)/\(file.name)"
    guard !Self.isSame(file.path, target) else { return }
    try copy(file.path, to: target, permissions: 0o644)
  }

  // By the system's own call, which gives a reason for each folder on the way.
  private func make(_ folder: String) throws {
    var path = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      path += (path.isEmpty || path.hasSuffix("/") ? "" : "/") + part
      if mkdir(path, 0o755) == 0 { continue }
      let reason = errno
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw Failure.couldNot(
          "cannot make the folder \(path): \(String(cString: strerror(reason)))")
      }
    }
  }

  private func copy(_ path: String, to target: String, permissions: mode_t) throws {
    let draft = "\(target).new-\(getpid())"
    defer { unlink(draft) }
    do {
      unlink(draft)
      try FileManager.default.copyItem(atPath: path, toPath: draft)
    } catch {
      throw Failure.couldNot("cannot write \(target): \(Self.reason(error))")
    }
    guard chmod(draft, permissions) == 0, rename(draft, target) == 0 else {
      throw Failure.couldNot("cannot write \(target): \(String(cString: strerror(errno)))")
    }
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    var first = stat()
    var second = stat()
    return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_dev == second.st_dev
      && first.st_ino == second.st_ino
  }

  // Foundation hides the system's own words in an inner error.
  private static func reason(_ error: any Error) -> String {
    let outer = error as NSError
    let inner = outer.userInfo[NSUnderlyingErrorKey] as? NSError
    guard
      let code = [inner, outer].compactMap({ $0 }).first(where: { $0.domain == NSPOSIXErrorDomain }
      )?
      .code
    else { return "the system refuses" }
    return String(cString: strerror(Int32(code)))
  }
}
