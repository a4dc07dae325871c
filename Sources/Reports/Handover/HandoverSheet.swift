import Clinical

/// A handover of the last 24 hours, one page a patient.
package enum HandoverSheet {
  /// The order of a handover.
  package enum Form: String, CaseIterable, Sendable {
    /// Illness severity, patient summary, action list, situation awareness, synthesis by the
    /// receiver (Starmer and others, Pediatrics 2012).
    case ipass
    /// Situation, background, assessment, recommendation.
    case sbar
  }

  /// The lines of text at 80 columns that one page holds, in print as on a screen.
  package static let mostLines = 64

  /// The sheet of one patient.
  package static func document(_ patient: ReportedPatient, _ form: Form) -> ReportDocument {
    let words = patient.words
    return ReportDocument(
      title: title(form, words) + ": " + patient.id.text, language: words.language,
      pages: [page(patient, form)])
  }

  /// The sheets of a ward, the most urgent first, behind a list of everybody.
  package static func document(_ ward: ReportedWard, _ form: Form) -> ReportDocument {
    let words = ward.question.words
    return ReportDocument(
      title: words(.wardHandover), language: words.language,
      pages: [ward.frontPage(words(.wardHandover))] + ward.patients.map { page($0, form) })
  }

  private static func title(_ form: Form, _ words: ReportWords) -> String {
    words(form == .ipass ? .handoverIPASS : .handoverSBAR)
  }

  /// One page, held to `mostLines`: what is least urgent is left out first, and how much that is
  /// stands in its place.
  static func page(_ patient: ReportedPatient, _ form: Form) -> ReportPage {
    var sheet = SheetDraft(
      title: title(form, patient.words), patient: patient,
      parts: form == .ipass ? patient.ipassParts : patient.sbarParts)
    sheet.fit(HandoverSheet.mostLines)
    return sheet.page
  }
}

/// A line of a sheet: of rank 0 it is never left out, the highest ranks go first.
struct SheetItem {
  var text: String
  var rank: Int

  init(_ text: String, _ rank: Int) {
    self.text = text
    self.rank = rank
  }
}

/// A titled part of a sheet.
struct SheetPart {
  var title: ReportWord
  var items: [SheetItem]
  var blanks: [ReportWord] = []
  /// How many items were left out.
  var leftOut = 0
}
