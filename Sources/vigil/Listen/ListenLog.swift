import Clinical
import EventText
import Interchange

/// One line for each message, on standard output: who sent it, what became of it. Never a value, and
/// never a name.
struct ListenLog: Sendable {
  let asJSON: Bool
  let zone: Zone
  private let write: @Sendable (String) -> Void

  init(asJSON: Bool, zone: Zone, write: @escaping @Sendable (String) -> Void) {
    self.asJSON = asJSON
    self.zone = zone
    self.write = write
  }

  func tell(
    _ answer: MessageDesk.Answer, _ codes: [String], from peer: String, at now: Instant
  ) {
    let reasons: [String]
    switch answer.outcome {
    case .accepted: reasons = []
    case .notFiled: reasons = answer.held.map(\.reason.label)
    case .rejected(let error): reasons = ["\(error.field): \(error.problem)"]
    }
    let sender = answer.message?.sender ?? ""
    let id = answer.message?.controlID ?? ""
    guard asJSON else {
      let what = codes.isEmpty ? "no answer wanted" : codes.joined(separator: " ")
      let counts = "\(answer.stored) stored, \(answer.alreadyThere) already there"
      let why = reasons.isEmpty ? "" : "; " + reasons.joined(separator: "; ")
      return write("\(Timestamp.local(now, in: zone)) \(sender) \(id): \(what), \(counts)\(why)")
    }
    let object = JSONValue.object([
      JSONMember("at", .string(Timestamp.local(now, in: zone))), JSONMember("peer", .string(peer)),
      JSONMember("sender", .string(sender)), JSONMember("controlID", .string(id)),
      JSONMember("answer", .array(codes.map { .string($0) })),
      JSONMember("stored", .int(answer.stored)),
      JSONMember("alreadyThere", .int(answer.alreadyThere)),
      JSONMember("reasons", .array(reasons.map { .string($0) })),
    ])
    write(String(decoding: CanonicalJSON.bytes(of: object), as: UTF8.self))
  }
}
