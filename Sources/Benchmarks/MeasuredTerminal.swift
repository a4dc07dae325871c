import Foundation
import Glibc

/// A program on a pseudo-terminal, with what it writes and when.
///
/// A class, for it owns a process and a descriptor.
final class MeasuredTerminal {
  let process: pid_t
  private let controller: Int32
  private(set) var received: [UInt8] = []

  /// The end of a frame of a program that brackets its frames (synchronized output).
  static let frameEnd = Array("\u{1B}[?2026l".utf8)

  init(_ words: [String], columns: UInt16, rows: UInt16, variables: [String: String]) throws {
    controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var unlocked: Int32 = 0
    var number: UInt32 = 0
    guard controller >= 0, ioctl(controller, 0x4004_5431, &unlocked) == 0,
      ioctl(controller, 0x8004_5430, &number) == 0
    else { throw BenchmarkFailure(what: "there is no pseudo-terminal") }
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    // The first terminal that the leader of a session opens becomes its own.
    posix_spawn_file_actions_addopen(&files, 0, "/dev/pts/\(number)", O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&files, 0, 1)
    posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // POSIX_SPAWN_SETSID, which Swift does not see.
    posix_spawnattr_setflags(&attributes, 0x80)
    var arguments = words.map { strdup($0) } + [nil]
    var environment = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var child: pid_t = 0
    guard posix_spawn(&child, words[0], &files, &attributes, &arguments, &environment) == 0 else {
      throw BenchmarkFailure(what: "\(words[0]) does not start")
    }
    process = child
  }

  deinit {
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    close(controller)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(controller, bytes, bytes.count)
  }

  /// Reads what comes for so many milliseconds, or until `isEnough` says so of all that has come.
  func read(milliseconds: Int, until isEnough: ([UInt8]) -> Bool = { _ in false }) {
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(milliseconds)
    var block = [UInt8](repeating: 0, count: 65_536)
    while clock.now < end {
      var file = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
      let left = max(1, Int32((end - clock.now) / .milliseconds(1)))
      guard poll(&file, 1, min(left, 50)) > 0 else { continue }
      let count = Glibc.read(controller, &block, block.count)
      guard count > 0 else { return }
      received += block[..<count]
      if isEnough(received) { return }
    }
  }

  func forget() { received = [] }

  /// What the kernel says of the process: processor time in ticks, how often it gave up the
  /// processor, and the most memory that it had, in kB.
  var effort: (ticks: Int, switches: Int, memory: Int) {
    let stat = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
    let ticks = fields.count > 12 ? (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : 0
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    func number(_ name: String) -> Int {
      let line = status.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
      return Int(line.filter(\.isNumber)) ?? 0
    }
    return (ticks, number("voluntary_ctxt_switches"), number("VmHWM"))
  }
}

struct BenchmarkFailure: Error, CustomStringConvertible {
  let what: String
  var description: String { what }
}

extension [UInt8] {
  /// How often a run of bytes stands in these.
  func count(of run: [UInt8]) -> Int {
    guard count >= run.count, let first = run.first else { return 0 }
    return indices.count { self[$0] == first && self[$0...].starts(with: run) }
  }
}
