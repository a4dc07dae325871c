import Clinical
import EventText
import Interchange
import Outcomes
import Testing

@Suite("PP holds the kinetics of the trial's tables")
struct ParameterTests {
  private static let infusion =
    #"{"patient":"A","kind":"infusion","at":"2026-03-01T10:00:00+08:00","product":"x"}"#

  // Samples at whole days after the infusion.
  private static func copies(_ day: Int, _ value: String, _ comparator: String = "") -> String {
    let sign = comparator.isEmpty ? "" : #""comparator":"\#(comparator)","#
    let date = day < 10 ? "0\(day)" : "\(day)"
    return
      #"{"patient":"A","kind":"lab","at":"2026-03-\#(date)T10:00:00+08:00","results":[{"code":"CARCOP",\#(sign)"value":\#(value),"unit":"copies/ug","lloq":100}]}"#
  }

  private func parameters(
    _ lines: [String], at now: String = "2026-04-02T00:00:00Z", _ disclosure: Disclosure = .whole
  ) throws -> [String] {
    let all = try events(lines)
    var tables = StudyTables(study: "T", disclosure)
    tables.add(
      ExportedPatient(try #require(PatientID("A")), events: all, zone: shanghai),
      through: instant(now))
    let dataset = try #require(tables.datasets.first { $0.name == "PP" })
    let shown = [
      "PPSEQ", "PPTESTCD", "PPCAT", "PPORRES", "PPSTRESN", "PPSTRESU", "PPSTAT", "PPREASND",
      "PPRFTDTC", "PPENINT",
    ]
    return dataset.rows.map { row in
      shown.compactMap { name in
        dataset.columns.firstIndex { $0.name == name }.map { column in
          switch row[column] {
          case .string(let text): text
          case .number(let number): "\(number)"
          default: "null"
          }
        }
      }.joined(separator: "|")
    }
  }

  @Test(
    "a course that falls: every parameter with its unit, the areas told apart by their interval")
  func falling() throws {
    let rows = try parameters([
      Self.infusion, Self.copies(5, "1000"), Self.copies(9, "8000"), Self.copies(13, "4000"),
      Self.copies(17, "2000"), Self.copies(21, "1000"), Self.copies(31, "100", "<"),
    ])
    #expect(
      rows == [
        "1|CMAX|CAR Transgene Copies|8000|8000|copies/ug|||2026-03-01T10:00:00|",
        "2|TMAX|CAR Transgene Copies|8|8|DAYS|||2026-03-01T10:00:00|",
        "3|CLST|CAR Transgene Copies|1000|1000|copies/ug|||2026-03-01T10:00:00|",
        "4|TLST|CAR Transgene Copies|20|20|DAYS|||2026-03-01T10:00:00|",
        "5|AUCLST|CAR Transgene Copies|60395.4611449|60395.4611449|day*copies/ug|||2026-03-01T10:00:00|",
        "6|AUCINT|CAR Transgene Copies|65195.4611449|65195.4611449|day*copies/ug|||2026-03-01T10:00:00|P28D",
        "7|AUCINT|CAR Transgene Copies|65395.4611449|65395.4611449|day*copies/ug|||2026-03-01T10:00:00|P90D",
        "8|LAMZ|CAR Transgene Copies|0.17328679514|0.17328679514|/day|||2026-03-01T10:00:00|",
        "9|LAMZHL|CAR Transgene Copies|4|4|DAYS|||2026-03-01T10:00:00|",
        "10|PERSIST|CAR Transgene Copies|20|20|DAYS|||2026-03-01T10:00:00|",
      ])
  }

  @Test(
    "above the upper limit, and still found at the end: bounds with a sign and without a number")
  func bounds() throws {
    let rows = try parameters([
      Self.infusion, Self.copies(9, "5000", ">"), Self.copies(13, "4000"),
    ])
    #expect(rows[0] == "1|CMAX|CAR Transgene Copies|>=5000|null|copies/ug|||2026-03-01T10:00:00|")
    #expect(
      rows[4].hasPrefix("5|AUCLST|CAR Transgene Copies|>=3")
        && rows[4].contains("|null|day*copies/ug|"))
    #expect(
      rows[5]
        == "6|AUCINT|CAR Transgene Copies||null||NOT DONE|the last sample is before day 28 and still quantifiable|2026-03-01T10:00:00|P28D"
    )
    #expect(
      rows[7]
        == "8|LAMZ|CAR Transgene Copies||null||NOT DONE|1 quantifiable samples after Tmax, at least 3 are needed|2026-03-01T10:00:00|"
    )
    #expect(rows[9] == "10|PERSIST|CAR Transgene Copies|>=12|null|DAYS|||2026-03-01T10:00:00|")
  }

  @Test("nothing quantifiable is not done, never 0; no sample and no infusion have no record")
  func nothing() throws {
    let rows = try parameters([Self.infusion, Self.copies(9, "100", "<")])
    #expect(rows.count == 10)
    for row in rows {
      #expect(row.contains("||null||NOT DONE|no sample is above the limit of quantification|"))
    }
    #expect(try parameters([Self.infusion]) == [])
    #expect(try parameters([Self.copies(9, "500")]) == [])
    // What came after the moment that is asked about is no part of it.
    #expect(
      try parameters([Self.infusion, Self.copies(9, "500")], at: "2026-03-09T01:59:00Z") == [])
    #expect(
      try parameters([Self.infusion, Self.copies(9, "500")], at: "2026-03-09T02:00:00Z").count
        == 10)
  }

  @Test("without identities the moment of the infusion is gone")
  func deidentified() throws {
    let rows = try parameters([Self.infusion, Self.copies(9, "500")], .deidentified)
    #expect(rows[0] == "1|CMAX|CAR Transgene Copies|500|500|copies/ug||||")
  }

  @Test("the sample ward's records are those of the trial's tables")
  func sameAsTables() throws {
    let now = instant("2026-03-25T00:00:00Z")
    let patient = try #require(Sample.patients(["CD7-011"]).first)
    let outcomes = try #require(
      SubjectOutcomes(
        TrialSubject(patient.id, patient.course),
        OutcomeQuestion(cutoff: now, zone: patient.zone)))
    let cmax = try #require(outcomes.profile(.carCopies).kinetics().cmax)
    var tables = StudyTables(study: "T", .whole)
    tables.add(patient, through: now)
    let dataset = try #require(tables.datasets.first { $0.name == "PP" })
    let column = try #require(dataset.columns.firstIndex { $0.name == "PPSTRESC" })
    let first = try #require(dataset.rows.first)
    #expect(first[column] == .string("\(Int(cmax))"))
    #expect(cmax == cmax.rounded())
  }
}
