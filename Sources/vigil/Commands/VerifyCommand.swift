import ArgumentParser
import EventStore
import EventText

struct VerifyCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the whole store, and name each fault.",
    discussion: """
      Integrity of the file, the chain, that every event can be read, and that what is derived \
      agrees with the events. A tail that was cut off, or an old copy put back, is seen only \
      against something kept elsewhere: --head, or --anchors with lines of `vigil anchor`. \
      --rebuild makes everything derived anew first. Exit status 0 sound, 1 faults.

      Example: vigil verify --anchors anchors.txt
      """)

  @Option(help: ArgumentHelp("A head of this store that must lie on its chain.", valueName: "hash"))
  var head: String?

  @Option(help: ArgumentHelp("A file of lines that `vigil anchor` printed.", valueName: "file"))
  var anchors: String?

  @Flag(help: "Make indexes, triggers and checkpoints anew, then check.")
  var rebuild = false

  @OptionGroup var output: FormatOption
  @OptionGroup var store: StoreOptions

  private static let largestFile = 64 << 20

  func run(in environment: Environment) throws -> ExitStatus {
    let place = try store.place(environment)
    let expected = try expectedHead()
    let known = try knownAnchors()
    guard fileExists(place.path) else { throw OpenedStore.missing(place) }
    if rebuild {
      try OpenedStore.open(place, environment, kinds: OpenedStore.anyKind).rebuild()
    }
    let report = try SQLiteEventLog.verify(
      path: place.path, reader: OpenedStore.reader, head: expected, anchors: known)
    try write(report, place, environment)
    return report.isSound ? .done : .findings
  }

  private func expectedHead() throws -> ChainHash? {
    guard let head else { return nil }
    guard let hash = ChainHash(head) else {
      throw Failure.usage("--head takes the 64 hexadecimal digits that `vigil anchor` printed last")
    }
    return hash
  }

  private func knownAnchors() throws -> [Anchor] {
    guard let anchors else { return [] }
    let bytes = try Source(path: anchors).readAll(limit: Self.largestFile)
    let list = try Anchor.read(String(decoding: bytes, as: UTF8.self), file: anchors)
    guard !list.isEmpty else { throw Failure.usage("\(anchors) holds no anchor") }
    return list
  }

  private func write(
    _ report: VerifyReport, _ place: StorePlace, _ environment: Environment
  ) throws {
    switch output.format {
    case .json:
      try environment.output.write(jsonLine: CanonicalJSON.bytes(of: document(report)))
    case .text:
      let events = "\(report.events) \(report.events == 1 ? "event" : "events")"
      let head = report.head.map { ", head \($0)" } ?? ""
      let faults = report.faults.count
      let state = report.isSound ? "sound" : "\(faults) \(faults == 1 ? "fault" : "faults")"
      try environment.output.write(Printable.line("\(place.path): \(state)") + "\n")
      try environment.output.write("\(events)\(head)\n")
      for fault in report.faults {
        let number = fault.seq.map { "event \($0): " } ?? ""
        try environment.output.write(Printable.line(number + fault.what) + "\n")
      }
    }
  }

  private func document(_ report: VerifyReport) -> JSONValue {
    .object([
      JSONMember("events", .int(Int(report.events))),
      JSONMember("head", report.head.map { .string($0.description) } ?? .null),
      JSONMember(
        "faults",
        .array(
          report.faults.map { fault in
            .object([
              JSONMember("seq", fault.seq.map { .int(Int($0)) } ?? .null),
              JSONMember("what", .string(fault.what)),
            ])
          })),
    ])
  }
}
