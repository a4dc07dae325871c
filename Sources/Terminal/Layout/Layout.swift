/// Divides lengths and rectangles among parts. Whatever the size, no two stretches overlap and
/// none leaves the whole.
package enum Layout {
  /// Divides `total` cells among `parts` in order, with `gap` cells between neighbours.
  ///
  /// While the minimums do not fit, the part of the lowest priority goes, of equals the last; the
  /// last one standing takes whatever there is. Then each is raised toward its ideal, the highest
  /// priority first, and what is left goes to those that grow.
  ///
  /// - Returns: a stretch for each part, `nil` for those left out.
  package static func divide(_ total: Int, among parts: [Part], gap: Int = 0) -> [Stretch?] {
    var kept = Array(parts.indices)
    func needed() -> Int {
      kept.reduce(0) { $0 + parts[$1].minimum } + gap * max(0, kept.count - 1)
    }
    while kept.count > 1, needed() > total {
      guard
        let out = kept.indices.min(by: { a, b in
          let (p, q) = (parts[kept[a]].priority, parts[kept[b]].priority)
          return p != q ? p < q : a > b
        })
      else { break }
      kept.remove(at: out)
    }
    var lengths = [Int](repeating: 0, count: parts.count)
    for index in kept { lengths[index] = parts[index].minimum }
    if kept.count == 1, let only = kept.first { lengths[only] = min(lengths[only], max(0, total)) }
    var left = total - kept.reduce(0) { $0 + lengths[$1] } - gap * max(0, kept.count - 1)
    // Equal priorities in order: `sorted` keeps it, as the index breaks the tie.
    for index in kept.sorted(by: { (-parts[$0].priority, $0) < (-parts[$1].priority, $1) }) {
      let more = min(max(0, left), parts[index].ideal - lengths[index])
      if more > 0 {
        lengths[index] += more
        left -= more
      }
    }
    share(left, among: kept, parts, &lengths)
    return place(kept, lengths, gap, count: parts.count)
  }

  private static func share(
    _ left: Int, among kept: [Int], _ parts: [Part], _ lengths: inout [Int]
  ) {
    let weights = kept.reduce(0) { $0 + parts[$1].growth }
    guard left > 0, weights > 0 else { return }
    var given = 0
    var seen = 0
    for index in kept where parts[index].growth > 0 {
      seen += parts[index].growth
      // Rounded on the running sum, so that the shares add up to what is left.
      let upTo = left * seen / weights
      lengths[index] += upTo - given
      given = upTo
    }
  }

  private static func place(
    _ kept: [Int], _ lengths: [Int], _ gap: Int, count: Int
  ) -> [Stretch?] {
    var stretches = [Stretch?](repeating: nil, count: count)
    var offset = 0
    for index in kept where lengths[index] > 0 {
      stretches[index] = Stretch(offset: offset, length: lengths[index])
      offset += lengths[index] + gap
    }
    return stretches
  }

  /// Divides a rectangle into rows one above the other.
  package static func rows(_ parts: [Part], in area: Rect, gap: Int = 0) -> [Rect?] {
    guard area.width > 0 else { return parts.map { _ in nil } }
    return divide(area.height, among: parts, gap: gap).map { stretch in
      stretch.map {
        Rect(x: area.x, y: area.y + $0.offset, width: area.width, height: $0.length)
      }
    }
  }

  /// Divides a rectangle into columns side by side.
  package static func columns(_ parts: [Part], in area: Rect, gap: Int = 0) -> [Rect?] {
    guard area.height > 0 else { return parts.map { _ in nil } }
    return divide(area.width, among: parts, gap: gap).map { stretch in
      stretch.map {
        Rect(x: area.x + $0.offset, y: area.y, width: $0.length, height: area.height)
      }
    }
  }
}
