import Clinical
import Interchange
import Testing

@Suite("A message finds its patient by identifier or by the assigned bed, never by name")
struct PatientDirectoryTests {
  private func directory() throws -> PatientDirectory {
    var directory = PatientDirectory(zone: shanghai)
    for event in try events([
      #"{"patient":"A","kind":"patient","at":"2026-03-01T08:00:00+08:00","name":"王芳","hospitalNumber":"00884471"}"#,
      #"{"patient":"A","kind":"stay","at":"2026-03-01T09:00:00+08:00","action":"admission","unit":"7B","bed":"B07"}"#,
      #"{"patient":"B","kind":"patient","at":"2026-03-01T08:00:00+08:00","name":"王芳","hospitalNumber":"0047"}"#,
      #"{"patient":"B","kind":"stay","at":"2026-03-03T09:00:00+08:00","action":"admission","unit":"7B","bed":"B09"}"#,
      #"{"patient":"B","kind":"stay","at":"2026-03-05T09:00:00+08:00","action":"transfer","bed":"B08"}"#,
      #"{"patient":"C","kind":"patient","at":"2026-03-01T08:00:00+08:00","hospitalNumber":"0047"}"#,
      #"{"patient":"D","kind":"stay","at":"2026-02-01T09:00:00+08:00","action":"admission","unit":"7B","bed":"B07"}"#,
      #"{"patient":"D","kind":"stay","at":"2026-03-01T08:59:00+08:00","action":"discharge"}"#,
    ]) {
      directory.take(event)
    }
    return directory
  }

  private func match(
    _ identifiers: String, _ place: String, isDevice: Bool = true,
    at time: String = "2026-03-06T04:15:00+08:00"
  ) throws -> PatientDirectory.Match {
    let code = isDevice ? "150456^MDC_PULS_OXIM_SAT_O2^MDC" : "26881-3^IL6^LN"
    let report = HL7Report(
      try HL7Message(
        Message.bytes([
          Message.header(), "PID|||\(identifiers)||王芳", "PV1||I|\(place)", "OBX|1|NM|\(code)||93",
        ])[...]), zone: shanghai)
    return try directory().match(report, at: instant(time))
  }

  private func patient(_ text: String) throws -> PatientDirectory.Match {
    .patient(try #require(PatientID(text)))
  }

  private func reason(_ match: PatientDirectory.Match) -> HoldReason? {
    if case .none(let reason, _) = match { reason } else { nil }
  }

  @Test("by hospital number with its leading zeros, by the subject's id, by one of several")
  func byIdentifier() throws {
    #expect(try match("00884471^^^H^MR", "") == patient("A"))
    #expect(try match("C", "") == patient("C"))
    #expect(try match("999^^^X^VN~00884471^^^H^MR", "") == patient("A"))
    #expect(reason(try match("884471", "")) == .unknownPatient)
  }

  @Test("a name alone, or nothing, matches nobody")
  func byNothing() throws {
    #expect(reason(try match("", "")) == .unknownPatient)
    #expect(reason(try match("^^^Hospital^PI", "")) == .unknownPatient)
  }

  @Test("a number that two patients have waits")
  func twoPatients() throws {
    #expect(reason(try match("0047", "")) == .severalPatients)
  }

  @Test("by bed: whoever lay there at that time, on that unit")
  func byBed() throws {
    #expect(try match("", "7B^^B07") == patient("A"))
    #expect(try match("", "^^B07") == patient("A"))
    #expect(try match("", "7B^^B07", at: "2026-02-10T04:00:00+08:00") == patient("D"))
    #expect(try match("", "7B^^B08") == patient("B"))
    #expect(reason(try match("", "7B^^B09")) == .unknownPatient)
    #expect(reason(try match("", "ICU^^B07")) == .unknownPatient)
  }

  @Test("an identifier that nobody has is not helped out by the bed")
  func unknownWithBed() throws {
    #expect(reason(try match("4711", "7B^^B07")) == .unknownPatient)
  }

  @Test("a monitor in another patient's bed waits; a laboratory goes by the identifier")
  func disagreement() throws {
    #expect(reason(try match("00884471", "7B^^B08")) == .identifierAndBedDisagree)
    #expect(try match("00884471", "7B^^B08", isDevice: false) == patient("A"))
  }
}
