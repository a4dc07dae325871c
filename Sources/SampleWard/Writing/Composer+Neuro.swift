import Clinical

extension Composer {
  /// An ICE as the form gives it: by its five parts, now and then by single items or only as a total.
  mutating func ice(_ state: NeuroState, at moment: Moment) -> Content {
    guard state.status == .done else { return .ice(ICE(status: state.status)) }
    let baseline: Bool? = moment.day < 0 ? true : nil
    let parts = state.ice ?? script.ownICE
    if parts.reduce(0, +) == 10, random.chance(permille: 120) {
      var items: [ICEItem: Int] = [:]
      for item in ICEItem.allCases { items[item] = 1 }
      return .ice(ICE(items: items, baseline: baseline))
    }
    if random.chance(permille: 50) {
      return .ice(ICE(total: parts.reduce(0, +), baseline: baseline))
    }
    return .ice(
      ICE(
        orientation: parts[0], naming: parts[1], commands: parts[2], writing: parts[3],
        attention: parts[4], handwritingChanged: state.isHandwritingChanged ? true : nil,
        baseline: baseline))
  }

  /// A CAPD of eight items that come to the child's own score, or above it by what the script says;
  /// on some shifts a point less.
  mutating func capd(_ state: NeuroState, at moment: Moment) -> Content {
    guard state.status == .done else { return .capd(CAPD(status: state.status)) }
    let isBaseline = moment.day < 0
    var total = script.capdBaseline + state.capd
    if !isBaseline, state.capd == 0, total > 0, random.chance(permille: 300) { total -= 1 }
    if random.chance(permille: 250) {
      return .capd(CAPD(total: total, baseline: isBaseline ? true : nil))
    }
    var items = Array(repeating: 0, count: 8)
    // A sick child is less awake and slower before it stops meeting an eye.
    let order = [6, 7, 4, 3, 5, 2, 1, 0]
    var left = total
    var place = 0
    while left > 0 {
      let item = order[place % order.count]
      if items[item] < 4 {
        items[item] += 1
        left -= 1
      }
      place += 1
    }
    return .capd(CAPD(items: items, baseline: isBaseline ? true : nil))
  }
}
