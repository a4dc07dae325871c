import Foundation
import Testing

@Suite("vigil scenario from makes a scenario of nobody")
struct ScenarioFromTests {
  private static let wanted = ["--name", "night", "--title", "A night"]

  @Test("Of a store's patient it is sound, names nobody, and stands on 2001-01-01")
  func ofStore() throws {
    let desk = try Desk().founded()
    let note =
      #"{"patient":"CD7-003","kind":"note","at":"2026-03-05T04:10:00+08:00","text":"CANARY"}"#
    let lines = Lines.file(Lines.course + [note])
    #expect(try desk.vigil("import", "-", input: lines).status == 0)
    let made = try desk.vigil(["scenario", "from", "CD7-003", "--as-observed"] + Self.wanted)
    #expect(made.status == 0, "\(made.messages)")
    #expect(made.messages.contains("free text was left out in 1 places"), "\(made.messages)")
    for word in ["王芳", "CANARY", "CD7-003", "wang", "Ward 7B", "6f0c0000", "1997", "2026"] {
      #expect(!made.output.contains(word), "\(word)")
    }
    #expect(made.output.contains(#""kind":"infusion","patient":"SC-001""#))
    #expect(made.output.contains("2001-01-01T10:20:00+08:00"))
    let path = try desk.file("night.jsonl", made.output)
    let check = try desk.vigil("scenario", "check", path)
    #expect(check.status == 0, "\(check.output)")
    let run = try desk.vigil("replay", path, "--script", "-", input: ReplayTests.silent)
    #expect(run.status == 0 && run.output.contains("2001-01-04 18:05"), "\(run.messages)")
  }

  @Test("Of a patient of the sample it is sound; a shift and limits are kept to")
  func ofSample() throws {
    let desk = try Desk()
    let made = try desk.vigil(
      ["scenario", "from", "CD7-007", "--sample", "ward", "--shift-days", "-10"] + Self.wanted
        + ["--starts", "2026-03-03T20:00:00+08:00", "--ends", "2026-03-06T00:00:00+08:00"])
    #expect(made.status == 0, "\(made.messages)")
    #expect(made.first.contains(#""starts":"2026-02-21T20:00:00+08:00""#), "\(made.first)")
    let check = try desk.vigil("scenario", "check", "-", input: made.output)
    #expect(check.status == 0 && check.output.contains("the engine agrees"), "\(check.output)")
  }
}
