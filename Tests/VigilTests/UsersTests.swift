import Foundation
import PseudoTerminals
import Testing

@Suite("vigil users: who may do what")
struct UsersTests {
  // A store whose first administrator is who runs these tests.
  private func desk() throws -> Desk {
    let desk = try Desk()
    let made = try desk.vigil(
      "init", "--site", "Ward 7B", "--time-zone", "Asia/Shanghai", "--user", NSUserName(),
      "--name", "Root Wang")
    #expect(made.status == 0, "\(made.messages)")
    return desk
  }

  @Test("people are entered, given another role or name, deactivated and activated, by events")
  func life() throws {
    let desk = try desk()
    let added = try desk.vigil("users", "add", "li", "--name", "Li Na", "--role", "nurse")
    #expect(added.status == 0, "\(added.messages)")
    #expect(added.output.contains("li  Li Na  nurse  active  since 20"))
    #expect(try desk.vigil("users", "role", "li", "physician").status == 0)
    #expect(try desk.vigil("users", "name", "li", "李娜").status == 0)
    #expect(try desk.vigil("users", "deactivate", "li").status == 0)
    let lines = try desk.vigil("users", "--format", "json").lines
    #expect(lines.count == 2)
    let li = try #require(lines.first { $0.contains(#""login":"li""#) })
    #expect(
      li.hasPrefix(
        #"{"active":false,"login":"li","name":"李娜","pin":false,"role":"physician","since":"20"#))
    #expect(li.contains("+08:00"))
    let again = try desk.vigil("users", "activate", "li", "--format", "json")
    #expect(again.output.hasPrefix(#"{"active":true"#))
    let events = try desk.vigil("export").lines.filter { $0.contains(#""login":"li""#) }
    #expect(events.count == 5)
    #expect(
      events.allSatisfy {
        $0.contains(#""kind":"user""#) && $0.contains(#""role":"#)
          && $0.contains(#""by":"\#(NSUserName())""#) && $0.contains(#""source":"command""#)
      })
    #expect(try desk.vigil("verify").status == 0)
  }

  @Test("what changes nothing stores nothing, and a login is entered once")
  func nothing() throws {
    let desk = try desk()
    #expect(try desk.vigil("users", "add", "li", "--name", "Li", "--role", "nurse").status == 0)
    let before = try desk.vigil("export").lines.count
    let same = try desk.vigil("users", "role", "li", "nurse")
    #expect(same.status == 0)
    #expect(same.messages.contains("nothing was stored"))
    #expect(try desk.vigil("users", "activate", "li").status == 0)
    let twice = try desk.vigil("users", "add", "li", "--name", "Li", "--role", "nurse")
    #expect(twice.status == 2)
    #expect(twice.messages.contains("already: Li, nurse, active"))
    #expect(try desk.vigil("export").lines.count == before)
  }

  @Test("the last active administrator stays one: 3")
  func lastAdministrator() throws {
    let desk = try desk()
    let own = NSUserName()
    for arguments in [["users", "deactivate", own], ["users", "role", own, "nurse"]] {
      let outcome = try desk.vigil(arguments)
      #expect(outcome.status == 3)
      #expect(outcome.messages.contains("last active administrator"))
    }
    #expect(
      try desk.vigil("users", "add", "zhou", "--name", "Zhou", "--role", "administrator").status
        == 0)
    #expect(try desk.vigil("users", "role", own, "nurse").status == 0)
    // A nurse now: who may is named.
    let refused = try desk.vigil("users", "role", own, "administrator")
    #expect(refused.status == 3)
    #expect(refused.messages.contains("the administrators are zhou (Zhou)"))
    #expect(refused.messages.contains("nurse"))
    // Reading is everybody's.
    #expect(try desk.vigil("users").status == 0)
  }

  @Test(
    "unknown logins, roles and commands are told with the nearest: 2",
    arguments: [
      (["users", "role", "lii", "nurse"], "the nearest is li"),
      (["users", "role", "li", "nurze"], "the nearest is nurse"),
      (["users", "add", "chen", "--name", "C", "--role", "doctor"], "physician"),
      (["users", "deactivat", "li"], "the nearest is deactivate"),
      (["users", "pin", "lii"], "the nearest is li"),
      (["users", "add", "chen", "--role", "nurse"], "--name"),
      (["users", "add", "", "--name", "C", "--role", "nurse"], "login"),
    ])
  func mistakes(_ arguments: [String], _ named: String) throws {
    let desk = try desk()
    #expect(try desk.vigil("users", "add", "li", "--name", "Li", "--role", "nurse").status == 0)
    let outcome = try desk.vigil(arguments)
    #expect(outcome.status == 2, "\(outcome.messages)")
    #expect(outcome.messages.contains(named), "\(outcome.messages)")
    #expect(outcome.output.isEmpty)
  }

  @Test("the table of roles is the one in the code: every act, every role")
  func roles() throws {
    let desk = try Desk()
    let text = try desk.vigil("users", "roles")
    #expect(text.status == 0)
    #expect(text.lines.count == 8)
    #expect(text.first.contains("nurse") && text.first.contains("administrator"))
    let json = try desk.vigil("users", "roles", "--format", "json").lines
    #expect(
      json.contains(
        #"{"act":"administer","inTraining":["administrator"],"roles":["administrator"]}"#))
    #expect(
      json.contains(
        #"{"act":"judge","inTraining":["physician","instructor"],"roles":["physician"]}"#))
  }

  // MARK: PINs

  @Test("a PIN is typed twice on a terminal that shows nothing, and never given as an argument")
  func pin() throws {
    let desk = try desk()
    #expect(try desk.vigil("users", "add", "li", "--name", "Li", "--role", "nurse").status == 0)
    let piped = try desk.vigil("users", "pin", "li", input: "24681357\n24681357\n")
    #expect(piped.status == 2)
    #expect(piped.messages.contains("typed on a terminal"))
    for (first, second, said) in [
      ("937", "", "a PIN is 4 to 12 digits"), ("24681357", "24681358", "the two differ"),
      ("24681357", "24681357", "is set"),
    ] {
      try desk.onTerminal(["users", "pin", "li"]) { terminal throws in
        let unused = terminal.settings
        #expect(terminal.shows("PIN, 4 to 12 digits:"))
        #expect(terminal.waits { terminal.settings != unused })
        terminal.type(first + "\n")
        if !second.isEmpty {
          #expect(terminal.shows("The same again:"))
          usleep(100_000)
          terminal.type(second + "\n")
        }
        #expect(terminal.shows(said), "\(terminal.text)")
        #expect(!terminal.text.contains(first))
        #expect(terminal.end() == (said == "is set" ? 0 : 2))
      }
    }
    #expect(
      try desk.vigil("users", "--format", "json").output.contains(
        #""login":"li","name":"Li","pin":true"#))
    #expect(try desk.vigil("verify").status == 0)
    #expect(!(try desk.vigil("export").output.contains("24681357")))
  }

  @Test("C-c while a PIN is typed ends it, and the terminal shows what is typed again")
  func interrupted() throws {
    let desk = try desk()
    try desk.onTerminal(["users", "pin", NSUserName()]) { terminal throws in
      #expect(terminal.shows("PIN, 4 to 12 digits:"))
      usleep(100_000)
      terminal.type("12\u{3}")
      #expect(terminal.shows("nothing was set"))
      #expect(terminal.end() == 2)
      #expect(terminal.settings == (try PseudoTerminal.unused()))
    }
  }
}
