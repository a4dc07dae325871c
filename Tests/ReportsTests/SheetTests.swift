import Clinical
import EventStore
import EventText
import Foundation
import Grading
import Reports
import Surveillance
import Testing

@Suite("A handover is one page, and what is most urgent is on it")
struct SheetTests {
  /// The sample ward at its demo moment.
  private static let ward: [Event] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "sample-data/ward.jsonl")
    guard let data = try? Data(contentsOf: file) else { return [] }
    let reader = EventReader(digest: ContentDigest.sha256)
    return EventFile([UInt8](data)[...], reader: reader).events.map(\.event)
  }()

  private static let names = Set(ward.compactMap { $0.patient?.text }).sorted()

  private func patient(_ name: String, at: String) throws -> (ReportedPatient, GradedCourse) {
    let id = try #require(PatientID(name))
    let zone = try #require(Zone(identifier: "Asia/Shanghai"))
    let course = GradedCourse(
      Self.ward.filter { $0.patient == nil || $0.patient == id }, zone: zone)
    let question = ReportQuestion(
      at: try instant(at), asKnownAt: nil,
      record: .store(head: String(repeating: "a", count: 64), events: 5261))
    return (ReportedPatient(id, course, question), course)
  }

  @Test(
    "every patient of the sample ward, in both orders, at every sixth hour of a day",
    arguments: [
      "2026-03-05T04:30:00+08:00", "2026-03-05T16:30:00+08:00", "2026-03-06T04:30:00+08:00",
    ])
  func sampleWard(_ at: String) throws {
    #expect(Self.names.count == 20)
    for name in Self.names {
      let (reported, course) = try patient(name, at: at)
      let now = try instant(at)
      let watched = WatchedCourse(reported.id, course).surveillance(at: now)
      for form in HandoverSheet.Form.allCases {
        let page = try #require(HandoverSheet.document(reported, form).pages.first)
        let lines = ReportText.lines(of: page)
        #expect(lines.count <= HandoverSheet.mostLines, "\(name) \(form)")
        #expect(lines.allSatisfy { $0.count <= 80 }, "\(name) \(form)")
        let text = lines.joined(separator: "\n")
        // The highest alerts and what is overdue are never left out.
        for line in watched.lines
        where line.priority == .highest && line.alerts.contains(where: { $0.status == .active }) {
          #expect(
            text.contains("*** " + line.alerts.map(\.rule.id).joined(separator: " ") + ":"),
            "\(name) \(line.text)")
        }
        for due in watched.due where due.level(at: now) == .overdue {
          #expect(text.contains("- \(due.what.label): overdue"), "\(name) \(due.what)")
        }
        for blank in ["Read back by the receiver", "Given by, time", "Received by, time"] {
          #expect(text.contains(blank))
        }
      }
    }
  }

  @Test("the titles of I-PASS and of SBAR in their order")
  func order() throws {
    let made = Made([Made.infusion])
    #expect(
      try made.sheet(.ipass).sections.map(\.title) == [
        "Illness severity", "Patient summary", "Action list",
        "Situation awareness and contingency", "Synthesis by the receiver",
      ])
    #expect(
      try made.sheet(.sbar).sections.map(\.title) == [
        "Situation", "Background", "Assessment", "Recommendation", "Handed over",
      ])
  }

  @Test("a name, a drug and settings without end leave it one page, and say what was left out")
  func long() throws {
    let name = String(repeating: "很", count: 300)
    let drug = String(repeating: "mab ", count: 120)
    var lines = [
      Made.infusion,
      #"{"patient":"A-1","kind":"patient","at":"2026-03-01T09:00:00+08:00","name":"\#(name)","hospitalNumber":"0088","birthDate":"1997-05-02"}"#,
    ]
    for hour in 10...23 {
      lines.append(
        #"{"patient":"A-1","kind":"medication","at":"2026-03-05T\#(hour):00:00+08:00","drug":"\#(drug)\#(hour)","class":"corticosteroid"}"#
      )
      lines.append(
        Line.vitals("2026-03-05T\(hour):10:00+08:00", ["temperature": "39.2", "systolic": "82"]))
    }
    let settings = [
      "A01.neutrophils": "1", "A02.hours": "48", "A03.hours": "96", "A05.fall": "50",
      "A06.spo2": "88", "A09.hours": "24", "D-05": "48", "D-12": "2",
    ]
    lines += settings.sorted { $0.key < $1.key }.map { Line.setting($0.key, $0.value) }
    for form in HandoverSheet.Form.allCases {
      let page = try Made(lines).sheet(form)
      let text = ReportText.lines(of: page)
      #expect(text.count <= HandoverSheet.mostLines)
      #expect(text.contains { $0.contains("more, left out for want of room") })
      // A long name is cut before the second identifier goes.
      let name = String(repeating: "很", count: 23)
      #expect(page.subject == "A-1 · \(name)… · no. 0088 · born 1997-05-02 · D+5 · 28 y")
    }
    // The course leaves nothing out.
    let course = ReportText.text(try Made(lines).course())
    let unbroken = course.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(unbroken.contains("mab 23 dose not recorded: D+4 03-05 23:00"))
    #expect(unbroken.contains("mab 10 dose not recorded: D+4 03-05 10:00"))
  }

  @Test("what would change the grade, and the guideline by its source, of the grade in force")
  func contingency() throws {
    let made = Made([
      Made.infusion,
      Line.vitals(
        "2026-03-06T04:10:00+08:00", ["temperature": "38.4", "systolic": "104", "spo2": "95"]),
      #"{"patient":"A-1","kind":"ice","at":"2026-03-06T04:12:00+08:00","total":10}"#,
      #"{"patient":"A-1","kind":"patient","at":"2026-03-01T09:00:00+08:00","birthDate":"1997-05-02"}"#,
    ])
    #expect(
      try made.sheet().items("Situation awareness and contingency") == [
        "CRS 1: 38.4 °C at 04:10 (CRS-FEVER)",
        "CRS would be 2 with a systolic pressure under 90 mmHg, or a fluid bolus for it",
        "CRS would be 2 with nasal cannula at 6 L/min or less, or blow-by",
        "ICANS would be 1 with ICE 7 to 9",
        "\(Guideline.source): \(Guideline.crs.texts(grade: 1)[1])",
        "\(Guideline.source): \(Guideline.crs.texts(grade: 1)[0])",
      ])
  }

  @Test("24 hours: at exactly 24 h an entry is no part of them, a second later it is")
  func window() throws {
    func given(_ at: String) throws -> String? {
      try Made([
        Made.infusion,
        #"{"patient":"A-1","kind":"medication","at":"\#(at)","drug":"dexamethasone","dose":{"value":10,"unit":"mg"}}"#,
      ]).sheet().items("Patient summary").first { $0.hasPrefix("Given in 24 h") }
    }
    #expect(try given("2026-03-05T04:30:00+08:00") == "Given in 24 h: nothing of these on record")
    #expect(
      try given("2026-03-05T04:30:01+08:00") == "Given in 24 h: dexamethasone 10 mg: D+4 04:30")
    #expect(try given("2026-03-06T04:30:00+08:00") == "Given in 24 h: dexamethasone 10 mg: 04:30")
    #expect(try given("2026-03-06T04:30:01+08:00") == "Given in 24 h: nothing of these on record")
  }
}
