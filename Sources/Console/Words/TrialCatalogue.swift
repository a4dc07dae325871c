/// The words of the Trial screen in each language. What stands in its tables are the results' own
/// words, the same as in the printed tables.
package enum TrialCatalogue {
  /// The text of a key; in English where the language has none.
  package static func text(_ word: TrialWord, in language: String) -> String {
    let texts = language.hasPrefix("zh") ? simplifiedChinese : english
    return texts[word] ?? english[word] ?? word.rawValue
  }

  package static let english: [TrialWord: String] = [
    .commandTrial: "The trial's endpoints",
    .commandNext: "Next figure of the trial",
    .commandPrevious: "Previous figure of the trial",
    .commandOther: "Another curve, or the other scale",
    .commandBehind: "The patients and events behind a line; then the patient",
    .hintTrial: "Trial", .hintNext: "Next", .hintOther: "Other", .hintBehind: "Behind",
    .title: "Trial",
    .subject: "{0} infused, cut-off {1}",
    .loading: "the trial's endpoints are being read",
    .unread:
      "The endpoints could not be read; leave this screen and come back.",
    .failed: "the trial's endpoints could not be read: {0}",
    .nobody: "Nobody has been infused yet: the trial has no endpoints.",
    .overview: "Endpoints", .swimmer: "Courses", .survival: "Survival", .grades: "Grades",
    .cytokines: "Cytokines", .expansion: "Expansion", .events: "Adverse events",
    .concordance: "Concordance",
    .conventions: "Conventions", .behind: "Behind: {0}",
    .nothingBehind: "nothing stands behind this line",
    .missing: "{0}: {1}",
    .columnPatient: "patient", .columnFollowed: "days",
    .columnWorst: "worst", .columnPeaks: "min - median - max, log",
    .swimmerLegend:
      "C CR · c CRi · P PR · N NR · ? not evaluable · R relapse · G progression · T transplant · t new therapy · D death · L lost · W withdrawn · > last seen",
    .gradesLegend: "- not assessed · blank: after the cut-off",
    .months: "months", .atRisk: "at risk",
    .curveNote: "{0} of {1} with the event, median {2} months ({3} to {4})",
    .expansionNote: "chosen: {0}", .expansionTitle: "copies/ug",
    .swimmerAxis: "months 0 to {0}",
  ]

  package static let simplifiedChinese: [TrialWord: String] = [
    .commandTrial: "试验终点",
    .commandNext: "试验的下一图表",
    .commandPrevious: "试验的上一图表",
    .commandOther: "另一曲线或另一量表",
    .commandBehind: "该行背后的患者与事件;再按打开患者",
    .hintTrial: "试验", .hintNext: "下一", .hintOther: "另一", .hintBehind: "明细",
    .title: "试验",
    .subject: "已回输 {0} 例,截止 {1}",
    .loading: "正在读取试验终点",
    .unread: "无法读取试验终点;请离开此屏幕后重试。",
    .failed: "无法读取试验终点:{0}",
    .nobody: "尚无患者回输:试验没有终点。",
    .overview: "终点", .swimmer: "病程", .survival: "生存", .grades: "分级",
    .cytokines: "细胞因子", .expansion: "扩增", .events: "不良事件", .concordance: "一致性",
    .conventions: "约定", .behind: "明细:{0}",
    .nothingBehind: "该行背后没有明细",
    .missing: "{0}:{1}",
    .columnPatient: "患者", .columnFollowed: "天数",
    .columnWorst: "最高", .columnPeaks: "最小 - 中位 - 最大,对数",
    .swimmerLegend:
      "C CR · c CRi · P PR · N NR · ? 无法评估 · R 复发 · G 进展 · T 移植 · t 新治疗 · D 死亡 · L 失访 · W 退出 · > 末次随访",
    .gradesLegend: "- 未评估 · 空白:截止之后",
    .months: "月", .atRisk: "在险",
    .curveNote: "{1} 例中 {0} 例发生事件,中位 {2} 月({3} 至 {4})",
    .expansionNote: "所选:{0}", .expansionTitle: "拷贝/ug",
    .swimmerAxis: "第 0 至 {0} 月",
  ]
}
