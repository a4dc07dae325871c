/// Whether a content hash is that of a stored event, whatever the store filled in (contract 1.1).
enum SameContent {
  // What the store may have added, in the order in which it most often did. `source` belongs to
  // no content and is left out always.
  private static let filledIn = ["recordedAt", "id", "by", "role"]

  /// True when `hash` is the content hash of `body` as it stands, or as it was before the store
  /// filled in any of `id`, `recordedAt`, `by` and `role`, which may also have been sent as `null`.
  static func accepts(_ hash: [UInt8], body: [UInt8]) -> Bool {
    guard let members = BodyMembers(body) else { return false }
    let present = filledIn.filter(members.has)
    func matches(_ omitted: [String], _ nulled: [String]) -> Bool {
      let text = members.text(omitting: omitted + ["source"], nulling: nulled)
      return ContentDigest.sha256(text[...]) == hash
    }
    for choice in 0..<(1 << present.count) {
      let omitted = present.indices.filter { choice & (1 << $0) != 0 }.map { present[$0] }
      if matches(omitted, []) { return true }
    }
    // Every way in which at least one of them was sent as null: each is kept, left out, or null.
    var ways = 1
    for _ in present { ways *= 3 }
    for way in 0..<ways {
      var rest = way
      var omitted: [String] = []
      var nulled: [String] = []
      for name in present {
        if rest % 3 == 1 { omitted.append(name) }
        if rest % 3 == 2 { nulled.append(name) }
        rest /= 3
      }
      if !nulled.isEmpty, matches(omitted, nulled) { return true }
    }
    return false
  }
}
