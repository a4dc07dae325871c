import Reports
import Testing

@Suite("Laboratory values in a report are as certain as they were printed")
struct CytokineTests {
  private static func il6(_ at: String, _ value: String, _ sign: String = "", _ more: String = "")
    -> String
  {
    let comparator = sign.isEmpty ? "" : #""comparator":"\#(sign)","#
    return Line.lab(
      at,
      #"{"code":"IL6",\#(comparator)"value":\#(value),"unit":"pg/mL","lloq":2.5,"uloq":5000}"#, more
    )
  }

  private func row(_ lines: [String]) throws -> [String] {
    let section = try #require(
      try Made([Made.infusion] + lines, at: "2026-03-20T08:00:00+08:00").course()
        .section("Cytokines"))
    for case .table(let table) in section.blocks {
      return try #require(table.rows.first)
    }
    return []
  }

  @Test("baseline, peak, time and fold; a bound keeps its sign and its fold is a bound")
  func bounds() throws {
    let before = Self.il6("2026-03-01T08:00:00+08:00", "5")
    #expect(
      try row([before, Self.il6("2026-03-05T10:20:00+08:00", "874")]) == [
        "IL-6", "5.00", "874", "4.0", "175", "874 (D+4)",
      ])
    #expect(
      try row([before, Self.il6("2026-03-05T10:20:00+08:00", "5000", ">")]) == [
        "IL-6", "5.00", ">5000", "4.0", ">=1000", ">5000 (D+4)",
      ])
    #expect(
      try row([
        Self.il6("2026-03-01T08:00:00+08:00", "2.5", "<"),
        Self.il6("2026-03-05T10:20:00+08:00", "874"),
      ]) == ["IL-6", "<2.50", "874", "4.0", "--", "874 (D+4)"])
    #expect(try row([]) == ["IL-6", "--", "--", "--", "--", "--"])
  }

  @Test("what is beyond a limit is an open mark that no line reaches, and kits are not joined")
  func figure() throws {
    func svg(_ lines: [String]) throws -> String {
      let document = try Made([Made.infusion] + lines, at: "2026-03-09T08:00:00+08:00").course()
      let figure = try #require(document.figures.first { $0.title == "IL-6, pg/mL" })
      let page = ReportPage(
        title: "", subject: "", head: [], sections: [ReportSection("", [.figure(figure)])])
      return ReportHTML.text(ReportDocument(title: "", language: "en", pages: [page]))
    }
    let plain = try svg([
      Self.il6("2026-03-03T08:00:00+08:00", "50"), Self.il6("2026-03-04T08:00:00+08:00", "500"),
      Self.il6("2026-03-05T08:00:00+08:00", "400"),
    ])
    #expect(plain.matches(of: /<path d="M[^L"]*L[^L"]*L[^L"]*"/).count == 1)
    #expect(!plain.contains("<polygon"))
    // A value above the limit between two others: two open ends and a triangle pointing up.
    let broken = try svg([
      Self.il6("2026-03-03T08:00:00+08:00", "50"),
      Self.il6("2026-03-04T08:00:00+08:00", "5000", ">"),
      Self.il6("2026-03-05T08:00:00+08:00", "400"),
    ])
    #expect(!broken.contains("<path"))
    #expect(broken.matches(of: /<polygon [^>]*fill="#fff"/).count == 1)
    #expect(broken.contains("ULOQ 5000") && broken.contains("LLOQ 2.5"))
    let kits = try svg([
      Self.il6("2026-03-03T08:00:00+08:00", "50", "", #","kit":"one""#),
      Self.il6("2026-03-04T08:00:00+08:00", "500", "", #","kit":"two""#),
    ])
    #expect(!kits.contains("<path"))
    // Joined over 8 days at the most.
    let near = ["2026-02-28T08:00:00+08:00", "2026-03-08T08:00:00+08:00"]
    #expect(try svg(near.map { Self.il6($0, "50") }).contains("<path"))
    let far = ["2026-02-28T07:00:00+08:00", "2026-03-08T08:00:00+08:00"]
    #expect(try !svg(far.map { Self.il6($0, "50") }).contains("<path"))
  }

  @Test("vital signs more than half a day apart are a gap")
  func gap() throws {
    func paths(_ second: String) throws -> Int {
      let document = try Made([
        Made.infusion, Line.vitals("2026-03-03T08:00:00+08:00", ["temperature": "37.2"]),
        Line.vitals(second, ["temperature": "38.2"]),
      ]).course()
      let figure = try #require(document.figures.first { $0.title == "Temperature, °C" })
      let page = ReportPage(
        title: "", subject: "", head: [], sections: [ReportSection("", [.figure(figure)])])
      return ReportHTML.text(ReportDocument(title: "", language: "en", pages: [page]))
        .matches(of: /<path/).count
    }
    #expect(try paths("2026-03-03T20:00:00+08:00") == 1)
    #expect(try paths("2026-03-03T20:01:00+08:00") == 0)
  }
}
