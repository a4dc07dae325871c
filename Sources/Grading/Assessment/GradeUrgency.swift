package import Clinical

/// How urgent a patient is among others, the most urgent first: the higher of CRS and ICANS that is
/// certain, or a clinician's grade where that is graver; then what it may be at most; then the oldest
/// data; then the bed. Screens and reports go by it.
package struct GradeUrgency: Comparable, Sendable {
  private let least: Int
  private let most: Int
  /// Of the newest observation; no data at all is the oldest.
  private let age: Int64
  private let bed: String
  private let id: PatientID

  /// - Parameters:
  ///   - dataAge: of the newest observation; `nil` where there is none.
  ///   - bed: `nil` comes after every bed.
  package init(
    crs: GradeRecord, icans: GradeRecord, dataAge: TimeSpan?, bed: String?, id: PatientID
  ) {
    least =
      [crs.atLeast, icans.atLeast, crs.gravest, icans.gravest].compactMap { $0 }.max() ?? -1
    most = [crs.atMost, icans.atMost].compactMap { $0 }.max() ?? -1
    age = dataAge?.microseconds ?? .max
    self.bed = bed ?? "\u{10FFFF}"
    self.id = id
  }

  package static func < (a: Self, b: Self) -> Bool {
    if a.least != b.least { return a.least > b.least }
    if a.most != b.most { return a.most > b.most }
    if a.age != b.age { return a.age > b.age }
    return a.bed != b.bed ? a.bed < b.bed : a.id < b.id
  }
}
