/// The words about scales beside ASTCT in each language.
package enum ScaleCatalogue {
  /// The text of a key; in English where the language has none.
  package static func text(_ word: ScaleWord, in language: String) -> String {
    let texts = language.hasPrefix("zh") ? simplifiedChinese : english
    return texts[word] ?? english[word] ?? word.rawValue
  }

  package static let english: [ScaleWord: String] = [
    .commandScales: "The other scales, beside ASTCT",
    .tab: "Scales",
    .title: "Other scales",
    .advice: "advice beside ASTCT, never the grade",
    .columnScale: "Scale",
    .columnResult: "Result",
    .columnText: "What it means, or what is missing",
    .score: "score {0}",
    .grade: "grade {0}",
    .noGrade: "no grade: at least {0}, at most {1}",
    .noScore: "no score",
    .doesNotApply: "does not apply: {0}",
    .noNumber: "--",
    .gives: "gives",
    .missing: "missing",
    .nothingMissing: "nothing is missing",
    .inputs: "inputs",
    .remark: "remark",
    .source: "source",
    .notCosigned: "not co-signed",
    .readKey: "{0} reads it whole",
  ]

  package static let simplifiedChinese: [ScaleWord: String] = [
    .commandScales: "ASTCT 之外的其他量表",
    .tab: "量表",
    .title: "其他量表",
    .advice: "仅供参考,不是 ASTCT 分级",
    .columnScale: "量表",
    .columnResult: "结果",
    .columnText: "含义或缺少的项目",
    .score: "{0} 分",
    .grade: "{0} 级",
    .noGrade: "无法分级:至少 {0},至多 {1}",
    .noScore: "无评分",
    .doesNotApply: "不适用:{0}",
    .noNumber: "--",
    .gives: "各项",
    .missing: "缺少",
    .nothingMissing: "无缺项",
    .inputs: "输入",
    .remark: "说明",
    .source: "来源",
    .notCosigned: "未会签",
    .readKey: "{0} 查看全文",
  ]
}
