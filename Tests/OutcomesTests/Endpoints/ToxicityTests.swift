import Clinical
import Grading
import Testing

@testable import Outcomes

@Suite("CRS and ICANS from the graded course, and adverse events beside them")
struct ToxicityTests {
  /// A fever from day 3 at 10:00 to day 4, and a set without signs every 6 h to the end of day 8.
  private func febrile(_ name: String = "CD7-001") -> Invented {
    var patient = Invented(name)
    for step in 1...32 {
      let day = Double(step) / 4
      patient.temperature(day, day >= 3 && day <= 4 ? 386 : 368)
    }
    return patient
  }

  @Test("worst, onset, time to the highest, duration")
  func course() throws {
    let report = [febrile()].report()
    let course = try #require(report.toxicity[febrile().id]?[.crs])
    #expect(course.worst == 1)
    #expect(course.onset == Invented.at(3))
    #expect(course.highestAt == Invented.at(3))
    // The last fever at day 4; closed by the first complete set a day after it.
    #expect(course.duration == 2)
    #expect(!course.isOngoing)
    #expect(report.worst(.icans, febrile().id) == nil, "nothing was assessed, which is no 0")
  }

  @Test("what had not ended counts to the last observation, and says so")
  func ongoing() throws {
    var patient = Invented()
    patient.temperature(3, 386)
    patient.temperature(3.5, 386)
    let course = try #require([patient].report().toxicity[patient.id]?[.crs])
    #expect(course.isOngoing)
    // To the end of day 3, the last day on which anybody saw the patient.
    #expect(try #require(course.duration) < 0.6)
  }

  @Test("a grade after day 30 is not of the first month", arguments: [(30.4, 1), (31.0, 0)])
  func window(_ day: Double, _ worst: Int) throws {
    var patient = Invented()
    for step in stride(from: 0.25, to: day, by: 0.25) { patient.temperature(step, 368) }
    patient.temperature(day, 390)
    #expect([patient].report().worst(.crs, patient.id) == worst)
  }

  @Test("a reported CRS is not counted beside the graded one; where none was graded it counts")
  func reported() throws {
    var both = febrile()
    both.adverseEvent(3, "Cytokine release syndrome", 2)
    var only = Invented("CD7-002")
    only.adverseEvent(5, "CRS", 1)
    let report = [both, only].report()
    let table = try #require(report.table(named: "adverse-events"))
    #expect(table.rows.count == 1)
    #expect(table.cell("subjects", 0) == .count(2))
    #expect(table.cell("grade1", 0) == .count(2), "the graded course says 1, not the report's 2")
    #expect(
      report.reported.entries.map(\.source) == [.graded, .countedAsGraded, .reportedOnly])
  }

  @Test(
    "an event belongs to the day on which it began", arguments: [(-1, 0), (0, 1), (30, 1), (31, 0)])
  func eventWindow(_ day: Int, _ count: Int) throws {
    var patient = Invented()
    patient.add(
      45,
      .adverseEvent(
        AdverseEvent(term: "Sepsis", grade: 3, start: .day(Invented.date(day)))))
    #expect([patient].report().reported.counted.count == count)
  }

  @Test("neurotoxicity is ICANS and reported disorders of the nervous system, a patient once")
  func neurotoxicity() throws {
    var patient = Invented()
    patient.adverseEvent(5, "Headache", 1)
    patient.adverseEvent(6, "tremor", 3)
    var other = Invented("CD7-002")
    other.adverseEvent(6, "Rash", 3)
    let table = try #require([patient, other].report().table(named: "toxicity"))
    let rows = table.plain.filter { $0.hasPrefix("neurotoxicity") }
    #expect(
      rows == [
        "neurotoxicity|any grade|1|0.50|0.01|0.99||||",
        "neurotoxicity|grade 3 or more|1|0.50|0.01|0.99||||",
      ])
  }

  @Test(
    "terms of the nervous system, as CTCAE 5.0 writes them, in other spellings, and in Chinese",
    arguments: [
      ("Tremor", true), ("tendon reflex decreased", true), ("Cerebral oedema", true),
      ("Nervous system disorders - Other, specify", true), ("Neurotoxicity", true), ("头痛", true),
      ("癫痫发作", true), ("Fatigue", false), ("Confusion", false), ("腹泻", false),
    ])
  func nervousSystem(_ term: String, _ isNervous: Bool) {
    #expect(NervousSystem.holds(term) == isNervous)
  }

  @Test("names of the syndromes, in full, short, Chinese, and with any hyphen")
  func names() {
    #expect(ReportedEvents.scale(named: "cytokine release syndrome ") == .crs)
    #expect(ReportedEvents.scale(named: "细胞因子释放综合征") == .crs)
    #expect(
      ReportedEvents.scale(
        named: "Immune Effector Cell-Associated Neurotoxicity Syndrome") == .icans)
    #expect(ReportedEvents.scale(named: "Headache") == nil)
  }

  @Test("what was given in the first month, each once a patient")
  func treatment() throws {
    var patient = febrile()
    patient.add(3.2, .medication(Medication(drug: "tocilizumab", drugClass: .anticytokine)))
    patient.add(3.7, .medication(Medication(drug: "tocilizumab", drugClass: .anticytokine)))
    patient.add(40, .medication(Medication(drug: "dexamethasone", drugClass: .corticosteroid)))
    patient.add(-1, .medication(Medication(drug: "anakinra", drugClass: .anticytokine)))
    patient.add(
      4, .vasopressor(Vasopressor(agent: .norepinephrine, action: .start, indication: .sepsis)))
    let given = try #require([patient].cohort().cases.first).treatments()
    #expect(given.map(\.treatment) == [.tocilizumab])
    #expect(given.first?.events.map(\.at) == [Invented.at(3.2), Invented.at(3.7)])
  }

  @Test("a day's worst grade holds what was carried into it; a day without a reading is no 0")
  func days() throws {
    let patient = try #require([febrile()].cohort(8).cases.first)
    #expect(patient.worstGrade(.crs, onDay: 2) == 0)
    #expect(patient.worstGrade(.crs, onDay: 3) == 1)
    #expect(patient.worstGrade(.crs, onDay: 5) == 1, "open into the morning")
    #expect(patient.worstGrade(.crs, onDay: 6) == 0)
    #expect(patient.worstGrade(.icans, onDay: 3) == nil)
    #expect(patient.worstGrade(.crs, onDay: 9) == nil, "after the cut-off")
  }

  @Test("computed grades beside clinicians': pairs, agreement and what differs")
  func concordance() throws {
    var patient = febrile()
    patient.add(3.1, .adjudication(Adjudication(scale: "CRS", grade: 1, computed: 1)))
    patient.add(3.2, .adjudication(Adjudication(scale: "ASTCT-CRS-2019", grade: 2)))
    patient.add(3.3, .adjudication(Adjudication(scale: "ICANS", grade: 0)))
    let report = [patient].report()
    #expect(report.pairs.map(\.computed) == [1, 1, nil])
    let table = try #require(report.table(named: "concordance"))
    #expect(
      table.plain.filter { $0.hasPrefix("CRS") }.map { $0.prefix { $0 != "." } } == [
        "CRS|pairs|2|||", "CRS|equal|1|0", "CRS|computed lower|1|0", "CRS|computed higher|0|0",
        "CRS|no computed grade|0|0", "CRS|clinician 1, computed 1|1|||",
        "CRS|clinician 2, computed 1|1|||",
      ])
  }
}
