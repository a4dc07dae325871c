/// Which part of a list is on the screen, and which row is chosen.
package enum Viewport {
  /// The first row to show, so that the chosen one is visible and the list moves as little as it
  /// can from where it stood.
  package static func top(_ top: Int, selected: Int?, count: Int, capacity: Int) -> Int {
    guard capacity > 0, count > capacity else { return 0 }
    var top = min(max(0, top), count - capacity)
    if let selected {
      let row = min(max(0, selected), count - 1)
      if row < top { top = row }
      if row >= top + capacity { top = row - capacity + 1 }
    }
    return top
  }

  /// A chosen row moved by `steps`, staying in the list; `nil` of an empty list.
  package static func moved(_ selected: Int?, by steps: Int, count: Int) -> Int? {
    guard count > 0 else { return nil }
    guard let selected else { return steps < 0 ? count - 1 : 0 }
    return min(max(0, selected + steps), count - 1)
  }
}
