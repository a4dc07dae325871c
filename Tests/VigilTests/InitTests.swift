import Foundation
import Testing

@Suite("vigil init makes a store and touches none that is there")
struct InitTests {
  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? Int) ?? 0
  }

  @Test("a store begins with its site and its first user, an administrator, for its owner alone")
  func firstEvents() throws {
    let desk = try Desk().founded()
    #expect(try mode(desk.store) == 0o600)
    #expect(try mode((desk.store as NSString).deletingLastPathComponent) == 0o700)
    let lines = try desk.vigil("export").lines
    try #require(lines.count == 2)
    #expect(lines[0].contains(#""kind":"site","name":"Ward 7B""#))
    #expect(lines[0].contains(#""timeZone":"Asia/Shanghai""#))
    #expect(lines[1].contains(#""login":"wang","name":"王芳""#))
    #expect(lines[1].contains(#""role":"administrator","source":"command""#))
    #expect(lines.allSatisfy { $0.contains(#""by":"wang""#) })
    #expect(try desk.vigil("verify").status == 0)
  }

  @Test("an existing store, and any other file, stays as it is")
  func neverTouched() throws {
    let desk = try Desk().founded()
    let again = ["init", "--site", "b", "--time-zone", "UTC", "--user", "x", "--name", "y"]
    let before = try Data(contentsOf: URL(filePath: desk.store))
    let outcome = try desk.vigil(again)
    #expect(outcome.status == 3)
    #expect(outcome.messages.contains("left as it is"))
    #expect(try Data(contentsOf: URL(filePath: desk.store)) == before)
    let other = try desk.file("notes.txt", "mine")
    #expect(try desk.vigil(again + ["--store", other]).status == 3)
    #expect(try desk.text(other) == "mine")
  }

  @Test("a training store says so, and no event of a scenario is imported anywhere")
  func training() throws {
    let desk = try Desk()
    let outcome = try desk.vigil(
      "init", "--site", "a", "--time-zone", "UTC", "--user", "b", "--name", "c", "--training")
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("training"))
    let scenario = Lines.infusion.replacing(#""kind""#, with: #""source":"scenario:one","kind""#)
    #expect(try desk.vigil("import", "-", input: scenario).status == 3)
    let ward = try Desk().founded()
    #expect(try ward.vigil("import", "-", input: scenario).status == 1)
  }

  @Test("on a terminal what is missing is asked for, with what this machine knows offered")
  func asked() throws {
    let desk = try Desk()
    let script = try #require(Desk.tool("script"))
    let answers = "Ward 7B\nAsia/Shanghai\nwang\n王芳\n"
    let outcome = try desk.run(
      script, ["-qec", "'\(Desk.program.path)' init", "/dev/null"], input: Data(answers.utf8))
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.output.contains("Name of the ward or site: "))
    #expect(outcome.output.contains("Time zone ["))
    #expect(try desk.vigil("export").lines.count == 2)
  }
}
