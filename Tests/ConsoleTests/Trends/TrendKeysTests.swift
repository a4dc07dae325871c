import Clinical
import Console
import Foundation
import Grading
import Terminal
import Testing

@Suite("Moving in trends")
struct TrendKeysTests {
  private func opened(_ keys: String...) -> SampleConsole {
    var console = SampleConsole()
    console.press(":")
    console.type("王芳")
    console.press("Enter", "g")
    for key in keys { console.press(key) }
    return console
  }

  @Test("By key and by palette one comes to trends, to the day table, and by Tab")
  func reaching() {
    #expect(opened().state.patient?.part == .trends)
    #expect(opened("d").state.patient?.part == .dayTable)
    var palette = opened("Tab", "Tab", ":")
    palette.type("everything on one axis")
    palette.press("Enter")
    #expect(palette.state.patient?.part == .trends)
    #expect(opened().text(120, 40).contains("[Trends]"))
  }

  @Test("Zoom goes from 6 hours to 24 months and no further, and says so")
  func zoom() {
    var console = opened()
    #expect(console.state.trends.zoom == .course)
    for _ in 0..<20 { console.press("+") }
    #expect(console.state.trends.zoom == .sixHours)
    #expect(console.text(80, 24).contains("6 hours is the closest"))
    for zoom in TrendZoom.allCases.dropFirst() {
      console.press("-")
      #expect(console.state.trends.zoom == zoom)
    }
    for _ in 0..<3 { console.press("-") }
    #expect(console.state.trends.zoom == .twoYears)
    #expect(console.text(80, 24).contains("24 months is the widest"))
    #expect(TrendZoom.sixHours.days == 0.25 && TrendZoom.twoYears.days == 731)
  }

  @Test("At every zoom the moment that is looked at and the last value are in sight")
  func inSight() throws {
    for zoom in 0..<TrendZoom.allCases.count {
      var console = opened()
      for _ in 0..<20 { console.press("+") }
      for _ in 0..<zoom { console.press("-") }
      for steps in [0, 1, 30] {
        for _ in 0..<steps { console.press("Left") }
        for (width, height) in [(80, 24), (200, 50)] {
          let buffer = console.frame(width, height).buffer
          let strip = try #require(buffer.rows.firstIndex { $0.hasPrefix("CRS  ") })
          let isLit = (9..<width).contains { buffer[$0, strip].style.ground == .cursor }
          #expect(isLit == (steps > 0), "zoom \(zoom), \(steps) steps, \(width)x\(height)")
        }
      }
    }
  }

  @Test("The cursor reads the exact value, its age and its source")
  func cursor() throws {
    var console = opened("p")
    let moment = try #require(console.state.patient?.moment)
    let record = try #require(console.state.patient?.record)
    let fact = try #require(
      record.course.facts.last { fact in
        guard fact.key.at == moment, case .vitals(let vitals) = fact.event.content else {
          return false
        }
        return vitals.temperature != nil
      })
    guard case .vitals(let vitals) = fact.event.content else { return }
    let text = console.text(120, 40)
    let value = try #require(vitals.temperature)
    #expect(text.contains("\(value.value) °C") && text.contains("axillary"))
    #expect(text.contains("by \(try #require(fact.event.by))"))
    // Half a day later, at no reading, it tells how old that one is.
    console.press("p", "]")
    let earlier = try #require(console.state.patient?.moment)
    #expect(console.text(120, 40).contains("60 min before") || earlier < moment)
    #expect(console.text(120, 40).contains("At D+"))
  }

  @Test("Steps of the cursor follow the zoom; 0 is now again")
  func steps() {
    var console = opened("Left")
    #expect(console.state.patient?.moment == SampleConsole.moment - .hours(12))
    console.press("0", "+", "+", "+", "Left")
    #expect(console.state.patient?.moment == SampleConsole.moment - .hours(1))
    console.press("Right")
    #expect(console.state.patient?.moment == nil)
  }

  @Test("Linear or logarithmic by a key, for the chosen plot alone")
  func scale() {
    var console = opened("Down", "l")
    #expect(console.state.trends.preference.flipped == ["heartRate"])
    #expect(console.text(120, 40).contains("HR /min logarithmic"))
    console.press("l")
    #expect(console.state.trends.preference.flipped.isEmpty)
    #expect(console.text(120, 40).contains("HR /min linear"))
  }

  @Test(
    "Braille, blocks, ASCII, numbers, and what the terminal can; the fallback holds without UTF-8")
  func signs() {
    var console = opened()
    func draws(_ range: ClosedRange<UInt32>) -> Bool {
      console.text(120, 40).unicodeScalars.contains { range.contains($0.value) }
    }
    #expect(draws(0x2801...0x28FF))
    console.press("s", "s")
    #expect(!draws(0x2801...0x28FF) && draws(0x2581...0x2588))
    console.press("s")
    #expect(!draws(0x2801...0x28FF) && !draws(0x2581...0x2588))
    console.press("s")
    let numbers = console.text(120, 40)
    #expect(!draws(0x2581...0x2588) && !draws(0x2801...0x28FF))
    #expect(numbers.contains("36.") && numbers.contains("38."))
    console.press("s")
    #expect(draws(0x2801...0x28FF))
    console.press("s")
    #expect(console.text(120, 40, glyphs: .ascii).utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("Plots are hidden, shown and put in order, and the choice is kept and comes back")
  func choosing() throws {
    var console = SampleConsole()
    console.state.entry.user = EntryUser(login: "li", name: "Li", role: .nurse)
    console.press(":")
    console.type("王芳")
    console.press("Enter", "g")
    #expect(console.effects.contains(.loadPreference("trends")))
    console.press("x")
    #expect(!console.rows(120, 40).contains { $0.hasPrefix("T °C ") || $0.hasPrefix("▸T °C ") })
    console.press("{", "}", "}")
    let rows = console.rows(120, 40)
    let heart = try #require(rows.firstIndex { $0.hasPrefix("▸HR") })
    let pressure = try #require(rows.firstIndex { $0.hasPrefix("BP") })
    #expect(pressure < heart)
    // The list shows what is hidden, and Enter brings it back.
    console.press("f")
    console.type("T °C")
    console.press("Enter", "Esc")
    #expect(console.rows(120, 40).contains { $0.hasPrefix("T °C ") })
    console.press("x")
    let kept = try #require(
      console.effects.last.flatMap { effect -> [UInt8]? in
        if case .savePreference("trends", let bytes) = effect { return bytes }
        return nil
      })
    var other = SampleConsole()
    other.state.entry.user = EntryUser(login: "li", name: "Li", role: .nurse)
    other.press(":")
    other.type("王芳")
    other.press("Enter", "g")
    other.take(.preference("trends", kept, of: "chen"))
    #expect(other.state.trends.preference == TrendsPreference())
    other.take(.preference("trends", kept, of: "li"))
    #expect(other.state.trends.preference == console.state.trends.preference)
    other.take(.preference("trends", Array("spoilt".utf8), of: "li"))
    #expect(other.state.trends.preference == console.state.trends.preference)
  }

  @Test("Whoever sits down next has a choice of their own")
  func person() {
    var console = SampleConsole()
    console.state.entry.user = EntryUser(login: "li", name: "Li", role: .nurse)
    console.press("Enter", "g", "x")
    #expect(!console.state.trends.preference.hidden.isEmpty)
    console.state.entry.user = EntryUser(login: "chen", name: "Chen", role: .nurse)
    console.press("Esc", "Enter", "g")
    #expect(console.state.trends.preference.hidden.isEmpty)
    #expect(console.effects.filter { $0 == .loadPreference("trends") }.count == 2)
  }

  @Test(
    "Two patients on one axis of days: both named by two identifiers, the other as its own signs")
  func comparing() throws {
    var console = opened("c")
    console.type("刘洋")
    console.press("Enter")
    for (width, height) in [(40, 10), (80, 24), (120, 40)] {
      let text = console.text(width, height)
      for name in ["王芳", "00884471", "刘洋", "00883918"] {
        #expect(text.contains(name), "\(width)x\(height): \(name)\n\(text)")
      }
    }
    let plot = try #require(FirstPlot(console, 120, 40))
    #expect(plot.rows.contains { plot.buffer.rows[$0].dropFirst(9).prefix(20).contains("o") })
    #expect(plot.text.joined().contains("o 36.1"))
    console.press("Esc")
    #expect(!console.text(120, 40).contains("刘洋"))
    // Another patient is looked at alone.
    console.press("c")
    console.type("刘洋")
    console.press("Enter", ">")
    #expect(console.state.trends.compared == nil)
  }

  @Test("As known at a moment nothing that came later is plotted")
  func known() throws {
    var console = opened("Left", "Left", "K")
    let known = try #require(console.state.patient?.record.knownAt)
    #expect(known == SampleConsole.moment - .hours(24))
    let text = console.text(120, 40)
    #expect(text.contains("AS KNOWN AT"))
    console.press("K", "0")
    #expect(console.text(120, 40) != text)
  }

  @Test("The whole ward as small plots, on one range, by key; the keys of the ward go on")
  func ward() throws {
    var console = SampleConsole()
    console.press("g")
    let asked = try #require(
      console.effects.compactMap { effect -> [PatientID]? in
        if case .loadTrends(let ids) = effect { return ids }
        return nil
      }.last)
    #expect(asked.count == 18)
    let rows = console.rows(120, 40)
    let line = try #require(rows.first { $0.contains("王芳") })
    #expect(line.contains("00884471") && line.contains("38.4"))
    #expect(line.unicodeScalars.filter { (0x2581...0x2588).contains($0.value) }.count > 20)
    console.press("+")
    #expect(console.text(120, 40).contains("24 h, the same range for everybody"))
    console.press("s")
    #expect(console.state.ward.showsTrends)
    console.press("Enter")
    #expect(console.state.screen == .patient)
    console.press("w", "Esc")
    #expect(!console.state.ward.showsTrends)
    let plain = SampleConsole()
    #expect(!plain.state.ward.showsTrends)
  }

  @Test("Days of 23 and 25 hours are days: the axis has no step at midnight")
  func summerTime() throws {
    let zone = try #require(Zone(identifier: "Europe/Berlin"))
    let change = try #require(CalendarDate(year: 2026, month: 3, day: 29))
    let axis = DayAxis(zone: zone, dayZero: change.dayNumber - 5, now: .earliest)
    for day in 0..<10 {
      let start = zone.startOfDay(number: change.dayNumber - 5 + Int64(day))
      #expect(axis.x(start) == Double(day))
      #expect(axis.moment(Double(day)) == start)
    }
    let noon = zone.startOfDay(number: change.dayNumber) + .hours(11)
    #expect(abs(axis.x(noon) - (5 + 11.0 / 23)) < 1e-9)
  }
}
