package import Clinical
import Terminal

/// One local day as a flowsheet: a row a variable, a column an hour, shifts with their sums of fluids.
package struct DayTable: Sendable {
  /// An hour of the day; a day of 25 hours has 25.
  package struct Hour: Sendable, Hashable {
    package let start: Instant
    /// `02`; twice where the clock is set back.
    package let name: String
    package let shift: Shift
  }

  package enum Shift: Int, Sendable, CaseIterable {
    case night, day, evening

    /// Eight hours each from midnight, so that three of them are the day.
    init(hour: Int) { self = hour < 8 ? .night : hour < 16 ? .day : .evening }
  }

  package struct Cell: Sendable, Hashable {
    package let text: String
    package let isOut: Bool
    /// How many values the hour has.
    package let count: Int
  }

  package struct Row: Sendable {
    package let name: String
    package var cells: [Int: Cell]
    /// Sums by shift and of the day, for fluids alone.
    package var sums: Sums?
  }

  package struct Sums: Sendable, Hashable {
    package fileprivate(set) var byShift: [Int: Sum] = [:]
    package fileprivate(set) var day = Sum()
  }

  /// A sum of volumes in millilitres; one without a volume keeps it from being the whole.
  package struct Sum: Sendable, Hashable {
    package fileprivate(set) var millilitres = DecimalNumber.zero
    package fileprivate(set) var unknown = 0
    package fileprivate(set) var count = 0
  }

  package let hours: [Hour]
  package private(set) var rows: [Row] = []

  private let range: Range<Instant>
  private let words: Catalogue
  // Whose value of several in an hour stands there.
  private var kept: [String: [Int: Double]] = [:]
  private var places: [String: Int] = [:]

  /// - Parameter number: of the local day.
  package init(_ course: TrendCourse, day number: Int64, usesCAPD: Bool, words: Catalogue) {
    let zone = course.axis.zone
    let start = zone.startOfDay(number: number)
    let end = zone.startOfDay(number: number + 1)
    range = start..<end
    self.words = words
    let time = LocalTime(zone: zone)
    var hours: [Hour] = []
    var at = start
    while at < end {
      let name = String(time.clock(at).prefix(2))
      hours.append(Hour(start: at, name: name, shift: Shift(hour: Int(name) ?? 0)))
      at = at + .hours(1)
    }
    self.hours = hours
    addVitals(course, usesCAPD)
    addStates(course)
    addFluids(course)
    addLabs(course)
  }

  /// True where nothing at all is on record for the day.
  package var isEmpty: Bool { rows.allSatisfy { $0.cells.isEmpty } }

  /// The columns that hold something.
  package var filled: [Int] {
    hours.indices.filter { hour in rows.contains { $0.cells[hour] != nil } }
  }

  private func hour(_ t: Instant) -> Int? {
    guard range.contains(t) else { return nil }
    return hours.lastIndex { $0.start <= t }
  }

  private mutating func put(
    _ row: String, _ t: Instant, _ text: String, isOut: Bool = false, weight: Double? = nil
  ) {
    guard let hour = hour(t) else { return }
    let place = place(of: row)
    guard let cell = rows[place].cells[hour] else {
      rows[place].cells[hour] = Cell(text: text, isOut: isOut, count: 1)
      kept[row, default: [:]][hour] = weight
      return
    }
    // The worst of several; where they are not to be compared the newest. What has no weight, as a
    // score that could not be done, never stands in the place of a value.
    let before = kept[row]?[hour]
    let stands: Bool
    let isMarked: Bool
    switch (before, weight) {
    case (let before?, let weight?):
      stands = weight >= before
      isMarked = cell.isOut || isOut
    case (_?, nil): (stands, isMarked) = (false, cell.isOut)
    case (nil, _): (stands, isMarked) = (true, isOut)
    }
    if stands { kept[row, default: [:]][hour] = weight }
    rows[place].cells[hour] = Cell(
      text: stands ? text : cell.text, isOut: isMarked, count: cell.count + 1)
  }

  private mutating func place(of row: String) -> Int {
    if let place = places[row] { return place }
    places[row] = rows.count
    rows.append(Row(name: row, cells: [:]))
    return rows.count - 1
  }

  // MARK: Rows

  // Every vital sign has its row, filled or not: an empty one says that nothing was measured.
  private mutating func addVitals(_ course: TrendCourse, _ usesCAPD: Bool) {
    let plots: [(TrendCourse.Vital, TrendWord, Double)] = [
      (.temperature, .titleTemperature, 1), (.heartRate, .titleHeartRate, 1),
      (.systolic, .titlePressure, -1), (.mean, .rowMean, -1),
      (.saturation, .titleSaturation, -1), (.breathing, .titleBreathing, 1),
      (usesCAPD ? .capd : .ice, usesCAPD ? .titleCAPD : .titleICE, usesCAPD ? 1 : -1),
    ]
    for (vital, word, sign) in plots {
      let row = words(word)
      _ = place(of: row)
      for reading in course.vitals[vital] ?? [] where range.contains(reading.at) {
        var text = reading.text
        if vital == .systolic,
          case .vitals(let vitals) = course.facts[reading.fact].event.content,
          let lower = vitals.diastolic.flatMap(Measure.diastolic.normalised)
        {
          text += "/\(lower.roundedHalfUp(places: 0))"
        }
        put(row, reading.at, text, isOut: reading.isOut, weight: reading.number.double * sign)
      }
    }
    for fact in course.facts where range.contains(fact.key.at) {
      let status: (Bool, InstrumentStatus?)? =
        switch fact.event.content {
        case .ice(let ice) where ice.points == nil: (false, ice.status)
        case .capd(let capd) where capd.points == nil: (true, capd.status)
        default: nil
        }
      guard let (isCAPD, status) = status, isCAPD == usesCAPD, let status else { continue }
      put(words(usesCAPD ? TrendWord.titleCAPD : .titleICE), fact.key.at, words(status.shortWord))
    }
  }

  private mutating func addStates(_ course: TrendCourse) {
    let row = words(TrendWord.rowOxygen)
    _ = place(of: row)
    for support in course.oxygen {
      put(
        row, support.at, TrendPlots.support(support.oxygen, words).forms[1].plain,
        weight: Double(support.oxygen.device.support))
    }
    for fact in course.facts where range.contains(fact.key.at) && fact.key.isTimed {
      switch fact.event.content {
      case .consciousness(let entry):
        put(words(TrendWord.rowConsciousness), fact.key.at, words(entry.level.word))
      case .vasopressor(let entry):
        let rate = entry.rate.map { "\($0.value)" }
        put(
          [entry.name ?? entry.agent.label, entry.rate?.unit.label].compactMap { $0 }
            .joined(separator: " "),
          fact.key.at,
          entry.isStop ? words(Vasopressor.Action.stop.word) : rate ?? words(entry.action.word))
      case .medication(let entry):
        let dose = entry.dose.map { "\($0.value)" } ?? words((entry.action ?? .give).word)
        put(
          [entry.drug, entry.dose?.unit.label].compactMap { $0 }.joined(separator: " "),
          fact.key.at, entry.action == .stop ? words(Medication.Action.stop.word) : dose)
      default: break
      }
    }
  }

  private mutating func addFluids(_ course: TrendCourse) {
    var all = Sums()
    var hourly: [Int: Sum] = [:]
    for fact in course.facts {
      guard case .fluidBolus(let bolus) = fact.event.content, let hour = hour(fact.key.at) else {
        continue
      }
      let volume = bolus.volume.flatMap(Measure.volume.normalised)
      let word: TrendWord =
        switch bolus.purpose {
        case .hypotension: .rowHypotension
        case .maintenance: .rowMaintenance
        case .transfusion: .rowTransfusion
        case .other: .rowOtherFluid
        }
      let place = place(of: words(word))
      let shift = hours[hour].shift.rawValue
      var sums = rows[place].sums ?? Sums()
      sums.add(volume, shift)
      all.add(volume, shift)
      rows[place].sums = sums
      // Volumes of one hour add up; they are no readings of which one stands for the others.
      var sum = hourly[place * 32 + hour] ?? Sum()
      sum.add(volume)
      hourly[place * 32 + hour] = sum
      rows[place].cells[hour] = Cell(text: sum.text(words), isOut: false, count: 1)
    }
    guard all.day.count > 0 else { return }
    let place = place(of: words(TrendWord.rowFluids))
    rows[place].sums = all
    for hour in hours.indices {
      let sum = hourly.filter { $0.key % 32 == hour }.values.reduce(Sum()) { $0.adding($1) }
      if sum.count > 0 {
        rows[place].cells[hour] = Cell(text: sum.text(words), isOut: false, count: 1)
      }
    }
  }

  private mutating func addLabs(_ course: TrendCourse) {
    var seen: Set<String> = []
    let order = (TrendPanelID.standard.map(\.text) + ["ALT"] + course.labs.keys.sorted())
      .filter { seen.insert($0).inserted }
    for code in order {
      guard let lab = course.labs[code] else { continue }
      let name = LabVariable.label(ofCode: code)
      for reading in lab.readings where range.contains(reading.at) {
        put(name + " " + lab.unit, reading.at, reading.text, isOut: reading.isOut)
      }
    }
  }
}

extension DayTable.Sums {
  fileprivate mutating func add(_ volume: DecimalNumber?, _ shift: Int) {
    byShift[shift, default: DayTable.Sum()].add(volume)
    day.add(volume)
  }
}

extension DayTable.Sum {
  fileprivate mutating func add(_ volume: DecimalNumber?) {
    count += 1
    if let volume { millilitres = millilitres + volume } else { unknown += 1 }
  }

  fileprivate func adding(_ other: Self) -> Self {
    var sum = self
    sum.millilitres = millilitres + other.millilitres
    sum.unknown += other.unknown
    sum.count += other.count
    return sum
  }

  /// `500`, `500+?` where a volume was not recorded, `?` where none was; empty where nothing was given.
  package func text(_ words: Catalogue) -> String {
    if count == 0 { return "" }
    if unknown == count { return "?" }
    return unknown > 0 ? words(TrendWord.withoutVolume, "\(millilitres)") : "\(millilitres)"
  }
}
