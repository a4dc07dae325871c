import Clinical
import Console
import Grading
import Terminal
import Testing

@Suite("What is kept of a course for drawing is never another than the course")
struct KeptReadingsTests {
  /// The same screen with nothing kept: what the record says when it is gone through again.
  private func anew(_ console: SampleConsole) -> String {
    var console = console
    console.state.patient?.record.forgetKept()
    return console.text(200, 50)
  }

  private func patient() -> MadePatient {
    var patient = MadePatient()
    for hour in stride(from: -100, through: -1, by: 6) {
      patient.vitals(
        .hours(Int64(hour)), temperature: 370 + abs(hour % 20), systolic: 110, saturation: 97)
      patient.cytokine(.hours(Int64(hour)), "IL6", 100 + abs(hour))
    }
    return patient
  }

  private func event(_ after: TimeSpan, _ temperature: Int, recorded: TimeSpan? = nil) -> Event {
    Event(
      id: EventID(high: 11, low: UInt64(temperature)), patient: MadePatient.id,
      at: .moment(MadePatient.now + after, utcOffset: 8 * 3600),
      recordedAt: recorded.map { MadePatient.now + $0 },
      content: .vitals(
        Vitals(
          temperature: Quantity(DecimalNumber(tenths: temperature), .celsius),
          systolic: Quantity(88, .millimetreOfMercury), spo2: Quantity(91, .percent))))
  }

  @Test(
    "time, a new reading, one that lies ahead, a correction of what was known: drawn as if gone through anew",
    arguments: ["g", "d", "S"])
  func same(_ key: String) throws {
    var console = patient().opened
    console.press(key)
    #expect(console.text(200, 50) == anew(console))
    let before = console.text(200, 50)
    // An hour goes by.
    console.take(.tick(MadePatient.now + .hours(1)))
    #expect(console.text(200, 50) == anew(console))
    console.take(.events([event(.minutes(50), 401)]))
    #expect(console.text(200, 50) == anew(console))
    #expect(console.text(200, 50) != before, "the new reading is drawn")
    // A reading dated ahead is not drawn before its time, and then is.
    console.take(.events([event(.hours(2), 402)]))
    let ahead = console.text(200, 50)
    #expect(ahead == anew(console))
    console.take(.tick(MadePatient.now + .hours(3)))
    #expect(console.text(200, 50) == anew(console))
    #expect(console.text(200, 50) != ahead)
    console.press("Left", "K")
    #expect(console.text(200, 50) == anew(console), "as it was known")
    console.press("K", "0")
    #expect(console.text(200, 50) == anew(console))
  }

  @Test("what a scale reads expires with the clock, kept or not")
  func expiry() throws {
    var made = MadePatient()
    made.vitals(.hours(-7), temperature: 384, systolic: 118, saturation: 97)
    var console = made.opened
    console.press("S")
    for minutes in stride(from: Int64(0), through: 120, by: 10) {
      console.take(.tick(MadePatient.now + .minutes(minutes)))
      #expect(console.text(200, 50) == anew(console), "after \(minutes) min")
    }
  }

  @Test("before any infusion the day axis goes with the clock over midnight")
  func midnight() throws {
    var made = MadePatient(infused: false)
    made.vitals(.hours(-2), temperature: 384, systolic: 118, saturation: 97)
    var console = made.opened
    console.press("g")
    console.take(.tick(MadePatient.now + .hours(11)))
    #expect(console.text(200, 50) == anew(console))
    console.take(.tick(MadePatient.now + .hours(13)))
    #expect(console.text(200, 50) == anew(console))
  }
}
