package import Clinical

/// A form: its fields, what they make, and how an event fills them again for a correction.
///
/// Pure: everything follows from what is typed and the context.
package protocol EntryForm: Sendable {
  var title: EntryWord { get }
  /// The fields in the order of work; some appear only because of what stands in others.
  func fields(_ reading: FormReading) -> [FieldSpec]
  /// What would be stored. Empty where nothing was entered.
  func contents(_ reading: FormReading) -> [Content]
  /// What typing would have made these events.
  func texts(of originals: [Event], in zone: Zone) -> [String: String]
  /// The field in which a form opens.
  func firstField(_ reading: FormReading) -> String?
  /// A stop that only a reason overcomes; the form then shows a field for it.
  func stops(_ reading: FormReading) -> [EntryText]
  /// What was understood, or is remarkable, beside a field that holds a value.
  func remark(_ field: FieldSpec, _ reading: FormReading) -> FieldRemark?
}

extension EntryForm {
  package func firstField(_ reading: FormReading) -> String? { reading.specs.first?.id }
  package func stops(_ reading: FormReading) -> [EntryText] { [] }
  package func remark(_ field: FieldSpec, _ reading: FormReading) -> FieldRemark? { nil }
}

/// What is said beside a field.
package struct FieldRemark: Hashable, Sendable {
  package enum Weight: Sendable { case plain, out }
  package let text: EntryText
  /// Out of the patient's limits: marked, never asked.
  package let weight: Weight

  package init(_ text: EntryText, _ weight: Weight = .plain) {
    self.text = text
    self.weight = weight
  }
}

/// A form as it is filled in now: its fields and what stands in each.
package struct FormReading: Sendable {
  package let context: EntryContext
  package internal(set) var specs: [FieldSpec]
  package internal(set) var values: [String: FieldValue]
  /// Lets a form name the events that are being corrected.
  package let originals: [Event]
  /// The word set in use.
  package let wordSet: String
  /// CAPD in the place of ICE.
  package let usesCAPD: Bool

  package subscript(id: String) -> FieldValue { values[id] ?? .empty }

  package func spec(_ id: String) -> FieldSpec? { specs.first { $0.id == id } }

  /// True where nothing was entered, the fields of the form itself aside.
  package var isBlank: Bool {
    specs.allSatisfy { Self.ownFields.contains($0.id) || self[$0.id].isEmpty }
  }

  /// Fields that every form has: when, and why.
  static let ownFields: Set<String> = ["at", "reason", "bed", "twin", "quick"]

  func number(_ id: String, _ unit: Clinical.Unit) -> Quantity? {
    if case .number(let value, let comparator) = self[id] {
      return Quantity(value, unit, comparator: comparator)
    }
    return nil
  }

  func flag(_ id: String) -> Bool? {
    self[id].choice.map { $0 == "yes" }
  }

  func option<Value: RawRepresentable<String>>(_ id: String, as type: Value.Type) -> Value? {
    self[id].choice.flatMap(Value.init(rawValue:))
  }
}
