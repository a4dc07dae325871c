import Clinical

/// The ten items of ICE, each by one key: 1 right, 0 wrong, u could not be asked.
enum ICEItems {
  static let answers = [
    EntryOption("1", "1", .itemYes), EntryOption("0", "0", .itemNo),
    EntryOption("u", "open", .itemUnable),
  ]

  static func specs(_ reading: FormReading) -> [FieldSpec] {
    let language = reading.context.language
    let last = reading.context.facts.scores.last
    var specs = ICEItem.allCases.map { item in
      FieldSpec(
        item.rawValue, label(item, reading, language), .choice(answers, advances: true),
        last: last.flatMap { score in
          score.ice.items?[item].map { FieldSpec.Last(.choice("\($0)"), at: score.at) }
        })
    }
    specs.append(
      FieldSpec("handwriting", .handwritingChanged, .choice(EntryOption.yesNo, advances: true)))
    specs.append(FieldSpec("sample", .writingSample, .text(500)))
    if !reading.context.isBeforeInfusion {
      specs.append(FieldSpec("baseline", .isBaseline, .choice(EntryOption.yesNo, advances: true)))
    }
    return specs
  }

  private static func label(
    _ item: ICEItem, _ reading: FormReading, _ language: EntryLanguage
  ) -> EntryText {
    let objects = ICEWords.objects(reading.wordSet, language)
    func object(_ index: Int) -> String { objects.indices.contains(index) ? objects[index] : "" }
    let local = reading.context.zone.date(of: reading.context.at)
    switch item {
    case .year: return EntryText(.iceYear, "\(local.year)")
    case .month: return EntryText(.iceMonth, "\(local.month)")
    case .city: return EntryText(.iceCity)
    case .hospital: return EntryText(.iceHospital, reading.context.site)
    case .object1: return EntryText(.iceNaming, object(0))
    case .object2: return EntryText(.iceNaming, object(1))
    case .object3: return EntryText(.iceNaming, object(2))
    case .command:
      return EntryText(.iceCommand, ICEWords.command(reading.wordSet, language))
    case .writing:
      return EntryText(.iceWriting, ICEWords.sentence(reading.context.facts, language))
    case .attention: return EntryText(.iceAttention)
    }
  }

  /// The score as far as it is entered; `nil` while no item is.
  static func content(_ reading: FormReading) -> ICE? {
    var items: [ICEItem: Int] = [:]
    for item in ICEItem.allCases {
      items[item] = reading[item.rawValue].choice.flatMap { Int($0) }
    }
    guard !items.isEmpty else { return nil }
    return ICE(
      items: items, status: .done, wordSet: reading.wordSet, writingSample: reading["sample"].text,
      handwritingChanged: reading.flag("handwriting"),
      baseline: reading.flag("baseline") == true ? true : nil)
  }

  static func texts(of ice: ICE) -> [String: String] {
    var texts: [String: String] = [:]
    for item in ICEItem.allCases {
      if let point = ice.items?[item] { texts[item.rawValue] = "\(point)" }
    }
    // Parts that were entered as sums fill their items where that says each of them.
    for part in ICEPart.allCases where ice.items == nil {
      guard let sum = ice.value(of: part), sum == 0 || sum == part.maximum else { continue }
      for item in part.items { texts[item.rawValue] = sum == 0 ? "0" : "1" }
    }
    texts["handwriting"] = ice.handwritingChanged.map { $0 ? "y" : "n" }
    texts["sample"] = ice.writingSample
    texts["baseline"] = ice.baseline.map { $0 ? "y" : "n" }
    return texts
  }
}

/// The running score of an ICE that is being asked, and what it would grade.
package struct RunningICE: Sendable, Hashable {
  /// Points given, and how many items were answered.
  package let points: Int
  package let asked: Int
  /// Items that could not be asked.
  package let open: Int

  package init?(_ reading: FormReading) {
    guard !reading.usesCAPD, reading["status"].isEmpty else { return nil }
    var points = 0
    var asked = 0
    var open = 0
    for item in ICEItem.allCases {
      switch reading[item.rawValue].choice {
      case "1":
        points += 1
        asked += 1
      case "0": asked += 1
      case "open": open += 1
      default: break
      }
    }
    self.points = points
    self.asked = asked
    self.open = open
  }

  /// Items not answered yet.
  package var left: Int { ICEItem.allCases.count - asked - open }
  /// The highest score that can still come out, items that could not be asked counted as right.
  package var most: Int { points + left + open }
}
