import Clinical
import EventText

/// MedicationAdministrations of one event: drugs, vasopressors, fluid, the cells.
enum FHIRTreatments {
  static func made(_ context: FHIRContext) -> [FHIRContext.Made] {
    switch context.event.content {
    case .medication(let medication):
      let isRunning = medication.action == .start
      return [
        administration(
          context, medication.drug, medication.dose, route: medication.route,
          status: isRunning ? "in-progress" : medication.action == .stop ? "stopped" : "completed",
          reason: medication.indication)
      ]
    case .vasopressor(let entry):
      let status: String
      switch entry.action {
      case .start, .change: status = entry.isStop ? "stopped" : "in-progress"
      case .stop: status = "stopped"
      case .bolus: status = "completed"
      }
      return [
        administration(
          context, entry.name ?? entry.agent.rawValue, entry.action == .bolus ? entry.rate : nil,
          rate: entry.action == .bolus ? nil : entry.rate, status: status,
          reason: entry.indication?.rawValue)
      ]
    case .fluidBolus(let bolus):
      return [
        administration(
          context, "fluid bolus", bolus.volume, status: "completed",
          reason: bolus.indication?.rawValue)
      ]
    case .lymphodepletion(let entry):
      return [administration(context, entry.drug, entry.dose, status: "completed", reason: nil)]
    case .infusion(let infusion):
      return [
        administration(context, infusion.product, infusion.dose, status: "completed", reason: nil)
      ]
    default: return []
    }
  }

  private static func administration(
    _ context: FHIRContext, _ drug: String, _ dose: Quantity?, rate: Quantity? = nil,
    route: String? = nil, status: String, reason: String?
  ) -> FHIRContext.Made {
    let id = String("\(context.id)-drug".prefix(64))
    func value(_ quantity: Quantity?) -> JSONValue? {
      quantity.map { FHIRValue.quantity($0.value, $0.unit.rawValue, nil) }
    }
    // A dosage needs a dose or a rate (mad-1).
    let dosage =
      dose == nil && rate == nil
      ? nil
      : FHIRValue.object([
        ("route", route.map { FHIRValue.concept([], text: $0) }), ("dose", value(dose)),
        ("rateQuantity", value(rate)),
      ])
    let resource = FHIRValue.object(
      [
        ("resourceType", .string("MedicationAdministration")), ("id", .string(id)),
        ("extension", context.extensions), ("identifier", context.identifier),
        (
          "status",
          .string(context.status == "entered-in-error" ? "entered-in-error" : status)
        ),
        ("medicationCodeableConcept", FHIRValue.concept([], text: drug)),
        ("subject", context.subject),
      ] + context.time("effectiveDateTime") + [
        ("reasonCode", reason.map { .array([FHIRValue.concept([], text: $0)]) }),
        ("dosage", dosage),
      ])
    return FHIRContext.Made(type: "MedicationAdministration", id: id, resource: resource)
  }
}

/// The AdverseEvent of one event.
enum FHIRAdverseEvent {
  /// R4 gives an adverse event no status: one that was retracted has none to say so, and stays out.
  static func made(_ context: FHIRContext) -> FHIRContext.Made? {
    guard case .adverseEvent(let event) = context.event.content,
      context.status != "entered-in-error"
    else { return nil }
    let id = String("\(context.id)-ae".prefix(64))
    let grade = event.grade.map {
      FHIRValue.concept([], text: "grade \($0)" + (event.scale.map { " (\($0))" } ?? ""))
    }
    let seriousness = event.serious.map {
      FHIRValue.concept([
        FHIRValue.coding(
          "http://terminology.hl7.org/CodeSystem/adverse-event-seriousness",
          $0 ? "serious" : "non-serious")
      ])
    }
    let severity: String? = event.grade.map { $0 <= 1 ? "mild" : $0 == 2 ? "moderate" : "severe" }
    let resource = FHIRValue.object(
      [
        ("resourceType", .string("AdverseEvent")), ("id", .string(id)),
        (
          "extension",
          .array(
            (extensions(context))
              + (grade.map {
                [
                  FHIRValue.object([
                    ("url", .string("urn:vigil:grade")), ("valueCodeableConcept", $0),
                  ])
                ]
              } ?? []))
        ),
        ("actuality", .string("actual")),
        ("event", FHIRValue.concept([], text: event.term)), ("subject", context.subject),
      ] + context.time("date", event.start ?? context.event.at) + [
        ("recordedDate", context.issued), ("seriousness", seriousness),
        (
          "severity",
          severity.map {
            FHIRValue.concept([
              FHIRValue.coding("http://terminology.hl7.org/CodeSystem/adverse-event-severity", $0)
            ])
          }
        ),
      ])
    return FHIRContext.Made(type: "AdverseEvent", id: id, resource: resource.withoutEmptyLists)
  }

  private static func extensions(_ context: FHIRContext) -> [JSONValue] {
    if case .array(let all)? = context.extensions { all } else { [] }
  }
}

extension JSONValue {
  /// FHIR allows no empty list.
  var withoutEmptyLists: JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { $0.value != .array([]) })
  }
}
