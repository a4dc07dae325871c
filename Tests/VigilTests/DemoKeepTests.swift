import Foundation
import Testing

@Suite("vigil demo keeps nothing, unless --keep says where")
struct DemoKeepTests {
  @Test("Without --keep there is no file afterwards")
  func nothing() throws {
    let desk = try Desk()
    #expect(try desk.vigil("demo", "--plain", input: "quit\n").status == 0)
    let left = try FileManager.default.subpathsOfDirectory(atPath: desk.home.path)
    #expect(left == [])
  }

  @Test(
    "With it there is a store to practise on, of what is known at the demo's moment, whole and verified"
  )
  func kept() throws {
    let desk = try Desk()
    let path = desk.home.path + "/demo/kept.vigil"
    let outcome = try desk.vigil("demo", "--keep", path, "--plain", input: "quit\n")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.messages.contains("to practise on"))
    let store = ["VIGIL_STORE": path]
    #expect(try desk.vigil(["verify"], variables: store).status == 0)
    let lines = try desk.vigil(["export"], variables: store).lines
    #expect(lines.count > 1000)
    #expect(lines[0].contains(#""kind":"site""#))
    // Nothing that was written down later than 04:30 in Shanghai.
    let later = lines.filter { line in
      line.firstMatch(of: /"recordedAt":"([^"]*)"/).map { $0.output.1 > "2026-03-05T20:30:00Z" }
        ?? true
    }
    #expect(later == [])
    // The same grades as the demonstration shows.
    let grades = try desk.vigil(
      ["grade", "--at", "2026-03-06T04:30:00+08:00", "--format", "json", "CD7-009"],
      variables: store)
    #expect(grades.output.contains(#""grade":4"#))
    // The console says what kind of store it is.
    let shown = try desk.vigil(["console", "--plain"], input: Data(), variables: store)
    #expect(shown.first.contains("[TRAINING]"))
  }

  @Test("What is there already stays as it is", arguments: ["store", "file", "folder"])
  func refused(_ kind: String) throws {
    let desk = try Desk()
    let path = desk.home.path + "/there"
    switch kind {
    case "store":
      #expect(try desk.vigil("demo", "--keep", path, "--plain", input: "quit\n").status == 0)
    case "file": try Data("mine".utf8).write(to: URL(filePath: path))
    default:
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    let before = try? Data(contentsOf: URL(filePath: path))
    let outcome = try desk.vigil("demo", "--keep", path, "--plain", input: "quit\n")
    #expect(outcome.status == 3, "\(outcome.messages)")
    #expect(outcome.messages.contains(path) && outcome.messages.contains("left as it is"))
    #expect(outcome.output.isEmpty)
    #expect((try? Data(contentsOf: URL(filePath: path))) == before)
  }

  static let mistakes: [([String], Int32)] = [
    (["demo", "--keep"], 2), (["demo", "--keep", ""], 2),
    (["demo", "--keep", "/proc/none/kept.vigil", "--plain"], 3),
    (["console", "--keep", "x"], 2), (["demo", "--keep", "a", "b"], 2),
  ]

  @Test("Wrong usage is told", arguments: mistakes)
  func wrong(_ arguments: [String], _ status: Int32) throws {
    let outcome = try Desk().vigil(arguments)
    #expect(outcome.status == status, "\(outcome.messages)")
    #expect(outcome.output.isEmpty && outcome.messages.hasPrefix("vigil: "))
  }
}
