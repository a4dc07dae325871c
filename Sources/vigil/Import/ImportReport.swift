import Clinical
import EventText

/// What came of an import: told as it comes, and counted.
struct ImportReport {
  private(set) var stored = 0
  private(set) var alreadyThere = 0
  private(set) var refused = 0
  private(set) var findings = 0
  /// Messages that wait for a person.
  private(set) var held = 0
  /// Values of messages that are not charted.
  private(set) var notCharted = 0
  /// True once something was read of which values may not be charted: the sum says so then.
  var readsMessages = false

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

  var status: ExitStatus { refused == 0 && findings == 0 && held == 0 ? .done : .findings }

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

  /// A message that could not be filed, and waits for a person.
  mutating func hold(_ text: String, line: Int, in file: String) throws {
    held += 1
    guard asJSON else {
      let waits = isDryRun ? "would wait for a person" : "waits for a person"
      return messages.say("\(file): line \(line): \(waits): \(text)")
    }
    try write([
      ("what", .string("held")), ("file", .string(file)), ("line", .int(line)),
      ("problem", .string(text)),
    ])
  }

  /// Something of a message that is not charted, which is no fault.
  mutating func note(_ text: String, line: Int?, in file: String) throws {
    notCharted += 1
    guard asJSON else {
      let place = line.map { "line \($0): " } ?? ""
      return messages.say("\(file): \(place)not charted: \(text)")
    }
    try write([
      ("what", .string("notCharted")), ("file", .string(file)), ("line", number(line)),
      ("problem", .string(text)),
    ])
  }

  /// Something odd about what was taken all the same.
  func remark(_ text: String, line: Int, in file: String) throws {
    guard asJSON else { return messages.say("\(file): line \(line): \(text)") }
    try write([
      ("what", .string("remark")), ("file", .string(file)), ("line", .int(line)),
      ("problem", .string(text)),
    ])
  }

  mutating func count(stored: Int, alreadyThere: Int) {
    self.stored += stored
    self.alreadyThere += alreadyThere
  }

  /// Says the sum, at the end.
  func finish() throws {
    guard !asJSON else {
      var sum: [(String, JSONValue)] = [
        ("what", .string("sum")), ("dryRun", .bool(isDryRun)), ("stored", .int(stored)),
        ("alreadyThere", .int(alreadyThere)), ("refused", .int(refused)),
        ("findings", .int(findings)),
      ]
      if readsMessages { sum += [("held", .int(held)), ("notCharted", .int(notCharted))] }
      try write(sum)
      return try writing { () throws(Sink.Failure) in try output.flush() }
    }
    func counted(_ n: Int, _ one: String, _ many: String) -> String {
      "\(n) \(n == 1 ? one : many)"
    }
    var parts = [counted(stored, "event", "events") + (isDryRun ? " would be stored" : " stored")]
    parts.append("\(alreadyThere) already there")
    parts.append(counted(refused, "line refused", "lines refused"))
    if findings > 0 { parts.append(counted(findings, "finding", "findings")) }
    if held > 0 {
      let waits = isDryRun ? "would wait for a person" : "waiting for a person"
      parts.append(counted(held, "message", "messages") + " " + waits)
    }
    if notCharted > 0 { parts.append("\(notCharted) not charted") }
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
