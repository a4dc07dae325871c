/// The limits that doses of tocilizumab are held against (clinical-rules 4.2, alert A20), as a site or
/// a patient has them.
package struct TocilizumabLimits: Hashable, Sendable {
  package let perDay: Int
  package let inAll: Int
  /// What must lie between two doses.
  package let interval: TimeSpan
  package let mostMilligrams: DecimalNumber

  package init(_ settings: AlertSettings) {
    perDay = settings.whole(.a20Day)
    inAll = settings.whole(.a20Total)
    interval = settings.span(.a20Hours)
    mostMilligrams = settings[.a20Milligrams]
  }
}
