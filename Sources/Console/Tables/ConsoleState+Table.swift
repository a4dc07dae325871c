import Clinical
import Terminal

extension ConsoleState {
  /// A command about tables; `nil` for one of another part of the console.
  mutating func performTable(_ id: String) -> [Effect]? {
    switch id {
    case "table":
      guard mayBringTables else {
        message = Message(words(TableWord.mayNot), .warning)
        return []
      }
      return [.listTables]
    case "table.change": return askAboutRow()
    case "table.lines":
      table.showsRefused.toggle()
      table.scroll = 0
      return []
    case "table.save":
      guard let draft = readyTable() else { return [] }
      table.isBusy = true
      message = Message(words(TableWord.saving), .notice)
      return [.saveMapping(draft)]
    case "table.import": return askToImport()
    default: return nil
    }
  }

  // A table is as much as many entries of others.
  private var mayBringTables: Bool {
    entry.user?.may(.correctRecent, inTraining: entry.isTraining) ?? false
  }

  /// Which tables lie here: the list of them opens.
  mutating func take(tables files: [String]) {
    let items = files.map { Picker.Item(id: Self.tableFilePrefix + $0, title: $0) }
    list = OpenList(kind: .tableFile, picker: Picker(items))
  }

  /// A table as it was read by a draft; one that was changed meanwhile is read anew.
  mutating func take(table read: TableDraft, by asked: TableDraft, _ preview: TablePreview) {
    guard asked == table.draft else { return }
    table.isBusy = false
    if message?.text == words(TableWord.reading) { message = nil }
    table.draft = read
    table.preview = preview
    if table.selected == nil { selectNextUnsaid() }
  }

  /// What came of saving or storing; the table is read again, for what is there is new no more.
  mutating func takeTableDone(_ news: Message, isStored: Bool) -> [Effect] {
    table.isBusy = false
    guard isStored, let draft = table.draft else {
      message = news
      return []
    }
    let effects = read(draft)
    message = news
    return effects
  }

  mutating func moveInTable(_ step: Step) {
    // Rows are chosen line by line; pages turn the lines of the file.
    if case .pages(let pages) = step {
      let shown = table.showsRefused ? table.preview?.refused : table.preview?.lines
      table.scroll = max(0, min(table.scroll + pages * 5, (shown?.count ?? 0) - 1))
      return
    }
    let rows = tableRows
    guard !rows.isEmpty else { return }
    let place = rows.firstIndex { $0.id == table.selected } ?? 0
    table.selected = rows[Self.moved(place, step, count: rows.count)].id
  }

  private mutating func read(_ draft: TableDraft) -> [Effect] {
    table.draft = draft
    table.scroll = 0
    table.isBusy = true
    message = Message(words(TableWord.reading), .notice)
    return [.readTable(draft)]
  }

  // The draft, where it can be saved or imported.
  private mutating func readyTable() -> TableDraft? {
    guard !table.isBusy else {
      message = Message(words(TableWord.oneAtATime), .notice)
      return nil
    }
    if let problem = tableProblem {
      message = Message(problem, .warning)
      return nil
    }
    return table.draft
  }

  private mutating func selectNextUnsaid() {
    let rows = tableRows
    table.selected = (rows.first { $0.said == nil } ?? rows.first)?.id
  }

  private mutating func askToImport() -> [Effect] {
    guard mayBringTables else {
      message = Message(words(TableWord.mayNot), .warning)
      return []
    }
    guard readyTable() != nil, let preview = table.preview else { return [] }
    guard preview.newEvents > 0 else {
      message = Message(words(TableWord.nothingNew), .notice)
      return []
    }
    list = OpenList(
      kind: .tableChoice(
        title: words(
          TableWord.importTitle, "\(preview.newEvents)", "\(preview.refusedCount)")),
      picker: Picker([
        Picker.Item(id: Self.tableChoicePrefix + "stop", title: words(TableWord.doNotImport)),
        Picker.Item(
          id: Self.tableChoicePrefix + "import",
          title: words(TableWord.importNow, "\(preview.newEvents)")),
      ]))
    return []
  }

  static let tableFilePrefix = "table-file:"
  static let tableChoicePrefix = "table-choice:"

  /// The answer to a question about a table; `nil` for a line of another list.
  mutating func chooseInTable(_ kind: OpenList.Kind, _ picker: Picker) -> [Effect]? {
    let typed = TypedText.plain(picker.query.text).trimmingBlanks
    switch kind {
    case .tableFile:
      list = nil
      // A path is typed as a whole; a name chooses among those that lie here.
      let chosen = picker.choice.map { String($0.id.dropFirst(Self.tableFilePrefix.count)) }
      let path = typed.contains("/") ? typed : chosen ?? typed
      guard !path.isEmpty else { return [] }
      screen = .table
      table = TableWork()
      return read(TableDraft(file: path))
    case .tableUnit(let name, let code):
      list = nil
      // Units of a test that is not known are typed.
      let unit =
        picker.choice.map { String($0.id.dropFirst(Self.tableChoicePrefix.count)) } ?? typed
      guard !unit.isEmpty else {
        message = Message(words(TableWord.typeUnit), .warning)
        return []
      }
      guard var draft = table.draft else { return [] }
      draft.variables[name] = TableDraft.Variable(code: code, unit: unit)
      return change(to: draft)
    case .tableChoice:
      list = nil
      guard let choice = picker.choice else { return [] }
      return answer(String(choice.id.dropFirst(Self.tableChoicePrefix.count)))
    default: return nil
    }
  }

  /// The draft was changed: it is read anew, and the next thing that is not said is chosen.
  mutating func change(to draft: TableDraft) -> [Effect] {
    guard draft != table.draft else { return [] }
    let effects = read(draft)
    let rows = tableRows
    let place = rows.firstIndex { $0.id == table.selected } ?? 0
    let unsaid =
      rows.dropFirst(place).first { $0.said == nil }
      ?? rows.first { $0.said == nil && $0.isRequired }
    if let next = unsaid {
      table.selected = next.id
    } else if rows.indices.contains(place + 1) {
      table.selected = rows[place + 1].id
    }
    return effects
  }

  private mutating func answer(_ word: String) -> [Effect] {
    guard word != "stop", let draft = table.draft else { return [] }
    guard word == "import" else { return answer(word, in: draft) }
    guard !table.isBusy, mayBringTables else { return [] }
    table.isBusy = true
    message = Message(words(TableWord.importing), .notice)
    return [.importTable(draft)]
  }
}

extension String {
  var trimmingBlanks: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
