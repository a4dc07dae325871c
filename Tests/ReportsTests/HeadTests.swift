import Reports
import Testing

@Suite("Every report names its cut-off, its record, the settings that differ and what it is not")
struct HeadTests {
  private func settings(_ lines: [String]) throws -> String? {
    try Made(lines + [Made.infusion]).course().pages.first?.fact("Settings")
  }

  @Test("up to when, of which record, and the three warnings")
  func head() throws {
    let page = try #require(try Made([Made.infusion]).course().pages.first)
    #expect(page.fact("As of") == "2026-03-06 04:30 (+08:00)")
    #expect(page.fact("Record") == "file made.jsonl, without a store")
    #expect(
      page.fact("Warning")
        == "Not a medical device. Not an alarm system. The rules have not yet been reviewed by a haematologist."
    )
    #expect(page.fact("Settings") == "all as the defaults")
  }

  @Test("a store is named by its head and size; what was known is told")
  func store() throws {
    var question = try Made([]).question()
    question.record = .store(head: "ab12", events: 7)
    question.asKnownAt = try instant("2026-03-06T04:00:00+08:00")
    let ward = ReportedWard([], wardEvents: [], zone: shanghai, question)
    let page = try #require(HandoverSheet.document(ward, .ipass).pages.first)
    #expect(page.fact("Record") == "store head ab12, 7 events")
    #expect(
      page.fact("As of") == "2026-03-06 04:30 (+08:00), as known at 2026-03-06 04:00")
  }

  @Test("a setting stands there only where it differs from its default, the patient's own first")
  func changed() throws {
    #expect(try settings([Line.setting("D-05", "24")]) == "all as the defaults")
    #expect(try settings([Line.setting("D-05", "48")]) == "D-05 48 (default 24)")
    #expect(try settings([Line.setting("A04.systolic", "90")]) == "all as the defaults")
    #expect(
      try settings([Line.setting("A04.systolic", "95")]) == "A04.systolic 95 (default 90)")
    #expect(try settings([Line.setting("plan.ice.15-21", "12")]) == "all as the defaults")
    #expect(
      try settings([Line.setting("plan.ice.15-21", "24")]) == "plan.ice.15-21 24 (default 12)")
    #expect(
      try settings([
        Line.setting("limits.spo2.low", "92"),
        Line.setting("limits.spo2.low", "88", patient: "A-1"),
      ]) == "limits.spo2.low 88 (this patient's own)")
    #expect(
      try settings([
        Line.setting("limits.spo2.low", "92"),
        #"{"kind":"setting","at":"2026-02-02T08:00:00+08:00","name":"limits.spo2.low","value":null,"reason":"no longer"}"#,
      ]) == "all as the defaults")
  }

  @Test("a setting that holds from later on is none yet")
  func later() throws {
    let line =
      #"{"kind":"setting","at":"2026-03-06T04:30:01+08:00","name":"D-05","value":48,"reason":"x"}"#
    #expect(try settings([line]) == "all as the defaults")
    #expect(
      try settings([line.replacing("04:30:01", with: "04:30:00")]) == "D-05 48 (default 24)")
  }
}
