import Foundation
import Testing

@Suite("vigil install copies the program with what it needs")
struct InstallTests {
  private func mode(_ path: String) throws -> Int {
    (try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int) ?? 0
  }

  @Test("The installed program runs from anywhere with its own themes and sample data")
  func installed() throws {
    let desk = try Desk()
    let prefix = desk.path("opt/vigil")
    let outcome = try desk.vigil("install", "--prefix", prefix)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.isEmpty && outcome.messages.contains("\(prefix)/bin/vigil"))
    #expect(try mode(prefix + "/bin/vigil") == 0o755)
    #expect(try mode(prefix + "/share/vigil/themes/dark.toml") == 0o644)
    let checkout = Desk.checkout
    for folder in ["themes", "sample-data", "sample-data/scenarios"] {
      let wanted = try FileManager.default.contentsOfDirectory(
        atPath: checkout.appending(path: folder).path)
      let there = try FileManager.default.contentsOfDirectory(
        atPath: "\(prefix)/share/vigil/\(folder)")
      #expect(Set(there) == Set(wanted), "\(folder)")
      for name in wanted where name.contains(".") {
        #expect(
          try Data(contentsOf: checkout.appending(path: "\(folder)/\(name)"))
            == Data(contentsOf: URL(filePath: "\(prefix)/share/vigil/\(folder)/\(name)")))
      }
    }
    let program = URL(filePath: prefix + "/bin/vigil")
    let paths = try desk.run(program, ["--paths"])
    #expect(paths.output.contains("\(prefix)/share/vigil/sample-data/ward.jsonl"))
    #expect(paths.output.contains("beside the program"))
    let demo = try desk.run(
      program, ["demo", "--plain", "--theme", "night"], input: Data("quit\n".utf8))
    #expect(demo.status == 0 && demo.output.contains("ICU-1"), "\(demo.messages)")
  }

  @Test("A second time the files are replaced, and nothing else in the folders is touched")
  func again() throws {
    let desk = try Desk()
    let prefix = desk.path("opt")
    #expect(try desk.vigil("install", "--prefix", prefix).status == 0)
    let theme = prefix + "/share/vigil/themes/dark.toml"
    let own = prefix + "/share/vigil/themes/own.toml"
    try Data("old".utf8).write(to: URL(filePath: theme))
    try Data("own".utf8).write(to: URL(filePath: own))
    #expect(try desk.vigil("install", "--prefix", prefix + "/").status == 0)
    #expect(try Data(contentsOf: URL(filePath: theme)).count > 1000)
    #expect(try desk.text(own) == "own")
    let left = try FileManager.default.subpathsOfDirectory(atPath: prefix)
    #expect(!left.contains { $0.contains(".new-") })
  }

  @Test("A program does not install itself over itself")
  func itself() throws {
    let desk = try Desk()
    let prefix = desk.path("opt")
    #expect(try desk.vigil("install", "--prefix", prefix).status == 0)
    let program = URL(filePath: prefix + "/bin/vigil")
    let before = try Data(contentsOf: program).count
    let outcome = try desk.run(program, ["install", "--prefix", prefix])
    #expect(outcome.status == 3 && outcome.messages.contains("installed there"))
    #expect(try Data(contentsOf: program).count == before)
  }

  @Test("Wrong usage and what cannot be done are told, and nothing is left behind")
  func wrong() throws {
    let desk = try Desk()
    let file = try desk.file("file", "x")
    let rows: [([String], Int32, String)] = [
      (["install"], 2, "--prefix"), (["install", "--prefix"], 2, "--prefix"),
      (["install", "--prefix", ""], 2, "folder"), (["install", "here"], 2, "here"),
      (["install", "--prefix", file], 3, file),
      (["install", "--prefix", "/proc/none"], 3, "/proc/none: No such file or directory"),
      (["install", "--prefix", "a", "b"], 2, "b"),
    ]
    for (arguments, status, words) in rows {
      let outcome = try desk.vigil(arguments)
      #expect(outcome.status == status, "\(arguments): \(outcome.messages)")
      #expect(outcome.messages.contains(words), "\(outcome.messages)")
      #expect(outcome.output.isEmpty && outcome.messages.hasPrefix("vigil: "))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.path("empty")) == [])
  }
}
