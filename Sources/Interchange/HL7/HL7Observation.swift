package import Clinical

/// One OBX as Vigil understands it.
package struct HL7Observation: Hashable, Sendable {
  /// What becomes of it.
  package enum Verdict: Hashable, Sendable {
    /// `rank`: of two for one sign at one moment the smaller is charted.
    case vital(VitalSign, Quantity, site: Vitals.Site?, rank: Int)
    case lab(LabResult)
    /// The laboratory takes a result back: OBX-11 is D or W.
    case withdrawn(code: String)
    /// A preliminary result is final as it stands: OBX-11 is U.
    case finalised(code: String)
    /// There is no value, and nothing is charted; why.
    case noValue(String)
    /// There is something that Vigil has no place for; why.
    case notCharted(String)
    /// It waits for a person.
    case held(HoldReason, String)
  }

  /// `OBX 4`: the fourth of the message, whatever its OBX-1 says.
  package var place: String
  /// OBX-3, and OBX-4 where OBX-3 is empty.
  package var code: String
  package var name: String
  package var system: String
  /// OBX-5 as it was sent.
  package var value: String
  /// OBX-6 as it was sent, its first component.
  package var unit: String
  /// OBX-11.
  package var status: String
  /// OBX-14, else OBR-7, else SPM-17, of a device also MSH-7.
  package var at: EventTime?
  /// The number of the order that it belongs to, from 0.
  package var order: Int
  package var verdict: Verdict
  /// What is odd about it though it is understood.
  package var remark: String?
}
