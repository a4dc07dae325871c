import Clinical

/// The eight items of CAPD, each by one digit: the points themselves, 0 to 4.
///
/// In the first four "always" is 0, in the last four "never" is 0 (clinical-rules 2.3); the word for
/// the frequency stands beside each digit, so that nobody counts the wrong way round.
enum CAPDItems {
  static let count = 8
  private static let falling = [
    EntryOption("0", "0", .capdAlways), EntryOption("1", "1", .capdOften),
    EntryOption("2", "2", .capdSometimes),
    EntryOption("3", "3", .capdRarely), EntryOption("4", "4", .capdNever),
  ]
  private static let rising = [
    EntryOption("0", "0", .capdNever), EntryOption("1", "1", .capdRarely),
    EntryOption("2", "2", .capdSometimes),
    EntryOption("3", "3", .capdOften), EntryOption("4", "4", .capdAlways),
  ]
  private static let labels: [EntryWord] = [
    .capdEyeContact, .capdPurposeful, .capdAware, .capdCommunicates, .capdRestless,
    .capdInconsolable, .capdUnderactive, .capdSlow,
  ]

  static func specs(_ reading: FormReading) -> [FieldSpec] {
    let last = reading.context.facts.capd
    var specs = labels.enumerated().map { index, label in
      FieldSpec(
        "capd\(index + 1)", label,
        .choice(index < 4 ? falling : rising, advances: true),
        isRequired: isBegun(reading),
        last: last.flatMap { last in
          last.entry.items.flatMap { $0.indices.contains(index) ? $0[index] : nil }.map {
            FieldSpec.Last(.choice("\($0)"), at: last.at)
          }
        })
    }
    if !reading.context.isBeforeInfusion {
      specs.append(FieldSpec("baseline", .isBaseline, .choice(EntryOption.yesNo, advances: true)))
    }
    return specs
  }

  // A CAPD is whole or it is none: eight items, once one was given.
  private static func isBegun(_ reading: FormReading) -> Bool {
    (1...count).contains { !reading["capd\($0)"].isEmpty }
  }

  static func content(_ reading: FormReading) -> CAPD? {
    let items = (1...count).compactMap { reading["capd\($0)"].choice.flatMap { Int($0) } }
    guard items.count == count else { return nil }
    return CAPD(
      items: items, status: .done, baseline: reading.flag("baseline") == true ? true : nil)
  }

  static func texts(of capd: CAPD) -> [String: String] {
    var texts: [String: String] = [:]
    for (index, points) in (capd.items ?? []).enumerated() {
      texts["capd\(index + 1)"] = "\(points)"
    }
    texts["baseline"] = capd.baseline.map { $0 ? "y" : "n" }
    return texts
  }

  /// Points so far and items answered.
  static func running(_ reading: FormReading) -> (points: Int, asked: Int) {
    let items = (1...count).compactMap { reading["capd\($0)"].choice.flatMap { Int($0) } }
    return (items.reduce(0, +), items.count)
  }

  /// What the item looks like at the child's age.
  static func anchor(_ field: String, _ reading: FormReading) -> EntryText? {
    guard let item = Int(field.dropFirst("capd".count)), let band = CAPDAge(reading.context) else {
      return nil
    }
    return CAPDAnchors.text(item: item, band: band)
  }
}
