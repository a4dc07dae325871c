import Clinical
import Grading
import Terminal

extension ConsoleState {
  /// The ward as a description.
  func wardScreen(size: Size, glyphs: GlyphSet) -> ScreenDescription {
    let listing = ward.listing(at: now)
    let chosen = listing.rows.first { $0.id == ward.selected } ?? listing.rows.first
    // Where the block of alerts has no room, the highest stands above everything in one line.
    let hasBlock = size.height >= 16 && size.width >= 60
    var parts: [Arrangement] = [

      .group(summaryGroup(listing, hasBlock: hasBlock)),
      .group(wardTable(listing, chosen: chosen, size, glyphs)),
    ]
    if !hasBlock, let banner = alertBanner() { parts.insert(.group(banner), at: 0) }
    // In a low window lines of the ward are worth more than the reasons of one.
    if size.height >= 16 {
      if let chosen {
        parts += preview(of: chosen, size, glyphs)
      } else if hasBlock {
        parts.append(.group(alertBlock()))
      }
    }
    return ScreenDescription(
      title: titleLine(path: [
        FittedText(words(.productName)), FittedText(wardName(listing)),
        FittedText(words(.inHouse, "\(listing.inHouse)")),
      ]),
      body: .rows(parts), message: messageText,
      hints: hints(in: ward.showsTrends ? .wardTrends : .ward),
      essence: isEssential(size)
        ? essenceOfAlerts(listing.rows) + listing.rows.map { essence($0, glyphs) } : [])
  }

  // The essence of every line is made only for a window in which nothing else is drawn.
  func isEssential(_ size: Size) -> Bool {
    size.width < CellRenderer.leastSize.width || size.height < CellRenderer.leastSize.height
  }

  // The unit, where everybody in house lies on one; what is found or filtered changes no name.
  private func wardName(_ listing: WardState.Listing) -> String {
    let units = Set(listing.house.compactMap(\.summary.unit))
    if units.count == 1, let unit = units.first { return words(.wardOf, unit) }
    return site.isEmpty ? words(.ward) : site
  }

  private func summaryGroup(_ listing: WardState.Listing, hasBlock: Bool) -> Group {
    let house = listing.house
    func count(_ keep: (WardRow) -> Bool) -> String {
      covers(now) ? Self.coveredGrade.plain : "\(house.filter(keep).count)"
    }
    var texts: [StyledText] = alertCounts
    texts += [
      StyledText(words(.countCRS, count { ($0.crs.gravest ?? 0) >= 1 })),
      StyledText(words(.countCRSSevere, count { ($0.crs.gravest ?? 0) >= 3 })),
      StyledText(words(.countICANS, count { ($0.icans.gravest ?? 0) >= 1 })),
      StyledText(
        words(
          .countUnknown, count { $0.day != nil && ($0.crs.grade == nil || $0.icans.grade == nil) })),
    ]
    if ward.isSearching || !ward.search.text.isEmpty {
      texts.append(
        StyledText(
          words(.searchedFor, ward.search.text + (ward.isSearching ? "_" : "")), .fieldFocus))
    }
    if listing.hidden > 0 {
      let text =
        listing.worstHidden.map { words(.hiddenWorst, "\(listing.hidden)", "\($0)") }
        ?? words(.hiddenCount, "\(listing.hidden)")
      texts.append(StyledText(text, .warning))
    }
    if !unreadable.isEmpty {
      let who = unreadable.keys.sorted().map { ward.patients[$0]?.summary.bed ?? $0.text }
      texts.append(StyledText(words(.unreadable, who.joined(separator: ", ")), .failure))
    }
    if holding.count > 0 {
      texts.append(StyledText(words(HoldingWord.waiting, "\(holding.count)"), .warning))
    }
    if ward.filter != .all {
      texts.append(StyledText(words(.filteredBy, words(ward.filter.word)), .strong))
    }
    texts.append(StyledText(words(.sortedBy, words(ward.order.word)), .dim))
    for word in legend(of: listing.rows) { texts.append(StyledText(words(word), .dim)) }
    if ward.showsOutOfHouse {
      texts.append(StyledText(words(.outOfHouseCount, "\(listing.outOfHouse)"), .dim))
    }
    if !hasBlock { texts.append(StyledText(words(.notAlarm), .dim)) }
    return Group(
      id: "summary", title: FittedText([]),
      content: .line(
        texts.enumerated().map { index, text in
          // What is hidden, and what is being typed, is always there.
          let priority =
            switch text.spans.first?.role {
            case .warning?, .failure?: 99
            case .fieldFocus?: 98
            default: 50 - index
            }
          return Fact(FittedText([]), FittedText(text), priority: priority)
        }), frame: .none, priority: 60, leastRows: 1)
  }

  private func wardTable(
    _ listing: WardState.Listing, chosen: WardRow?, _ size: Size, _ glyphs: GlyphSet
  ) -> Group {
    guard !listing.rows.isEmpty else {
      let empty: Word =
        !ward.isLoaded
        ? .loading
        : ward.patients.isEmpty
          ? .noPatients : listing.hidden > 0 ? .emptySearch : .emptyWard
      return Group(
        id: "ward", title: FittedText([]), content: .text([StyledText(words(empty), .notice)]),
        frame: .none, priority: 100, leastRows: 1, growth: 1)
    }
    if ward.showsTrends { return wardTrendsTable(listing, chosen: chosen, size, glyphs) }
    let selected = listing.rows.firstIndex { $0.id == chosen?.id }
    var table = Table(
      columns: wardColumns(width: size.width),
      rows: listing.rows.map { wardCells($0, isNarrow: size.width < 60, glyphs) },
      selected: selected, marked: 1..<3)
    if let column = marksColumn(listing.rows) {
      table.columns.insert(column, at: 2)
      table.marked = 1..<4
      for (index, row) in listing.rows.enumerated() {
        table.rows[index].cells.insert(FittedText(marks(of: row)), at: 2)
      }
    }
    return Group(
      id: "ward", title: FittedText([]), content: .table(table), frame: .none, priority: 100,
      leastRows: 2, growth: 1)
  }

  private func wardColumns(width: Int) -> [TableColumn] {
    let isNarrow = width < 60
    func column(
      _ title: Word, _ priority: Int, _ alignment: Alignment = .left, short: Word? = nil
    ) -> TableColumn {
      TableColumn(
        title: FittedText(
          ([title] + (short.map { [$0] } ?? [])).map { StyledText(words($0)) }),
        alignment: alignment, priority: priority)
    }
    return [
      TableColumn(title: FittedText(words.alert(.columnPriority)), priority: 110),
      column(.columnBed, 96),
      TableColumn(
        title: FittedText(words(.columnPatient)), truncation: .ellipsis,
        minimum: isNarrow ? 8 : 14, priority: 95),
      column(.columnNumber, 90), column(.columnDay, 70, .right), column(.columnCRS, 100),
      column(.columnICANS, 99, short: .columnICANSShort),
      TableColumn(
        title: FittedText(words.alert(.columnAlert)), truncation: .ellipsis,
        minimum: isNarrow ? 8 : width < 100 ? 11 : width < 160 ? 16 : 40, priority: 75),
      TableColumn(
        title: FittedText(words.alert(.columnNext)), alignment: .right, priority: 69),
      column(.columnTemperature, 68, .right), column(.columnPressure, 66, .right),
      column(.columnSaturation, 65, .right), column(.columnOxygen, 64),
      column(.columnScore, 62, .right), column(.columnAge, 60, .right),
      column(.columnCytokine, 55), column(.columnHeart, 40, .right),
      column(.columnSex, 30), column(.columnDiagnosis, 25),
    ]
  }

  private func wardCells(
    _ row: WardRow, isNarrow: Bool, _ glyphs: GlyphSet
  ) -> TableRow {
    let values = ValueText(row: row, words: words)
    let summary = row.summary
    let number = summary.hospitalNumber ?? row.id.text
    let alert = alertCells(row.id)
    return TableRow(
      id: row.id.text,
      [
        alert.mark, bedText(row), FittedText(markedName(row, glyphs), .strong),
        // Shortened only where the window is, never in favour of another column.
        FittedText(
          [StyledText(number, .dim)]
            + (isNarrow ? [StyledText("…" + number.suffix(4), .dim)] : [])),
        FittedText(words.day(row.day)), gradeText(row.crs, row.crsTrend),
        gradeText(row.icans, row.icansTrend), alert.text, alert.next,
        values.temperature, values.pressure,
        values.saturation, values.oxygen, values.score, values.age(values.roundAt),
        values.cytokine, values.heartRate,
        FittedText(
          row.summary.age(at: now, zone: zone).map { "\(sexLetter(summary))\($0)" } ?? "-"),
        FittedText(summary.diagnosis ?? "-"),
      ])
  }

  // The bed is kept for somebody on leave, who is not in it.
  private func bedText(_ row: WardRow) -> FittedText {
    guard row.isInHouse else { return FittedText(words(.gradeBefore)) }
    let bed = row.summary.bed ?? "-"
    guard row.isOnLeave else { return FittedText(bed) }
    return FittedText([
      StyledText(bed + " " + words(.onLeave), .notice), StyledText(words(.onLeaveShort), .notice),
    ])
  }

  func sexLetter(_ summary: PatientSummary) -> String {
    switch summary.sex {
    case "female": "F"
    case "male": "M"
    default: ""
    }
  }

  private func essenceOfAlerts(_ rows: [WardRow]) -> [FittedText] {
    guard let highest = highestAlert else { return [] }
    let row = rows.first { $0.id == highest.patient }
    let grades =
      row.map {
        gradeText($0.crs, at: now) + StyledText("/") + gradeText($0.icans, at: now)
      }
    return [alertLine(highest.line, of: highest.patient, grades: grades ?? StyledText())]
  }

  // The worst patient first: what stands on a window of one line.
  private func essence(_ row: WardRow, _ glyphs: GlyphSet) -> FittedText {
    let crs = StyledText("CRS ") + gradeText(row.crs, at: now)
    let icans = StyledText("ICANS ") + gradeText(row.icans, at: now)
    let bed = StyledText((row.summary.bed ?? "-") + " ", .strong)
    let name = StyledText(markedName(row, glyphs) + " ", .strong)
    let number = StyledText((row.summary.hospitalNumber ?? row.id.text) + " ", .dim)
    let c = gradeText(row.crs, at: now)
    let i = gradeText(row.icans, at: now)
    let slash = StyledText("/", .dim)
    return FittedText([
      bed + name + number + crs + " " + icans, bed + name + number + c + slash + i,
      bed + c + slash + i,
      c + slash + i, c,
    ])
  }
}
