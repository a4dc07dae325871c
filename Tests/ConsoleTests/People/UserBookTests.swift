import Clinical
import Console
import Testing

@Suite("Who may do what, by the users of a ward")
struct UserBookTests {
  static let zone = Bench.zone

  static func event(
    _ n: UInt64, _ login: String, _ role: Clinical.Role, name: String? = nil, active: Bool? = nil,
    hour: Int = 9
  ) -> Event {
    let at = Bench.moment("2026-03-01", hour)
    return Event(
      id: EventID(high: 9, low: n), patient: nil, at: .moment(at, utcOffset: 28_800),
      recordedAt: at, by: "wang", role: .administrator, source: "command",
      content: .user(User(login: login, name: name ?? login, role: role, active: active)))
  }

  @Test("the newest event of a login says what the person is, and since when")
  func newest() {
    let book = UserBook(
      [
        Self.event(1, "li", .nurse, hour: 8), Self.event(2, "li", .nurse, name: "Li Na", hour: 9),
        Self.event(3, "chen", .physician, hour: 10),
        Self.event(4, "chen", .physician, active: false, hour: 11),
      ], zone: Self.zone)
    #expect(book.people.map(\.user.login) == ["chen", "li"])
    #expect(book["li"]?.user.name == "Li Na")
    // Another name is no other role: it is as old as it was.
    #expect(book["li"]?.since == Bench.moment("2026-03-01", 8))
    #expect(book["chen"]?.since == Bench.moment("2026-03-01", 11))
    #expect(book.entryUser("chen") == EntryUser(login: "chen", name: "chen", role: nil))
    #expect(book.entryUser("li").role == .nurse)
    #expect(book.entryUser("nobody").role == nil)
  }

  @Test("the last active administrator is known, whoever else is not active")
  func lastAdministrator() {
    var book = UserBook(
      [
        Self.event(1, "wang", .administrator), Self.event(2, "zhou", .administrator, active: false),
        Self.event(3, "li", .nurse),
      ], zone: Self.zone)
    #expect(book.isLastAdministrator("wang"))
    #expect(!book.isLastAdministrator("zhou"))
    #expect(!book.isLastAdministrator("li"))
    book.append([Self.event(4, "zhou", .administrator, active: true, hour: 12)])
    #expect(!book.isLastAdministrator("wang"))
    #expect(book.administrators.map(\.user.login) == ["wang", "zhou"])
  }

  @Test("a role that was entered wrongly and taken back never was")
  func retracted() {
    let wrong = Self.event(2, "li", .administrator, hour: 10)
    let at = Bench.moment("2026-03-01", 11)
    let back = Event(
      id: EventID(high: 9, low: 3), patient: nil, at: .moment(at, utcOffset: 28_800),
      recordedAt: at, reason: "wrong person",
      content: .retraction(Retraction(retracts: wrong.id)))
    let book = UserBook([Self.event(1, "li", .nurse), wrong, back], zone: Self.zone)
    #expect(book["li"]?.user.role == .nurse)
  }

  /// Every act of every role: y always, t in a training store, - never; in the order of `Role`:
  /// nurse, physician, instructor, trainee, reader, administrator.
  static let table: [(EntryAct, String)] = [
    (.observe, "yyty--"), (.correctOwn, "yyty--"), (.correctRecent, "yyt---"),
    (.correctOld, "-yt---"), (.judge, "-yt---"), (.administer, "-----y"),
    (.acknowledge, "yyt---"),
  ]

  @Test("the table of roles, every cell", arguments: table)
  func cells(_ act: EntryAct, _ row: String) {
    #expect(row.count == Clinical.Role.allCases.count)
    for (role, sign) in zip(Clinical.Role.allCases, row) {
      let expected: RoleTable.Cell = sign == "y" ? .always : sign == "t" ? .inTraining : .never
      #expect(RoleTable.cell(act, role) == expected, "\(act) \(role)")
    }
  }

  @Test("every act stands in the table, and every word in both languages")
  func whole() {
    #expect(Set(Self.table.map(\.0)) == Set(EntryAct.allCases))
    for word in PeopleWord.allCases where word != .columnMarks {
      let english = PeopleCatalogue.english[word]
      let chinese = PeopleCatalogue.simplifiedChinese[word]
      #expect(english?.isEmpty == false, "\(word)")
      #expect(chinese?.isEmpty == false, "\(word)")
      #expect(
        Catalogue.places(in: english ?? "") == Catalogue.places(in: chinese ?? ""), "\(word)")
    }
  }
}
