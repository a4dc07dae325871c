package import Clinical

/// Since when CRS or ICANS has been 2 or more, which shortens the rounds until 4 h after the last
/// such grade (clinical-rules 1.7, 4.4): the one place where it is decided, for the plan and for the
/// ward.
///
/// A grade that is not known ends no close watch, for missing never lowers a grade (0.3): the last
/// known one stands until another is known.
package struct CloseWatch: Sendable {
  /// The first moment at which either was 2 or more.
  package private(set) var since: Instant?
  /// When neither was any longer.
  package private(set) var ended: Instant?
  private var crs: Int?
  private var icans: Int?

  package static let lasts = TimeSpan.hours(4)

  package init() {}

  /// Takes over what both scales say from an instant on; instants come in order.
  package mutating func take(_ change: GradeChange) {
    crs = change.crs.known ?? crs
    icans = change.icans.known ?? icans
    if [crs, icans].contains(where: { $0.map { $0 >= 2 } ?? false }) {
      since = since ?? change.at
      ended = nil
    } else if since != nil, ended == nil {
      ended = change.at
    }
  }

  /// When it is over, unless a grade of 2 comes before; `nil` while nothing says.
  package var ends: Instant? { ended.map { $0 + Self.lasts } }

  func isOn(at t: Instant) -> Bool { since != nil && ends.map { t < $0 } ?? true }
}

extension GradeRecord {
  /// The highest grade that is certain where the scale can be assessed; `nil` is not known, which is
  /// no fall from the last that was.
  package var known: Int? {
    switch status {
    case .final, .provisional, .partial: certain
    case .indeterminate, .notAssessable, .notApplicable: nil
    }
  }
}
