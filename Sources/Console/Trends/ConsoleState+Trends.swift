import Clinical
import FoundationEssentials
import Grading
import Terminal

extension ConsoleState {
  /// A command about trends or the day table; `nil` for one of another part of the console.
  mutating func performTrends(_ id: String) -> [Effect]? {
    switch id {
    case "patient.trends": return openPart(.trends)
    case "patient.dayTable": return openPart(.dayTable)
    case "ward.trends": return openWardTrends()
    default: break
    }
    guard id.hasPrefix("trends.") else { return nil }
    if screen == .ward {
      guard ward.showsTrends else { return [] }
      return performOnWardTrends(id)
    }
    guard screen == .patient, patient?.part == .trends else { return [] }
    switch id {
    case "trends.closer": zoom(to: trends.zoom.closer)
    case "trends.wider": zoom(to: trends.zoom.wider)
    case "trends.earlier": step(by: -1)
    case "trends.later": step(by: 1)
    case "trends.scale": return flipScale()
    case "trends.signs": return changeSigns()
    case "trends.panels": openPanels()
    case "trends.hide": return hideChosen()
    case "trends.raise": return moveChosen(by: -1)
    case "trends.lower": return moveChosen(by: 1)
    case "trends.compare": openComparison()
    case "trends.standard":
      trends.preference = TrendsPreference()
      message = Message(words(TrendWord.standardAgain))
      return keepPreference()
    default: break
    }
    return []
  }

  private mutating func openPart(_ part: PatientState.Part) -> [Effect] {
    guard screen == .patient, patient != nil else { return [] }
    show(part)
    return askForPreference()
  }

  // The choice of whoever writes now; of nobody where nobody is known.
  mutating func askForPreference() -> [Effect] {
    let login = entry.user?.login
    guard trends.owner != login, login != nil else { return [] }
    trends.owner = login
    trends.preference = TrendsPreference()
    return [.loadPreference(TrendsPreference.name)]
  }

  mutating func take(preference name: String, _ bytes: [UInt8]?, of login: String) {
    guard name == TrendsPreference.name, login == trends.owner, let bytes,
      let kept = try? JSONDecoder().decode(TrendsPreference.self, from: Data(bytes))
    else { return }
    trends.preference = kept
  }

  private func keepPreference() -> [Effect] {
    guard trends.owner != nil, let bytes = try? JSONEncoder().encode(trends.preference) else {
      return []
    }
    return [.savePreference(TrendsPreference.name, Array(bytes))]
  }

  // MARK: Along the axis

  mutating func zoom(to zoom: TrendZoom) {
    guard zoom != trends.zoom else {
      message = Message(words(zoom == .sixHours ? TrendWord.zoomLeast : .zoomMost))
      return
    }
    trends.zoom = zoom
    trends.left = nil
    holdInSight()
    message = Message(words(.zoomIs, words(zoom.word)))
  }

  private mutating func step(by steps: Int64) {
    guard let open = patient else { return }
    look(at: open.shown(now) + trends.zoom.step * steps)
  }

  /// Moves the axis no further than the moment that is looked at asks for.
  mutating func holdInSight() {
    guard let open = patient, open.part == .trends else { return }
    guard open.moment != nil else {
      trends.left = nil
      return
    }
    let axis = DayAxis(zone: zone, dayZero: open.record.dayZero, now: now)
    let last = trends.left ?? trends.zoom.left(showing: axis.x(now), from: nil)
    trends.left = trends.zoom.left(showing: axis.x(open.shown(now)), from: last)
  }

  /// To the reading of the chosen plot before or after the moment that is looked at.
  mutating func stepToReading(_ direction: Int) {
    guard let open = patient else { return }
    let shown = open.shown(now)
    let readings = chosenReadings(open)
    if direction < 0 {
      if let reading = readings.last(where: { $0.at < shown }) { look(at: reading.at) }
    } else if let reading = readings.first(where: { $0.at > shown }) {
      look(at: reading.at)
    } else {
      look(at: now)
    }
  }

  // MARK: Plots

  private mutating func flipScale() -> [Effect] {
    guard let open = patient, let id = chosenPanel(open) else { return [] }
    if trends.preference.flipped.remove(id.text) == nil {
      trends.preference.flipped.insert(id.text)
    }
    let scale = trendPlots(open).spec(of: id).scale
    message = Message(
      words(
        scale == .linear ? TrendWord.scaleLinear : .scaleLog,
        TrendPlots.title(id, usesCAPD: usesCAPD(open), words).full.plain))
    return keepPreference()
  }

  private mutating func changeSigns() -> [Effect] {
    let order: [ChartGlyphs?] = [nil, .braille, .block, .ascii, .numbers]
    let place = order.firstIndex(of: trends.preference.glyphs) ?? 0
    let next = order[(place + 1) % order.count]
    trends.preference.charts = next?.rawValue
    let word: TrendWord =
      switch next {
      case nil: .drawnAuto
      case .braille?: .drawnBraille
      case .block?: .drawnBlock
      case .ascii?: .drawnASCII
      case .numbers?: .drawnNumbers
      }
    message = Message(words(word))
    return keepPreference()
  }

  private mutating func hideChosen() -> [Effect] {
    guard let open = patient else { return [] }
    let panels = shownPanels(open)
    guard let id = chosenPanel(among: panels) else { return [] }
    let place = panels.firstIndex(of: id) ?? 0
    trends.preference.hidden.insert(id.text)
    trends.chosen = panels.indices.contains(place + 1) ? panels[place + 1] : panels.dropLast().last
    return keepPreference()
  }

  private mutating func moveChosen(by steps: Int) -> [Effect] {
    guard let open = patient else { return [] }
    let course = trendCourse(open)
    let shown = shownPanels(course, usesCAPD: usesCAPD(open))
    guard let id = chosenPanel(among: shown) else { return [] }
    guard let place = shown.firstIndex(of: id), shown.indices.contains(place + steps) else {
      return []
    }
    // It takes the place of its neighbour in sight, whatever lies unseen between.
    var order = trends.preference.panels(besides: codes(of: course))
    let target = shown[place + steps]
    order.removeAll { $0 == id }
    guard let there = order.firstIndex(of: target) else { return [] }
    order.insert(id, at: steps < 0 ? there : there + 1)
    trends.preference.order = order.map(\.text)
    trends.chosen = id
    return keepPreference()
  }

  mutating func moveInPanels(_ step: Step) {
    guard let open = patient else { return }
    let panels = shownPanels(open)
    guard let id = chosenPanel(among: panels) else { return }
    let place = panels.firstIndex(of: id) ?? 0
    let step: Step = if case .pages(let n) = step { .lines(n * 4) } else { step }
    trends.chosen = panels[Self.moved(place, step, count: panels.count)]
  }

  // MARK: The list of plots

  static let panelPrefix = "panel:"

  mutating func openPanels() {
    guard let open = patient else { return }
    var picker = Picker(panelItems(open))
    if let chosen = chosenPanel(open) { picker.choose(id: Self.panelPrefix + chosen.text) }
    list = OpenList(kind: .panels, picker: picker)
  }

  private func panelItems(_ open: PatientState) -> [Picker.Item] {
    let plots = trendPlots(open)
    return trends.preference.panels(besides: codes(open)).map { id in
      let isShown = !trends.preference.hidden.contains(id.text)
      let count = plots.readings(of: id).count
      let name =
        plots.title(id).full.plain + (id.variable.map { " " + $0.measure.unit.label } ?? "")
      return Picker.Item(
        id: Self.panelPrefix + id.text, title: (isShown ? "✓ " : "· ") + name,
        detail: count == 0 ? words(TrendWord.nothingOnRecord) : "\(count)")
    }
  }

  /// Shows or hides the plot of the chosen line; the list stays.
  mutating func togglePanel(_ text: String) -> [Effect] {
    guard let open = patient else { return [] }
    if trends.preference.hidden.remove(text) == nil { trends.preference.hidden.insert(text) }
    let items = panelItems(open)
    list?.picker.items = items
    return keepPreference()
  }

  // MARK: Two patients

  static let comparePrefix = "compare:"

  private mutating func openComparison() {
    guard trends.compared == nil else { return endComparison() }
    guard let open = patient else { return }
    guard open.record.dayZero != nil else {
      message = Message(words(TrendWord.notInfused), .warning)
      return
    }
    // Without an infusion there is no day to be laid upon.
    let others = ward.patients.values.filter {
      $0.id != open.record.id && !$0.summary.infusions.isEmpty
    }
    guard !others.isEmpty else {
      message = Message(words(TrendWord.nobodyInfused), .warning)
      return
    }
    let items = others.map { patient in
      let who = [patient.summary.bed, patient.summary.name].compactMap { $0 }
      return Picker.Item(
        id: Self.comparePrefix + patient.id.text,
        title: who.isEmpty ? patient.id.text : who.joined(separator: " "),
        detail: [patient.id.text, patient.summary.hospitalNumber].compactMap { $0 }
          .joined(separator: " "))
    }.sorted { ($0.title, $0.detail) < ($1.title, $1.detail) }
    list = OpenList(kind: .comparison, picker: Picker(items))
  }

  mutating func compare(with id: PatientID) -> [Effect] {
    trends.awaited = id
    return [.loadPatient(id)]
  }

  mutating func endComparison() {
    trends.compared = nil
    trends.awaited = nil
    message = Message(words(TrendWord.comparisonEnded))
  }

  /// The patient that was asked for beside the one in front.
  mutating func take(compared record: PatientRecord) {
    trends.awaited = nil
    guard record.dayZero != nil else {
      message = Message(words(TrendWord.notInfused), .warning)
      return
    }
    trends.compared = record
    message = Message(words(.comparing, record.id.text))
  }
}

extension TrendZoom {
  var word: TrendWord {
    switch self {
    case .sixHours: .zoom6h
    case .twelveHours: .zoom12h
    case .day: .zoom1d
    case .threeDays: .zoom3d
    case .week: .zoom7d
    case .twoWeeks: .zoom14d
    case .course: .zoom36d
    case .threeMonths: .zoom3m
    case .sixMonths: .zoom6m
    case .year: .zoom12m
    case .twoYears: .zoom24m
    }
  }
}
