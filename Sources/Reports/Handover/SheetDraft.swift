import Terminal

/// A sheet on its way to one page.
struct SheetDraft {
  let title: String
  let patient: ReportedPatient
  var parts: [SheetPart]
  /// The longest that an item may be, in cells.
  private var longest = 460
  private var longestMust = 232

  /// The longest that a line of the head may be: it may be of many settings.
  private static let longestHead = 180
  private static let longestSubject = 150

  init(title: String, patient: ReportedPatient, parts: [SheetPart]) {
    self.title = title
    self.patient = patient
    self.parts = parts
  }

  /// Leaves out what is least urgent until the page holds the rest; what may not be left out is at
  /// last held to a line each.
  mutating func fit(_ most: Int) {
    while ReportText.lines(of: page).count > most {
      guard let (part, item) = leastUrgent else {
        guard longestMust > 74 else { return }
        longestMust = 74
        continue
      }
      parts[part].items.remove(at: item)
      parts[part].leftOut += 1
    }
  }

  private var leastUrgent: (Int, Int)? {
    var found: (part: Int, item: Int, rank: Int)?
    for (n, part) in parts.enumerated() {
      for (m, item) in part.items.enumerated()
      where item.rank > 0 && item.rank >= found?.rank ?? 1 {
        found = (n, m, item.rank)
      }
    }
    return found.map { ($0.part, $0.item) }
  }

  var page: ReportPage {
    let words = patient.words
    let sections = parts.map { part -> ReportSection in
      var items = part.items.map { item in
        Self.cut(item.text, to: item.rank == 0 ? longestMust : longest)
      }
      if part.leftOut > 0 { items.append(words(.moreLeftOut, "\(part.leftOut)")) }
      if items.isEmpty, part.blanks.isEmpty { items = [words(.nothingToAdd)] }
      var blocks: [ReportBlock] = items.isEmpty ? [] : [.list(items)]
      if !part.blanks.isEmpty { blocks.append(.blanks(part.blanks.map { words($0) })) }
      return ReportSection(words(part.title), blocks)
    }
    return ReportPage(
      title: title, subject: Self.cut(patient.subjectLine, to: Self.longestSubject),
      head: patient.head().map {
        ReportFact($0.label, Self.cut($0.text, to: Self.longestHead))
      }, sections: sections, isOneSheet: true)
  }

  /// The text, cut with a sign where it takes more cells.
  static func cut(_ text: String, to cells: Int) -> String {
    let shown = PlainColumns.shown(text)
    guard PlainColumns.width(shown) > cells else { return shown }
    var kept = ""
    var width = 0
    for character in shown {
      let own = PlainColumns.width(String(character))
      guard width + own < cells else { break }
      kept.append(character)
      width += own
    }
    return kept + "…"
  }
}
