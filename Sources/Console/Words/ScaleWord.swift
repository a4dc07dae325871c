/// The key of a text about scales beside ASTCT; `ScaleCatalogue` has it in each language.
package enum ScaleWord: String, CaseIterable, Sendable {
  case commandScales, tab, title, advice
  case columnScale, columnResult, columnText
  case score, grade, noGrade, noScore, doesNotApply, noNumber
  case gives, missing, nothingMissing, inputs, remark, source, notCosigned, readKey
}

extension Catalogue {
  /// The text of a key with its places filled.
  package func callAsFunction(_ word: ScaleWord, _ arguments: String...) -> String {
    Self.filled(ScaleCatalogue.text(word, in: language), arguments)
  }
}
