import Clinical
import Foundation
import Glibc

extension Environment {
  /// The environment of this process; the only place that asks the system for it.
  static func ofThisProcess() -> Environment {
    // A reader that has gone away is an error of `write`, not the end of this process.
    _ = signal(SIGPIPE, SIG_IGN)
    return Environment(
      now: { systemTime() },
      zoneName: { TimeZone.current.identifier },
      random: { (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max)) },
      variables: ProcessInfo.processInfo.environment,
      arguments: Array(CommandLine.arguments.dropFirst()),
      executable: linkTarget("/proc/self/exe"),
      host: hostName(),
      person: person(home: ProcessInfo.processInfo.environment["HOME"]),
      input: Source(descriptor: STDIN_FILENO, name: "standard input"),
      output: Sink(descriptor: STDOUT_FILENO),
      messages: Messages(Sink(descriptor: STDERR_FILENO)))
  }

  private static func systemTime() -> Instant {
    var time = timespec()
    _ = clock_gettime(CLOCK_REALTIME, &time)
    return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
  }

  private static func hostName() -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let status = buffer.withUnsafeMutableBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        characters.baseAddress.map { gethostname($0, characters.count) } ?? -1
      }
    }
    return status == 0 ? String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self) : "this machine"
  }

  private static func linkTarget(_ path: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        characters.baseAddress.map { readlink(path, $0, characters.count) } ?? -1
      }
    }
    guard count > 0, count < buffer.count else { return nil }
    return String(decoding: buffer.prefix(count), as: UTF8.self)
  }

  private static func person(home: String?) -> Person {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 16_384)
    let status = getpwuid_r(getuid(), &entry, &buffer, buffer.count, &found)
    let given = home.flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard status == 0, found != nil else { return Person(login: nil, name: nil, home: given) }
    // The first part of the comment field is the name in full, by custom.
    let comment = entry.pw_gecos.map { String(cString: $0) } ?? ""
    let name = comment.split(separator: ",", omittingEmptySubsequences: false).first.map(
      String.init)
    return Person(
      login: entry.pw_name.map { String(cString: $0) },
      name: name.flatMap { $0.isEmpty ? nil : $0 },
      home: given ?? entry.pw_dir.map { String(cString: $0) })
  }
}
