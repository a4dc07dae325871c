import Clinical
import Grading
import Reports
import Testing

@Suite("A ward's report: everybody in house, the most urgent first")
struct WardTests {
  private static func infusion(_ name: String) -> String {
    Made.infusion.replacing("A-1", with: name)
  }

  private static func fever(_ name: String, _ more: [String: String] = [:]) -> String {
    Line.vitals(
      "2026-03-06T04:00:00+08:00",
      ["temperature": "38.4", "systolic": "110", "spo2": "97"].merging(more) { $1 }, patient: name)
  }

  private static func ice(_ name: String) -> String {
    #"{"patient":"\#(name)","kind":"ice","at":"2026-03-06T04:00:00+08:00","total":10}"#
  }

  private func order(_ lines: [String]) throws -> [String] {
    let document = HandoverSheet.document(try Made(lines).ward(), .ipass)
    return document.pages.dropFirst().map { String($0.subject.prefix { $0 != " " }) }
  }

  @Test("the higher grade first; of equals who may be worse; then the oldest data")
  func urgency() throws {
    let lines =
      ["A-1", "B-2", "C-3", "D-4"].map(Self.infusion) + [
        Self.fever("A-1"), Self.fever("C-3"),
        #"{"patient":"C-3","kind":"oxygen","at":"2026-03-06T04:00:00+08:00","device":"nasalCannula","flow":{"value":2,"unit":"L/min"}}"#,
        // Pressure and saturation of D-4 are not known: 1, at most more.
        Self.ice("A-1"), Self.ice("C-3"), Self.ice("D-4"),
        Line.vitals("2026-03-06T04:00:00+08:00", ["temperature": "38.4"], patient: "D-4"),
      ]
    #expect(try order(lines) == ["C-3", "D-4", "A-1", "B-2"])
  }

  @Test("a clinician's graver grade counts in the order")
  func clinician() throws {
    let lines =
      ["A-1", "B-2"].map(Self.infusion) + [
        Self.fever("A-1"), Self.fever("B-2"),
        #"{"patient":"B-2","kind":"adjudication","at":"2026-03-06T04:10:00+08:00","scale":"CRS","grade":3,"computed":1,"reason":"looks worse"}"#,
      ]
    #expect(try order(lines) == ["B-2", "A-1"])
    let front = try #require(HandoverSheet.document(try Made(lines).ward(), .ipass).pages.first)
    #expect(ReportText.lines(of: front).contains { $0.contains("1 (clin. 3)") })
  }

  @Test("who has left or died is no part of it; an empty ward says so and is a whole page")
  func gone() throws {
    let lines = [
      Self.infusion("A-1"),
      #"{"patient":"A-1","kind":"stay","at":"2026-03-01T08:00:00+08:00","action":"admission"}"#,
      #"{"patient":"A-1","kind":"stay","at":"2026-03-06T04:00:00+08:00","action":"discharge"}"#,
      Self.infusion("B-2"),
      #"{"patient":"B-2","kind":"status","at":"2026-03-06T04:00:00+08:00","state":"death"}"#,
    ]
    #expect(try order(lines) == [])
    #expect(
      ReportText.text(HandoverSheet.document(try Made(lines).ward(), .ipass)) == """
        HANDOVER OF THE WARD, LAST 24 HOURS
          As of           2026-03-06 04:30 (+08:00)
          Record          file made.jsonl, without a store
          Settings        all as the defaults
          Warning         Not a medical device. Not an alarm system. The rules have not
                          yet been reviewed by a haematologist.

        -- PATIENTS IN HOUSE -----------------------------------------------------------
          Nobody is in house.

        """)
    // A moment before they left, both are.
    #expect(try Made(lines, at: "2026-03-06T03:59:59+08:00").ward().patients.count == 2)
  }

  @Test("the order is one for screens and reports")
  func order() throws {
    func urgency(_ grade: Int?, _ age: TimeSpan?, _ bed: String?, _ id: String) throws
      -> GradeUrgency
    {
      var record = GradeRecord.none
      record.atLeast = grade
      record.atMost = grade
      return GradeUrgency(
        crs: record, icans: .none, dataAge: age, bed: bed, id: try #require(PatientID(id)))
    }
    let sorted = [
      try urgency(3, .hours(1), "B1", "A"), try urgency(2, nil, "B1", "A"),
      try urgency(2, .hours(2), "B1", "A"), try urgency(2, .hours(1), "B1", "A"),
      try urgency(2, .hours(1), "B1", "B"), try urgency(2, .hours(1), "B2", "A"),
      try urgency(2, .hours(1), nil, "A"), try urgency(0, .hours(1), "B1", "A"),
      try urgency(nil, .hours(1), "B1", "A"),
    ]
    for (a, b) in zip(sorted, sorted.dropFirst()) {
      #expect(a < b)
      #expect(!(b < a))
    }
  }
}
