import Foundation
import Testing

@Suite("Versions of an Observation become versions of one fact")
struct DocumentsTests {
  private func observation(_ value: Int, _ status: String, code: String = "26881-3") -> String {
    let unit = code == "26881-3" ? "pg/mL" : "mm[Hg]"
    return """
      {"resourceType":"Observation","status":"\(status)","code":{"coding":[{"system":\
      "http://loinc.org","code":"\(code)"}]},"subject":{"reference":"Patient/CD7-003"},\
      "effectiveDateTime":"2026-03-06T06:00:00+08:00","valueQuantity":{"value":\(value),\
      "system":"http://unitsofmeasure.org","code":"\(unit)"}}
      """
  }

  private func desk() throws -> Desk {
    let desk = try Desk().founded()
    #expect(try desk.vigil("import", "-", input: HL7.patient + "\n").status == 0)
    return desk
  }

  private func bring(_ text: String, _ desk: Desk) throws -> String {
    let outcome = try desk.vigil("import", "-", input: text)
    #expect(outcome.status == 0, "\(outcome.messages)")
    return outcome.messages
  }

  // What counts, as a wide table has it.
  private func standing(_ column: String, _ desk: Desk) throws -> [String] {
    let lines = try desk.vigil("export", "--as", "csv-wide").output.split(separator: "\r\n")
    let names = (lines.first ?? "").split(separator: ",", omittingEmptySubsequences: false)
    guard let place = names.firstIndex(where: { $0.hasPrefix(column) }) else { return [] }
    return lines.dropFirst().map {
      String($0.split(separator: ",", omittingEmptySubsequences: false)[place])
    }.filter { !$0.isEmpty }
  }

  @Test(
    "preliminary, final, corrected, entered in error: one value at a time, and again changes nothing",
    arguments: ["26881-3", "8480-6"])
  func versions(_ code: String) throws {
    let desk = try desk()
    let column = code == "26881-3" ? "IL6" : "systolic"
    for (value, status) in [(92, "preliminary"), (120, "corrected")] {
      let text = observation(value, status, code: code)
      #expect(try bring(text, desk).contains("1 event stored"))
      #expect(try standing(column, desk) == ["\(value)"])
      #expect(try bring(text, desk).contains("0 events stored, 1 already there"))
    }
    let gone = observation(120, "entered-in-error", code: code)
    #expect(try bring(gone, desk).contains("1 event stored"))
    #expect(try standing(column, desk) == [])
    #expect(try bring(gone, desk).contains("0 events stored"))
    #expect(try desk.vigil("verify").status == 0)
  }

  @Test("both versions in one Bundle, in either order, leave the corrected one")
  func together() throws {
    for order in [0, 1] {
      let desk = try desk()
      var entries = [observation(900, "final"), observation(87, "corrected")].map {
        "{\"resource\":\($0)}"
      }
      if order == 1 { entries.reverse() }
      let bundle =
        "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[\(entries.joined(separator: ","))]}"
      #expect(try bring(bundle, desk).contains("1 event stored"))
      #expect(try standing("IL6", desk) == ["87"])
      #expect(try bring(bundle, desk).contains("0 events stored"))
    }
  }

  @Test("nobody's entry at the bedside is changed by a file")
  func bedside() throws {
    let desk = try desk()
    let login = String(cString: try #require(getpwuid(getuid())).pointee.pw_name)
    let user =
      #"{"kind":"user","at":"2026-02-01T08:00:00+08:00","login":"\#(login)","name":"Li","role":"nurse"}"#
    #expect(try desk.vigil("import", "-", input: user + "\n").status == 0)
    #expect(
      try desk.vigil(
        "record", "CD7-003", "lab", "IL6", "900", "at", "2026-03-06T06:00:00+08:00"
      ).status == 0)
    #expect(try bring(observation(0, "entered-in-error"), desk).contains("not in the record"))
    #expect(try standing("IL6", desk) == ["900"])
  }

  @Test("what another Vigil retracted since is retracted here too")
  func retracted() throws {
    let desk = try desk()
    let other = try Desk().founded()
    let event =
      #"{"id":"01957a00-0000-7000-8000-000000000001","patient":"CD7-003","kind":"vitals","at":"2026-03-06T04:10:00+08:00","spo2":{"value":39,"unit":"%"}}"#
    let retraction =
      #"{"patient":"CD7-003","kind":"retraction","at":"2026-03-06T04:20:00+08:00","retracts":"01957a00-0000-7000-8000-000000000001","reason":"wrong patient"}"#
    _ = try bring(event + "\n", desk)
    _ = try bring(event + "\n" + retraction + "\n", other)
    let bundle = try other.vigil("export", "--as", "fhir").output
    #expect(try bring(bundle, desk).contains("1 event stored"))
    #expect(try standing("spo2", desk) == [])
    #expect(try bring(bundle, desk).contains("0 events stored"))
  }
}
