package import Clinical
import Grading

/// A clinician's grade beside the computed one: equal grades confirm, others need the reason.
package struct GradeForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleGrade

  static let scales = [
    EntryOption("c", Scale.crs.rawValue, .scaleCRS),
    EntryOption("i", Scale.icans.rawValue, .scaleICANS),
  ]
  static let grades = (0...5).map {
    EntryOption(Character("\($0)"), "\($0)", .gradeDigit)
  }

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    var specs = [
      FieldSpec("scale", .scale, .choice(Self.scales, advances: true), isRequired: true),
      FieldSpec("grade", .clinicianGrade, .choice(Self.grades, advances: true), isRequired: true),
    ]
    // The corrected event's own reason is asked for as of every correction.
    if reading.originals.isEmpty, differs(reading) {
      specs.append(
        FieldSpec(
          "why", EntryText(.whyOtherGrade), .text(500), isRequired: true,
          remark: EntryText(.gradeDiffers)))
    }
    return specs
  }

  private func computed(_ reading: FormReading) -> Int? {
    guard let scale = reading["scale"].choice.flatMap(Scale.init(rawValue:)) else { return nil }
    return reading.context.record.course.grades(at: reading.context.at)[scale].grade
  }

  private func differs(_ reading: FormReading) -> Bool {
    guard let said = reading["grade"].choice.flatMap({ Int($0) }),
      let computed = computed(reading)
    else { return false }
    return said != computed
  }

  package func contents(_ reading: FormReading) -> [Content] {
    guard let scale = reading["scale"].choice,
      let grade = reading["grade"].choice.flatMap({ Int($0) })
    else { return [] }
    return [
      .adjudication(Adjudication(scale: scale, grade: grade, computed: computed(reading)))
    ]
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    var texts: [String: String] = [:]
    for event in originals {
      guard case .adjudication(let entry) = event.content else { continue }
      let scale = Scale(name: entry.scale)
      texts["scale"] = scale.flatMap { Self.scales.option(id: $0.rawValue) }.map { String($0.key) }
      texts["grade"] = "\(entry.grade)"
    }
    return texts
  }

  package func remark(_ field: FieldSpec, _ reading: FormReading) -> FieldRemark? {
    guard field.id == "scale", reading["scale"].choice != nil else { return nil }
    return computed(reading).map { FieldRemark(EntryText(.computedGrade, "\($0)")) }
      ?? FieldRemark(EntryText(.noComputedGrade), .out)
  }
}
