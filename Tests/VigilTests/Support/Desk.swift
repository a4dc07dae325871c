import Foundation

/// A place to run the real program from: an empty folder, with a home of its own that goes when
/// the test is over.
final class Desk: Sendable {
  let folder: URL
  let home: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "vigil-\(UUID().uuidString.prefix(8))")
    home = folder.appending(path: "home")
    try FileManager.default.createDirectory(
      at: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try FileManager.default.createDirectory(
      at: folder.appending(path: "empty"), withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Where the store stands when nothing else is said.
  var store: String { home.path + "/.local/state/vigil/store.vigil" }

  /// What a run of the program came to.
  struct Outcome {
    var status: Int32
    var output: String
    var messages: String
    /// The output's lines, without the empty one after the last.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
    var first: String { lines.first ?? "" }
  }

  /// Writes a file beside the home and gives its path.
  @discardableResult
  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Data(text.utf8))
  }

  @discardableResult
  func file(_ name: String, _ data: Data) throws -> String {
    let url = folder.appending(path: name)
    try data.write(to: url)
    return url.path
  }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  /// Runs the program with nothing of this machine's environment but what is named.
  func vigil(
    _ arguments: String..., input: String = "", variables: [String: String] = [:]
  ) throws -> Outcome {
    try run(Self.program, arguments, input: Data(input.utf8), variables: variables)
  }

  func vigil(
    _ arguments: [String], input: Data = Data(), variables: [String: String] = [:]
  ) throws -> Outcome {
    try run(Self.program, arguments, input: input, variables: variables)
  }

  /// Runs any program on this desk.
  func run(
    _ program: URL, _ arguments: [String], input: Data = Data(), variables: [String: String] = [:]
  ) throws -> Outcome {
    let name = UUID().uuidString.prefix(8)
    let files = ["in", "out", "err"].map { folder.appending(path: "\(name).\($0)") }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    try input.write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    let process = prepared(program, arguments, variables)
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      messages: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }

  /// A process that is ready to be started on this desk.
  func prepared(
    _ program: URL, _ arguments: [String], _ variables: [String: String] = [:]
  ) -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder.appending(path: "empty")
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = [
      "HOME": home.path, "PATH": path, "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
    ].merging(variables) { _, given in given }
    return process
  }

  /// Makes the store of a ward in Shanghai.
  @discardableResult
  func founded() throws -> Desk {
    let outcome = try vigil(
      "init", "--site", "Ward 7B", "--time-zone", "Asia/Shanghai", "--user", "wang", "--name",
      "王芳")
    guard outcome.status == 0 else { throw Trouble(text: outcome.messages) }
    return self
  }

  struct Trouble: Error { var text: String }

  /// The program as it was built with these tests: it lies beside them.
  static let program: URL = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: own).deletingLastPathComponent().appending(path: "vigil")
  }()

  /// A program of the system, by name.
  static func tool(_ name: String) -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { URL(filePath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// The checkout that these tests were built from.
  static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
