import Clinical
import EventText
import Interchange

/// Throws bytes at the importers. Built only with `FUZZ` in the environment:
///
///     FUZZ=1 swift build -c release --product FuzzInterchange --scratch-path .build-fuzz
///     SWIFT_BACKTRACE=enable=no .build-fuzz/release/FuzzInterchange -max_len=4096 CORPUS
///
/// where CORPUS is a folder with a message, a table or a document in each file. The first byte chooses
/// the importer: h for HL7 version 2, m for frames of MLLP, c for tables, f for FHIR. What is asked of
/// every input: no crash; what is accepted survives being written and read again; and no refusal
/// drives a terminal.
///
/// An input that breaks a promise is kept in `Tests/InterchangeTests/Support/FoundInputs.swift`, beside
/// those that first reached some code.
@main
enum FuzzInterchange {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = runDriver(&count, &arguments, fuzz)
  }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

private let reader = EventReader(digest: digest)
private let zone = Zone(fixedOffset: 28_800)
private let now = Instant(microseconds: 1_772_741_400_000_000)
private let somebody = PatientID("CD7-003")

// No true digest, but quick; two inputs of one digest do no harm here.
@Sendable private func digest(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var hash: UInt64 = 14_695_981_039_346_656_037
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
  return (0..<32).map { UInt8(truncatingIfNeeded: hash >> UInt64($0 % 8 * 8)) }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let patient = somebody, let first = bytes.first else { return 0 }
  let rest = bytes.dropFirst()
  switch first {
  case UInt8(ascii: "h"): checkMessages(rest, patient)
  case UInt8(ascii: "m"): checkFrames(rest)
  case UInt8(ascii: "c"): checkTable(rest, patient)
  case UInt8(ascii: "f"): checkDocument(rest, patient)
  default: break
  }
  return 0
}

private func checkMessages(_ bytes: ArraySlice<UInt8>, _ patient: PatientID) {
  for part in HL7File(bytes).messages {
    for one in HL7Intake.onePatientEach(part.bytes) {
      guard let message = try? HL7Message(one) else { continue }
      _ = try? HL7Intake.decide(message)
      let report = HL7Report(message, zone: zone)
      let charting = HL7Charting(report, now: now)
      _ = PatientDirectory(zone: zone).match(report, at: now)
      var resolution = HL7Resolution(facts: [], source: "hl7:" + message.sender)
      for draft in charting.drafts { resolution.take(draft) }
      for change in charting.changes { resolution.take(change) }
      for step in resolution.finished() {
        guard
          let sent = try? ImportedEvent.sent(
            patient: patient, at: step.at, step.content, reader: reader)
        else { continue }
        checkEvent(sent)
      }
      let answer = HL7Acknowledgement.text(
        "AE", to: message, .notFiled(charting.held.map(\.text)), now: now, zone: zone, number: 1)
      precondition((try? HL7Message(Array(answer.utf8)[...])) != nil, "an answer is no message")
    }
  }
}

private func checkFrames(_ bytes: ArraySlice<UInt8>) {
  let middle = bytes.startIndex + bytes.count / 2
  var whole = MLLPFrames(limit: 64)
  var halves = MLLPFrames(limit: 64)
  func messages(_ items: [MLLPFrames.Item]) -> [[UInt8]] {
    items.compactMap { if case .message(let message) = $0 { message } else { nil } }
  }
  let once = messages(whole.take(bytes))
  let twice = messages(halves.take(bytes[..<middle]) + halves.take(bytes[middle...]))
  precondition(once == twice, "a cut changes what is found")
  precondition(once.allSatisfy { $0.count <= 64 }, "more is held than may be")
}

private let mapping = try? TableMapping(
  .object([
    JSONMember("layout", .string("long")), JSONMember("patient", .string("p")),
    JSONMember("time", .string("t")), JSONMember("code", .string("c")),
    JSONMember("value", .string("v")), JSONMember("unit", .string("u")),
  ]))

private func checkTable(_ bytes: ArraySlice<UInt8>, _ patient: PatientID) {
  if let own = LongTableReader(bytes) {
    for outcome in own.outcomes(reader: reader) { check(outcome) }
  }
  guard let mapping,
    let table = try? TableImport(bytes, mapping: mapping, zone: zone, now: now, reader: reader)
  else { return }
  for outcome in table.outcomes(patient: { _ in patient }) { check(outcome) }
}

private func check(_ outcome: TableImport.Outcome) {
  for event in outcome.events { checkEvent(event) }
  if let refusal = outcome.refusal { checkText(refusal.description) }
}

private func checkDocument(_ bytes: ArraySlice<UInt8>, _ patient: PatientID) {
  guard let document = try? FHIRImport(bytes, now: now, reader: reader) else { return }
  for outcome in document.outcomes(patient: { _ in patient }) {
    for event in outcome.events { checkEvent(event) }
    if let refusal = outcome.refusal { checkText(refusal.description) }
  }
}

private func checkEvent(_ sent: SentEvent) {
  let line = EventWriter.line(for: sent.event)
  precondition(
    (try? reader.read(line[...]))?.event == sent.event,
    "an event is another after being written and read")
}

private func checkText(_ text: String) {
  precondition(
    !text.unicodeScalars.contains { drives.contains($0.properties.generalCategory) },
    "a refusal drives a terminal")
}

private let drives: Set<Unicode.GeneralCategory> = [
  .control, .format, .lineSeparator, .paragraphSeparator,
]
