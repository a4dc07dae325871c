import Clinical
import EventStore
import EventText
import Foundation
import Testing

@Suite("PINs for stations with one account")
struct PINTests {
  private func kept(_ digits: String, of login: String = "li", rounds: Int = 100) -> KeptPIN {
    KeptPIN(
      digits: digits, of: login, salt: Array(1...16), rounds: rounds, setAt: Ward.morning,
      by: "wang")
  }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  @Test(
    "The hash is PBKDF2 with HMAC-SHA-256, by the test vectors of RFC 7914",
    arguments: [
      (
        "passwd", "salt", 1,
        "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
          + "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783"
      ),
      (
        "Password", "NaCl", 80_000,
        "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"
          + "a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d"
      ),
    ])
  func vectors(_ password: String, _ salt: String, _ rounds: Int, _ expected: String) {
    let key = PBKDF2.key(
      password: Array(password.utf8), salt: Array(salt.utf8), rounds: rounds, count: 64)
    #expect(hex(key) == expected)
  }

  @Test("Only the digits of the person match, and a row copied to another login opens nothing")
  func matching() {
    let pin = kept("2468")
    #expect(pin.matches("2468"))
    for digits in ["2469", "24680", "246", "", "8642"] { #expect(!pin.matches(digits)) }
    var copied = pin
    copied.login = "chen"
    #expect(!copied.matches("2468"))
  }

  @Test(
    "A PIN is kept in the place of the earlier one; who has one is known", arguments: Maker.allCases
  )
  func keeping(_ maker: Maker) throws {
    let record = try maker.make()
    #expect(try record.log.pin(of: "li") == nil)
    #expect(try record.log.loginsWithPIN() == [])
    try record.log.save(kept("2468"))
    try record.log.save(kept("1357"))
    try record.log.save(kept("9999", of: "chen"))
    #expect(try record.log.pin(of: "li")?.matches("1357") == true)
    #expect(try record.log.pin(of: "li")?.matches("2468") == false)
    #expect(try record.log.loginsWithPIN() == ["chen", "li"])
    #expect(try record.log.position() == 0)
  }

  @Test("A store without a PIN is as stores always were, and one with a PIN is sound")
  func schema() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    #expect(try log.verify().faults.isEmpty)
    #expect(try Raw(folder.store).text("SELECT name FROM sqlite_master WHERE name = 'pin'") == nil)
    try log.save(kept("24681357"))
    #expect(try log.verify().faults.isEmpty)
    // The digits stand nowhere in the file or in its log.
    for file in [folder.store, folder.store + "-wal"] {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
      #expect(!String(decoding: bytes, as: UTF8.self).contains("24681357"))
    }
    _ = try log.take(try Ward.vitals())
    #expect(try log.position() == 1)
  }

  @Test("Wrong tries outlive the program, and a right PIN forgets them", arguments: Maker.allCases)
  func wrongTries(_ maker: Maker) throws {
    let record = try maker.make()
    #expect(try record.log.wrongTries(of: "li") == nil)
    let tries = WrongTries(login: "li", count: 3, until: Ward.morning + .seconds(30))
    try record.log.save(tries, now: Ward.morning)
    if let folder = record.folder {
      #expect(try Ward.open(folder).wrongTries(of: "li") == tries)
      #expect(try Ward.open(folder).verify().faults.isEmpty)
    }
    #expect(try record.log.wrongTries(of: "li") == tries)
    #expect(try record.log.wrongTries(of: "chen") == nil)
    try record.log.save(
      WrongTries(login: "li", count: 0, until: Ward.morning), now: Ward.morning)
    #expect(try record.log.wrongTries(of: "li") == nil)
  }

  @Test("A PIN that was altered in the file opens nothing, and verify names whose it is")
  func altered() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    try log.save(kept("2468"))
    try log.save(kept("1357", of: "chen"))
    try Raw(folder.store).run(
      "UPDATE pin SET hash = (SELECT hash FROM pin WHERE login = 'chen') WHERE login = 'li'")
    #expect(try log.pin(of: "li") == nil)
    #expect(try log.verify().faults.map(\.what).contains { $0.contains("the PIN of li") })
  }

  @Test("Backup and restore keep PINs and last-looked marks")
  func backup() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    let patient = try Ward.patient("CD7-003")
    _ = try log.take(try Ward.vitals())
    try log.save(kept("2468"))
    try log.markLooked("li", at: patient, seq: 1, now: Ward.morning)
    let copy = folder.path + "/copy.vigil"
    _ = try log.backup(to: copy)
    let other = try Folder()
    _ = try SQLiteEventLog.restore(
      from: copy, to: other.store, opening: Ward.opening(), reader: Ward.reader)
    let restored = try SQLiteEventLog(
      path: other.store, opening: Ward.opening(), reader: Ward.reader)
    #expect(try restored.pin(of: "li")?.matches("2468") == true)
    #expect(try restored.lastLooked("li") == [patient: LastLooked(seq: 1, at: Ward.morning)])
    #expect(try restored.verify().faults.isEmpty)
  }
}

@Suite("Users in the record")
struct UserEventTests {
  @Test(
    "A person entered by an administrator has the role that was entered, not the writer's",
    arguments: Maker.allCases)
  func role(_ maker: Maker) throws {
    let record = try maker.make()
    let sent = try Ward.sent(
      #"{"kind":"user","at":"2026-03-06T04:10:00Z","login":"li","name":"Li Na","role":"nurse"}"#)
    _ = try record.log.take(
      sent, by: .live(login: "wang", role: .administrator, source: "command"))
    let stored = try #require(try record.log.events(of: nil).last)
    let event = try stored.event(Ward.reader)
    #expect(event.content == .user(User(login: "li", name: "Li Na", role: .nurse)))
    #expect(event.by == "wang")
    // The same again, for another role, is another event.
    #expect(
      stored.contentHash
        != (try Ward.sent(
          #"{"kind":"user","at":"2026-03-06T04:10:00Z","login":"li","name":"Li Na","role":"physician"}"#
        ).contentHash))
  }
}
