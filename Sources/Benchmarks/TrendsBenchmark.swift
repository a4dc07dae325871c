import Clinical
import Console
import Terminal

/// What a patient's larger screens cost: trends, the day table, the other scales.
enum TrendsBenchmark {
  static func run() {
    let now = MeasuredCourse.infusion + .days(30)
    guard let patient = PatientID("BENCH-001") else { return }
    let record = PatientRecord(patient, events: events(patient), zone: MeasuredCourse.zone)
    var state = ConsoleState(now: now, zone: MeasuredCourse.zone, site: "", mode: .live)
    state.awaited = patient
    _ = state.update(.patient(record))
    _ = state.update(.command("patient.trends"))
    for charts in [ChartGlyphs.braille, .block, .ascii, .numbers] {
      let glyphs: GlyphSet = charts == .ascii ? .ascii : .unicode
      let capabilities = Capabilities(glyphs: glyphs, charts: charts)
      let size = Size(width: 200, height: 50)
      var times = (0..<200).map { _ in
        Benchmarks.seconds { _ = state.frame(size: size, capabilities: capabilities) }
      }
      times.sort()
      // The place of the plots is told only where not all stand there.
      let text = state.frame(size: size, capabilities: capabilities).buffer.text
      guard !text.contains("/12 ") else {
        print("trends, 200x50: not all 12 plots stand on the screen")
        continue
      }
      print(
        "trends, 200x50, 12 panels, 30 days of 4-hourly data, \(charts.rawValue): median \(microseconds(times[100])) us, p95 \(microseconds(times[190])) us"
      )
    }
  }

  /// A key with the moment at which it comes, and the screen that it leaves: what a person waits for.
  static func keys() {
    let now = MeasuredCourse.infusion + .days(30)
    guard let patient = PatientID("BENCH-001") else { return }
    let record = PatientRecord(patient, events: events(patient), zone: MeasuredCourse.zone)
    let capabilities = Capabilities(glyphs: .unicode, charts: .braille)
    let size = Size(width: 200, height: 50)
    for part in ["patient.trends", "patient.dayTable", "patient.scales"] {
      var state = ConsoleState(now: now, zone: MeasuredCourse.zone, site: "", mode: .live)
      state.awaited = patient
      _ = state.update(.patient(record))
      _ = state.update(.command(part))
      var times = (0..<200).map { step in
        Benchmarks.seconds {
          _ = state.update(.tick(now + TimeSpan(microseconds: Int64(step) * 20_000)))
          _ = state.update(.command(step / 10 % 2 == 0 ? "move.down" : "move.up"))
          _ = state.frame(size: size, capabilities: capabilities)
        }
      }
      times.sort()
      print(
        "key on \(part), 200x50, 30 days of 4-hourly data: median \(microseconds(times[100])) us, p95 \(microseconds(times[190])) us"
      )
    }
  }

  private static func microseconds(_ seconds: Double) -> Int { Int(seconds * 1_000_000) }

  /// Six vital signs and scores, and six laboratory values, every four hours.
  private static func events(_ patient: PatientID) -> [Event] {
    var events: [Event] = []
    var random = LinearRandom(state: 5)
    func add(_ t: Instant, _ content: Content) {
      events.append(
        Event(
          id: EventID(high: 0x7000, low: UInt64(events.count + 1) | 1 << 63), patient: patient,
          at: .moment(t, utcOffset: 28_800), recordedAt: t, content: content))
    }
    let codes = [
      ("IL6", "pg/mL"), ("IL10", "pg/mL"), ("IFNG", "pg/mL"), ("TNFA", "pg/mL"), ("CRP", "mg/L"),
      ("FERR", "ug/L"),
    ]
    add(
      MeasuredCourse.infusion - .days(5),
      .patient(PatientDetails(birthDate: CalendarDate(year: 1997, month: 5, day: 2))))
    add(MeasuredCourse.infusion, .infusion(Infusion(product: "anti-CD7 CAR-T")))
    for hours in stride(from: 0, to: 30 * 24, by: 4) {
      let t = MeasuredCourse.infusion + .hours(Int64(hours))
      add(t, .vitals(MeasuredCourse.vitals(&random)))
      add(t, .ice(ICE(total: 10 - random.next(4))))
      add(
        t,
        .lab(
          Lab(
            results: codes.map {
              LabResult(
                code: $0.0, value: DecimalNumber(1 + random.next(5000)), unit: $0.1,
                lowerLimitOfQuantification: 3, upperLimitOfQuantification: 5000)
            })))
      if hours % 24 == 0 {
        add(t, .medication(Medication(drug: "paracetamol", drugClass: .antipyretic)))
      }
    }
    return events
  }
}
