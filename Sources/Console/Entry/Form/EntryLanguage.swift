/// The languages in which a patient can be asked.
package enum EntryLanguage: String, CaseIterable, Sendable, Codable {
  case english = "en"
  case simplifiedChinese = "zh-Hans"

  /// The language that a record means: a BCP 47 tag, or a name as people write it. English where
  /// nothing is known or no form exists.
  package init(ofPatient text: String?) {
    let written = text?.lowercased() ?? ""
    let names = ["zh", "chi", "中", "汉", "漢", "普通话", "mandarin", "cmn"]
    self = names.contains { written.hasPrefix($0) } ? .simplifiedChinese : .english
  }
}
