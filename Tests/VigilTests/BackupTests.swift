import Foundation
import Testing

@Suite("vigil backup and vigil restore")
struct BackupTests {
  @Test("a backup is the same record, and restoring it gives the same answers")
  func backAndForth() throws {
    let desk = try Desk().founded()
    #expect(try desk.vigil("import", "-", input: Lines.file(Lines.course)).status == 0)
    let before = try desk.vigil("export").output
    let copy = desk.path("copy.vigil")
    let backup = try desk.vigil("backup", copy)
    #expect(backup.status == 0)
    #expect(backup.messages.contains("8 events"))
    #expect(try desk.vigil("import", "-", input: Lines.vitals(1)).status == 0)
    let restored = try desk.vigil("restore", copy)
    #expect(restored.status == 0, "\(restored.messages)")
    #expect(restored.messages.contains("there were 9 before"))
    #expect(try desk.vigil("export").output == before)
    #expect(try desk.vigil("verify").status == 0)
    let elsewhere = try Desk()
    #expect(try elsewhere.vigil("restore", copy).status == 0)
    #expect(try elsewhere.vigil("export").output == before)
  }

  @Test("a symbolic link is not restored from, and the file that it leads to is named")
  func link() throws {
    let desk = try Desk().founded()
    let copy = desk.path("copy.vigil")
    #expect(try desk.vigil("backup", copy).status == 0)
    let link = desk.path("newest.vigil")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: copy)
    let outcome = try desk.vigil("restore", link)
    #expect(outcome.status == 3)
    #expect(outcome.messages.contains("symbolic link") && outcome.messages.contains(copy))
    unlink(copy)
    #expect(try desk.vigil("restore", link).messages.contains("points to nothing"))
  }

  @Test("a backup replaces an older one of this store and nothing else")
  func replacing() throws {
    let desk = try Desk().founded()
    let copy = desk.path("copy.vigil")
    #expect(try desk.vigil("backup", copy).status == 0)
    #expect(try desk.vigil("import", "-", input: Lines.vitals(1)).status == 0)
    #expect(try desk.vigil("backup", copy).status == 0)
    let notes = try desk.file("notes.txt", "mine")
    #expect(try desk.vigil("backup", notes).status == 3)
    #expect(try desk.text(notes) == "mine")
    #expect(try desk.vigil("backup", desk.store).status == 3)
    let other = try Desk().founded()
    #expect(try other.vigil("backup", copy).status == 3)
  }

  @Test("nothing is restored while a program has the store open, nor over another store")
  func refused() throws {
    let desk = try Desk().founded()
    let copy = desk.path("copy.vigil")
    #expect(try desk.vigil("backup", copy).status == 0)
    let reader = desk.prepared(Desk.program, ["import", "--stream", "-"])
    let input = Pipe()
    let output = Pipe()
    reader.standardInput = input
    reader.standardOutput = output
    reader.standardError = FileHandle.nullDevice
    try reader.run()
    try input.fileHandleForWriting.write(contentsOf: Data((Lines.vitals(1) + "\n").utf8))
    #expect(!output.fileHandleForReading.availableData.isEmpty)
    let busy = try desk.vigil("restore", copy)
    #expect(busy.status == 3)
    try input.fileHandleForWriting.close()
    reader.waitUntilExit()
    #expect(try desk.vigil("export").lines.count == 3)
    let other = try Desk().founded()
    #expect(try other.vigil("restore", copy).status == 3)
    #expect(try other.vigil("export").lines.count == 2)
  }
}
