import ArgumentParser
import EventStore

struct AnchorCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "anchor",
    abstract: "Print store id, number of events and head, to be signed and kept elsewhere.",
    discussion: """
      `vigil verify --anchors FILE` checks later that the store still extends each of them.

      Example: vigil anchor >> anchors.txt
      """)

  @OptionGroup var store: StoreOptions

  func run(in environment: Environment) throws -> ExitStatus {
    let log = try OpenedStore.open(try store.place(environment), environment)
    try environment.output.write("\(try log.anchor())\n")
    return .done
  }
}
