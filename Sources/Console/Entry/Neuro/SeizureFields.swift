import Clinical
import Grading

/// A seizure with a running timer: its start is saved at once, and its end later continues it, so
/// that both are one seizure.
enum SeizureFields {
  static let kinds = [
    EntryOption("n", "none", .noFinding), EntryOption("f", "focal", .seizureFocal),
    EntryOption("g", "generalised", .seizureGeneralised),
    EntryOption("e", "nonConvulsive", .seizureNonConvulsive),
  ]
  static let states = [
    EntryOption("s", "still", .seizureStill), EntryOption("e", "ended", .seizureEnded),
  ]

  static func specs(_ reading: FormReading) -> [FieldSpec] {
    if running(reading) != nil {
      var specs = [
        FieldSpec("seizureEnd", .seizureRunning, .choice(states, advances: true))
      ]
      if reading["seizureEnd"].choice == "ended" { specs += [durationSpec, baselineSpec] }
      return specs
    }
    var specs = [FieldSpec("seizure", .seizure, .choice(kinds, advances: true))]
    if let kind = reading["seizure"].choice, kind != "none" {
      specs.append(
        FieldSpec("seizureState", .seizureState, .choice(states, advances: true)))
      if reading["seizureState"].choice == "ended" { specs += [durationSpec, baselineSpec] }
      specs.append(FieldSpec("eegOnly", .seizureOnEEG, .choice(EntryOption.yesNo, advances: true)))
    }
    return specs
  }

  private static let durationSpec = FieldSpec(
    "seizureLength", .seizureLength, .duration, remark: EntryText(.seizureLengthFormat))
  private static let baselineSpec = FieldSpec(
    "seizureBack", .seizureBack, .choice(EntryOption.yesNo, advances: true))

  /// The seizure that runs, where nothing but its end can be entered.
  static func running(_ reading: FormReading) -> (start: EventID, at: Instant)? {
    // A correction of a seizure enters that seizure anew.
    guard !reading.originals.contains(where: { $0.kind == .seizure }) else { return nil }
    return reading.context.bedside.seizure.map { ($0.start, $0.at) }
  }

  static func content(_ reading: FormReading) -> Seizure? {
    let corrected = reading.originals.lazy.compactMap { event -> Seizure? in
      if case .seizure(let seizure) = event.content { seizure } else { nil }
    }.first
    if let running = running(reading) {
      guard let state = reading["seizureEnd"].choice else { return nil }
      let ended = state == "ended"
      return Seizure(
        duration: ended ? length(reading, since: running.at) : nil, resolved: ended,
        returnedToBaseline: ended ? reading.flag("seizureBack") : nil, continues: running.start)
    }
    guard let kind = reading["seizure"].choice, kind != "none" else { return nil }
    let state = reading["seizureState"].choice
    return Seizure(
      type: Seizure.Form(rawValue: kind),
      duration: state == "ended" ? length(reading, since: nil) : nil,
      resolved: state.map { $0 == "ended" },
      returnedToBaseline: state == "ended" ? reading.flag("seizureBack") : nil,
      eegOnly: reading.flag("eegOnly"), continues: corrected?.continues)
  }

  // As typed; for a seizure that was timed, from its start to the time of this entry.
  private static func length(_ reading: FormReading, since start: Instant?) -> Quantity? {
    if let seconds = reading["seizureLength"].number { return Quantity(seconds, .second) }
    guard let start, reading.context.at > start else { return nil }
    let seconds = (reading.context.at - start).microseconds / 1_000_000
    return Quantity(DecimalNumber(Int(seconds)), .second)
  }

  static func texts(of seizure: Seizure) -> [String: String] {
    var texts: [String: String] = [:]
    texts["seizure"] =
      seizure.type.flatMap { kinds.option(id: $0.rawValue) }.map { String($0.key) } ?? "g"
    texts["seizureState"] = seizure.resolved.map { $0 ? "e" : "s" }
    texts["seizureLength"] = seizure.duration.flatMap(Measure.duration.normalised).map { "\($0)" }
    texts["seizureBack"] = seizure.returnedToBaseline.map { $0 ? "y" : "n" }
    texts["eegOnly"] = seizure.eegOnly.map { $0 ? "y" : "n" }
    return texts
  }

  /// The timer.
  static func remark(_ reading: FormReading) -> FieldRemark? {
    guard let running = running(reading) else { return nil }
    let seconds = max(0, (reading.context.now - running.at).microseconds / 1_000_000)
    let clock = "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
    let start = LocalTime(zone: reading.context.zone).clock(running.at)
    let isLong = reading.context.bedside.seizure?.isProlonged(at: reading.context.now) ?? false
    return FieldRemark(
      EntryText(isLong ? .seizureTimerLong : .seizureTimer, clock, start), isLong ? .out : .plain)
  }
}
