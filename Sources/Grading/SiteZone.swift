package import Clinical

extension Zone {
  /// The zone in which a record counts its days: that of its newest `site` event, else the offset of
  /// the first infusion's `at`, else UTC (contract 3).
  package static func ofRecord(_ events: some Sequence<Event>) -> Zone {
    var site: (Instant, EventID, String)?
    var infusion: (Instant, Int32)?
    for event in events {
      switch (event.content, event.at) {
      case (.site(let place), .moment(let instant, _)):
        if site.map({ ($0.0, $0.1) < (instant, event.id) }) ?? true {
          site = (instant, event.id, place.timeZone)
        }
      case (.infusion, .moment(let instant, let offset)):
        if infusion.map({ instant < $0.0 }) ?? true { infusion = (instant, offset) }
      default: break
      }
    }
    if let site, let zone = Zone(identifier: site.2) { return zone }
    if let infusion { return Zone(fixedOffset: infusion.1) }
    return .utc
  }
}
