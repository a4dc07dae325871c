import Clinical

/// The objects to name, the command and the sentence of ICE, by word set and language.
///
/// The sets rotate, so that a patient who was asked an hour ago is not asked the same; the sentence
/// stays the same each time, for it is the handwriting that is compared (clinical-rules 2.1).
package enum ICEWords {
  /// Names of the sets, in the order in which they follow one another.
  package static let sets = ["A", "B", "C", "D", "E", "F"]

  /// The set after the one that was used last.
  package static func next(after set: String?) -> String {
    guard let set, let place = sets.firstIndex(of: set) else { return sets[0] }
    return sets[(place + 1) % sets.count]
  }

  /// The three objects of a set; each is at hand in a ward.
  package static func objects(_ set: String, _ language: EntryLanguage) -> [String] {
    let all = language == .english ? english : chinese
    return all[set]?.objects ?? all[sets[0]]?.objects ?? []
  }

  /// The command of a set.
  package static func command(_ set: String, _ language: EntryLanguage) -> String {
    let all = language == .english ? english : chinese
    return all[set]?.command ?? ""
  }

  /// The sentence to write: the site's own in the patient's language, from the setting
  /// `plan.sentence.<language>` or `plan.sentence`, else the usual one.
  package static func sentence(_ facts: EntryFacts, _ language: EntryLanguage) -> String {
    for name in ["plan.sentence.\(language.rawValue)", "plan.sentence"] {
      if case .text(let text)? = facts.setting(name) { return text }
    }
    switch language {
    case .english: return "Our national bird is the bald eagle"
    case .simplifiedChinese: return "我国的国旗是五星红旗"
    }
  }

  private static let english: [String: (objects: [String], command: String)] = [
    "A": (["watch", "pen", "button"], "Show me two fingers"),
    "B": (["cup", "key", "pillow"], "Close your eyes and stick out your tongue"),
    "C": (["phone", "spoon", "shoe"], "Touch your nose"),
    "D": (["glasses", "book", "chair"], "Raise your left hand"),
    "E": (["comb", "coin", "door"], "Show me your thumb"),
    "F": (["towel", "bottle", "ring"], "Nod your head"),
  ]

  private static let chinese: [String: (objects: [String], command: String)] = [
    "A": (["手表", "钢笔", "纽扣"], "伸出两个手指"),
    "B": (["杯子", "钥匙", "枕头"], "闭上眼睛，伸出舌头"),
    "C": (["手机", "勺子", "鞋子"], "摸一下鼻子"),
    "D": (["眼镜", "书", "椅子"], "举起左手"),
    "E": (["梳子", "硬币", "门"], "伸出大拇指"),
    "F": (["毛巾", "瓶子", "戒指"], "点一下头"),
  ]
}
