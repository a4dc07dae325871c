import Clinical
import Terminal

extension ConsoleState {
  mutating func openHelp() {
    list = OpenList(kind: .help, picker: Picker(commandItems + legendItems + trendLegendItems))
  }

  mutating func openPalette() {
    list = OpenList(kind: .palette, picker: Picker(commandItems + patientItems))
  }

  mutating func openThemes() {
    var picker = Picker(themes.map { Picker.Item(id: Self.themePrefix + $0, title: $0) })
    picker.choose(id: Self.themePrefix + theme)
    list = OpenList(kind: .themes(before: theme), picker: picker)
  }

  private static let commandPrefix = "command:"
  private static let patientPrefix = "patient:"
  private static let themePrefix = "theme:"

  private var commandItems: [Picker.Item] {
    let context = context
    return Command.all.filter { $0.works(in: context) && $0.id != "palette" && offers($0) }.map {
      Picker.Item(
        id: Self.commandPrefix + $0.id, title: words($0.title), detail: $0.id,
        keys: keymap.keys(of: $0, in: context).map(\.name).joined(separator: " "))
    }
  }

  // What the signs on the ward mean; they do nothing when they are chosen.
  private var legendItems: [Picker.Item] {
    guard context == .ward || context == .wardTrends else { return [] }
    return [PeopleWord.legendNew, .legendDraft, .legendAlike].map {
      Picker.Item(id: "legend:\($0)", title: words($0))
    }
  }

  private var patientItems: [Picker.Item] {
    ward.patients.values.map { patient in
      let who = [patient.summary.bed, patient.summary.name].compactMap { $0 }
      return Picker.Item(
        id: Self.patientPrefix + patient.id.text,
        title: who.isEmpty ? patient.id.text : who.joined(separator: " "),
        detail: [patient.id.text, patient.summary.hospitalNumber].compactMap { $0 }
          .joined(separator: " "))
    }.sorted { ($0.title, $0.detail) < ($1.title, $1.detail) }
  }

  /// A key while a list is open.
  mutating func pressInList(_ key: Key) -> [Effect] {
    switch key.code {
    case .escape: return closeList()
    case .enter: return choose()
    default:
      guard list?.picker.handle(key) == true else { return [] }
      return previewTheme()
    }
  }

  /// Does what the chosen line of the list stands for.
  mutating func choose() -> [Effect] {
    if let line = lineInPalette {
      list = nil
      return openForm(.line, texts: ["line": line])
    }
    if let list, let effects = chooseInTable(list.kind, list.picker) { return effects }
    guard let id = list?.picker.choice?.id else { return [] }
    if let panel = id.stripped(of: Self.panelPrefix) { return togglePanel(panel) }
    list = nil
    if let effects = jump(toLine: id) ?? leave(byLine: id) ?? end(byLine: id) { return effects }
    if let text = id.stripped(of: Self.comparePrefix), let patient = PatientID(text) {
      return compare(with: patient)
    }
    if let effects = chooseHeld(id) { return effects }
    if let command = id.stripped(of: Self.commandPrefix) {
      return Command.named(command).map { perform($0) } ?? []
    }
    if let text = id.stripped(of: Self.patientPrefix), let patient = PatientID(text) {
      ward.selected = patient
      return ask(for: patient)
    }
    if let text = id.stripped(of: Self.changePrefix), let patient = Self.patient(ofChange: text) {
      ward.selected = patient
      return ask(for: patient)
    }
    if let text = id.stripped(of: Self.wardRecordPrefix) { return correctWardWide(text) }
    if let name = id.stripped(of: Self.themePrefix) {
      theme = name
      return [.setTheme(name)]
    }
    return []
  }

  mutating func closeList() -> [Effect] {
    defer { list = nil }
    guard case .themes(let before) = list?.kind, theme != before else { return [] }
    theme = before
    return [.setTheme(before)]
  }

  // A theme is shown as soon as the list stands on it; Esc brings the one before back.
  mutating func previewTheme() -> [Effect] {
    guard let list, case .themes = list.kind,
      let name = list.picker.choice?.id.stripped(of: Self.themePrefix), name != theme
    else { return [] }
    theme = name
    return [.setTheme(name)]
  }
}

extension String {
  fileprivate func stripped(of prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
