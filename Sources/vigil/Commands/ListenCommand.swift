import ArgumentParser
import Clinical
import EventStore

struct ListenCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "listen",
    abstract: "Take HL7 version 2 messages from monitors, analysers and laboratory systems (MLLP).",
    discussion: """
      ORU^R01 is filed by identifier (PID-3), else by the bed that the record assigns (PV1-3), never \
      by name. AA or CA is sent once everything is durable; AE says that something waits in the \
      holding list of the console; AR that the message cannot be taken. The same message again is \
      acknowledged and stores nothing.

      Listens on this machine only; --dial connects to analysers that are servers themselves. Each \
      message is told in one line on standard output. Ends on SIGTERM or C-c.

      Examples:
        vigil listen --port 2575
        vigil listen --socket /run/vigil/hl7.sock --dial 10.7.0.21:5000
      """)

  @Option(
    help: ArgumentHelp(
      "Listen on this port of 127.0.0.1; 0 takes a free one and says which.", valueName: "port"))
  var port: Int?

  @Option(help: ArgumentHelp("Listen on this Unix socket, for its owner only.", valueName: "path"))
  var socket: String?

  @Option(
    help: ArgumentHelp(
      "Connect to this sender, and again whenever it breaks off; may be given more than once.",
      valueName: "host:port"))
  var dial: [String] = []

  @OptionGroup var output: FormatOption
  @OptionGroup var store: StoreOptions

  func validate() throws {
    if port == nil, socket == nil, dial.isEmpty {
      throw ValidationError("say where to listen: --port, --socket or --dial")
    }
    if let port, !(0...65_535).contains(port) {
      throw ValidationError("--port takes a number from 0 to 65535")
    }
    if let socket, socket.utf8.count > 100 {
      throw ValidationError("the path of a Unix socket has at most 100 bytes")
    }
    for peer in dial where DialledPeer(peer) == nil {
      throw ValidationError("--dial takes host:port, e.g. 10.7.0.21:5000, not \(peer)")
    }
  }

  func run(in environment: Environment) throws -> ExitStatus {
    let log = try OpenedStore.open(try store.place(environment), environment)
    let desk = try MessageDesk(
      log, holding: log, takesTraining: log.identity.kind != .ward, clock: environment.now)
    let listener = Listener(
      desk: desk, asJSON: output.format == .json, environment: environment)
    return try listener.run(
      port: port, socket: socket, peers: dial.compactMap(DialledPeer.init))
  }
}

/// A sender that is a server: `host:port`, an IPv6 address in brackets.
struct DialledPeer: Sendable {
  let host: String
  let port: Int

  init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (1...65_535).contains(port)
    else { return nil }
    var host = String(text[..<colon])
    if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
    guard !host.isEmpty, !host.contains(" ") else { return nil }
    self.host = host
    self.port = port
  }

  var name: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
