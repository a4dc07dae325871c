import Clinical
import EventText

/// Tells the sender of a stream, line by line, what is durable.
struct StreamAcknowledgement {
  private let sink: Sink

  init(_ sink: Sink) { self.sink = sink }

  func write(line: Int, id: EventID, seq: Int64) throws {
    let object = JSONValue.object([
      JSONMember("line", .int(line)), JSONMember("id", .string(id.description)),
      JSONMember("seq", .int(Int(seq))),
    ])
    do throws(Sink.Failure) {
      try sink.write(jsonLine: CanonicalJSON.bytes(of: object))
      try sink.flush()
    } catch {
      // A sender that cannot hear is not to believe that everything was taken.
      let reason = if case .system(let text) = error { text } else { "nobody reads them" }
      throw Failure.couldNot(
        "cannot write acknowledgements: \(reason). Lines up to \(line) are stored; run again to finish"
      )
    }
  }
}
