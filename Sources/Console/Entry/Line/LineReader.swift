import Clinical

/// Reads the words of a line from the left.
struct LineReader {
  private(set) var at: Instant?
  private var rest: ArraySlice<String>
  private let time: TimeRule
  private var vitals = Vitals()
  /// Everything but the round of vital signs, in the order of the words.
  private var others: [Content] = []
  private var results: [LabResult] = []
  private var seen: Set<String> = []

  init(_ words: [String], time: TimeRule) {
    // A shell gives quoted words in one: each is read for itself.
    rest = words.flatMap { $0.split(separator: " ").map(String.init) }[...]
    self.time = time
  }

  var contents: [Content] {
    (vitals == Vitals() ? [] : [.vitals(vitals)]) + others
      + (results.isEmpty ? [] : [.lab(Lab(results: results))])
  }

  mutating func readAll() throws(RecordLine.Problem) {
    while let word = rest.popFirst() { try read(TypedText.plain(word)) }
  }

  private mutating func read(_ word: String) throws(RecordLine.Problem) {
    let key = word.lowercased()
    switch key {
    case "t", "temp":
      vitals.temperature = try quantity("t", NumberRule(.temperature, shorthand: .tenths))
    case "hr": vitals.heartRate = try quantity("hr", NumberRule(.heartRate))
    case "pulse": vitals.pulse = try quantity("pulse", NumberRule(.pulse))
    case "bp": try readPressure()
    case "map": vitals.meanArterial = try quantity("map", NumberRule(.meanArterial))
    case "rr": vitals.respiratoryRate = try quantity("rr", NumberRule(.respiratoryRate))
    case "spo2": vitals.spo2 = try quantity("spo2", NumberRule(.spo2))
    case "o2": try readOxygen()
    case "ice": try readICE()
    case "capd": try readCAPD()
    case "loc": try readLevel()
    case "bolus": try readBolus()
    case "lab": try readResult()
    case "note": try readNote()
    case "at": try readTime()
    default: try readDrug(word)
    }
  }

  // MARK: Vital signs

  private mutating func once(_ word: String) throws(RecordLine.Problem) {
    guard seen.insert(word).inserted else {
      throw RecordLine.Problem(text: EntryText(.lineSaysTwice, word), word: word)
    }
  }

  mutating func next(after word: String) throws(RecordLine.Problem) -> String {
    guard let value = rest.popFirst() else {
      throw RecordLine.Problem(text: EntryText(.lineNeedsValue, word), word: word)
    }
    return TypedText.plain(value)
  }

  private mutating func quantity(
    _ word: String, _ rule: NumberRule
  ) throws(RecordLine.Problem) -> Quantity {
    try once(word)
    let typed = try next(after: word)
    switch rule.read(typed, isTyping: false) {
    case .number(let value, _): return Quantity(value, rule.unit)
    case .refused(let text): throw RecordLine.Problem(text: text, word: typed)
    default: throw RecordLine.Problem(text: EntryText(.notANumber, typed), word: typed)
    }
  }

  private mutating func readPressure() throws(RecordLine.Problem) {
    try once("bp")
    let typed = try next(after: "bp")
    switch PressureRule.read(typed, isTyping: false) {
    case .pressure(let systolic, let diastolic):
      vitals.systolic = Quantity(systolic, .millimetreOfMercury)
      vitals.diastolic = diastolic.map { Quantity($0, .millimetreOfMercury) }
    case .refused(let text): throw RecordLine.Problem(text: text, word: typed)
    default: throw RecordLine.Problem(text: EntryText(.notAPressure, typed), word: typed)
    }
  }

  // MARK: Oxygen

  private mutating func readOxygen() throws(RecordLine.Problem) {
    try once("o2")
    let typed = try next(after: "o2")
    // `nc`, or with its numbers as in the quick line: `n4`, `h30/40`.
    guard let parts = OxygenFields.split(typed), let key = parts.device.first,
      let option = OxygenFields.devices.option(key: key),
      let device = Oxygen.Device(rawValue: option.id)
    else {
      throw RecordLine.Problem(
        text: EntryText(.unknownDevice, typed, OxygenFields.devices.keys), word: typed)
    }
    var oxygen = Oxygen(device: device)
    if !parts.flow.isEmpty { oxygen.flow = try oxygenNumber(parts.flow, .flow, .litrePerMinute) }
    if !parts.fraction.isEmpty { oxygen.fio2 = try oxygenNumber(parts.fraction, .fio2, .percent) }
    while let word = rest.first.map(TypedText.plain), word.first?.isNumber == true {
      rest.removeFirst()
      if word.hasSuffix("%") {
        guard oxygen.fio2 == nil else {
          throw RecordLine.Problem(text: EntryText(.lineSaysTwice, word), word: word)
        }
        oxygen.fio2 = try oxygenNumber(String(word.dropLast()), .fio2, .percent)
      } else {
        guard oxygen.flow == nil else {
          throw RecordLine.Problem(text: EntryText(.lineSaysTwice, word), word: word)
        }
        oxygen.flow = try oxygenNumber(word, .flow, .litrePerMinute)
      }
    }
    others.append(.oxygen(oxygen))
  }

  private func oxygenNumber(
    _ typed: String, _ measure: Measure, _ unit: Clinical.Unit
  ) throws(RecordLine.Problem) -> Quantity {
    switch NumberRule(measure).read(typed, isTyping: false) {
    case .number(let value, _): return Quantity(value, unit)
    case .refused(let text): throw RecordLine.Problem(text: text, word: typed)
    default: throw RecordLine.Problem(text: EntryText(.notANumber, typed), word: typed)
    }
  }

  // MARK: ICE, CAPD, consciousness

  private mutating func readICE() throws(RecordLine.Problem) {
    try once("ice")
    let typed = try next(after: "ice")
    if let status = status(typed) {
      others.append(.ice(ICE(status: status)))
    } else {
      others.append(.ice(ICE(total: try whole(typed, 0...10), status: .done)))
    }
  }

  private mutating func readCAPD() throws(RecordLine.Problem) {
    try once("capd")
    let typed = try next(after: "capd")
    if let status = status(typed) {
      others.append(.capd(CAPD(status: status)))
    } else {
      others.append(.capd(CAPD(total: try whole(typed, 0...32), status: .done)))
    }
  }

  // `done` says nothing without a score.
  private func status(_ typed: String) -> InstrumentStatus? {
    InstrumentStatus.allCases.first {
      $0 != .done && $0.rawValue.lowercased() == typed.lowercased()
    }
  }

  private func whole(
    _ typed: String, _ range: ClosedRange<Int>
  ) throws(RecordLine.Problem) -> Int {
    guard let number = TypedText.decimal(typed)?.whole, range.contains(number) else {
      throw RecordLine.Problem(
        text: EntryText(.notAScore, typed, "\(range.lowerBound)", "\(range.upperBound)"),
        word: typed)
    }
    return number
  }

  private mutating func readLevel() throws(RecordLine.Problem) {
    try once("loc")
    let typed = try next(after: "loc").lowercased()
    let option =
      typed.count == 1
      ? typed.first.flatMap { LevelFields.levels.option(key: $0) }
      : LevelFields.levels.option(id: typed)
    guard let level = option.flatMap({ Consciousness.Level(rawValue: $0.id) }) else {
      throw RecordLine.Problem(text: EntryText(.unknownLevel, typed), word: typed)
    }
    others.append(.consciousness(Consciousness(level: level)))
  }

  // MARK: Drugs

  private mutating func readBolus() throws(RecordLine.Problem) {
    let volume = try amount(after: "bolus", .volume)
    others.append(.fluidBolus(FluidBolus(volume: volume, indication: .hypotension)))
  }

  // A number, with its unit in the same word or in the next.
  private mutating func amount(
    after word: String, _ rule: AmountRule
  ) throws(RecordLine.Problem) -> Quantity {
    var typed = try next(after: word)
    if let unit = rest.first.map(TypedText.plain), Clinical.Unit(spelling: unit) != nil,
      rule.quantity(typed) != nil, typed.last?.isNumber == true
    {
      typed += " " + unit
      rest.removeFirst()
    }
    switch rule.read(typed, isTyping: false) {
    case .amount(let quantity): return quantity
    case .refused(let text): throw RecordLine.Problem(text: text, word: typed)
    default: throw RecordLine.Problem(text: EntryText(.lineNeedsValue, word), word: word)
    }
  }

  private mutating func readDrug(_ word: String) throws(RecordLine.Problem) {
    // Names of up to three words: `methylene blue`, `anti-thymocyte globulin`.
    for length in [2, 1, 0] where rest.count >= length {
      let name = ([word] + rest.prefix(length)).joined(separator: " ")
      let following = rest.dropFirst(length).first?.lowercased()
      let action = following.flatMap(Vasopressor.Action.init(rawValue:))
      if let agent = VasoactiveAgent(name: name), agent != .other,
        action != nil
          || DrugTable.drug(named: name) == nil
      {
        rest.removeFirst(length)
        return try readAgent(agent, name)
      }
      if let drug = DrugTable.drug(named: name) {
        rest.removeFirst(length)
        return try readMedication(drug, name)
      }
    }
    throw RecordLine.Problem(
      text: EntryText(.unknownWord, word), word: word, isUnknownWord: true)
  }

  private mutating func readAgent(
    _ agent: VasoactiveAgent, _ name: String
  ) throws(RecordLine.Problem) {
    guard let word = rest.popFirst(), let action = Vasopressor.Action(rawValue: word.lowercased())
    else { throw RecordLine.Problem(text: EntryText(.lineNeedsAction, name), word: name) }
    var rate: Quantity?
    if action != .stop, let following = rest.first.map(TypedText.plain),
      following.first?.isNumber == true
    {
      rate = try amount(
        after: name, action == .bolus ? .dose : AmountRule.rate(of: agent))
    }
    others.append(.vasopressor(Vasopressor(agent: agent, action: action, rate: rate)))
  }

  private mutating func readMedication(
    _ drug: KnownDrug, _ name: String
  ) throws(RecordLine.Problem) {
    var entry = Medication(drug: drug.generic, drugClass: drug.drugClass)
    if let action = rest.first.flatMap({ Medication.Action(rawValue: $0.lowercased()) }) {
      entry.action = action
      rest.removeFirst()
    }
    let isNumber = rest.first.map(TypedText.plain)?.first?.isNumber == true
    // What was given has a dose; only an end may go without one.
    if isNumber || entry.action != .stop { entry.dose = try amount(after: name, .dose) }
    others.append(.medication(entry))
  }

  // MARK: Laboratory, notes, time

  private mutating func readResult() throws(RecordLine.Problem) {
    let name = try next(after: "lab")
    let value = try next(after: name)
    let unit = rest.first.map(TypedText.plain).flatMap {
      Clinical.Unit(spelling: $0) == nil ? nil : $0
    }
    if unit != nil { rest.removeFirst() }
    switch ResultsRule.result(name, value, unit: unit) {
    case .success(let result): results.append(result)
    case .failure(let problem): throw RecordLine.Problem(text: problem.text, word: name)
    }
  }

  // Everything to the end, a time at the very end excepted.
  private mutating func readNote() throws(RecordLine.Problem) {
    var words = Array(rest)
    rest = []
    if let place = words.lastIndex(where: { $0.lowercased() == "at" }), place > 0,
      case .moment(let moment) = time.moment(
        words[(place + 1)...].joined(separator: " "), isTyping: false)
    {
      try once("at")
      at = moment
      words.removeSubrange(place...)
    }
    guard !words.isEmpty else {
      throw RecordLine.Problem(text: EntryText(.lineNeedsValue, "note"), word: "note")
    }
    others.append(.note(words.joined(separator: " ")))
  }

  private mutating func readTime() throws(RecordLine.Problem) {
    try once("at")
    var typed = try next(after: "at")
    // A date and a clock are two words.
    if !typed.contains("T"), typed.contains("-"), let clock = rest.first, clock.contains(":") {
      typed += " " + clock
      rest.removeFirst()
    }
    switch time.moment(typed, isTyping: false) {
    case .moment(let moment): at = moment
    case .refused(let text): throw RecordLine.Problem(text: text, word: typed)
    default: throw RecordLine.Problem(text: EntryText(.notATime, typed), word: typed)
    }
  }
}
