/// Another sign, present or gone: splenomegaly, haemophagocytosis and the like.
package struct Finding: Hashable, Sendable {
  package var name: String
  package var present: Bool

  package init(name: String, present: Bool) {
    self.name = name
    self.present = present
  }
}

/// A clinician's statement of what causes a domain's signs; by default they are CRS or ICANS.
package struct Attribution: Hashable, Sendable {
  package enum Domain: String, CaseIterable, Sendable {
    case fever, hypotension, hypoxia, cognition, consciousness, seizure, motor, intracranial
  }
  package enum Cause: String, CaseIterable, Sendable, Codable { case crs, icans, other }

  package var domain: Domain
  package var cause: Cause
  package var note: String?

  package init(domain: Domain, cause: Cause, note: String? = nil) {
    self.domain = domain
    self.cause = cause
    self.note = note
  }
}

/// A clinician's grade, beside the computed one; equal grades are a confirmation.
package struct Adjudication: Hashable, Sendable {
  /// As written, e.g. `ASTCT-CRS-2019` or `CRS`.
  package var scale: String
  /// 0–5.
  package var grade: Int
  /// What the engine said when it was made.
  package var computed: Int?

  package init(scale: String, grade: Int, computed: Int? = nil) {
    self.scale = scale
    self.grade = grade
    self.computed = computed
  }
}

/// An acknowledgement of an alert, by its id, or by its rule and the patient.
package struct Acknowledgement: Hashable, Sendable {
  package var alert: String?
  package var rule: String?
  package var note: String?
  package var until: Instant?

  package init(
    alert: String? = nil, rule: String? = nil, note: String? = nil, until: Instant? = nil
  ) {
    self.alert = alert
    self.rule = rule
    self.note = note
    self.until = until
  }
}
