import Clinical
import Grading
import Testing

import Console

@Suite("ICE, CAPD and the neurological signs")
struct NeuroTests {
  @Test("a whole ICE is ten keys and one to save")
  func wholeICE() {
    var bench = Bench()
    bench.press("i")
    bench.type("1101110111")
    bench.press("F2")
    guard case .ice(let ice)? = bench.contents.first else {
      Issue.record("no ICE")
      return
    }
    #expect(ice.points == ICE.Points(low: 8, high: 8))
    #expect(ice.items?[.city] == 0)
    #expect(ice.items?[.object3] == 0)
    #expect(ice.status == .done)
    #expect(ice.wordSet == "A")
    #expect(bench.form?.keys == 10)
  }

  @Test("the running score and what it would grade stand on the screen")
  func running() {
    var bench = Bench()
    bench.press("i")
    bench.type("110111011")
    let running = bench.form.flatMap { RunningICE($0.reading) }
    #expect(running?.points == 7)
    #expect(running?.asked == 9)
    #expect(running?.most == 8)
    let screen = bench.screen(120, 40)
    #expect(screen.contains("7 of 9 asked"))
    #expect(screen.contains("8  → ICANS 1"))
  }

  @Test("an item that could not be asked leaves the score a range")
  func openItem() {
    var bench = Bench()
    bench.press("i")
    bench.type("11111111u1")
    bench.press("F2")
    guard case .ice(let ice)? = bench.contents.first else {
      Issue.record("no ICE")
      return
    }
    #expect(ice.points == ICE.Points(low: 9, high: 10))
  }

  @Test("a key that answers nothing moves nothing and says which do")
  func wrongKey() {
    var bench = Bench()
    bench.press("i")
    bench.type("x")
    #expect(bench.form?.focus == "year")
    #expect(bench.notice == .noSuchKey)
  }

  @Test(
    "every status can be entered, and none of them comes with points",
    arguments: InstrumentStatus.allCases.filter { $0 != .done })
  func statuses(status: InstrumentStatus) {
    for birth in ["1997-05-02", "2019-05-02"] {
      var bench = Bench(birth: birth)
      bench.press("i", "S-Tab")
      let key = NeuroForm.statuses.option(id: status.rawValue)?.key
      bench.type(key.map { String($0) } ?? "?")
      bench.press("F2")
      switch bench.contents.first {
      case .ice(let ice)?:
        #expect(ice == ICE(status: status))
        #expect(birth.hasPrefix("1997"))
      case .capd(let capd)?:
        #expect(capd == CAPD(status: status))
        #expect(birth.hasPrefix("2019"))
      default: Issue.record("\(status): \(bench.contents)")
      }
    }
  }

  @Test("the words rotate from one assessment to the next, and the sentence stays")
  func rotation() {
    let score = ICE(total: 10, status: .done, wordSet: "A")
    let bench = Bench([(Bench.moment("2026-03-07", 6), .ice(score))])
    var second = bench
    second.press("i")
    #expect(second.form?.wordSet == "B")
    second.press("F7")
    #expect(second.form?.wordSet == "C")
    let screen = second.screen(120, 40)
    #expect(screen.contains("Our national bird is the bald eagle"))
    #expect(screen.contains("phone"))
  }

  @Test(
    "the form speaks the patient's language, whatever the console's",
    arguments: EntryLanguage.allCases)
  func language(language: EntryLanguage) {
    var bench = Bench(language: language.rawValue)
    bench.press("i")
    let screen = bench.screen(120, 44)
    let words = EntryCatalogue.of(language)
    for item in [EntryWord.iceCity, .iceAttention, .handwritingChanged, .raisedPressure] {
      #expect(screen.contains(words(item)), "\(item)")
    }
    for object in ICEWords.objects("A", language) { #expect(screen.contains(object)) }
    #expect(bench.form?.context.language == language)
  }

  @Test("the site's own sentence is asked for")
  func siteSentence() {
    var bench = Bench([
      (
        Bench.moment("2026-02-20", 8),
        .setting(Setting(name: "plan.sentence.en", value: .text("The garden is green today")))
      )
    ])
    bench.press("i")
    #expect(bench.screen(120, 40).contains("The garden is green today"))
  }

  @Test("every language has every word set whole")
  func wordSets() {
    for language in EntryLanguage.allCases {
      for set in ICEWords.sets {
        #expect(Set(ICEWords.objects(set, language)).count == 3)
        #expect(!ICEWords.command(set, language).isEmpty)
      }
    }
  }

  @Test("a child under 12 is asked by CAPD, eight digits")
  func child() {
    var bench = Bench(language: "zh", birth: "2018-05-02")
    bench.press("i")
    #expect(bench.form?.usesCAPD == true)
    bench.type("01210000")
    bench.press("F2")
    #expect(bench.contents.first == .capd(CAPD(items: [0, 1, 2, 1, 0, 0, 0, 0], status: .done)))
  }

  @Test("half a CAPD is none: the first open item is asked for")
  func halfCAPD() {
    var bench = Bench(birth: "2018-05-02")
    bench.press("i")
    bench.type("0121")
    bench.press("F2")
    #expect(bench.saved.isEmpty)
    #expect(bench.form?.focus == "capd5")
  }

  @Test(
    "the examples beside CAPD follow the child's age",
    arguments: [
      (10, 0, CAPDAge.newborn), (28, 0, .weeks4), (45, 0, .weeks6), (60, 0, .weeks8),
      (195, 0, .weeks8), (196, 0, .weeks28), (366, 1, .year1), (800, 2, .year2),
    ])
  func anchors(days: Int, years: Int, band: CAPDAge) {
    #expect(CAPDAge(days: Int64(days), years: years) == band)
    for item in 1...8 { #expect(CAPDAnchors.text(item: item, band: band) != nil) }
  }

  @Test("from three years on the items speak for themselves")
  func noAnchors() {
    #expect(CAPDAge(days: 1200, years: 3) == nil)
  }

  @Test("ICE and CAPD change places by a key")
  func swap() {
    var bench = Bench()
    bench.press("i", "F8")
    #expect(bench.form?.usesCAPD == true)
    #expect(bench.form?.focus == "capd1")
  }

  @Test("a seizure begins now and ends later: one seizure")
  func seizure() {
    var bench = Bench()
    bench.press("i")
    bench.form.map { #expect($0.reading.spec("seizureEnd") == nil) }
    bench.console.entry.open?.focus(on: "seizure")
    bench.type("gs")
    bench.press("F2")
    #expect(bench.contents == [.seizure(Seizure(type: .generalised, resolved: false))])
    bench.store()
    let start = bench.events.last?.id
    // Two minutes later.
    _ = bench.console.update(.tick(Bench.now + .minutes(2)))
    bench.press("i")
    bench.console.entry.open?.focus(on: "seizureEnd")
    #expect(bench.screen(120, 44).contains("2:00 since 14:27"))
    bench.type("e")
    bench.press("F2")
    #expect(
      bench.contents == [
        .seizure(
          Seizure(duration: Quantity(120, .second), resolved: true, continues: start))
      ])
    bench.store()
    let record = bench.console.patient?.record
    #expect(record?.course.bedside(at: bench.console.now).seizure == nil)
    #expect(record?.course.grades(at: bench.console.now).icans.atLeast == 3)
  }

  @Test("a seizure of more than five minutes is marked while it runs")
  func longSeizure() {
    var bench = Bench([
      (
        Bench.now - .minutes(6), .seizure(Seizure(type: .generalised, resolved: false))
      )
    ])
    bench.press("i")
    #expect(bench.screen(120, 44).contains("longer than 5 min"))
  }

  @Test("findings of raised pressure are kept together, and none stands alone")
  func pressure() {
    var bench = Bench()
    bench.press("i")
    bench.console.entry.open?.focus(on: "intracranial")
    bench.type("p6")
    #expect(bench.value("intracranial") == .choices(["papilloedema", "sixthNervePalsy"]))
    bench.type("p")
    #expect(bench.value("intracranial") == .choices(["sixthNervePalsy"]))
    bench.type("n")
    #expect(bench.value("intracranial") == .choices(["none"]))
    bench.type("f")
    #expect(bench.value("intracranial") == .choices(["focalOedema"]))
  }

  @Test("points lost before stand beside the form")
  func lostBefore() {
    var items: [ICEItem: Int] = [:]
    for item in ICEItem.allCases { items[item] = item == .writing ? 0 : 1 }
    var bench = Bench([
      (Bench.moment("2026-03-07", 6), .ice(ICE(items: items, status: .done, wordSet: "A")))
    ])
    bench.press("i")
    let screen = bench.screen(120, 44)
    #expect(screen.contains("Points lost before"))
    #expect(screen.contains("writing"))
  }

  @Test("before the infusion the form is a baseline")
  func baseline() {
    var bench = Bench()
    bench.press("i", "C-t")
    bench.type("2026-02-28 09:00")
    #expect(bench.form?.context.isBeforeInfusion == true)
    #expect(bench.screen(120, 44).contains("Baseline before infusion"))
  }
}
