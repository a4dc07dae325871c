import Terminal

/// One thing that is to be said about a table.
struct TableRowOfDraft: Hashable {
  enum Subject: Hashable {
    case layout
    case place(TableDraft.Place)
    case dateOrder, decimal, thousands, skip
    /// A test of a long table, or a column of a wide one.
    case variable(String)
  }

  var subject: Subject
  var label: String
  /// What was said; `nil` where nothing was.
  var said: String?
  var isRequired: Bool
  var example: String

  /// What the row stands for on the screen.
  var id: String {
    switch subject {
    case .layout: "table:layout"
    case .place(let place): "table:place:\(place.rawValue)"
    case .dateOrder: "table:dateOrder"
    case .decimal: "table:decimal"
    case .thousands: "table:thousands"
    case .skip: "table:skip"
    case .variable(let name): "table:variable:\(name)"
    }
  }
}

extension ConsoleState {
  /// Everything that can be said about the table, in order.
  var tableRows: [TableRowOfDraft] {
    guard let draft = table.draft else { return [] }
    let preview = table.preview ?? TablePreview()
    func row(
      _ subject: TableRowOfDraft.Subject, _ label: String, _ said: String?,
      isRequired: Bool = false, example: String = ""
    ) -> TableRowOfDraft {
      TableRowOfDraft(
        subject: subject, label: label, said: said, isRequired: isRequired, example: example)
    }
    var rows = [
      row(
        .layout, words(TableWord.layout),
        draft.layout.map { words($0 == .long ? TableWord.layoutLong : .layoutWide) },
        isRequired: true)
    ]
    let skip = row(.skip, words(TableWord.skip), "\(draft.skip)")
    guard draft.layout != nil else { return rows + [skip] }
    for (place, isRequired) in draft.places {
      let column = draft.columns[place]
      rows.append(
        row(
          .place(place), words(Self.word(place)), column ?? (isRequired ? nil : words(TableWord.none)),
          isRequired: isRequired, example: column.flatMap { preview.samples[$0] } ?? ""))
    }
    for name in tableVariables(draft, preview) {
      let variable = draft.variables[name]
      let text = variable.map { "\($0.code) \($0.unit ?? "")".trimmingEnd }
      // A code of ours needs no answer where each value brings its unit.
      let isKnown =
        draft.layout == .long && draft.columns[.unit] != nil
        && preview.variables.contains { $0.code == name }
      rows.append(
        row(
          .variable(name), name,
          text ?? (isKnown ? name : draft.layout == .wide ? words(TableWord.notTaken) : nil),
          example: draft.layout == .wide ? preview.samples[name] ?? "" : ""))
    }
    let order = draft.dateOrder.flatMap { Self.orders[$0] } ?? .orderTold
    rows.append(row(.dateOrder, words(TableWord.dateOrder), words(order)))
    rows.append(
      row(.decimal, words(TableWord.decimal), words(Self.marks[draft.decimal ?? "."] ?? .point)))
    rows.append(
      row(
        .thousands, words(TableWord.thousands),
        words(draft.thousands.flatMap { Self.marks[$0] } ?? .none)))
    return rows + [skip]
  }

  /// Tests of a long table; columns of a wide one that say nothing else.
  func tableVariables(_ draft: TableDraft, _ preview: TablePreview) -> [String] {
    guard draft.layout == .wide else { return preview.tests }
    let taken = Set(draft.places.compactMap { draft.columns[$0.place] })
    return preview.names.filter { !taken.contains($0) && !$0.isEmpty }
  }

  static func word(_ place: TableDraft.Place) -> TableWord {
    switch place {
    case .patient: .patient
    case .time: .time
    case .clock: .clock
    case .code: .code
    case .value: .value
    case .unit: .unit
    }
  }

  /// What a mapping writes for the order of dates.
  static let orders: [String: TableWord] = [
    "year-month-day": .orderYear, "day-month-year": .orderDay, "month-day-year": .orderMonth,
  ]

  /// Marks in numbers.
  static let marks: [String: TableWord] = [
    ".": .point, ",": .comma, " ": .blank, "'": .apostrophe,
  ]

  /// Why nothing can be imported yet; `nil` where something can.
  var tableProblem: String? {
    guard let draft = table.draft else { return nil }
    if let problem = table.preview?.problem { return problem }
    if draft.layout == nil { return words(TableWord.sayFirst, words(TableWord.layout)) }
    if let missing = draft.missing {
      return words(TableWord.sayFirst, words(Self.word(missing)))
    }
    if draft.layout == .wide, draft.variables.isEmpty { return words(TableWord.sayVariables) }
    return nil
  }
}

extension String {
  fileprivate var trimmingEnd: String { hasSuffix(" ") ? String(dropLast()) : self }
}
