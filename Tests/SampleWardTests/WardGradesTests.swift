import Clinical
import Grading
import SampleWard
import Testing

@Suite("The grades of the sample ward at the demo's moment")
struct WardGradesTests {
  private func assessments(_ ward: [Event]) throws -> [String: Assessment] {
    let demo = try #require(demoMoment(ward))
    var found: [String: Assessment] = [:]
    for patient in Samples.patients(ward) where ward.of(patient).isInHouse(at: demo) {
      let course = GradedCourse(ward.known(of: patient, at: demo), zone: Samples.shanghai)
      found[patient.text] = course.assessment(at: demo)
    }
    return found
  }

  @Test(
    "CRS from 0 to 4 and two ICANS or more, whatever the seed", arguments: [7, 1, 2, 3] as [UInt64])
  func gradesOfTheNight(seed: UInt64) throws {
    let all = try assessments(
      seed == SampleWard.wardSeed ? Samples.ward : SampleWard.ward(seed: seed))
    let crs: [String: Int?] = [
      "CD7-003": 2, "CD7-004": 2, "CD7-005": 1, "CD7-006": 3, "CD7-007": 3, "CD7-008": 1,
      "CD7-009": 4, "CD7-010": 0, "CD7-011": 0, "CD7-012": 0, "CD7-013": 1, "CD7-014": 0,
      "CD7-015": 0, "CD7-016": 1, "CD7-017": 1, "CD7-018": 2, "CD7-019": nil, "CD7-020": nil,
    ]
    #expect(all.mapValues(\.crs.grade) == crs)
    let icans = all.compactMapValues(\.icans.grade).filter { $0.value >= 1 }
    #expect(icans == ["CD7-003": 1, "CD7-004": 1, "CD7-012": 1, "CD7-015": 2])
  }

  @Test("only the patient at whose bed nobody was is indeterminate")
  func overdue() throws {
    let all = try assessments(Samples.ward)
    #expect(all.filter { $0.value.crs.status == .indeterminate }.map(\.key) == ["CD7-019"])
    #expect(all["CD7-019"]?.icans.status == .indeterminate)
    #expect(all["CD7-020"]?.crs.status == .notApplicable)
    #expect(all["CD7-009"]?.icans.status == .notAssessable)
    let partial = all.filter { $0.value.crs.status == .partial }
    #expect(partial.isEmpty)
  }

  @Test("王芳 has the readings of the contract's example, and a vasopressor half an hour later")
  func example() throws {
    let patient = try #require(PatientID("CD7-003"))
    let demo = try #require(demoMoment(Samples.ward))
    let course = GradedCourse(
      Samples.ward.filter { $0.patient == nil || $0.patient == patient }, zone: Samples.shanghai)
    let tonight = course.assessment(at: demo - .minutes(18))
    #expect(tonight.day == 5)
    #expect(tonight.crs.grade == 2)
    #expect(
      tonight.crs.evidence.map(\.text) == [
        "nasal cannula 4 L/min since 02:15", "38.4 °C axillary at 04:10",
      ])
    #expect(tonight.crs.episode?.onset == demo - .minutes(34 * 60 + 25))
    #expect(tonight.icans.grade == 1)
    #expect(course.assessment(at: demo + .minutes(30)).crs.grade == 3)
  }

  @Test("a fever that paracetamol hides keeps its episode open")
  func masked() throws {
    let patient = try #require(PatientID("CD7-008"))
    let demo = try #require(demoMoment(Samples.ward))
    let newest = Samples.ward.known(of: patient, at: demo).last { $0.kind == .vitals }
    guard case .vitals(let vitals)? = newest?.content else {
      Issue.record("no reading")
      return
    }
    #expect(try #require(vitals.temperature).value < 38)
    #expect(try assessments(Samples.ward)["CD7-008"]?.crs.episode?.ended == nil)
  }

  @Test("a second episode, a late onset, and a death of CRS")
  func episodes() throws {
    let all = try assessments(Samples.ward)
    #expect(all["CD7-016"]?.crs.episode?.number == 2)
    #expect(all["CD7-017"]?.crs.flags == ["lateOnsetReview"])
    let patient = try #require(PatientID("CD7-002"))
    let demo = try #require(demoMoment(Samples.ward))
    let dead = GradedCourse(Samples.ward.known(of: patient, at: demo), zone: Samples.shanghai)
    #expect(dead.assessment(at: demo).crs.grade == 5)
  }

  @Test(
    "the worst grades of the courses",
    arguments: [
      ("CD7-001", 1, 0), ("CD7-002", 5, 4), ("CD7-006", 3, 0), ("CD7-010", 3, 0),
      ("CD7-011", 3, 0), ("CD7-012", 2, 2), ("CD7-015", 2, 3), ("CD7-016", 2, 0),
      ("CD7-019", 1, 0),
    ])
  func worst(id: String, crs: Int, icans: Int) throws {
    let patient = try #require(PatientID(id))
    let course = GradedCourse(
      Samples.ward.filter { $0.patient == nil || $0.patient == patient }, zone: Samples.shanghai)
    #expect(course.changes.compactMap(\.crs.certain).max() == crs)
    #expect((course.changes.compactMap(\.icans.certain).max() ?? 0) == icans)
  }
}
