import Clinical
import Grading
import Testing

/// The scales of CRS side by side (clinical-rules 3.1), each from a line of a table.
@Suite("Other scales of CRS")
struct CRSScaleTests {
  /// A case with fever where nothing else is wrong and nothing is missing.
  private static func line(_ changes: String) -> String {
    var cells = [
      "crs": "yes", "hypotension": "no", "boluses": "0", "vasopressors": "0", "device": "roomAir",
      "organGrade": "0", "transaminaseGrade": "0", "creatinineGrade": "0", "liverGrade": "0",
      "hospitalised": "no", "coagulopathy": "no", "lifeThreatening": "no", "refractory": "no",
    ]
    for change in changes.split(separator: "|") {
      let parts = change.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      cells[parts[0]] = parts[1]
    }
    return cells.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "|")
  }

  private func grade(_ scale: String, _ changes: String) throws -> ScaleResult {
    let known = try #require(OtherScale.named(scale)).columns.map(\.name)
    let cells = Self.line(changes).split(separator: "|").filter {
      known.contains(String($0.prefix { $0 != "=" }))
    }
    return try scored(scale, cells.joined(separator: "|"))
  }

  static let scales = ["Lee-2014", "Penn", "MSKCC", "CARTOX-CRS", "CTCAE-CRS"]

  /// Grades by Lee 2014, Penn, MSKCC, CARTOX, CTCAE.
  static let rows: [(String, String)] = [
    ("crs=yes", "1 1 1 1 1"), ("crs=no", "0 0 0 0 0"), ("death=yes", "5 5 5 5 5"),
    ("hypotension=yes|boluses=2", "2 3 1 2 2"),
    ("hypotension=yes|boluses=1", "2 2-3 1 2 2"),
    ("hypotension=yes|vasopressors=1|highDose=no|vasopressorHours=23.9", "2 3 2 2 3"),
    ("hypotension=yes|vasopressors=1|highDose=no|vasopressorHours=24", "2 3 3 2 3"),
    ("hypotension=yes|vasopressors=1|highDose=yes|vasopressorHours=5", "3 4 2 3 3"),
    ("hypotension=yes|vasopressors=2|highDose=no|vasopressorHours=5", "3 3 2 3 3"),
    (
      "hypotension=yes|vasopressors=2|highDose=yes|vasopressorHours=30|refractory=yes|lifeThreatening=yes",
      "3 4 4 4 4"
    ),
    ("device=nasalCannula|fio2=39.9", "2 3 2 2 2"), ("device=nasalCannula|fio2=40", "3 3 3 3 3"),
    ("device=highFlowNasalCannula|fio2=40", "3 3 3 3 3"),
    ("device=nasalCannula", "2-3 3 2-3 2-3 2-3"),
    ("device=bipap|fio2=30", "2-4 3 2-4 2-4 2-4"), ("device=cpap|fio2=50", "3-4 3 3-4 3-4 3-4"),
    ("device=invasiveVentilation", "4 4 4 4 4"),
    ("organGrade=2", "2 1 1 2 1"), ("organGrade=3", "3 1 1 3 1"), ("organGrade=4", "4 1 1 4 1"),
    ("transaminaseGrade=4", "3 1 1 3 1"), ("transaminaseGrade=3", "3 1 1 3 1"),
    ("creatinineGrade=2", "1 2 1 1 1"), ("creatinineGrade=3", "1 3 1 1 1"),
    ("liverGrade=3", "1 2 1 1 1"), ("liverGrade=4", "1 3 1 1 1"),
    ("coagulopathy=yes", "1 3 1 1 1"), ("hospitalised=yes", "1 2 1 1 1"),
    ("organGrade=", "1-4 1 1 1-4 1"), ("organGrade=|device=invasiveVentilation", "4 4 4 4 4"),
    ("crs=", "0-1 0-1 0-1 0-1 0-1"),
  ]

  @Test("One row of facts, five scales", arguments: rows)
  func row(_ changes: String, _ grades: String) throws {
    let found = try Self.scales.map { try grade($0, changes).gradeText }
    #expect(found.joined(separator: " ") == grades, "\(changes)")
  }

  @Test("What is missing is named only where it could raise the grade")
  func missing() throws {
    #expect(try grade("Lee-2014", "organGrade=").missingNames == ["organGrade"])
    #expect(try grade("Lee-2014", "organGrade=|device=invasiveVentilation").missingNames == [])
    #expect(try grade("Lee-2014", "device=nasalCannula").missingNames == ["fio2"])
    #expect(try grade("Penn", "device=nasalCannula").missingNames == [])
    #expect(
      try grade("Lee-2014", "hypotension=yes|vasopressors=1").missingNames == ["highDose"])
    #expect(
      try grade("Penn", "hypotension=yes|boluses=1").missing.map(\.why) == [
        "the scale does not say what one bolus is"
      ])
  }

  static let domains: [(String, String)] = [
    ("cartox10=10", "0"), ("cartox10=9", "1"), ("cartox10=7", "1"), ("cartox10=6", "2"),
    ("cartox10=3", "2"), ("cartox10=2", "3"), ("cartox10=0", "3"), ("obtunded=yes", "4"),
    ("seizure=partial", "3"), ("seizure=nonConvulsive", "3"), ("seizure=generalised", "4"),
    ("seizure=status", "4"), ("motorWeakness=yes", "4"), ("oedema=yes", "4"),
    ("papilloedemaStage=1", "3"), ("papilloedemaStage=2", "3"), ("papilloedemaStage=3", "4"),
    ("papilloedemaStage=2|csfPressure=19.9", "3"), ("csfPressure=20", "4"), ("cartox10=", "0-3"),
    ("cartox10=|motorWeakness=yes", "4"),
  ]

  @Test("CRES by each of its domains", arguments: domains)
  func cres(_ changes: String, _ grade: String) throws {
    var cells = [
      "cartox10": "10", "obtunded": "no", "seizure": "none", "motorWeakness": "no", "oedema": "no",
      "papilloedemaStage": "0",
    ]
    for change in changes.split(separator: "|") {
      let parts = change.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      cells[parts[0]] = parts[1]
    }
    let line = cells.map { "\($0.key)=\($0.value)" }.joined(separator: "|")
    #expect(try scored("CARTOX-CRES", line).gradeText == grade)
  }

  @Test(
    "CTCAE neurotoxicity is the highest of its three",
    arguments: [
      ("encephalopathy=2|seizure=none|tremor=1", "2"),
      ("encephalopathy=0|seizure=briefPartial|tremor=0", "1"),
      ("encephalopathy=0|seizure=briefGeneralised|tremor=0", "2"),
      ("encephalopathy=0|seizure=multiple|tremor=0", "3"),
      ("encephalopathy=0|seizure=prolonged|tremor=0", "4"),
      ("encephalopathy=0|seizure=none|tremor=3", "3"), ("seizure=none|tremor=2", "2-4"),
      ("encephalopathy=4", "4"),
    ])
  func ctcae(_ line: String, _ grade: String) throws {
    #expect(try scored("CTCAE-NEURO", line).gradeText == grade)
  }
}
