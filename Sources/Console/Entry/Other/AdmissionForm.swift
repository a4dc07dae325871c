package import Clinical

/// A patient who is not in the record yet: who it is, and the bed. One set of both.
package struct AdmissionForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleAdmission

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    [
      FieldSpec(
        "subject", EntryText(.subjectID), .newSubject(reading.context.knownPatients),
        isRequired: true, remark: EntryText(.subjectIDHelp)),
      FieldSpec("name", .name, .text(100), isRequired: true),
      FieldSpec("birth", .birthDate, .date),
      FieldSpec("sex", .sex, .choice(DetailsForm.sexes, advances: true)),
      FieldSpec("hospitalNumber", .hospitalNumber, .text(64)),
      FieldSpec("newBed", .bed, .text(32), isRequired: true),
      FieldSpec("unit", .unit, .text(64)),
      FieldSpec("level", .levelOfCare, .choice(StayForm.levels, advances: true)),
    ]
  }

  package func contents(_ reading: FormReading) -> [Content] {
    guard reading["subject"].text != nil, let name = reading["name"].text,
      let bed = reading["newBed"].text
    else { return [] }
    var birth: CalendarDate?
    if case .date(let date) = reading["birth"] { birth = date }
    return [
      .patient(
        PatientDetails(
          name: name, sex: reading.option("sex", as: PatientDetails.Sex.self), birthDate: birth,
          hospitalNumber: reading["hospitalNumber"].text)),
      .stay(
        Stay(
          action: .admission, unit: reading["unit"].text, bed: bed,
          level: reading.option("level", as: Stay.Level.self))),
    ]
  }

  // What it made is corrected by the forms of the patient and of the stay.
  package func texts(of originals: [Event], in zone: Zone) -> [String: String] { [:] }
}
