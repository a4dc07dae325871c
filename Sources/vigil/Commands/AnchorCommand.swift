import ArgumentParser
import Clinical
import EventStore
import EventText

struct AnchorCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "anchor",
    abstract: "Print store id, number of events and head, to be signed and kept elsewhere.",
    discussion: """
      `vigil verify --anchors FILE` checks later that the store still extends each of them.

      Example: vigil anchor >> anchors.txt
      """)

  @OptionGroup var output: FormatOption
  @OptionGroup var store: StoreOptions

  func run(in environment: Environment) throws -> ExitStatus {
    let log = try OpenedStore.open(
      try store.place(environment), environment, kinds: OpenedStore.anyKind)
    let anchor = try log.anchor()
    switch output.format {
    case .text: try environment.output.write("\(anchor)\n")
    case .json:
      let document = JSONValue.object([
        JSONMember("events", .int(Int(anchor.events))),
        JSONMember("head", .string(anchor.head.description)),
        JSONMember("store", .string(anchor.store.description)),
      ])
      try environment.output.write(jsonLine: CanonicalJSON.bytes(of: document))
    }
    return .done
  }
}
