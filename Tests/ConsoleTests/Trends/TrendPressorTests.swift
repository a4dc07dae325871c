import Clinical
import Console
import Grading
import Testing

@Suite("The lane of vasopressors shows when one runs")
struct TrendPressorTests {
  private func course(_ entries: [(Int64, Vasopressor)]) -> TrendCourse {
    var patient = MadePatient()
    for (hours, entry) in entries { patient.add(.hours(hours), .vasopressor(entry)) }
    return TrendCourse(
      GradedCourse(patient.events, zone: SampleConsole.zone), until: MadePatient.now)
  }

  private func entry(
    _ agent: VasoactiveAgent, _ action: Vasopressor.Action, rate: Int? = nil, name: String? = nil
  ) -> Vasopressor {
    Vasopressor(
      agent: agent, name: name, action: action,
      rate: rate.map { Quantity(DecimalNumber($0), .microgramPerKilogramMinute) })
  }

  @Test("A rate of 0 ends it, as a stop does")
  func rateOfZero() {
    for end in [entry(.norepinephrine, .stop), entry(.norepinephrine, .change, rate: 0)] {
      let course = course([(-10, entry(.norepinephrine, .start, rate: 1)), (-4, end)])
      #expect(course.pressors.count == 1 && course.pressors.allSatisfy { $0.to != nil })
      #expect(course.treatments.filter { $0.kind == .vasopressor }.map(\.isStop) == [false, true])
    }
  }

  @Test("An entry of 0 from the start runs never, and hourly zeros are nothing new")
  func zeros() {
    let course = course(
      [(-10, entry(.norepinephrine, .start, rate: 0))]
        + (-9 ... -5).map { ($0, entry(.norepinephrine, .change, rate: 0)) })
    #expect(course.pressors.isEmpty)
    #expect(course.treatments.filter { $0.kind == .vasopressor }.map(\.isStop) == [true])
  }

  @Test("One drug under two spellings of its name is one drug; two names are two")
  func names() {
    let begin = entry(.other, .start, name: "Angiotensin II")
    let same = course([(-10, begin), (-4, entry(.other, .stop, name: " angiotensin ii"))])
    #expect(same.pressors.count == 1 && same.pressors.allSatisfy { $0.to != nil })
    let other = course([(-10, begin), (-4, entry(.other, .stop, name: "Methylene blue"))])
    #expect(other.pressors.count == 1 && other.pressors.allSatisfy { $0.to == nil })
    // A known agent is known by itself, whatever name is written besides.
    let named = course([
      (-10, entry(.norepinephrine, .start, name: "Levophed")), (-4, entry(.norepinephrine, .stop)),
    ])
    #expect(named.pressors.count == 1 && named.pressors.allSatisfy { $0.to != nil })
  }

  @Test("A push dose runs not; the lane goes on while a second drug runs")
  func others() {
    #expect(course([(-10, entry(.phenylephrine, .bolus))]).pressors.isEmpty)
    let two = course([
      (-10, entry(.norepinephrine, .start, rate: 1)), (-8, entry(.vasopressin, .change, rate: 1)),
      (-4, entry(.norepinephrine, .change, rate: 0)),
    ])
    #expect(two.pressors.count == 1 && two.pressors.allSatisfy { $0.to == nil })
    #expect(
      two.treatments.filter { $0.kind == .vasopressor }.map(\.isStop) == [false, false, true])
  }
}
