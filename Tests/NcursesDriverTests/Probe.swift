import Foundation
import PseudoTerminals

#if canImport(Glibc)
  import Glibc
#endif

/// The probe in a terminal, with the file in which it says what it meant to show.
struct Probe {
  let terminal: PseudoTerminal
  private let dump: URL

  /// What the probe says of itself: its process, what came in, and its screen as text.
  struct Report {
    var process: pid_t
    var lines: [String]
    var screen: [String]
  }

  var report: Report? {
    guard let text = try? String(contentsOf: dump, encoding: .utf8) else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let process = lines.first.flatMap({ pid_t($0) }),
      let rule = lines.firstIndex(of: "---")
    else { return nil }
    // The text of a buffer ends with a line break.
    return Report(
      process: process, lines: Array(lines[1..<rule]),
      screen: Array(lines[(rule + 1)...].dropLast()))
  }

  /// Waits until something came in.
  func notes(_ line: String, seconds: Double = 10) -> Bool {
    terminal.waits(seconds: seconds) { report?.lines.contains(line) == true }
  }

  /// What came in so far, without the first line.
  var inputs: [String] { Array(report?.lines.dropFirst() ?? []) }

  /// Waits until the terminal shows what the probe meant to show.
  func agrees(seconds: Double = 10) -> Bool {
    terminal.waits(seconds: seconds) { report?.screen == terminal.screen }
  }

  /// Runs the probe in a terminal of a size, and ends it however the test ends.
  ///
  /// - Parameter underShell: words of a shell around it, `PROBE` standing for the probe: so that
  ///   it can be stopped and continued.
  static func run<T>(
    term: String = "xterm-256color", _ more: [String] = [], columns: Int = 80, rows: Int = 24,
    locale: String = "C.UTF-8", underShell script: String? = nil, _ body: (Probe) throws -> T
  ) throws -> T {
    let dump = FileManager.default.temporaryDirectory.appending(
      path: "probe-\(getpid())-\(UInt64.random(in: 0...UInt64.max))")
    defer { try? FileManager.default.removeItem(at: dump) }
    var words =
      [try PseudoTerminal.probe().path] + ["--term", term, "--dump", dump.path] + more
    if let script {
      words = [
        "/bin/sh", "-m", "-c", script.replacing("PROBE", with: words.joined(separator: " ")),
      ]
    }
    let terminal = try PseudoTerminal(words, columns: columns, rows: rows, locale: locale)
    defer { terminal.stop() }
    return try body(Probe(terminal: terminal, dump: dump))
  }
}

extension PseudoTerminal {
  /// The probe, which is built beside the test bundle.
  static func probe() throws -> URL {
    // The bundle of the tests is mapped into this process; the probe is built beside it.
    let maps = try String(contentsOfFile: "/proc/self/maps", encoding: .utf8)
    guard let line = maps.split(separator: "\n").first(where: { $0.hasSuffix(".xctest") }),
      let start = line.firstIndex(of: "/")
    else { throw Failure(what: "no place of the tests") }
    return URL(filePath: String(line[start...])).deletingLastPathComponent()
      .appending(path: "TerminalProbe")
  }
}
