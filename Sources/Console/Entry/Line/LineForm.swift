package import Clinical

/// One line for whoever knows what to write: what was understood stands under it while it is typed,
/// and what was not is named.
package struct LineForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleLine

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    var specs = [
      FieldSpec("line", EntryText(.line), .line, isRequired: true, remark: EntryText(.lineHelp))
    ]
    // What is improbable is typed once more, in a field of its own.
    if case .contents(let line) = reading["line"] {
      for (id, value, why) in Suspicion.improbable(line.contents, in: reading.context) {
        specs.append(FieldSpec("again.\(id)", why, .exactly(value), isRequired: true))
      }
    }
    return specs
  }

  package func contents(_ reading: FormReading) -> [Content] {
    if case .contents(let line) = reading["line"] { line.contents } else { [] }
  }

  package func stops(_ reading: FormReading) -> [EntryText] {
    TocilizumabStops.texts(of: contents(reading), in: reading.context)
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] { [:] }
}

extension FieldSpec {
  /// The line as it is understood so far.
  static func readLine(_ typed: String, isTyping: Bool, time: TimeRule) -> FieldValue {
    let text = TypedText.plain(typed)
    guard !text.isEmpty else { return .empty }
    do throws(RecordLine.Problem) {
      return .contents(try RecordLine(text, now: time.now, zone: time.zone))
    } catch {
      // While the last word is being typed it may be the beginning of another.
      let isLast = text.hasSuffix(error.word)
      return isTyping && isLast && typed.last != " " ? .unfinished : .refused(error.text)
    }
  }
}
