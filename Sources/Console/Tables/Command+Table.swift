extension Command {
  /// Importing a table: one command to go there, the others work there.
  static let table: [Command] = [
    Command(table: "table", .commandTable, [.ward], []),
    Command(
      table: "table.change", .commandChange, [.table], ["Enter"], hint: 80, label: .hintChange),
    Command(table: "table.lines", .commandLines, [.table], ["Tab"], hint: 70, label: .hintLines),
    Command(table: "table.save", .commandSave, [.table], ["s"], hint: 65, label: .hintSave),
    Command(table: "table.import", .commandImport, [.table], ["i"], hint: 75, label: .hintImport),
  ]

  private init(
    table id: String, _ title: TableWord, _ contexts: Set<Context>, _ keys: [String],
    hint: Int = 0, label: TableWord? = nil
  ) {
    self.init(
      id: id, title: .table(title), contexts: contexts, keys: keys, hint: hint,
      label: .table(label ?? title), writes: .ward)
  }
}
