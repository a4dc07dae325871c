import Clinical
import Console
import Grading
import Terminal
import Testing

@Suite("One day, hour by hour")
struct DayTableTests {
  /// Midnight of the day that is looked at is half an hour past four before the moment.
  private func at(_ hour: Int, _ minute: Int = 0) -> TimeSpan {
    .minutes(Int64((hour - 4) * 60 + minute - 30))
  }

  private func bolus(_ millilitres: Int?, _ indication: FluidBolus.Indication? = nil) -> Content {
    .fluidBolus(
      FluidBolus(
        volume: millilitres.map { Quantity(DecimalNumber($0), .millilitre) },
        indication: indication))
  }

  private func table(_ patient: MadePatient, _ width: Int = 200, _ height: Int = 50) -> [String] {
    var console = patient.opened
    console.press("d")
    return console.rows(width, height)
  }

  private func words(_ rows: [String], _ name: String) -> [String] {
    rows.first { $0.dropFirst().hasPrefix(name) }?.dropFirst(1 + name.count)
      .split(separator: " ").map(String.init) ?? []
  }

  @Test("Every value stands under its hour; of several the worst, and a plus says so")
  func hours() throws {
    var patient = MadePatient()
    patient.vitals(at(0, 10), temperature: 372, systolic: 118, saturation: 97)
    patient.vitals(at(2, 5), temperature: 391, systolic: 88, saturation: 90)
    patient.vitals(at(2, 50), temperature: 384, systolic: 95, saturation: 93)
    let rows = table(patient)
    let head = try #require(rows.first { $0.contains(" 00 ") && $0.contains(" 02") })
    #expect(!head.contains(" 01 "))
    #expect(words(rows, "T °C") == ["37.2", "39.1+"])
    #expect(words(rows, "BP mmHg") == ["118", "88+"])
    #expect(words(rows, "SpO2 %") == ["97", "90+"])
    // What was not measured has its row and no value.
    #expect(rows.contains { $0.dropFirst().hasPrefix("HR /min") } && words(rows, "HR /min").isEmpty)
  }

  @Test("Fluids are added up by shift and day, by what they were for; an unknown volume is no zero")
  func fluids() throws {
    var patient = MadePatient()
    patient.add(.hours(-20), bolus(250))
    patient.add(.hours(-20), .note("yesterday"))
    for (hour, volume, what) in [
      (1, 500, nil), (1, 250, nil), (9, 300, FluidBolus.Indication.transfusion), (17, nil, nil),
    ] as [(Int, Int?, FluidBolus.Indication?)] {
      patient.add(at(hour), bolus(volume, what))
    }
    var console = patient.opened
    console.state.now = MadePatient.now + .hours(19)
    console.press("d")
    let rows = console.rows(200, 50)
    // The hour's sum, the three shifts, the day.
    #expect(words(rows, "fluid bolus mL") == ["750", "?", "750", "?", "750+?"])
    #expect(words(rows, "transfusion mL") == ["300", "300", "300"])
    #expect(words(rows, "all fluids mL") == ["750", "300", "?", "750", "300", "?", "1050+?"])
    let plain = console.state.plainLines(glyphs: .unicode)
    #expect(plain.contains { $0.contains("all fluids mL") && $0.contains("24 h 1050+?") })
  }

  @Test("A day of 25 hours has its hour twice, and one of 23 lacks it")
  func summerTime() throws {
    let zone = try #require(Zone(identifier: "Europe/Berlin"))
    func hours(_ month: Int, _ day: Int) throws -> [String] {
      let date = try #require(CalendarDate(year: 2026, month: month, day: day))
      var patient = MadePatient()
      patient.vitals(.hours(-1), temperature: 371)
      let course = TrendCourse(GradedCourse(patient.events, zone: zone), until: .latest)
      return DayTable(course, day: date.dayNumber, usesCAPD: false, words: .english).hours.map(
        \.name)
    }
    #expect(try hours(10, 25).filter { $0 == "02" }.count == 2 && hours(10, 25).count == 25)
    #expect(try !hours(3, 29).contains("02") && hours(3, 29).count == 23)
    #expect(try hours(3, 30).count == 24)
  }

  @Test("Left goes to the day before; a day without a value says so")
  func days() {
    var patient = MadePatient()
    patient.vitals(.hours(-20), temperature: 377)
    var console = patient.opened
    console.press("d")
    #expect(console.text(120, 40).contains("nothing is on record for this day"))
    console.press("Left")
    #expect(console.text(120, 40).contains("37.7"))
    #expect(console.text(120, 40).contains("D+4"))
  }

  @Test("Bounds, ICE that was not done, rates and doses stand there as they were entered")
  func others() {
    var patient = MadePatient()
    patient.vitals(at(1), temperature: 371)
    patient.lab(at(1), "IL6", 5000, unit: "pg/mL", comparator: .greater)
    patient.add(at(1), .ice(ICE(status: .sedated)))
    patient.add(at(2), .ice(ICE(orientation: 4, naming: 3)))
    patient.add(
      at(2),
      .vasopressor(
        Vasopressor(
          agent: .norepinephrine, action: .start,
          rate: Quantity(DecimalNumber(tenths: 1), .microgramPerKilogramMinute))))
    let rows = table(patient)
    #expect(words(rows, "IL-6 pg/mL") == [">5000"])
    #expect(words(rows, "ICE") == ["sed", "7-10"])
    #expect(words(rows, "norepinephrine mcg/kg/min") == ["0.1"])
  }

  /// The cells of the table of the day that is looked at, in the row of that name.
  private func cells(_ patient: MadePatient, _ name: String) throws -> [DayTable.Cell] {
    let course = TrendCourse(
      GradedCourse(patient.events, zone: SampleConsole.zone), until: MadePatient.now)
    let table = DayTable(
      course, day: SampleConsole.zone.dayNumber(of: MadePatient.now), usesCAPD: false,
      words: .english)
    let row = try #require(table.rows.first { $0.name.hasPrefix(name) })
    return row.cells.sorted { $0.key < $1.key }.map(\.value)
  }

  @Test("A score that was measured stands there, though the patient slept later in the hour")
  func asleep() throws {
    for minutes in [(5, 40), (40, 5)] {
      var patient = MadePatient()
      patient.add(at(2, minutes.0), .ice(ICE(total: 4)))
      patient.add(at(2, minutes.1), .ice(ICE(status: .asleep)))
      let cells = try cells(patient, "ICE")
      #expect(cells.map(\.text) == ["4"] && cells.map(\.count) == [2], "\(minutes)")
    }
    var slept = MadePatient()
    slept.add(at(2, 5), .ice(ICE(status: .asleep)))
    slept.add(at(2, 40), .ice(ICE(status: .refused)))
    #expect(try cells(slept, "ICE").map(\.text) == ["refus"])
  }

  @Test("Where the newest stands there, it is marked by its own interval and not by the one before")
  func newest() throws {
    for (values, isOut) in [([240, 5], false), ([5, 240], true)] {
      var patient = MadePatient()
      for (place, value) in values.enumerated() {
        patient.lab(at(2, 5 + place * 10), "CRP", DecimalNumber(value), unit: "mg/L", upper: 8)
      }
      let cells = try cells(patient, "CRP")
      #expect(cells.map(\.text) == ["\(values[1])"] && cells.map(\.isOut) == [isOut])
    }
  }

  @Test("A vasopressor turned down to 0 has stopped, whatever the entry is called")
  func turnedDown() throws {
    var patient = MadePatient()
    patient.add(
      at(2),
      .vasopressor(
        Vasopressor(
          agent: .norepinephrine, action: .change,
          rate: Quantity(0, .microgramPerKilogramMinute))))
    #expect(try cells(patient, "norepinephrine").map(\.text) == ["stopped"])
  }

  @Test("In a narrow window the hours around the moment stay, and the others are counted")
  func narrow() throws {
    var patient = MadePatient()
    for hour in 0..<5 {
      patient.add(
        at(hour),
        .vitals(
          Vitals(
            temperature: Quantity(DecimalNumber(tenths: 370 + hour), .celsius),
            systolic: Quantity(110, .millimetreOfMercury),
            diastolic: Quantity(60, .millimetreOfMercury))))
    }
    let rows = table(patient, 40, 24)
    let text = rows.joined(separator: "\n")
    #expect(text.contains("37.4") && text.contains("earlier"))
    #expect(!text.contains("37.0"))
  }
}
