import Clinical
import EventText

/// The Patient resources of a Bundle, by what others refer to them by.
struct FHIRPeople {
  private var identifiers: [String: [String]] = [:]
  private var subjects: [String: String] = [:]

  init(_ entries: [FHIRNode]) {
    for entry in entries {
      let node = entry["resource"] ?? entry
      guard node["resourceType"]?.text == "Patient" else { continue }
      var names: [String] = []
      if let id = node["id"]?.text { names.append("Patient/\(id)") }
      if let url = entry["fullUrl"]?.text { names.append(url) }
      let own = node["identifier"]?.elements ?? []
      let values = own.compactMap { $0["value"]?.text }
      let subject = own.first { $0["system"]?.text == FHIRNames.subject }?["value"]?.text
      for name in names {
        identifiers[name] = values
        subjects[name] = subject
      }
    }
  }

  /// Whose an Observation is: by the identifiers of the Patient that it refers to, of the reference
  /// itself, or by the id in it; never by a name.
  func patient(
    of observation: FHIRNode, _ patient: ([String]) throws(Refusal) -> PatientID
  ) throws(Refusal) -> PatientID {
    guard let subject = observation["subject"] else {
      throw observation.refusal("it names no subject", remedy: "say whose it is")
    }
    let reference = subject["reference"]?.text ?? ""
    if let own = subjects[reference], let id = PatientID(own) { return id }
    var words = identifiers[reference] ?? []
    if let value = subject["identifier"]?["value"]?.text { words.append(value) }
    if words.isEmpty, reference.hasPrefix("Patient/") {
      words.append(String(reference.dropFirst(8)))
    }
    guard !words.isEmpty else {
      throw subject.refusal(
        "it leads to no Patient of this document and has no identifier",
        remedy: "send the Patient with it, or its identifier")
    }
    do throws(Refusal) {
      return try patient(words)
    } catch {
      var refusal = error
      refusal.field = subject.path
      throw refusal
    }
  }
}
