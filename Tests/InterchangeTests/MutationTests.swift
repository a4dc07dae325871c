import Clinical
import EventText
import Interchange
import TestSupport
import Testing

/// What is asked of every importer, whatever comes: no crash, and refusals that a terminal can show.
@Suite("Damaged messages, tables and documents are refused in words, and never stop the program")
struct MutationTests {
  private let seeds: [[UInt8]] = [
    Message.bytes([
      Message.header("AL|AL||UNICODE UTF-8"), "PID|||00884471^^^H^MR||王芳", "PV1||I|7B^^B07",
      "OBR|1|||182777000^x^SCT|||20260306041500.1+0800",
      "OBX|1|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC|1|93|262688^MDC_DIM_PERCENT^MDC|||||R|||20260306041500",
      "OBX|2|SN|26881-3^IL6^LN||<^2.5|pg/mL|0-7|N~DEMO|||C", "SPM|1",
    ]),
    Array(
      "Subject,Time,Test,Result,Unit\r\n00471,2026-03-06 06:00,IL6,\"<2,5\"\"\",pg/mL\n１,46087.5,temperature,３８．４,°C\n"
        .utf8),
    Array(
      #"{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"8310-5"}]},"subject":{"reference":"Patient/A"},"effectiveDateTime":"2026-03-06T06:00:00Z","valueQuantity":{"value":38.4,"code":"Cel","system":"http://unitsofmeasure.org"}}}]}"#
        .utf8),
  ]

  private func damaged(_ dice: inout Dice) -> [UInt8] {
    var bytes = dice.pick(seeds)
    for _ in 0...dice.below(6) {
      guard !bytes.isEmpty else { break }
      let place = dice.below(bytes.count)
      switch dice.below(6) {
      case 0: bytes[place] = UInt8(dice.below(256))
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(dice.pick(Array("|^~\\&\"\r\n,;{}[]:0\u{0}\u{1B}".utf8)), at: place)
      case 3: bytes.removeSubrange(place...)
      case 4: bytes.insert(contentsOf: bytes[place...].prefix(dice.below(80)), at: place)
      default:
        bytes.insert(
          contentsOf: [0xE2, 0x80, 0xAE, 0xFF, 0x81, 0x5C].prefix(dice.below(7)), at: place)
      }
    }
    return bytes
  }

  private let mapping = try? TableMapping(
    .object([
      JSONMember("layout", .string("long")), JSONMember("patient", .string("Subject")),
      JSONMember("time", .string("Time")), JSONMember("code", .string("Test")),
      JSONMember("value", .string("Result")), JSONMember("unit", .string("Unit")),
    ]))

  private func check(_ refusal: Refusal?) {
    guard let text = refusal?.description else { return }
    let isSafe = text.unicodeScalars.allSatisfy {
      ![.control, .format, .lineSeparator, .paragraphSeparator].contains(
        $0.properties.generalCategory)
    }
    #expect(isSafe, "\(text.debugDescription)")
  }

  @Test("forty thousand damaged inputs", arguments: 0..<8)
  func damage(_ seed: Int) throws {
    var dice = Dice(seed: UInt64(seed) + 77)
    let mapping = try #require(mapping)
    let patient = try #require(PatientID("A"))
    for _ in 0..<5000 {
      let bytes = damaged(&dice)
      for part in HL7File(bytes[...]).messages {
        for one in HL7Intake.onePatientEach(part.bytes) {
          guard let message = try? HL7Message(one) else { continue }
          _ = try? HL7Intake.decide(message)
          let charting = HL7Charting(HL7Report(message, zone: shanghai), now: Message.now)
          for draft in charting.drafts {
            do throws(Refusal) {
              let sent = try ImportedEvent.sent(
                patient: patient, at: draft.at, draft.content, reader: reader)
              // What is accepted says the same when it is written and read again.
              let line = EventWriter.line(for: sent.event)
              #expect((try? reader.read(line[...]))?.event == sent.event)
            } catch {
              check(error)
            }
          }
          let answer = HL7Acknowledgement.text(
            "AE", to: message, .notFiled(charting.held.map(\.text)), now: Message.now,
            zone: shanghai,
            number: 1)
          #expect((try? HL7Message(Array(answer.utf8)[...])) != nil, "\(answer)")
        }
      }
      if let table = try? TableImport(
        bytes[...], mapping: mapping, zone: shanghai, now: tableNow, reader: reader)
      {
        for outcome in table.outcomes(patient: { _ in patient }) { check(outcome.refusal) }
      }
      if let document = try? FHIRImport(bytes[...], now: fhirNow, reader: reader) {
        for outcome in document.outcomes(patient: { _ in patient }) { check(outcome.refusal) }
      }
    }
  }
}
