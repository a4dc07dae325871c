import Foundation
import Testing

@Suite("A file that a person names never takes the place of the record")
struct OverwriteTests {
  private func desk() throws -> Desk {
    let desk = try Desk().founded()
    #expect(try desk.vigil("import", "-", input: Lines.file(Lines.course)).status == 0)
    return desk
  }

  private func isWhole(_ desk: Desk) throws -> Bool {
    try desk.vigil("verify").status == 0 && desk.vigil("export").lines.count == 8
  }

  static let beside = ["", "-wal", "-shm", "-journal", "-turn", "-open"]

  @Test(
    "not by --refused, whichever file of the store is named, there yet or not", arguments: beside)
  func refused(_ ending: String) throws {
    let desk = try desk()
    let file = try desk.file("in.jsonl", "nonsense\n")
    let outcome = try desk.vigil("import", file, "--refused", desk.store + ending)
    #expect(outcome.status == 2 && outcome.messages.contains("name another"))
    #expect(try isWhole(desk))
  }

  @Test("not by a script that saves what it shows", arguments: beside)
  func display(_ ending: String) throws {
    let desk = try desk()
    let script = try desk.file("s.txt", "ward\n:save-display \(desk.store)\(ending)\n")
    let outcome = try desk.vigil("console", "--script", script)
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("line 2") && outcome.messages.contains("name another"))
    #expect(try isWhole(desk))
  }

  @Test("not by a link or a second name that leads there, nor over the script itself")
  func otherNames() throws {
    let desk = try desk()
    let link = desk.path("link.txt")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: desk.store)
    let other = try Desk().founded()
    let script = try desk.file("s.txt", "ward\n")
    for path in [link, other.store, script] {
      try Data("ward\n:save-plain \(path)\n".utf8).write(to: URL(filePath: script))
      let outcome = try desk.vigil("console", "--script", script)
      #expect(outcome.status == 2 && outcome.messages.contains("name another"), "\(path)")
    }
    #expect(try isWhole(desk))
    #expect(try other.vigil("verify").status == 0)
    #expect(try desk.text(script).hasPrefix("ward\n:save-plain"))
  }

  @Test("An ordinary file is begun anew, and nothing of the earlier one stays")
  func ordinary() throws {
    let desk = try desk()
    let kept = try desk.file("kept.jsonl", String(repeating: "earlier\n", count: 1000))
    #expect(try desk.vigil("import", "-", "--refused", kept, input: "nonsense\n").status == 1)
    #expect(try desk.text(kept) == "nonsense\n")
  }
}
