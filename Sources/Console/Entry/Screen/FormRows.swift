import Clinical
import Terminal

extension EntryState {
  /// The fields as rows of a form.
  func rows(_ reading: FormReading, _ words: EntryCatalogue) -> [Form.Row] {
    let values = EntryValueText(words: words, zone: context.zone)
    let form = kind.form
    return reading.specs.map { spec in
      let value = reading[spec.id]
      let isAgain = again?.field == spec.id
      let isRefused = if case .refused = value { true } else { false }
      return Form.Row(
        id: "field:" + spec.id, label: label(spec, words, isAgain: isAgain),
        input: isAgain ? again?.input ?? TextInput() : texts[spec.id] ?? TextInput(),
        focused: spec.id == focus, refused: isRefused, placeholder: placeholder(spec, words),
        unit: FittedText(spec.unit, .dim), last: values.last(spec, now: value),
        check: check(spec, reading, form, values, words))
    }
  }

  private func label(_ spec: FieldSpec, _ words: EntryCatalogue, isAgain: Bool) -> FittedText {
    let text = words(spec.label)
    if isAgain { return FittedText(words(.again, text), .warning) }
    return FittedText(text + (spec.isRequired ? " *" : ""), .label)
  }

  private func placeholder(_ spec: FieldSpec, _ words: EntryCatalogue) -> FittedText {
    guard spec.id == "at" else { return FittedText([]) }
    let time = LocalTime(zone: context.zone)
    return kind.isDated
      ? FittedText(time.date(observedAt), .dim) : FittedText(time.clock(observedAt), .dim)
  }

  // What was understood, why it is refused, or which keys there are: the first that there is.
  private func check(
    _ spec: FieldSpec, _ reading: FormReading, _ form: any EntryForm, _ values: EntryValueText,
    _ words: EntryCatalogue
  ) -> FittedText {
    let value = reading[spec.id]
    if let again, again.field == spec.id {
      return FittedText([
        StyledText(
          words(again.why) + "  " + words(.typeAgain, texts[spec.id]?.text ?? ""), .warning),
        StyledText(words(again.why), .warning),
      ])
    }
    if case .refused(let text) = value { return FittedText(words(text), .failure) }
    var parts: [StyledText] = []
    if let understood = understood(spec, value, values) {
      parts.append(StyledText(understood, .strong))
    }
    var short: StyledText?
    if let remark = form.remark(spec, reading) {
      let text = StyledText(words(remark.text), remark.weight == .out ? .valueOut : .dim)
      // Where there is not room for both, a figure that was understood stays, marked as out of the
      // limits; a key that was pressed is seen in its field.
      if remark.weight == .out {
        switch value {
        case .number, .pressure:
          short = understood(spec, value, values).map { StyledText($0 + " !", .valueOut) } ?? text
        default: short = text
        }
      }
      parts.append(text)
    }
    if confirmed[spec.id] == value, value.isWhole, confirmed[spec.id] != nil {
      parts.append(StyledText(words(.typedTwice), .dim))
    }
    if !parts.isEmpty {
      return FittedText([.joined(parts), short ?? parts[0]])
    }
    guard value.isEmpty || value == .unfinished else { return FittedText([]) }
    if let remark = spec.remark { return FittedText(words(remark), .dim) }
    if spec.isByKey {
      let options = spec.options.map { "\($0.key) \(words($0.word, $0.id))" }
      return FittedText([
        StyledText(options.joined(separator: "  "), .dim), StyledText(spec.options.keys, .dim),
      ])
    }
    return FittedText([])
  }

  // Said where it is not what stands in the field: `368` is 36.8, a letter is a word.
  private func understood(
    _ spec: FieldSpec, _ value: FieldValue, _ values: EntryValueText
  ) -> String? {
    let typed = texts[spec.id]?.text ?? ""
    let text = values.text(value, in: spec)
    switch value {
    case .choice, .choices, .moment, .amount, .notDone: return text
    case .number, .pressure: return text == typed ? nil : text
    case .text(let name): return name == TypedText.plain(typed) ? nil : name
    default: return nil
    }
  }
}
