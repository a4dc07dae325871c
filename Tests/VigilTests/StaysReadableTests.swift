import Foundation
import Testing

@Suite("What the store takes can always be read again")
struct StaysReadableTests {
  private func isReadable(_ desk: Desk) throws -> Bool {
    try desk.vigil("grade").status == 0 && desk.vigil("verify").status == 0
  }

  @Test("a file whose name holds a bell and a line end is imported, and the record stays readable")
  func nameOfFile() throws {
    let desk = try Desk().founded()
    let file = try desk.file("a\u{7}\nb.jsonl", Lines.file(Lines.course))
    #expect(try desk.vigil("import", file).status == 0)
    #expect(try desk.vigil("export").output.contains("import:a\u{FFFD}\u{FFFD}b.jsonl"))
    #expect(try isReadable(desk))
  }

  @Test("a line of just 1 MB, to which the store would add, is refused, and the others are taken")
  func longestLine() throws {
    let desk = try Desk().founded()
    let frame = #"{"patient":"CD7-003","kind":"note","at":"2026-03-06T04:10:00Z","text":""}"#
    let text = String(repeating: "x", count: 1_048_576 - frame.utf8.count)
    let longest = frame.replacing(#""text":"""#, with: #""text":"\#(text)""#)
    #expect(longest.utf8.count == 1_048_576)
    let outcome = try desk.vigil(
      "import", "-", input: Lines.file([Lines.infusion, longest, Lines.ice]))
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("line 2: with what the store writes beside it"))
    #expect(outcome.messages.contains("2 events stored"))
    #expect(try isReadable(desk))
  }
}
