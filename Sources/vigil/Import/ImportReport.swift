import Clinical
import EventText

/// What came of an import: told as it comes, and counted.
struct ImportReport {
  private(set) var stored = 0
  private(set) var alreadyThere = 0
  private(set) var refused = 0
  private(set) var findings = 0

  /// True where refusals, findings and the sum are printed as JSON on standard output.
  let asJSON: Bool
  let isDryRun: Bool
  private let output: Sink
  private let messages: Messages

  init(asJSON: Bool, isDryRun: Bool, _ environment: Environment) {
    self.asJSON = asJSON
    self.isDryRun = isDryRun
    output = environment.output
    messages = environment.messages
  }

  var status: ExitStatus { refused == 0 && findings == 0 ? .done : .findings }

  mutating func countStored() { stored += 1 }

  mutating func countAlreadyThere() { alreadyThere += 1 }

  mutating func refuse(_ refusal: Refusal, in file: String) throws {
    refused += 1
    guard asJSON else { return messages.say("\(file): \(refusal)") }
    try write([
      ("what", .string("refused")), ("file", .string(file)), ("line", number(refusal.line)),
      ("field", text(refusal.field)), ("problem", .string(refusal.problem)),
      ("remedy", text(refusal.remedy)), ("nearest", text(refusal.nearest)),
    ])
  }

  mutating func find(_ finding: FileFinding, in file: String) throws {
    findings += 1
    guard asJSON else { return messages.say("\(file): \(finding)") }
    try write([
      ("what", .string("finding")), ("file", .string(file)), ("line", .int(finding.line)),
      ("problem", .string(finding.text)),
    ])
  }

  /// Says the sum, at the end.
  func finish() throws {
    guard !asJSON else {
      try write([
        ("what", .string("sum")), ("dryRun", .bool(isDryRun)), ("stored", .int(stored)),
        ("alreadyThere", .int(alreadyThere)), ("refused", .int(refused)),
        ("findings", .int(findings)),
      ])
      return try writing { () throws(Sink.Failure) in try output.flush() }
    }
    func counted(_ n: Int, _ one: String, _ many: String) -> String {
      "\(n) \(n == 1 ? one : many)"
    }
    var parts = [counted(stored, "event", "events") + (isDryRun ? " would be stored" : " stored")]
    parts.append("\(alreadyThere) already there")
    parts.append(counted(refused, "line refused", "lines refused"))
    if findings > 0 { parts.append(counted(findings, "finding", "findings")) }
    messages.say(parts.joined(separator: ", "))
  }

  private func write(_ members: [(String, JSONValue)]) throws {
    let object = JSONValue.object(members.map { JSONMember($0.0, $0.1) })
    try writing { () throws(Sink.Failure) in
      try output.write(jsonLine: CanonicalJSON.bytes(of: object))
    }
  }

  // A reader that goes away ends the import, which then is not to pass for a whole one.
  private func writing(_ work: () throws(Sink.Failure) -> Void) throws {
    do throws(Sink.Failure) {
      try work()
    } catch {
      let reason = if case .system(let text) = error { text } else { "nobody reads it" }
      let rest =
        isDryRun
        ? "Nothing was stored"
        : "What was imported before is stored; run the import again to finish it"
      throw Failure.couldNot("cannot write the report: \(reason). \(rest)")
    }
  }

  private func number(_ number: Int?) -> JSONValue { number.map { .int($0) } ?? .null }

  private func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
