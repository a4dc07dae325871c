import Clinical
import EventText
import Foundation
import Interchange
import Testing

/// Inputs by which the fuzzer reached code that nothing before had reached, grown from messages,
/// tables and documents of our own. One that ever breaks a promise is added here.
@Suite("What the fuzzer found is read or refused in words, as it was when it was found")
struct FoundInputTests {
  private let mapping = try? TableMapping(
    .object([
      JSONMember("layout", .string("long")), JSONMember("patient", .string("p")),
      JSONMember("time", .string("t")), JSONMember("code", .string("c")),
      JSONMember("value", .string("v")), JSONMember("unit", .string("u")),
    ]))

  // Says the same when it is written and read again.
  private func check(_ sent: SentEvent) {
    let line = EventWriter.line(for: sent.event)
    #expect((try? reader.read(line[...]))?.event == sent.event)
  }

  private func check(_ refusal: Refusal?) {
    guard let text = refusal?.description else { return }
    #expect(
      text.unicodeScalars.allSatisfy {
        ![.control, .format, .lineSeparator, .paragraphSeparator].contains(
          $0.properties.generalCategory)
      }, "\(text.debugDescription)")
  }

  private func bytes(_ text: String) throws -> ArraySlice<UInt8> {
    [UInt8](try #require(Data(base64Encoded: text)))[...]
  }

  @Test("messages of HL7 version 2", arguments: FoundInputs.messages)
  func messages(_ text: String) throws {
    let patient = try #require(PatientID("A"))
    for part in HL7File(try bytes(text)).messages {
      for one in HL7Intake.onePatientEach(part.bytes) {
        guard let message = try? HL7Message(one) else { continue }
        _ = try? HL7Intake.decide(message)
        let charting = HL7Charting(HL7Report(message, zone: shanghai), now: Message.now)
        var resolution = HL7Resolution(facts: [], source: "hl7:" + message.sender)
        for draft in charting.drafts { resolution.take(draft) }
        for change in charting.changes { resolution.take(change) }
        for step in resolution.finished() {
          do throws(Refusal) {
            check(
              try ImportedEvent.sent(patient: patient, at: step.at, step.content, reader: reader))
          } catch {
            check(error)
          }
        }
        let answer = HL7Acknowledgement.text(
          "AE", to: message, .notFiled(charting.held.map(\.text)), now: Message.now,
          zone: shanghai, number: 1)
        #expect((try? HL7Message(Array(answer.utf8)[...])) != nil, "\(answer)")
      }
    }
  }

  @Test("frames: a cut anywhere changes nothing", arguments: FoundInputs.frames)
  func frames(_ text: String) throws {
    let bytes = try bytes(text)
    func messages(_ pieces: [ArraySlice<UInt8>]) -> [[UInt8]] {
      var frames = MLLPFrames(limit: 64)
      return pieces.flatMap { frames.take($0) }.compactMap {
        if case .message(let message) = $0 { message } else { nil }
      }
    }
    let whole = messages([bytes])
    #expect(whole.allSatisfy { $0.count <= 64 })
    for cut in bytes.indices { #expect(messages([bytes[..<cut], bytes[cut...]]) == whole) }
  }

  @Test("tables, by a mapping and of our own", arguments: FoundInputs.tables)
  func tables(_ text: String) throws {
    let bytes = try bytes(text)
    let patient = try #require(PatientID("A"))
    let table = try? TableImport(
      bytes, mapping: try #require(mapping), zone: shanghai, now: tableNow, reader: reader)
    let outcomes =
      (table?.outcomes(patient: { _ in patient }) ?? [])
      + (LongTableReader(bytes)?.outcomes(reader: reader) ?? [])
    for outcome in outcomes {
      check(outcome.refusal)
      outcome.events.forEach(check)
    }
    #expect(table == nil || table?.head.names.isEmpty == false)
  }

  @Test("documents of FHIR", arguments: FoundInputs.documents)
  func documents(_ text: String) throws {
    let patient = try #require(PatientID("A"))
    do throws(Refusal) {
      let document = try FHIRImport(try found(text), now: fhirNow, reader: reader)
      for outcome in document.outcomes(patient: { _ in patient }) {
        check(outcome.refusal)
        outcome.events.forEach(check)
      }
    } catch {
      check(error)
    }
  }

  private func found(_ text: String) throws(Refusal) -> ArraySlice<UInt8> {
    guard let data = Data(base64Encoded: text) else { throw Refusal(problem: "no base 64") }
    return [UInt8](data)[...]
  }
}
