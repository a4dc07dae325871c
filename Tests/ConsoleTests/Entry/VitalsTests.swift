import Clinical
import Grading
import Testing

import Console

@Suite("A round of vital signs")
struct VitalsTests {
  @Test("a complete normal set is saved with 24 keys")
  func normalSetInTwentyFourKeys() {
    var bench = Bench()
    bench.press("v")
    bench.type("368 78 122/74 16 98 r a")
    bench.press("Enter")
    #expect(bench.form?.keys == 24)
    #expect(
      bench.contents == [
        .vitals(
          Vitals(
            temperature: Quantity(DecimalNumber(tenths: 368), .celsius),
            heartRate: Quantity(78, .perMinute), systolic: Quantity(122, .millimetreOfMercury),
            diastolic: Quantity(74, .millimetreOfMercury),
            respiratoryRate: Quantity(16, .perMinute), spo2: Quantity(98, .percent))),
        .oxygen(Oxygen(device: .roomAir)), .consciousness(Consciousness(level: .awake)),
      ])
    #expect(
      bench.saved.last?.items.allSatisfy { $0.at == .moment(Bench.now, utcOffset: 28_800) } == true)
    bench.store()
    #expect(bench.form == nil)
    #expect(bench.console.message?.text.hasPrefix("saved 14:27:40") == true)
  }

  @Test("a sick patient's set asks for the systolic and for what makes it grade 3 once more")
  func sickSet() {
    var bench = Bench()
    bench.press("v")
    bench.type("389 118 84/49 26 93 h30/40 a")
    bench.press("Enter")
    #expect(bench.saved.isEmpty)
    #expect(bench.form?.again?.field == "pressure")
    bench.type("84")
    bench.press("Enter")
    // The flow makes it CRS 3, so it is typed again too.
    #expect(bench.form?.again?.field == "device")
    bench.type("h")
    bench.press("Enter")
    #expect(bench.contents.count == 3)
    // 28 for the line, 3 for the systolic, 2 for the device that makes it CRS 3.
    #expect(bench.form?.keys == 29 + 3 + 2)
  }

  @Test("a fever by the ward's choice for the axilla is marked as a fever in the form")
  func axillaryFever() {
    var bench = Bench([
      (Bench.moment("2026-03-01", 8), .setting(Setting(name: "D-18", value: .number(5))))
    ])
    bench.press("v")
    bench.type("375 ")
    #expect(!bench.screen(120, 40).contains("fever"))
    bench.console.entry.open?.focus(on: "site")
    bench.type("a")
    #expect(bench.screen(120, 40).contains("fever"))
  }

  @Test("a grade that was not known is said to be unknown, and never 0")
  func unknownBefore() {
    var bench = Bench()
    bench.press("e")
    bench.type("loc unarousable")
    bench.press("F2")
    let asked = bench.form?.again
    #expect(asked?.why.word == .asksGradeUnknown)
    #expect(bench.saved.isEmpty)
    #expect(bench.screen(120, 34).contains("ICANS is not known now and would become 4"))
  }

  @Test(
    "what cannot be true is refused as it is typed",
    arguments: [
      ("3.8", "temperature"), ("38..", "temperature"), ("46", "temperature"),
      ("368 8x", "heart"), ("368 301", "heart"), ("368 78 122/130", "pressure"),
      ("368 78 301", "pressure"), ("368 78 122/74 101", "breaths"),
      ("368 78 122/74 16 101", "spo2"), ("368 78 122/74 16 98 q", "device"),
      ("368 78 122/74 16 98 n81", "flow"), ("368 78 122/74 16 98 h30/20 ", "fio2"),
      ("368 78 122/74 16 98 r z", "level"),
    ])
  func impossible(line: String, field: String) {
    var bench = Bench()
    bench.press("v")
    bench.type(line)
    guard case .refused = bench.value(field) else {
      Issue.record("\(line): \(field) is \(bench.value(field))")
      return
    }
    bench.press("F2")
    #expect(bench.saved.isEmpty)
  }

  @Test(
    "a beginning is not yet a fault",
    arguments: [
      ("3", "temperature"), ("38.", "temperature"), ("368 1", "heart"),
      ("368 78 1", "pressure"), ("368 78 122/", "pressure"), ("368 78 122/74 16 9", "spo2"),
      ("368 78 122/74 16 98 h30/4", "fio2"),
    ])
  func beginnings(line: String, field: String) {
    var bench = Bench()
    bench.press("v")
    bench.type(line)
    if case .refused(let why) = bench.value(field) { Issue.record("\(line): \(why)") }
  }

  @Test("every device has a letter, and every level of consciousness")
  func letters() {
    #expect(Set(OxygenFields.devices.map(\.id)) == Set(Oxygen.Device.allCases.map(\.rawValue)))
    #expect(Set(OxygenFields.devices.map(\.key)).count == Oxygen.Device.allCases.count)
    #expect(
      Set(LevelFields.levels.map(\.id)) == Set(Consciousness.Level.allCases.map(\.rawValue)))
    for option in OxygenFields.devices {
      var bench = Bench()
      bench.press("v")
      bench.type("368 78 122/74 16 98 \(option.key)5/40 a")
      #expect(bench.value("device") == .choice(option.id))
      if option.id != "roomAir" {
        #expect(bench.value("flow") == .number(5, nil))
        #expect(bench.value("fio2") == .number(40, nil))
      }
    }
  }

  @Test("= repeats the last value, and is refused where there is none")
  func repeats() {
    var bench = Bench([
      (
        Bench.moment("2026-03-07", 8),
        .vitals(
          Vitals(
            temperature: Quantity(DecimalNumber(tenths: 372), .celsius),
            heartRate: Quantity(88, .perMinute), systolic: Quantity(118, .millimetreOfMercury),
            diastolic: Quantity(70, .millimetreOfMercury)))
      ),
      (
        Bench.moment("2026-03-07", 8),
        .oxygen(Oxygen(device: .nasalCannula, flow: Quantity(2, .litrePerMinute)))
      ),
    ])
    bench.press("v")
    bench.type("= = = =")
    #expect(bench.value("temperature") == .number(DecimalNumber(tenths: 372), nil))
    #expect(bench.value("heart") == .number(88, nil))
    #expect(bench.value("pressure") == .pressure(systolic: 118, diastolic: 70))
    guard case .refused(let why) = bench.value("breaths") else {
      Issue.record("no respiratory rate was ever recorded")
      return
    }
    #expect(why.word == .nothingToRepeat)
    bench.press("Backspace")
    bench.type("16 98 = a")
    #expect(bench.value("device") == .choice("nasalCannula"))
    #expect(bench.value("flow") == .number(2, nil))
    bench.press("Enter")
    #expect(
      bench.contents.contains(
        .oxygen(Oxygen(device: .nasalCannula, flow: Quantity(2, .litrePerMinute)))))
  }

  @Test("- is not done and asks why, once")
  func notDone() {
    var bench = Bench()
    bench.press("v")
    bench.type("- 78 - 16 98 r a")
    bench.press("Enter")
    #expect(bench.saved.isEmpty)
    #expect(bench.form?.focus == "why")
    bench.type("r")
    bench.press("F2")
    #expect(bench.contents.last == .notDone(NotDone(what: .vitals, because: .refused)))
    guard case .vitals(let vitals) = bench.contents.first else {
      Issue.record("no vital signs")
      return
    }
    #expect(vitals.temperature == nil)
    #expect(vitals.systolic == nil)
    #expect(vitals.heartRate == Quantity(78, .perMinute))
  }

  @Test("a line that is not whole goes on to the first empty field, and saves nothing")
  func partialLine() {
    var bench = Bench()
    bench.press("v")
    bench.type("368 78")
    bench.press("Enter")
    #expect(bench.saved.isEmpty)
    #expect(bench.form?.focus == "pressure")
  }

  @Test("Enter on an empty field never means zero")
  func emptyIsNothing() {
    var bench = Bench()
    bench.press("v", "Enter", "Enter", "Enter")
    bench.press("F2")
    #expect(bench.saved.isEmpty)
    #expect(bench.notice == .nothingEntered)
  }

  @Test("waking to voice asks whether the patient stays awake")
  func voice() {
    var bench = Bench()
    bench.press("v")
    bench.type("368 78 122/74 16 98 r v")
    bench.press("Enter")
    #expect(bench.form?.focus == "staysAwake")
    bench.type("y")
    bench.press("F2")
    #expect(bench.contents.last == .consciousness(Consciousness(level: .awake)))
  }

  @Test("the time is that of the first key, or what is typed")
  func time() {
    var bench = Bench()
    bench.press("v")
    bench.type("368 78 122/74 16 98 r a")
    _ = bench.console.update(.tick(Bench.now + .minutes(4)))
    bench.press("Enter")
    #expect(bench.saved.last?.items.first?.at == .moment(Bench.now, utcOffset: 28_800))
    bench = Bench()
    bench.press("v", "C-t")
    bench.type("13:05")
    bench.press("F2")
    bench.press("S-Tab")
    bench.form.map { #expect($0.observedAt == Bench.moment("2026-03-07", 13, 5)) }
  }

  @Test("letters from an input method for Chinese count as plain ones")
  func fullWidth() {
    var bench = Bench()
    bench.press("v")
    bench.type("３６８ ７８ １２２／７４ １６ ９８ ｒ ａ")
    bench.press("Enter")
    #expect(bench.saved.count == 1)
  }

  @Test("the screen says what the set will do")
  func consequence() {
    var bench = Bench()
    bench.press("v")
    bench.type("385 78 122/74 16 98 n2 a")
    let after = bench.form?.consequence
    #expect(after?.after.crs.grade == 2)
    #expect(bench.screen(120, 40).contains("This will give"))
  }
}
