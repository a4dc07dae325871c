/// The key of a text about what waits in the holding list; `HoldingCatalogue` has it in each language.
package enum HoldingWord: String, CaseIterable, Sendable {
  case commandHolding, commandFile, commandDismiss, hintFile, hintDismiss
  case title, waiting, nothingWaits, columnSince, columnSender, columnSubject, columnReason
  case columnCount, noSubject, choosePatient, confirmTitle, fileFor, doNotFile, dismissTitle
  case filing, mayNot, oneAtATime, goneMeanwhile
  case dismissEntered, dismissNotOurs, dismissTest, dismissDevice, dismissOther
  case reasonUnknownPatient, reasonSeveralPatients, reasonIdentifierAndBedDisagree
  case reasonFutureTime, reasonNoTime, reasonBadUnit, reasonImpossibleValue
  case reasonContradictoryCode, reasonUnreadableValue, reasonNothingToCorrect
  case reasonNotProduction, reasonRefused

  /// The reasons by the words that programs use for them.
  static func reason(_ word: String) -> HoldingWord? {
    guard let first = word.first else { return nil }
    return HoldingWord(rawValue: "reason" + first.uppercased() + word.dropFirst())
  }
}

extension Catalogue {
  /// The text of a key with its places filled.
  package func callAsFunction(_ word: HoldingWord, _ arguments: String...) -> String {
    Self.filled(HoldingCatalogue.text(word, in: language), arguments)
  }
}

/// The words about the holding list in each language.
package enum HoldingCatalogue {
  /// The text of a key; in English where the language has none.
  package static func text(_ word: HoldingWord, in language: String) -> String {
    let texts = language.hasPrefix("zh") ? simplifiedChinese : english
    return texts[word] ?? english[word] ?? word.rawValue
  }

  package static let english: [HoldingWord: String] = [
    .commandHolding: "Messages that could not be filed",
    .commandFile: "File the chosen messages for a patient",
    .commandDismiss: "Put the chosen messages aside",
    .hintFile: "File", .hintDismiss: "Put aside",
    .title: "Holding list", .waiting: "{0} held",
    .nothingWaits: "nothing waits", .columnSince: "Since", .columnSender: "Sender",
    .columnSubject: "Says it is", .columnReason: "Why it waits", .columnCount: "No.",
    .noSubject: "nobody named", .choosePatient: "File for which patient",
    .confirmTitle: "{0} of {1}, for {2}?",
    .fileFor: "File for {0}", .doNotFile: "Do not file", .dismissTitle: "Put {0} aside because",
    .filing: "filing", .mayNot: "a nurse or a physician works off this list",
    .oneAtATime: "wait until the last ones are filed",
    .goneMeanwhile: "nothing was done: these messages wait no more",
    .dismissEntered: "entered by hand", .dismissNotOurs: "of nobody on this ward",
    .dismissTest: "a test or a demonstration", .dismissDevice: "a fault of the device",
    .dismissOther: "another reason",
    .reasonUnknownPatient: "unknown patient or bed",
    .reasonSeveralPatients: "more than one patient fits",
    .reasonIdentifierAndBedDisagree: "identifier and bed are of different patients",
    .reasonFutureTime: "observed in the future", .reasonNoTime: "no time of observation",
    .reasonBadUnit: "unit does not fit", .reasonImpossibleValue: "value cannot be true",
    .reasonContradictoryCode: "code and name disagree",
    .reasonUnreadableValue: "value cannot be read",
    .reasonNothingToCorrect: "what it corrects is not in the record",
    .reasonNotProduction: "for training or debugging",
    .reasonRefused: "the record did not take it",
  ]

  package static let simplifiedChinese: [HoldingWord: String] = [
    .commandHolding: "设备与实验室发来但未能归档的内容",
    .commandFile: "将所选消息归入某位患者", .commandDismiss: "将所选消息搁置",
    .hintFile: "归档", .hintDismiss: "搁置",
    .title: "待归档列表", .waiting: "待归档 {0}",
    .nothingWaits: "没有待归档的内容", .columnSince: "自", .columnSender: "发送方",
    .columnSubject: "标明为", .columnReason: "原因", .columnCount: "数量",
    .noSubject: "未标明", .choosePatient: "归入哪位患者",
    .confirmTitle: "将 {1} 的 {0} 条归入 {2}?",
    .fileFor: "归入 {0}", .doNotFile: "不归档", .dismissTitle: "搁置 {0} 条,原因:",
    .filing: "正在归档", .mayNot: "由护士或医生处理此列表",
    .oneAtATime: "请等待上一批归档完成",
    .goneMeanwhile: "未做任何处理：这些消息已不在列表中",
    .dismissEntered: "已手工录入", .dismissNotOurs: "非本病区患者",
    .dismissTest: "测试或演示", .dismissDevice: "设备故障", .dismissOther: "其他原因",
    .reasonUnknownPatient: "患者或床位未知", .reasonSeveralPatients: "符合的患者不止一位",
    .reasonIdentifierAndBedDisagree: "标识与床位属于不同患者",
    .reasonFutureTime: "观察时间在将来", .reasonNoTime: "没有观察时间",
    .reasonBadUnit: "单位不符", .reasonImpossibleValue: "数值不可能为真",
    .reasonContradictoryCode: "代码与名称不一致", .reasonUnreadableValue: "数值无法读取",
    .reasonNothingToCorrect: "所更正的结果不在记录中",
    .reasonNotProduction: "用于培训或调试", .reasonRefused: "记录未接受",
  ]
}
