package import Clinical

/// Takes events back: it asks for nothing but the reason, and shows what goes.
package struct RetractForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleRetract

  package func fields(_ reading: FormReading) -> [FieldSpec] { [] }
  package func contents(_ reading: FormReading) -> [Content] { [] }
  package func texts(of originals: [Event], in zone: Zone) -> [String: String] { [:] }
  package func firstField(_ reading: FormReading) -> String? { "reason" }
}
