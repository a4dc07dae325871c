package import Clinical

/// A field of a form: what it takes and what stands beside it.
package struct FieldSpec: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case number(NumberRule)
    case pressure
    /// One of several answers by a single key; `advances` goes on to the next field with it.
    case choice([EntryOption], advances: Bool)
    /// Several answers, each key adding or taking away.
    case choices([EntryOption])
    /// Free text of at most so many characters.
    case text(Int)
    /// A name out of a table, or any other where `isOpen`.
    case name(NameRule)
    case moment
    case date
    /// Seconds, typed as `45`, `2:30`, `3m`.
    case duration
    /// A moment to come, so long ahead at the most: minutes, hours, or a clock time.
    case until(TimeSpan)
    /// A dose or a rate: a number with or without its unit.
    case amount(AmountRule)
    /// Results: `IL6 874 CRP 120 IL10 <2.5`.
    case results
    /// The round of vital signs in one line.
    case quick
    /// Anything at all, by the words of `vigil record`.
    case line
    /// Must be typed exactly so: the bed of a patient whose name another has as well.
    case exactly(String)
    /// The id of a patient who is not in the record yet; these are.
    case newSubject(Set<PatientID>)
  }

  package let id: String
  package let label: EntryText
  package let kind: Kind
  /// Printed beside the field, never implied.
  package var unit = ""
  /// True where nothing is saved without it.
  package var isRequired = false
  /// True where `-` means not done.
  package var mayBeNotDone = false
  /// The last value, which `=` repeats.
  package var last: Last?
  /// What is to be said beside it while it is empty.
  package var remark: EntryText?

  package init(
    _ id: String, _ label: EntryText, _ kind: Kind, unit: String = "", isRequired: Bool = false,
    mayBeNotDone: Bool = false, last: Last? = nil, remark: EntryText? = nil
  ) {
    self.id = id
    self.label = label
    self.kind = kind
    self.unit = unit
    self.isRequired = isRequired
    self.mayBeNotDone = mayBeNotDone
    self.last = last
    self.remark = remark
  }

  package init(
    _ id: String, _ label: EntryWord, _ kind: Kind, unit: String = "", isRequired: Bool = false,
    mayBeNotDone: Bool = false, last: Last? = nil, remark: EntryText? = nil
  ) {
    self.init(
      id, EntryText(label), kind, unit: unit, isRequired: isRequired, mayBeNotDone: mayBeNotDone,
      last: last, remark: remark)
  }

  /// The value before, and when it was observed.
  package struct Last: Hashable, Sendable {
    package let value: FieldValue
    package let at: Instant

    package init(_ value: FieldValue, at: Instant) {
      self.value = value
      self.at = at
    }
  }

  /// True where a key is an answer and not a letter of a text.
  package var isByKey: Bool {
    switch kind {
    case .choice, .choices: true
    default: false
    }
  }

  package var options: [EntryOption] {
    switch kind {
    case .choice(let options, _), .choices(let options): options
    default: []
    }
  }
}
