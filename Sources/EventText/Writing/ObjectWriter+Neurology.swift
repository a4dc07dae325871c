internal import Clinical

extension ObjectWriter {
  mutating func put(_ ice: ICE) {
    put(.orientation, ice.orientation)
    put(.naming, ice.naming)
    put(.commands, ice.commands)
    put(.writing, ice.writing)
    put(.attention, ice.attention)
    if let items = ice.items {
      put(
        .items,
        .object(
          ICEItem.allCases.compactMap { item in
            items[item].map { JSONMember(item.rawValue, .int($0)) }
          }))
    }
    put(.total, ice.total)
    put(.status, ice.status)
    put(.wordSet, ice.wordSet)
    put(.writingSample, ice.writingSample)
    put(.handwritingChanged, ice.handwritingChanged)
    put(.baseline, ice.baseline)
  }

  mutating func put(_ capd: CAPD) {
    if let items = capd.items { put(.items, .array(items.map { .int($0) })) }
    put(.total, capd.total)
    put(.status, capd.status)
    put(.baseline, capd.baseline)
  }

  mutating func put(_ seizure: Seizure) {
    put(.type, seizure.type)
    put(.duration, seizure.duration)
    put(.resolved, seizure.resolved)
    put(.returnedToBaseline, seizure.returnedToBaseline)
    put(.eegOnly, seizure.eegOnly)
    put(.continues, seizure.continues)
  }
}
