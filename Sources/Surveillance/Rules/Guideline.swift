/// What the loaded guideline says of a condition, for information: never an order.
package enum Guideline: Sendable, Hashable {
  case none
  /// By grade of CRS; the grade reached chooses.
  case crs
  /// By grade of ICANS.
  case icans
  case neutropenicFever, persistentFever, tocilizumabDoses, steroidTaper, iecHS, seizure, bleeding

  /// The guideline that the texts are from, by name, and what stands above it.
  package static let source =
    "ASCO 2021 (Santomasso), pocket guide; for information, the local protocol prevails"

  /// The texts for a condition, with those of all grades first.
  package func texts(grade: Int?) -> [String] {
    switch self {
    case .none: []
    case .crs: [Self.allCRS] + (grade.flatMap(Self.crsText).map { [$0] } ?? [])
    case .icans: [Self.allICANS] + (grade.flatMap(Self.icansText).map { [$0] } ?? [])
    case .neutropenicFever:
      [
        "Fever: cultures and a chest film; the protocol of neutropenic fever; empiric antibiotics and G-CSF if neutropenic; GM-CSF is not recommended."
      ]
    case .persistentFever:
      ["Fever for more than 3 days or refractory: consider as grade 2."]
    case .tocilizumabDoses:
      [
        "Tocilizumab 8 mg/kg over 1 h, at most 800 mg a dose (label, from memory: 12 mg/kg below 30 kg); repeat every 8 h if there is no improvement, at most 3 doses in 24 h and 4 in all."
      ]
    case .steroidTaper:
      ["A fast taper of corticosteroids can flare; keep checking after each cut."]
    case .iecHS:
      [
        "The console may suspect IEC-HS and must not diagnose it (Hines 2023, from memory): clinicians judge, and enter the grade."
      ]
    case .seizure:
      [
        "Airway, benzodiazepine and further antiseizure drugs by the local protocol (from memory); EEG for ICANS 2 or more or an unexplained change."
      ]
    case .bleeding:
      ["Imaging of the head: intracranial haemorrhage is excluded from ICANS grading."]
    }
  }

  private static let allCRS =
    "All CRS: blood count, chemistry, Mg, P, CRP, LDH, urate, fibrinogen, PT/PTT, ferritin; cultures and chest film if fever; the protocol of neutropenic fever; continuous telemetry and oximetry from grade 2; echocardiography if severe."

  private static func crsText(_ grade: Int) -> String? {
    switch grade {
    case 1:
      "CRS 1: antipyretic, intravenous hydration; empiric antibiotics and G-CSF if neutropenic; GM-CSF is not recommended; fever for more than 3 days or refractory: consider as grade 2."
    case 2:
      "CRS 2: fluid bolus and/or oxygen; tocilizumab 8 mg/kg over 1 h (at most 800 mg), repeat every 8 h if there is no improvement, at most 3 doses in 24 h, 4 in all; hypotension after 2 boluses and 1-2 doses: dexamethasone 10 mg every 12 h for 1-2 doses, then reassess (detail from memory); no improvement in 24 h: manage as grade 3."
    case 3:
      "CRS 3: intensive care, echocardiography, vasopressors; tocilizumab if the maximum is not reached, and dexamethasone 10 mg IV every 6 h with a rapid taper when improving."
    case 4...:
      "CRS 4: ventilation; tocilizumab if allowed; methylprednisolone 500 mg every 12 h for 3 days, 250 mg every 12 h for 2 days, 125 mg every 12 h for 2 days, 60 mg every 12 h until grade 1; else 1000 mg twice a day or another agent."
    default: nil
    }
  }

  private static let allICANS =
    "All ICANS: neurological evaluation with ICE and motor strength at least twice a day; consider seizure prophylaxis; neurology; aspiration precautions, head up; MRI or CT from grade 2; lumbar puncture from grade 3, may be for 2; EEG from grade 2 or for an unexplained change; correct sodium."

  private static func icansText(_ grade: Int) -> String? {
    switch grade {
    case 1: "ICANS 1: supportive; with CRS tocilizumab (caution repeating)."
    case 2:
      "ICANS 2: without CRS and high risk dexamethasone 10 mg for 2 doses, reassess, repeat every 6-12 h; with CRS tocilizumab, then dexamethasone 10 mg every 6-12 h or methylprednisolone 1 mg/kg every 12 h if refractory."
    case 3: "ICANS 3: intensive care; dexamethasone 10 mg every 6-12 h."
    case 4...:
      "ICANS 4: intensive care, airway; methylprednisolone 1000 mg once or twice a day for 3 days; status epilepticus and raised pressure by the local guideline (from memory)."
    default: nil
    }
  }
}
