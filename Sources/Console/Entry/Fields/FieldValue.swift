package import Clinical

/// What stands in a field, as far as it is understood.
package enum FieldValue: Hashable, Sendable {
  case empty
  /// Not a value yet, but what is typed may still become one.
  case unfinished
  /// Cannot be true, or is not a value whatever follows.
  case refused(EntryText)
  /// `-`: not done.
  case notDone
  case number(DecimalNumber, Comparator?)
  /// mmHg.
  case pressure(systolic: DecimalNumber, diastolic: DecimalNumber?)
  /// One of the field's options, by its id.
  case choice(String)
  case choices([String])
  case text(String)
  case moment(Instant)
  case date(CalendarDate)
  case results([LabResult])
  /// A dose or a rate with its unit.
  case amount(Quantity)
  /// A whole line, understood.
  case contents(RecordLine)

  package var isEmpty: Bool { self == .empty }

  /// True for what can be saved.
  package var isWhole: Bool {
    switch self {
    case .empty, .unfinished, .refused: false
    default: true
    }
  }

  package var number: DecimalNumber? {
    if case .number(let value, nil) = self { value } else { nil }
  }

  package var choice: String? {
    if case .choice(let id) = self { id } else { nil }
  }

  package var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  package var amount: Quantity? {
    if case .amount(let quantity) = self { quantity } else { nil }
  }

  package var moment: Instant? {
    if case .moment(let instant) = self { instant } else { nil }
  }

  package var systolic: DecimalNumber? {
    if case .pressure(let systolic, _) = self { systolic } else { nil }
  }
}
