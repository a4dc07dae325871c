import Clinical
import Testing

import Console

@Suite("One line of words")
struct LineTests {
  private static func read(_ text: String) -> Result<RecordLine, RecordLine.Problem> {
    do throws(RecordLine.Problem) {
      return .success(try RecordLine(text, now: Bench.now, zone: Bench.zone))
    } catch {
      return .failure(error)
    }
  }

  private static func tenths(_ n: Int) -> DecimalNumber { DecimalNumber(tenths: n) }

  static let lines: [(String, [Content])] = [
    (
      "t 38.4 bp 92/50 hr 118 spo2 93 o2 nc 4",
      [
        .vitals(
          Vitals(
            temperature: Quantity(tenths(384), .celsius), heartRate: Quantity(118, .perMinute),
            systolic: Quantity(92, .millimetreOfMercury),
            diastolic: Quantity(50, .millimetreOfMercury), spo2: Quantity(93, .percent))),
        .oxygen(Oxygen(device: .nasalCannula, flow: Quantity(4, .litrePerMinute))),
      ]
    ),
    (
      "toci 480",
      [
        .medication(
          Medication(
            drug: "tocilizumab", drugClass: .anticytokine, dose: Quantity(480, .milligram)))
      ]
    ),
    (
      "ne start 0.08",
      [
        .vasopressor(
          Vasopressor(
            agent: .norepinephrine, action: .start,
            rate: Quantity(
              tenths(8).scaled(by: 1, over: 10, places: 2), .microgramPerKilogramMinute)))
      ]
    ),
    ("ne stop", [.vasopressor(Vasopressor(agent: .norepinephrine, action: .stop))]),
    ("ice 8", [.ice(ICE(total: 8, status: .done))]),
    ("ICE 0", [.ice(ICE(total: 0, status: .done))]),
    ("ice refused", [.ice(ICE(status: .refused))]),
    ("ice notDone", [.ice(ICE(status: .notDone))]),
    ("capd 4", [.capd(CAPD(total: 4, status: .done))]),
    ("loc voice", [.consciousness(Consciousness(level: .voice))]),
    ("loc a", [.consciousness(Consciousness(level: .awake))]),
    (
      "o2 hfnc 30 40%",
      [
        .oxygen(
          Oxygen(
            device: .highFlowNasalCannula, flow: Quantity(30, .litrePerMinute),
            fio2: Quantity(40, .percent)))
      ]
    ),
    (
      "o2 h30/40",
      [
        .oxygen(
          Oxygen(
            device: .highFlowNasalCannula, flow: Quantity(30, .litrePerMinute),
            fio2: Quantity(40, .percent)))
      ]
    ),
    ("o2 ra", [.oxygen(Oxygen(device: .roomAir))]),
    (
      "bolus 500",
      [.fluidBolus(FluidBolus(volume: Quantity(500, .millilitre), indication: .hypotension))]
    ),
    (
      "bolus 1 L",
      [.fluidBolus(FluidBolus(volume: Quantity(1, .litre), indication: .hypotension))]
    ),
    (
      "lab IL6 874 lab IL10 <2.5",
      [
        .lab(
          Lab(results: [
            LabResult(code: "IL6", value: 874, unit: "pg/mL"),
            LabResult(code: "IL10", value: tenths(25), unit: "pg/mL", comparator: .less),
          ]))
      ]
    ),
    (
      "lab il-6 >5000",
      [
        .lab(
          Lab(results: [LabResult(code: "IL6", value: 5000, unit: "pg/mL", comparator: .greater)]))
      ]
    ),
    (
      "lab FIB 180 mg/dL", [.lab(Lab(results: [LabResult(code: "FIB", value: 180, unit: "mg/dL")]))]
    ),
    ("note seen by Dr Moss, sleepy", [.note("seen by Dr Moss, sleepy")]),
    (
      "dex 10 mg",
      [
        .medication(
          Medication(
            drug: "dexamethasone", drugClass: .corticosteroid, dose: Quantity(10, .milligram)))
      ]
    ),
    (
      "methylene blue start 1 mg/kg/h",
      [
        .vasopressor(
          Vasopressor(
            agent: .methyleneBlue, action: .start, rate: Quantity(1, .milligramPerKilogramHour)))
      ]
    ),
    (
      "去甲肾上腺素 start 0.1",
      [
        .vasopressor(
          Vasopressor(
            agent: .norepinephrine, action: .start,
            rate: Quantity(tenths(1), .microgramPerKilogramMinute)))
      ]
    ),
    (
      "midazolam start 2 mg/h",
      [
        .medication(
          Medication(
            drug: "midazolam", drugClass: .sedative, dose: Quantity(2, .milligramPerHour),
            action: .start))
      ]
    ),
  ]

  @Test("it is understood", arguments: lines)
  func understood(text: String, contents: [Content]) {
    switch Self.read(text) {
    case .success(let line):
      #expect(line.contents == contents)
      #expect(line.at == nil)
    case .failure(let problem): Issue.record("\(text): \(problem)")
    }
  }

  @Test(
    "what is not understood is named",
    arguments: [
      ("t 38.4 foo 3", "foo", EntryWord.unknownWord), ("t", "t", .lineNeedsValue),
      ("t 3.89", "3.89", .impossible), ("t abc", "abc", .notANumber),
      ("t 38 t 39", "t", .lineSaysTwice),
      ("bp 92", "92", .notAPressure), ("spo2 101", "101", .impossible),
      ("o2 xyz 4", "xyz", .unknownDevice), ("ne 0.08", "ne", .lineNeedsAction),
      ("ice 11", "11", .notAScore), ("ice done", "done", .notAScore),
      ("loc sleepy", "sleepy", .unknownLevel), ("lab FOO 3", "FOO", .unknownVariable),
      ("lab IL6 30 mg/kg", "IL6", .unitDoesNotFit), ("toci", "toci", .lineNeedsValue),
      ("toci 8 mL/h", "8 mL/h", .notAnAmount), ("t 38 at 25:00", "25:00", .notATime),
      ("t 38 at 23:00", "23:00", .inTheFuture), ("", "", .nothingEntered),
      ("at 14:00", "", .nothingEntered),
    ])
  func refused(text: String, word: String, why: EntryWord) {
    switch Self.read(text) {
    case .success(let line):
      // A systolic alone is a pressure.
      if text == "bp 92" {
        #expect(line.contents == [.vitals(Vitals(systolic: Quantity(92, .millimetreOfMercury)))])
      } else {
        Issue.record("\(text) was understood as \(line)")
      }
    case .failure(let problem):
      #expect(problem.word == word)
      #expect(problem.text.word == why)
    }
  }

  @Test(
    "the time stands at the end",
    arguments: [
      ("t 38 at 14:05", Bench.moment("2026-03-07", 14, 5)),
      ("t 38 at 1405", Bench.moment("2026-03-07", 14, 5)),
      ("t 38 at 03-06 23:50", Bench.moment("2026-03-06", 23, 50)),
      ("t 38 at 2026-03-06 23:50", Bench.moment("2026-03-06", 23, 50)),
      ("t 38 at 2026-03-06T23:50+08:00", Bench.moment("2026-03-06", 23, 50)),
      ("t 38 at 2026-03-06T15:50Z", Bench.moment("2026-03-06", 23, 50)),
      ("note will walk at 9 at 14:05", Bench.moment("2026-03-07", 14, 5)),
    ])
  func times(text: String, moment: Instant) {
    #expect((try? Self.read(text).get())?.at == moment)
  }

  @Test("a clock time later than now is last night's, where that is not long ago")
  func night() {
    let now = Bench.moment("2026-03-07", 0, 10)
    let line = try? RecordLine("t 38 at 23:50", now: now, zone: Bench.zone)
    #expect(line?.at == Bench.moment("2026-03-06", 23, 50))
  }

  @Test("the form shows what was understood before it is stored, and Enter stores it")
  func form() {
    var bench = Bench()
    bench.press("e")
    bench.type("t 38.4 hr 118 bp 122/50")
    let screen = bench.screen(120, 30)
    #expect(screen.contains("T 38.4 °C"))
    #expect(screen.contains("HR 118"))
    bench.press("Enter")
    #expect(bench.contents.count == 1)
    #expect(bench.contents.first?.kind == .vitals)
  }

  @Test("the form names what it does not understand, and stores nothing")
  func formRefuses() {
    var bench = Bench()
    bench.press("e")
    bench.type("t 38.4 foo 3 ")
    #expect(bench.screen(120, 30).contains("\"foo\" is not understood"))
    bench.press("Enter")
    #expect(bench.saved.isEmpty)
  }

  @Test("an improbable value in a line is typed once more")
  func improbable() {
    var bench = Bench()
    bench.press("e")
    bench.type("t 41.2")
    bench.press("Enter")
    #expect(bench.saved.isEmpty)
    #expect(bench.form?.focus == "again.temperature")
    bench.type("41.2")
    bench.press("F2")
    #expect(bench.contents.count == 1)
  }

  @Test("a line does not pass the limits of tocilizumab: a dose within 8 h needs its reason")
  func tocilizumab() {
    var bench = Bench(TreatmentTests.doses([7]))
    bench.press("e")
    bench.type("toci 480")
    #expect(bench.screen(120, 30).contains("less than 8 h from the dose"))
    bench.press("Enter")
    #expect(bench.saved.isEmpty)
    #expect(bench.form?.focus == "reason")
    #expect(bench.notice == .stopTooSoon)
    bench.press("Enter")
    #expect(bench.saved.isEmpty)
    bench.type("second dose as agreed with Dr Moss")
    bench.press("Enter")
    #expect(bench.saved.last?.items.first?.reason == "second dose as agreed with Dr Moss")
    #expect(bench.contents.first?.kind == .medication)
  }

  @Test("more than 800 mg, and two doses in one line, need a reason as well")
  func tocilizumabDose() {
    for line in ["toci 900", "toci 480 toci 480"] {
      var bench = Bench()
      bench.press("e")
      bench.type(line)
      bench.press("Enter")
      #expect(bench.saved.isEmpty, "\(line)")
      #expect(bench.form?.focus == "reason", "\(line)")
    }
  }

  @Test("the words name the limits of the site, where it has its own")
  func siteLimits() {
    var doses = TreatmentTests.doses([9])
    doses.append(
      (Bench.moment("2026-03-01", 8), .setting(Setting(name: "A20.hours", value: .number(12)))))
    var bench = Bench(doses)
    bench.press("e")
    bench.type("toci 480")
    #expect(bench.screen(120, 30).contains("less than 12 h from the dose"))
  }

  @Test("a line with no dose too many is stored at once")
  func tocilizumabFree() {
    var bench = Bench(TreatmentTests.doses([8]))
    bench.press("e")
    bench.type("toci 480")
    bench.press("Enter")
    #expect(bench.contents.count == 1)
  }

  @Test("the time of a line is that of its events")
  func lineTime() {
    var bench = Bench()
    bench.press("e")
    bench.type("t 38.4 at 13:10")
    bench.press("Enter")
    #expect(
      bench.saved.last?.items.first?.at
        == .moment(Bench.moment("2026-03-07", 13, 10), utcOffset: 28_800))
  }

  @Test(
    "no text makes it fall over",
    arguments: [
      "\u{1B}[2J", "t \u{0}", "lab X: 3", "note", "💉 5", "t 9999999999999999999999",
      String(repeating: "t 38 ", count: 400),
    ])
  func hostile(text: String) {
    if case .success(let line) = Self.read(text) { Issue.record("\(line)") }
  }
}

@Suite("The palette takes a line as well")
struct PaletteLineTests {
  @Test("a line opens its form, where it is seen before it is stored")
  func opens() {
    var bench = Bench()
    bench.press(":")
    bench.type("ice 8")
    bench.press("Enter")
    #expect(bench.form?.kind == .line)
    #expect(bench.saved.isEmpty)
    #expect(bench.plain.joined().contains("ICE 8"))
    bench.press("Enter")
    #expect(bench.contents == [.ice(ICE(total: 8, status: .done))])
  }

  @Test("a line with a fault opens its form too, and the fault is named")
  func fault() {
    var bench = Bench()
    bench.press(":")
    bench.type("t 46 zzz")
    bench.press("Enter")
    #expect(bench.form?.kind == .line)
    bench.press("Enter")
    #expect(bench.saved.isEmpty)
  }

  @Test("words that are no line still find commands and patients")
  func others() {
    var bench = Bench()
    bench.press(":")
    bench.type("theme")
    bench.press("Enter")
    #expect(bench.form == nil)
  }
}
