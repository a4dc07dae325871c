import Clinical
import EventStore
import EventText
import Foundation
import Testing

@Suite("Opening a store")
struct OpeningTests {
  @Test("A new store is 0600 in a 0700 folder, and so is everything that Vigil puts beside it")
  func modes() throws {
    let folder = try Folder()
    let log = try SQLiteEventLog.create(
      path: folder.file("new/deep/store.vigil"),
      as: .init(id: Ward.storeID, kind: .ward, createdAt: Ward.morning),
      opening: Ward.opening(), reader: Ward.reader)
    _ = try log.take(try Ward.vitals())
    #expect(folder.mode("new") == 0o700)
    #expect(folder.mode("new/deep") == 0o700)
    let files = ["", "-wal", "-shm", "-turn", "-open"].map { "new/deep/store.vigil\($0)" }
    for file in files { #expect(folder.mode(file) == 0o600, "\(file)") }
    #expect(log.identity.id == Ward.storeID)
  }

  @Test("A shared store is 0660 in a 2770 folder of its group")
  func sharedModes() throws {
    let name = try #require(getgrgid(getegid()).map { String(cString: $0.pointee.gr_name) })
    let folder = try Folder()
    let log = try SQLiteEventLog.create(
      path: folder.file("shared/store.vigil"),
      as: .init(id: Ward.storeID, kind: .ward, createdAt: Ward.morning, group: name),
      opening: Ward.opening(), reader: Ward.reader)
    _ = try log.take(try Ward.vitals())
    try log.close()
    #expect(folder.mode("shared") == 0o2770)
    let files = ["", "-wal", "-shm", "-turn", "-open"].map { "shared/store.vigil\($0)" }
    for file in files { #expect(folder.mode(file) == 0o660, "\(file)") }
    try folder.setMode(0o770, of: "shared")
    #expect(
      code {
        _ = try SQLiteEventLog(
          path: folder.file("shared/store.vigil"), opening: Ward.opening(), reader: Ward.reader)
      }
        == .wideMode)
  }

  @Test(
    "Each file that is open to more people than it may be is refused by its name",
    arguments: [
      ("store.vigil", 0o640), ("store.vigil", 0o604), ("store.vigil", 0o700),
      ("store.vigil-wal", 0o644), ("store.vigil-shm", 0o666), ("store.vigil-turn", 0o660),
      ("store.vigil-open", 0o606),
    ])
  func wideFile(_ name: String, _ mode: Int) throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    _ = try log.take(try Ward.vitals())
    try log.close()
    try folder.setMode(mode, of: name)
    #expect {
      _ = try Ward.open(folder)
    } throws: { error in
      (error as? StoreError)?.code == .wideMode && "\(error)".contains("/\(name): has mode 0")
    }
  }

  @Test("A folder that others can enter is refused, and the message says what to type")
  func wideFolder() throws {
    let folder = try Folder()
    try Ward.found(folder).close()
    try folder.setMode(0o755, of: ".")
    #expect {
      _ = try Ward.open(folder)
    } throws: { error in
      (error as? StoreError)?.code == .wideMode
        && "\(error)".contains("chmod 0700 \(folder.path)")
    }
  }

  @Test("A folder that others can enter is no place for a new store, unless it is empty")
  func newStoreInWideFolder() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      atPath: folder.file("empty"), withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o755])
    try FileManager.default.createDirectory(
      atPath: folder.file("full"), withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o755])
    try Data().write(to: URL(fileURLWithPath: folder.file("full/thesis.txt")))
    func make(_ name: String) throws {
      try SQLiteEventLog.create(
        path: folder.file(name), as: .init(id: Ward.storeID, kind: .ward, createdAt: Ward.morning),
        opening: Ward.opening(), reader: Ward.reader
      ).close()
    }
    try make("empty/store.vigil")
    #expect(folder.mode("empty") == 0o700)
    #expect(code { try make("full/store.vigil") } == .wideMode)
    #expect(folder.mode("full") == 0o755)
  }

  @Test("A symbolic link or a second name is refused, for the store and for its turn")
  func links() throws {
    let folder = try Folder()
    try Ward.found(folder).close()
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: folder.file("link.vigil"), withDestinationPath: folder.store)
    #expect(
      code {
        _ = try SQLiteEventLog(
          path: folder.file("link.vigil"), opening: Ward.opening(), reader: Ward.reader)
      } == .link)
    try files.moveItem(atPath: folder.file("store.vigil-turn"), toPath: folder.file("elsewhere"))
    try files.createSymbolicLink(
      atPath: folder.file("store.vigil-turn"), withDestinationPath: folder.file("elsewhere"))
    #expect(code { _ = try Ward.open(folder) } == .link)
    try files.removeItem(atPath: folder.file("store.vigil-turn"))
    try files.linkItem(atPath: folder.store, toPath: folder.file("second.vigil"))
    #expect(code { _ = try Ward.open(folder) } == .link)
  }

  @Test("A folder that is reached through a symbolic link is not in the way")
  func linkedFolder() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      atPath: folder.file("real"), withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o700])
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("alias"), withDestinationPath: folder.file("real"))
    let log = try SQLiteEventLog.create(
      path: folder.file("alias/store.vigil"),
      as: .init(id: Ward.storeID, kind: .ward, createdAt: Ward.morning), opening: Ward.opening(),
      reader: Ward.reader)
    #expect(try log.take(try Ward.vitals()).seq == 1)
  }

  @Test("No store, somebody else's file and a text are each told apart")
  func notAStore() throws {
    let folder = try Folder()
    #expect(code { _ = try Ward.open(folder) } == .missing)
    #expect {
      _ = try Ward.open(folder)
    } throws: {
      "\($0)".contains("vigil init") && "\($0)".contains("vigil demo")
    }
    func put(_ data: Data) throws {
      _ = FileManager.default.createFile(
        atPath: folder.store, contents: data, attributes: [.posixPermissions: 0o600])
    }
    try put(Data(repeating: 0x41, count: 5000))
    #expect(code { _ = try Ward.open(folder) } == .notAStore)
    try put(Data())
    #expect(code { _ = try Ward.open(folder) } == .notAStore)
    try Raw(folder.store).run("CREATE TABLE t (x)")
    #expect(code { _ = try Ward.open(folder) } == .notAStore)
  }

  @Test("A store is never made over another file")
  func existing() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    _ = try log.take(try Ward.vitals())
    #expect(code { _ = try Ward.found(folder) } == .exists)
    #expect(try log.position() == 1)
    #expect(folder.names.allSatisfy { !$0.contains("new") })
  }

  @Test("A new store holds its first events from the beginning, or is not made")
  func firstEvents() throws {
    let folder = try Folder()
    let site = try Ward.sent(
      #"{"kind":"site","at":"2026-03-06T04:10:00Z","name":"7B","timeZone":"Asia/Shanghai"}"#)
    func found(_ events: [SentEvent]) throws -> SQLiteEventLog {
      try SQLiteEventLog.create(
        path: folder.store,
        as: .init(
          id: Ward.storeID, kind: .ward, createdAt: Ward.morning, events: events, by: Ward.nurse),
        opening: Ward.opening(), reader: Ward.reader)
    }
    let doubled = try Ward.vitals(extra: #","id":"\#(site.event.id)""#)
    #expect(code { _ = try found([site, doubled]) } == .notSaved)
    #expect(folder.names == [])
    let log = try found([site])
    #expect(try log.events(of: nil).map { try $0.event(Ward.reader).by } == ["wangli"])
    #expect(try log.verify().isSound)
  }

  @Test("The log of a store that is gone is never applied to a new one")
  func leftoverLog() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    _ = try log.take(try Ward.vitals())
    try log.close()
    try FileManager.default.removeItem(atPath: folder.store)
    #expect(code { _ = try Ward.found(folder) } == .exists)
    #expect(folder.names.contains("store.vigil-wal"))
  }

  @Test(
    "A training store is not taken for the ward's, nor the reverse", arguments: StoreKind.allCases)
  func kinds(_ kind: StoreKind) throws {
    let folder = try Folder()
    try Ward.found(folder, kind: kind).close()
    for wanted in StoreKind.allCases {
      var opening = Ward.opening()
      opening.kinds = [wanted]
      let result = code {
        _ = try SQLiteEventLog(path: folder.store, opening: opening, reader: Ward.reader)
      }
      #expect(result == (wanted == kind ? nil : .otherKind))
    }
  }

  @Test("A store of a later format is refused")
  func laterFormat() throws {
    let folder = try Folder()
    try Ward.found(folder).close()
    try Raw(folder.store).run("PRAGMA user_version = 2")
    #expect(code { _ = try Ward.open(folder) } == .newerFormat)
  }

  @Test("A store whose end does not agree with its chain is not opened")
  func damagedEnd() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    for minute in 1...5 { _ = try log.take(try Ward.vitals(minute: minute)) }
    try log.close()
    let raw = try Raw(folder.store)
    try raw.dropTriggers()
    try raw.run("UPDATE event SET body = replace(body, '38.4', '37.4') WHERE seq = 4")
    #expect {
      _ = try Ward.open(folder)
    } throws: {
      ($0 as? StoreError)?.code == .damaged && "\($0)".contains("event 4 ")
    }
  }

  @Test(
    "Network file systems are known by their type, local ones are not refused",
    arguments: [
      ("nfs4", true), ("cifs", true), ("9p", true), ("fuse.sshfs", true), ("ceph", true),
      ("ext4", false), ("xfs", false), ("btrfs", false), ("tmpfs", false), ("overlay", false),
    ])
  func fileSystems(_ type: String, _ isRefused: Bool) {
    let table = MountTable(
      """
      22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
      36 22 0:32 / /srv/the\\040ward rw,nosuid shared:1 - \(type) server:/ward rw
      """)
    #expect(table.type(of: "/srv/the ward/vigil") == type)
    #expect(table.type(of: "/srv/the wardrobe") == "ext4")
    #expect(MountTable.isNetwork(type) == isRefused)
  }
}
