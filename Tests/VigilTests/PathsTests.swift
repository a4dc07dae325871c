import Foundation
import Testing

@Suite("The program says which files are in force, and why")
struct PathsTests {
  private func place(_ outcome: Desk.Outcome) throws -> String {
    try #require(outcome.lines.first { $0.hasPrefix("store ") })
  }

  @Test("--store goes before VIGIL_STORE, that before the configuration, that before the default")
  func storeInOrder() throws {
    let desk = try Desk()
    let ownState = ["XDG_STATE_HOME": desk.path("state")]
    #expect(try place(desk.vigil("--paths")).contains("\(desk.store) (not there): the default"))
    #expect(
      try place(desk.vigil(["--paths"], variables: ownState)).contains(
        desk.path("state") + "/vigil/store.vigil"))
    let folder = desk.home.appending(path: ".config/vigil")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("store = \"~/kept/s.vigil\"\n".utf8).write(to: folder.appending(path: "config.toml"))
    #expect(
      try place(desk.vigil(["--paths"], variables: ownState)).contains(
        "\(desk.home.path)/kept/s.vigil (not there): \(folder.path)/config.toml"))
    let variable = ownState.merging(["VIGIL_STORE": "/v/s.vigil"]) { $1 }
    #expect(
      try place(desk.vigil(["--paths"], variables: variable)).contains(
        "/v/s.vigil (not there): VIGIL_STORE"))
    for arguments in [["--paths", "--store", "/o/s.vigil"], ["--store", "/o/s.vigil", "--paths"]] {
      #expect(
        try place(desk.vigil(arguments, variables: variable)).contains(
          "/o/s.vigil (not there): --store"))
    }
  }

  @Test("an empty variable, or a relative one of XDG, counts as not set")
  func emptyVariables() throws {
    let desk = try Desk()
    let outcome = try desk.vigil(
      ["--paths"], variables: ["VIGIL_STORE": "", "XDG_STATE_HOME": "relative"])
    #expect(try place(outcome).contains(desk.store))
  }

  @Test("a store option works before the command and after it, and the nearer one wins")
  func storeBeforeCommand() throws {
    let desk = try Desk()
    for arguments in [
      ["--store", desk.path("x.vigil"), "anchor"], ["anchor", "--store", desk.path("x.vigil")],
      ["--store", "/other", "anchor", "--store", desk.path("x.vigil")],
    ] {
      #expect(try desk.vigil(arguments).messages.contains(desk.path("x.vigil")))
    }
  }

  static let spoilt: [(String, String)] = [
    ("store = \"relative/s.vigil\"", "absolute"), ("stor = \"/s.vigil\"", "\"stor\""),
    ("store = 5", "in quotes"), ("store = \"/a\"\nstore = \"/b\"", "line 2"),
    ("store = ", "line 1"), ("store = \"/a\u{0}\"", "NUL"),
  ]

  @Test("a configuration that is wrong is named and stops the program", arguments: spoilt)
  func wrongConfiguration(_ row: (String, String)) throws {
    let desk = try Desk()
    let folder = desk.home.appending(path: ".config/vigil")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(row.0.utf8).write(to: folder.appending(path: "config.toml"))
    for arguments in [["--paths"], ["anchor"], ["import", "-"]] {
      let outcome = try desk.vigil(arguments)
      #expect(outcome.status == 3)
      #expect(outcome.messages.contains("config.toml"))
      #expect(outcome.messages.contains(row.1), "\(outcome.messages)")
    }
  }

  @Test("sample data are found in --data, VIGIL_DATA, the user's folder, then the checkout")
  func sampleData() throws {
    let desk = try Desk()
    func source(_ arguments: [String], _ variables: [String: String] = [:]) throws -> String {
      let lines = try desk.vigil(["--paths"] + arguments, variables: variables).lines
      return try #require(lines.first { $0.hasPrefix("sample data") })
    }
    #expect(try source([]).hasSuffix("the checkout that it was built from"))
    for (name, reason) in [("home/.config/vigil", "user's"), ("v", "VIGIL_DATA"), ("o", "--data")] {
      try FileManager.default.createDirectory(
        atPath: desk.path("\(name)/sample-data"), withIntermediateDirectories: true)
      try desk.file("\(name)/sample-data/ward.jsonl", Lines.file(Lines.course))
      let arguments = name == "o" ? ["--data", desk.path("o")] : []
      let variables = name == "home/.config/vigil" ? [:] : ["VIGIL_DATA": desk.path("v")]
      #expect(try source(arguments, variables).contains(reason))
    }
  }

  @Test("--paths is one document in JSON")
  func document() throws {
    let outcome = try Desk().vigil("--paths", "--format", "json")
    #expect(outcome.lines.count == 1)
    #expect(outcome.output.hasPrefix(#"[{"isThere":false,"path":""#))
  }
}
