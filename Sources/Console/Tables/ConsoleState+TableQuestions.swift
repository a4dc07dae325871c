import Terminal

extension ConsoleState {
  /// Asks what the chosen row is.
  mutating func askAboutRow() -> [Effect] {
    guard let draft = table.draft, let preview = table.preview else { return [] }
    let rows = tableRows
    guard let row = rows.first(where: { $0.id == table.selected }) ?? rows.first else { return [] }
    table.selected = row.id
    let items: [(id: String, title: String, detail: String)]
    var title = row.label
    switch row.subject {
    case .layout:
      items = TableDraft.Layout.allCases.map {
        ($0.rawValue, words($0 == .long ? TableWord.layoutLong : .layoutWide), $0.rawValue)
      }
    case .place:
      let free = row.isRequired ? [] : [("-", words(TableWord.none), "")]
      items =
        free
        + preview.names.filter { !$0.isEmpty }.map {
          ("=" + $0, $0, preview.samples[$0] ?? "")
        }
    case .dateOrder:
      items =
        [("-", words(TableWord.orderTold), "")]
        + ["year-month-day", "day-month-year", "month-day-year"].map {
          ($0, words(Self.orders[$0] ?? .orderTold), $0)
        }
    case .decimal: items = [".", ","].map { ($0, words(Self.marks[$0] ?? .point), $0) }
    case .thousands:
      items =
        [("-", words(TableWord.none), "")]
        + [",", ".", " ", "'"].filter { $0 != draft.decimal ?? "." }.map {
          ($0, words(Self.marks[$0] ?? .none), "1\($0)234")
        }
    case .skip: items = (0...20).map { ("\($0)", "\($0)", "") }
    case .variable(let name):
      title = words(TableWord.variableTitle, name)
      let other = Self.otherTest(name)
      // A column may be left out; a line of a test that nobody explained is refused and told of.
      let none = draft.layout == .wide ? [("-", words(TableWord.notTaken), "")] : []
      items =
        none + preview.variables.map { ("=" + $0.code, $0.code, $0.label) }
        + [("=" + other, words(TableWord.otherTest), other)]
    }
    list = OpenList(
      kind: .tableChoice(title: title),
      picker: Picker(
        items.map {
          Picker.Item(id: Self.tableChoicePrefix + $0.id, title: $0.title, detail: $0.detail)
        }))
    return []
  }

  /// A code outside the list, as long as one may be.
  static func otherTest(_ name: String) -> String { "X:" + String(name.prefix(60)) }

  /// What was answered about the chosen row.
  mutating func answer(_ word: String, in draft: TableDraft) -> [Effect] {
    guard let row = tableRows.first(where: { $0.id == table.selected }) else { return [] }
    var draft = draft
    let named = word.hasPrefix("=") ? String(word.dropFirst()) : nil
    switch row.subject {
    case .layout:
      draft.layout = TableDraft.Layout(rawValue: word)
      // What tests are is no answer to what columns are.
      draft.variables = [:]
    case .place(let place): draft.columns[place] = named
    case .dateOrder: draft.dateOrder = word == "-" ? nil : word
    case .decimal:
      draft.decimal = word
      if draft.thousands == word { draft.thousands = nil }
    case .thousands: draft.thousands = word == "-" ? nil : word
    case .skip:
      // The columns are others then.
      draft.skip = Int(word) ?? 0
      draft.columns = [:]
      draft.variables = [:]
    case .variable(let name):
      guard let code = named else {
        draft.variables[name] = nil
        break
      }
      // Where a column has the units, each value brings its own.
      if draft.layout == .long, draft.columns[.unit] != nil {
        draft.variables[name] = TableDraft.Variable(code: code)
        break
      }
      askForUnit(name, code)
      return []
    }
    return change(to: draft)
  }

  private mutating func askForUnit(_ name: String, _ code: String) {
    let units = table.preview?.variables.first { $0.code == code }?.units ?? []
    list = OpenList(
      kind: .tableUnit(name: name, code: code),
      picker: Picker(
        units.map { Picker.Item(id: Self.tableChoicePrefix + $0, title: $0) }))
  }

  /// The title of a list about a table; `nil` for another.
  func tableListTitle(_ kind: OpenList.Kind) -> String? {
    switch kind {
    case .tableFile: words(TableWord.chooseFile)
    case .tableChoice(let title): title
    case .tableUnit(let name, _): words(TableWord.unitTitle, name)
    default: nil
    }
  }
}
