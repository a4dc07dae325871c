package import Clinical
import Grading
package import Terminal

/// An open form: what is typed, where the cursor is, what was asked.
package struct EntryState: Sendable {
  package enum Phase: Sendable, Hashable {
    case filling
    /// Handed over, no answer yet.
    case saving
    /// Not known whether it was stored.
    case unknown(String)
  }

  package let kind: FormKind
  package internal(set) var context: EntryContext
  /// The texts of the fields by id, those of fields included that are not shown now.
  package internal(set) var texts: [String: TextInput]
  package internal(set) var focus: String
  package internal(set) var phase = Phase.filling
  /// A value that must be typed again: the field, why, and what was typed so far.
  package internal(set) var again: Again?
  /// Values that were typed twice.
  package internal(set) var confirmed: [String: FieldValue] = [:]
  /// True while it is asked whether the draft is to be thrown away.
  package internal(set) var asksToDiscard = false
  /// Set by the key that asks for saving; whoever gave the key then saves.
  package internal(set) var wantsSave = false
  /// True where saving asked for the second typing, and goes on after it.
  var savesAfterAgain = false
  /// Events that are corrected, or taken back.
  package let originals: [Event]
  /// When the form was opened.
  package let openedAt: Instant
  /// When the first key was pressed: the time of measuring until another is typed.
  package internal(set) var firstKey: Instant?
  /// Keys pressed since the form was opened, the one that opened it not among them.
  package internal(set) var keys = 0
  /// The objects and the command that are asked for.
  package internal(set) var wordSet: String
  /// CAPD in the place of ICE; chosen by age, and by hand.
  package internal(set) var usesCAPD: Bool
  /// When the draft in the form was last kept; `nil` while nothing is typed.
  package internal(set) var draftAt: Instant?
  /// What came in while one's own draft was still being looked for: it goes in once that is there,
  /// so that typing ahead never writes over a draft. `nil` where none is looked for.
  package internal(set) var held: [TerminalInput]?
  /// When the draft that was taken up again had been kept.
  package internal(set) var resumedFrom: Instant?
  /// The last thing that the form had to say.
  package internal(set) var notice: Notice?
  /// Somebody else made a newer version of what is corrected here.
  package internal(set) var overtaken: Event?
  /// The patient's bed must be typed, for another patient of the ward has the same name.
  package let bedToType: String?
  /// Another person's entry of the same kind within half an hour, or that person's open form.
  package internal(set) var twin: Twin?

  package struct Again: Sendable, Hashable {
    package let field: String
    package let why: EntryText
    package var input: TextInput
  }

  package struct Notice: Sendable, Hashable {
    package let text: EntryText
    package let isRefusal: Bool
  }

  /// Somebody else at the same work.
  package struct Twin: Sendable, Hashable {
    package let by: String
    package let at: Instant
    /// False where it is only an open form.
    package let isSaved: Bool
    /// True where it came while this form was open, or is what this very draft had become: then
    /// saving asks whether both are kept. A colleague's round of a while ago is only told.
    package let asks: Bool
  }

  package init(
    _ kind: FormKind, _ context: EntryContext, originals: [Event] = [],
    texts: [String: String]? = nil, bedToType: String? = nil
  ) {
    self.kind = kind
    self.context = context
    self.originals = originals
    self.bedToType = bedToType
    openedAt = context.now
    wordSet = ICEWords.next(after: context.facts.wordSet)
    usesCAPD =
      originals.contains { $0.kind == .capd }
      || !originals.contains { $0.kind == .ice } && context.bedside.instrument == .capd
    focus = ""
    let filled = texts ?? kind.form.texts(of: originals, in: context.zone)
    self.texts = filled.mapValues { TextInput($0, limit: 4000) }
    if let at = originals.first?.at, texts == nil {
      self.context.look(at: at.start(in: context.zone))
      self.texts["at"] = TextInput(Self.text(of: at, in: context), limit: 40)
    }
    let reading = self.reading
    focus = kind.form.firstField(reading) ?? reading.specs.first?.id ?? ""
  }

  /// The name of the form for drafts: one of a kind for each patient, corrections apart.
  package var name: String {
    let target = originals.first.map { ":\($0.id)" } ?? ""
    return "\(kind.rawValue):\(context.patient)\(target)"
  }

  package var isCorrection: Bool { !originals.isEmpty && kind != .retract }

  private static func text(of at: EventTime, in context: EntryContext) -> String {
    let time = LocalTime(zone: context.zone)
    switch at {
    case .day(let date): return "\(date)"
    case .moment(let instant, _): return "\(time.date(instant)) \(time.clockWithSeconds(instant))"
    }
  }
}
