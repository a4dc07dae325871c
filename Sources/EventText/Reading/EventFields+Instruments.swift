internal import Clinical

extension EventFields {
  func ice() throws(Refusal) -> ICE {
    let ice = ICE(
      orientation: try whole(.orientation, 0...4), naming: try whole(.naming, 0...3),
      commands: try whole(.commands, 0...1), writing: try whole(.writing, 0...1),
      attention: try whole(.attention, 0...1), items: try iceItems(),
      total: try whole(.total, 0...10), status: try word(.status),
      wordSet: try line(.wordSet), writingSample: try prose(.writingSample),
      handwritingChanged: try flag(.handwritingChanged), baseline: try flag(.baseline))
    try checkAgreement(ice)
    try checkStatus(ice.status, scored: ice.points?.low, worst: 0)
    return ice
  }

  private func iceItems() throws(Refusal) -> [ICEItem: Int]? {
    guard let node = node(.items) else { return nil }
    let names = ICEItem.allCases.map(\.rawValue)
    guard text.nodes[node].kind == .object else {
      throw refusal(
        .items, "\(describe(node)) stands where the items of ICE belong",
        remedy: "write {\"year\": 1, \"month\": 1, …}, each 0 or 1")
    }
    var items: [ICEItem: Int] = [:]
    for member in text.members(of: node) where text.nodes[member + 1].kind != .null {
      let name = text.string(member)
      guard let item = ICEItem(rawValue: name) else {
        throw Refusal(
          field: "items.\(Echo.cut(name))", problem: "ICE has no such item",
          remedy: "its items are \(Prose.list(names, "and"))",
          nearest: NearestName.of(name, in: names))
      }
      items[item] = try whole(member + 1, "items.\(name)", 0...1)
    }
    return items.isEmpty ? nil : items
  }

  // Items, parts and total must say the same where they stand together.
  private func checkAgreement(_ ice: ICE) throws(Refusal) {
    for part in ICEPart.allCases {
      guard let sum = ice.value(of: part), let items = ice.items else { continue }
      let given = part.items.compactMap { items[$0] }
      let low = given.reduce(0, +)
      let high = low + part.items.count - given.count
      guard given.isEmpty || (low...high).contains(sum) else {
        throw Refusal(
          field: part.rawValue,
          problem: "\(sum) does not agree with the items, which give \(Self.span(low, high))",
          remedy: "write the one that is right")
      }
    }
    guard let total = ice.total else { return }
    var parts = ice
    parts.total = nil
    guard let points = parts.points else { return }
    guard (points.low...points.high).contains(total) else {
      throw refusal(
        .total,
        "\(total) does not agree with the single points, which give \(Self.span(points.low, points.high))",
        remedy: "write the one that is right")
    }
  }

  func capd() throws(Refusal) -> CAPD {
    let capd = CAPD(
      items: try capdItems(), total: try whole(.total, 0...32), status: try word(.status),
      baseline: try flag(.baseline))
    if let items = capd.items, let total = capd.total, items.reduce(0, +) != total {
      throw refusal(
        .total, "\(total) does not agree with the items, which give \(items.reduce(0, +))",
        remedy: "write the one that is right")
    }
    try checkStatus(capd.status, scored: capd.points, worst: nil)
    return capd
  }

  private func capdItems() throws(Refusal) -> [Int]? {
    guard let node = node(.items) else { return nil }
    let remedy = "write eight whole numbers from 0 to 4, e.g. [0, 1, 0, 0, 2, 1, 0, 1]"
    guard text.nodes[node].kind == .array else {
      throw refusal(.items, "\(describe(node)) stands where the items belong", remedy: remedy)
    }
    let elements = text.elements(of: node)
    guard elements.count == 8 else {
      throw refusal(.items, "there are \(elements.count) of eight", remedy: remedy)
    }
    var items: [Int] = []
    for (n, element) in elements.enumerated() {
      items.append(try whole(element, "items[\(n)]", 0...4))
    }
    return items
  }

  // A score and the reason for having none exclude each other, and one of them must be there.
  //
  // `worst` is the score of an unarousable patient, where the instrument has one.
  private func checkStatus(
    _ status: InstrumentStatus?, scored points: Int?, worst: Int?
  ) throws(Refusal) {
    let words = InstrumentStatus.allCases.map(\.rawValue)
    switch status {
    case nil, .done:
      guard points == nil else { return }
      throw Refusal(
        field: status == nil ? nil : "status",
        problem: status == nil
          ? "\(kind.rawValue) without any points" : "\"done\" stands without any points",
        remedy:
          "write the points, or why there are none: \"status\": \(Prose.list(words.dropFirst().map { $0 }))"
      )
    case .unarousable:
      guard let points, points != worst else { return }
      throw refusal(
        .status, "an unarousable patient cannot score \(points)",
        remedy: "leave out the points or the status")
    case .some(let status):
      guard points != nil else { return }
      throw refusal(
        .status, "\"\(status.rawValue)\" gives no score, yet there are points",
        remedy: "leave out the points or the status")
    }
  }

  private static func span(_ low: Int, _ high: Int) -> String {
    low == high ? "\(low)" : "\(low) to \(high)"
  }
}
