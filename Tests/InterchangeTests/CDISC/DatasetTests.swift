import Clinical
import EventText
import Grading
import Interchange
import Testing

@Suite("SDTM datasets say what the record says, as Dataset-JSON 1.1")
struct DatasetTests {
  private func tables(
    _ ids: [String] = ["CD7-003", "CD7-011", "CD7-013"], _ disclosure: Disclosure = .whole
  ) -> StudyTables {
    var tables = StudyTables(study: "CD7", disclosure)
    for patient in Sample.patients(ids) {
      tables.add(patient, through: instant("2026-03-07T00:00:00Z"))
    }
    return tables
  }

  private let origin = Dataset.Origin(
    study: "CD7", createdAt: "2026-03-07T08:00:00+08:00", version: "1")

  @Test("the eleven datasets, each record as long as its columns, keys unique, numbers as numbers")
  func shape() throws {
    let datasets = tables().datasets
    #expect(
      datasets.map(\.name) == [
        "DM", "DS", "EX", "VS", "LB", "AE", "CM", "FT", "RS", "PC", "PP",
      ])
    for dataset in datasets {
      let file = dataset.file(origin)
      #expect(file["records"]?.whole == file["rows"]?.elements.count)
      #expect(!dataset.rows.isEmpty, "\(dataset.name)")
      let names = dataset.columns.map(\.name)
      #expect(Set(names).count == names.count)
      var keys: Set<[JSONValue]> = []
      let keyed = dataset.columns.indices.filter { dataset.columns[$0].key != nil }
      for row in dataset.rows {
        #expect(row.count == names.count)
        #expect(keys.insert(keyed.map { row[$0] }).inserted, "\(dataset.name) \(row)")
        for (column, value) in zip(dataset.columns, row) {
          switch (column.kind, value) {
          case (.text, .string), (.time, .string), (.number, .number), (.number, .null),
            (.whole, .null):
            break
          case (.whole, .number(let number)): #expect(number.whole != nil)
          default: Issue.record("\(dataset.name).\(column.name) holds \(value)")
          }
        }
        #expect(names.allSatisfy { $0.utf8.count <= 8 })
      }
      for column in dataset.columns { #expect(column.label.utf8.count <= 60) }
    }
  }

  private func value(_ dataset: Dataset, _ row: [JSONValue], _ name: String) -> JSONValue? {
    dataset.columns.firstIndex { $0.name == name }.map { row[$0] }
  }

  @Test("days have no 0: the infusion's is 1, the day before it is -1")
  func days() throws {
    let patient = try #require(Sample.patients(["CD7-003"]).first)
    var tables = StudyTables(study: "CD7", .whole)
    tables.add(patient, through: instant("2026-03-07T00:00:00Z"))
    for dataset in tables.datasets {
      for column in dataset.columns where column.name.hasSuffix("DY") {
        for row in dataset.rows { #expect(value(dataset, row, column.name) != .int(0)) }
      }
    }
    let exposure = try #require(tables.datasets.first { $0.name == "EX" })
    #expect(value(exposure, try #require(exposure.rows.first), "EXSTDY") == .int(1))
  }

  @Test("a censored result keeps its sign in the texts and has no number")
  func censored() throws {
    let all = try events([
      #"{"patient":"A","kind":"infusion","at":"2026-03-01T10:00:00+08:00","product":"x"}"#,
      #"{"patient":"A","kind":"lab","at":"2026-03-06T06:00:00+08:00","results":[{"code":"IL10","comparator":"<","value":2.5,"unit":"pg/mL"},{"code":"FERR","value":1.2,"unit":"mg/L","lower":0.03,"upper":0.4},{"code":"CARCOP","comparator":"<","value":100,"unit":"copies/ug","lloq":100},{"code":"X:Anti-HLA 1","value":7,"unit":"MFI"},{"code":"X:Anti-HLA 2","value":8,"unit":"MFI"}]}"#,
    ])
    var tables = StudyTables(study: "CD7", .whole)
    tables.add(
      ExportedPatient(try #require(PatientID("A")), events: all, zone: shanghai),
      through: instant("2026-03-07T00:00:00Z"))
    let lab = try #require(tables.datasets.first { $0.name == "LB" })
    func row(_ n: Int) -> [JSONValue?] {
      ["LBTESTCD", "LBORRES", "LBORRESU", "LBSTRESC", "LBSTRESN", "LBSTRESU", "LBDTC", "LBDY"].map {
        value(lab, lab.rows[n], $0)
      }
    }
    #expect(
      row(0) == [
        .string("INTLK10"), .string("<2.5"), .string("ng/L"), .string("<2.5"), .null,
        .string("ng/L"), .string("2026-03-06T06:00:00"), .int(6),
      ])
    #expect(
      row(1).prefix(6) == [
        .string("FERRITIN"), .string("1.2"), .string("mg/L"), .string("1200"), .number(1200),
        .string("ug/L"),
      ])
    #expect(
      [2, 3].map { value(lab, lab.rows[$0], "LBTESTCD") } == [
        .string("ANTIHLA1"), .string("ANTIHLA2"),
      ])
    let cells = try #require(tables.datasets.first { $0.name == "PC" })
    #expect(value(cells, cells.rows[0], "PCSTRESN") == .null)
    #expect(value(cells, cells.rows[0], "PCLLOQ") == .number(100))
  }

  @Test("every vital sign of the record is in VS, and every result in LB or PC")
  func complete() throws {
    let patients = Sample.patients(["CD7-003"])
    var readings = 0
    var results = 0
    for fact in patients.flatMap(\.facts) {
      switch fact.event.content {
      case .vitals(let vitals): readings += VitalSign.allCases.count { vitals[sign: $0] != nil }
      case .oxygen(let oxygen):
        readings += (oxygen.flow == nil ? 0 : 1) + (oxygen.fio2 == nil ? 0 : 1)
      case .patient(let details):
        readings += (details.weight == nil ? 0 : 1) + (details.height == nil ? 0 : 1)
      case .lab(let lab): results += lab.results.count
      default: break
      }
    }
    let datasets = tables(["CD7-003"]).datasets
    func done(_ name: String) -> Int {
      guard let dataset = datasets.first(where: { $0.name == name }) else { return -1 }
      return dataset.rows.count { value(dataset, $0, name + "STAT") == .string("") }
    }
    #expect(done("VS") == readings)
    #expect(done("LB") + done("PC") == results)
  }

  @Test("grades and episodes: RS holds the highest grade of the record, AE each episode")
  func grades() throws {
    let patient = try #require(Sample.patients(["CD7-003"]).first)
    let highest = patient.course.changes(through: instant("2026-03-07T00:00:00Z"))
      .compactMap(\.crs.grade).max()
    let responses = try #require(tables(["CD7-003"]).datasets.first { $0.name == "RS" })
    let grades = responses.rows.filter { value(responses, $0, "RSTESTCD") == .string("CRSGRADE") }
      .compactMap { value(responses, $0, "RSSTRESN")?.whole }
    #expect(grades.max() == highest)
    let events = try #require(tables(["CD7-003"]).datasets.first { $0.name == "AE" })
    #expect(
      events.rows.contains {
        value(events, $0, "AETERM") == .string("Cytokine release syndrome")
          && value(events, $0, "AETOXGR") == highest.map { .string("\($0)") }
      })
  }

  @Test("without identities the dates are gone and the days stay")
  func deidentified() {
    for dataset in tables(["CD7-003"], .deidentified).datasets {
      for (n, column) in dataset.columns.enumerated() where column.kind == .time {
        for row in dataset.rows { #expect(row[n] == .string(""), "\(dataset.name).\(column.name)") }
      }
    }
  }

  @Test(
    "each file keeps the published schema: members, kinds of columns, patterns",
    .enabled(if: Reference.folder != nil, "VIGIL_REFERENCE_DATA is not set"))
  func schema() throws {
    let schema = try Reference.json("cdisc/schema_dataset.schema.json")
    let properties = Set((schema["properties"]?.members ?? []).map(\.name))
    let required = Set((schema["required"]?.elements ?? []).compactMap(\.text))
    let column = try #require(schema["$defs"]?["Column"])
    let columnProperties = Set((column["properties"]?.members ?? []).map(\.name))
    let columnRequired = Set((column["required"]?.elements ?? []).compactMap(\.text))
    let kinds = Set((schema["$defs"]?["DataTypesEnum"]?["enum"]?.elements ?? []).compactMap(\.text))
    let version = try Regex(schema["properties"]?["datasetJSONVersion"]?["pattern"]?.text ?? "")
    let time = try Regex(
      schema["properties"]?["datasetJSONCreationDateTime"]?["pattern"]?.text ?? "")
    #expect(properties.count > 10 && required.count > 4 && kinds.count > 5)
    for dataset in tables().datasets {
      let file = dataset.file(origin)
      let names = Set(file.members.map(\.name))
      #expect(names.isSubset(of: properties) && names.isSuperset(of: required))
      #expect(try version.wholeMatch(in: file["datasetJSONVersion"]?.text ?? "") != nil)
      #expect(try time.wholeMatch(in: file["datasetJSONCreationDateTime"]?.text ?? "") != nil)
      for column in file["columns"]?.elements ?? [] {
        let names = Set(column.members.map(\.name))
        #expect(names.isSubset(of: columnProperties) && names.isSuperset(of: columnRequired))
        #expect(kinds.contains(column["dataType"]?.text ?? ""))
        #expect(column["length"]?.whole ?? 1 >= 1)
      }
    }
  }
}
