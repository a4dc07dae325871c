import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// A program in a pseudo-terminal: what it writes goes to a model of a terminal, keys go to it.
package final class PseudoTerminal: Sendable {
  private let controller: Int32
  private let process: pid_t
  private let model: Mutex<ModelTerminal>
  private let ended = Mutex<Int32?>(nil)
  private let closed = Mutex(false)
  private let paused = Mutex(false)

  package struct Failure: Error {
    package let what: String
    package init(what: String) { self.what = what }
  }

  /// Starts a program as the leader of a session on a new terminal, with nothing of this machine's
  /// environment but where programs and libraries are.
  package convenience init(
    _ words: [String], columns: Int, rows: Int, locale: String
  ) throws {
    try self.init(words, columns: columns, rows: rows, variables: ["LC_ALL": locale])
  }

  /// Starts a program as the leader of a session on a new terminal.
  ///
  /// - Parameters:
  ///   - variables: its environment, besides where programs and libraries are.
  ///   - folder: where it is started; here where `nil`.
  package init(
    _ words: [String], columns: Int, rows: Int, variables: [String: String],
    folder: String? = nil
  ) throws {
    controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard controller >= 0 else { throw Failure(what: "no pseudo-terminal") }
    var unlocked: Int32 = 0
    var number: UInt32 = 0
    guard ioctl(controller, 0x4004_5431, &unlocked) == 0,
      ioctl(controller, 0x8004_5430, &number) == 0
    else { throw Failure(what: "no terminal side") }
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
    model = Mutex(ModelTerminal(columns: columns, rows: rows))
    process = try Self.spawn(
      words, on: "/dev/pts/\(number)", variables: variables, folder: folder)
    let thread = Thread { [self] in pump() }
    thread.start()
  }

  private static func spawn(
    _ asked: [String], on path: String, variables: [String: String], folder: String?
  ) throws -> pid_t {
    // Swift sees no action that changes the folder; the shell does it and becomes the program.
    let words =
      folder.map { ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0] + asked } ?? asked
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    // The first terminal that the leader of a session opens becomes its own.
    posix_spawn_file_actions_addopen(&files, 0, path, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&files, 0, 1)
    posix_spawn_file_actions_adddup2(&files, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // POSIX_SPAWN_SETSID, which Swift does not see.
    posix_spawnattr_setflags(&attributes, 0x80)
    var cArguments = words.map { strdup($0) } + [nil]
    let own = ProcessInfo.processInfo.environment
    let given = ["PATH": own["PATH"] ?? "", "LD_LIBRARY_PATH": own["LD_LIBRARY_PATH"]]
      .compactMapValues { $0 }.merging(variables) { $1 }
    var environment = given.map { strdup("\($0)=\($1)") } + [nil]
    defer {
      for text in cArguments + environment { free(text) }
    }
    var child: pid_t = 0
    guard posix_spawn(&child, words[0], &files, &attributes, &cArguments, &environment) == 0 else {
      throw Failure(what: "\(words[0]) does not start")
    }
    return child
  }

  // Never waits in `read`: the terminal would stay open for as long, whoever closes it.
  private func pump() {
    var block = [UInt8](repeating: 0, count: 65536)
    while !closed.withLock({ $0 }) {
      if paused.withLock({ $0 }) {
        usleep(2000)
        continue
      }
      var file = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
      guard poll(&file, 1, 10) > 0 else { continue }
      let count = read(controller, &block, block.count)
      // Nobody on the other side: it may come back under a shell, or has ended.
      guard count > 0 else {
        usleep(2000)
        continue
      }
      model.withLock { $0.feed(block[..<count]) }
    }
    close(controller)
  }

  // MARK: What a person does

  package func type(_ text: String) {
    var bytes = Array(text.utf8)
    _ = write(controller, &bytes, bytes.count)
  }

  package func resize(columns: Int, rows: Int) {
    model.withLock { $0.resize(columns: columns, rows: rows) }
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
  }

  package func signal(_ number: Int32) { kill(process, number) }

  /// Takes nothing more of what the program writes, as a line that hangs does.
  package func setPaused(_ on: Bool) { paused.withLock { $0 = on } }

  /// Closes the terminal, as a lost line does.
  package func hangUp() { closed.withLock { $0 = true } }

  // MARK: What a person sees

  package var screen: [String] { model.withLock { $0.rows } }
  package var text: String { screen.joined(separator: "\n") }
  /// The attributes at a place, as the parameters of the sequences that set them.
  package func attributes(x: Int, y: Int) -> String {
    model.withLock { $0.attributes(x: x, y: y) }
  }
  package var state: ModelTerminal.State { model.withLock { $0.state } }
  package var received: [UInt8] { model.withLock { $0.received } }
  package func forgetReceived() { model.withLock { $0.received = [] } }

  /// The settings of the line that a program can change.
  package var settings: [UInt32] {
    var settings = termios()
    tcgetattr(controller, &settings)
    return [settings.c_iflag, settings.c_oflag, settings.c_lflag]
  }

  /// Waits until something holds, up to some seconds.
  package func waits(seconds: Double = 10, until holds: () -> Bool) -> Bool {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      if holds() { return true }
      usleep(5000)
    }
    return holds()
  }

  package func shows(_ text: String, seconds: Double = 10) -> Bool {
    waits(seconds: seconds) { self.text.contains(text) }
  }

  /// How the program ended: its code, or 128 and its signal; `nil` when it did not.
  package func end(seconds: Double = 10) -> Int32? {
    var status: Int32 = 0
    let done = waits(seconds: seconds) {
      if self.ended.withLock({ $0 }) != nil { return true }
      guard waitpid(process, &status, WNOHANG) == process else { return false }
      let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
      self.ended.withLock { $0 = code }
      return true
    }
    if done { usleep(50_000) }
    return ended.withLock { $0 }
  }

  /// Processor time used, in ticks, and the number of times that the program gave up the processor.
  package var effort: (ticks: Int, switches: Int) {
    let stat = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
    let ticks = fields.count > 12 ? (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : 0
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let switches =
      status.split(separator: "\n").first { $0.hasPrefix("voluntary") }?
      .split(separator: "\t").last.flatMap { Int($0) } ?? 0
    return (ticks, switches)
  }

  /// Ends whatever is left.
  package func stop() {
    paused.withLock { $0 = false }
    if ended.withLock({ $0 }) == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    hangUp()
  }
}
