import Clinical
import Glibc

/// A command that is run without a shell for each line of a watcher: the line on its standard input,
/// its own output on standard error, stopped when its time is over.
struct ChildCommand {
  let arguments: [String]
  let limit: TimeSpan
  private let variables: [String: String]
  private let now: @Sendable () -> Instant

  /// - Parameter text: program and arguments, parted by spaces; quotes hold a part together. Nothing
  ///   in it is expanded.
  init(_ text: String, limit: TimeSpan, _ environment: Environment) throws(Failure) {
    guard let parts = Self.parts(text), !parts.isEmpty else {
      throw .usage("--exec: \"\(text)\" is no command; a quote is open, or nothing stands there")
    }
    arguments = parts
    self.limit = limit
    variables = environment.variables
    now = environment.now
  }

  static func parts(_ text: String) -> [String]? {
    var parts: [String] = []
    var part: String?
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { part = (part ?? "") + String(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        part = part ?? ""
      } else if character == " " || character == "\t" {
        if let done = part { parts.append(done) }
        part = nil
      } else {
        part = (part ?? "") + String(character)
      }
    }
    guard quote == nil else { return nil }
    if let part { parts.append(part) }
    return parts
  }

  /// Runs the command with a line. Tells what went wrong; `nil` when it ended well in time.
  func run(_ line: [UInt8]) -> String? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return reason("cannot make a pipe", errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let (child, code) = spawn(reading: ends[0])
    close(ends[0])
    guard let child else {
      close(ends[1])
      return reason("cannot be started", code)
    }
    let deadline = now() + limit
    write(line + [UInt8(ascii: "\n")], to: ends[1], until: deadline)
    close(ends[1])
    return wait(for: child, until: deadline)
  }

  private func spawn(reading input: Int32) -> (pid_t?, Int32) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    // The watcher's own output holds nothing but its lines.
    posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own, so that all that it starts can be stopped; and signals as usual.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    words.append(nil)
    var variables: [UnsafeMutablePointer<CChar>?] =
      self.variables.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") }
    variables.append(nil)
    defer { for word in words + variables { free(word) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, arguments[0], &actions, &attributes, words, variables)
    return code == 0 ? (child, 0) : (nil, code)
  }

  // A command that does not read must not hold the watcher.
  private func write(_ bytes: [UInt8], to descriptor: Int32, until deadline: Instant) {
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
      }
      if count > 0 {
        offset += count
      } else if errno == EAGAIN {
        let left = (deadline - now()).microseconds / 1000
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard left > 0, poll(&ready, 1, Int32(clamping: left)) > 0 else { return }
      } else if errno != EINTR {
        return
      }
    }
  }

  private func wait(for child: pid_t, until deadline: Instant) -> String? {
    var status: Int32 = 0
    while true {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child {
        let code = status >> 8 & 0xFF
        if status & 0x7F != 0 { return "\(arguments[0]) was ended by signal \(status & 0x7F)" }
        return code == 0 ? nil : "\(arguments[0]) ended with \(code)"
      }
      if ended < 0, errno != EINTR { return reason("cannot be waited for", errno) }
      if now() >= deadline {
        kill(-child, SIGKILL)
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return "\(arguments[0]) did not end in time and was stopped"
      }
      usleep(5_000)
    }
  }

  private func reason(_ what: String, _ code: Int32) -> String {
    "\(arguments[0]) \(what): \(String(cString: strerror(code)))"
  }
}
