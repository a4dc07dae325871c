package import Clinical
import Terminal

extension EntryState {
  /// The form as it is filled in now.
  ///
  /// Fields depend on values and values on fields, so they are read until nothing new appears; a
  /// form has at most three such steps.
  package var reading: FormReading {
    var reading = FormReading(
      context: context, specs: [], values: [:], originals: originals, wordSet: wordSet,
      usesCAPD: usesCAPD)
    let form = kind.form
    for _ in 0..<4 {
      let specs = form.fields(reading) + ownFields(reading, form)
      let isStable = specs.map(\.id) == reading.specs.map(\.id)
      reading.specs = specs
      reading.values = [:]
      for spec in specs { reading.values[spec.id] = value(of: spec) }
      if isStable { break }
    }
    return reading
  }

  private func value(of spec: FieldSpec) -> FieldValue {
    spec.read(
      texts[spec.id]?.text ?? "", isTyping: isTyping(in: spec.id),
      time: TimeRule(now: context.now, zone: context.zone))
  }

  // While the quick line is typed, its last word is still being typed, in whichever field it lands.
  private func isTyping(in id: String) -> Bool {
    if focus == "quick" { return id == quickEnd }
    return id == focus && again == nil
  }

  private var quickEnd: String? {
    guard let line = texts["quick"]?.text, line.last != " " else { return nil }
    let count = QuickLine.split(line).count
    guard count > 0 else { return nil }
    let id = VitalsForm.quickOrder[count - 1]
    guard id == "oxygen" else { return id }
    if texts["fio2"]?.isEmpty == false { return "fio2" }
    return texts["flow"]?.isEmpty == false ? "flow" : "device"
  }

  // Fields that every form has: when, why, and what saving to this patient asks for.
  private func ownFields(_ reading: FormReading, _ form: any EntryForm) -> [FieldSpec] {
    var specs: [FieldSpec] = []
    if kind.keepsDraft {
      specs.append(
        kind.isDated
          ? FieldSpec("at", .day, .date, remark: EntryText(.todayUnlessTyped))
          : FieldSpec("at", .timeTaken, .moment))
    }
    let needsReason =
      !originals.isEmpty || !form.stops(reading).isEmpty || kind == .setting
    if needsReason {
      specs.append(FieldSpec("reason", .reason, .text(500), isRequired: true))
    }
    if twin?.asks == true {
      specs.append(
        FieldSpec(
          "twin", .keepBoth, .choice([EntryOption("k", "keep", .keepBothYes)], advances: true),
          isRequired: true))
    }
    if let bedToType {
      specs.append(
        FieldSpec("bed", .typeBed, .exactly(bedToType), isRequired: true))
    }
    return specs
  }

  /// When what is entered was observed, or is taken to have been: as typed, else at the first key.
  package var observedAt: Instant {
    // What the person saw when the form was opened: what has come since is not acknowledged.
    if kind == .acknowledge, let event = originals.first { return event.at.start(in: context.zone) }
    if kind == .acknowledge { return max(openedAt, context.alert?.since ?? openedAt) }
    if case .moment(let instant) = atValue { return instant }
    if case .date(let date) = atValue { return context.zone.startOfDay(date) }
    return (firstKey ?? context.now).wholeSecond
  }

  private var atValue: FieldValue {
    if kind == .line, texts["at"]?.isEmpty ?? true,
      let line = try? RecordLine(
        texts["line"]?.text ?? "", now: context.now, zone: context.zone), let at = line.at
    {
      return .moment(at)
    }
    let rule = TimeRule(now: context.now, zone: context.zone)
    let text = texts["at"]?.text ?? ""
    return kind.isDated
      ? rule.date(text, isTyping: false) : rule.moment(text, isTyping: false)
  }

  /// The same as an event carries it.
  package var eventTime: EventTime {
    if kind.isDated {
      if case .date(let date) = atValue { return .day(date) }
      return .day(context.zone.date(of: observedAt))
    }
    let instant = observedAt
    return .moment(instant, utcOffset: context.zone.offset(at: instant))
  }
}

extension Instant {
  /// The second in which it lies: nobody measures at the bedside in parts of one.
  package var wholeSecond: Instant {
    Instant(microseconds: floorDivide(microseconds, 1_000_000) * 1_000_000)
  }
}
