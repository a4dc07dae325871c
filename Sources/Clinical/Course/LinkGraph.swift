/// How events point to each other: which of them form rings, and an order in which whatever an event
/// points to comes before it.
struct LinkGraph {
  private let links: [EventID: [EventID]]

  /// - Parameter links: for each event those that it points to. Events that are only pointed to need
  ///   no entry.
  init(_ links: [EventID: [EventID]]) { self.links = links }

  /// The groups of events that reach each other, each event in exactly one; a group comes after all
  /// that its events point to outside it.
  ///
  /// Tarjan's algorithm with a stack of its own, for the length of a chain is in the hands of
  /// whoever sends the events.
  ///
  /// - Complexity: O(*n* + *m*) for *n* events and *m* links.
  func components() -> [[EventID]] {
    var walk = Walk()
    for start in links.keys where walk.index[start] == nil {
      walk.enter(start, links[start] ?? [])
      while let step = walk.path.last {
        if step.next < step.targets.count {
          walk.path[walk.path.count - 1].next += 1
          let target = step.targets[step.next]
          if walk.index[target] == nil {
            walk.enter(target, links[target] ?? [])
          } else if walk.isOpen.contains(target) {
            walk.lower(step.id, to: walk.index[target])
          }
        } else {
          walk.leave(step.id)
        }
      }
    }
    return walk.components
  }

  /// Events that can be reached from themselves.
  func rings() -> Set<EventID> {
    var rings: Set<EventID> = []
    for component in components() where isRing(component) { rings.formUnion(component) }
    return rings
  }

  /// True for a group of which the events can be reached from themselves.
  func isRing(_ component: [EventID]) -> Bool {
    component.count > 1 || component.contains { links[$0]?.contains($0) ?? false }
  }

  private struct Walk {
    var index: [EventID: Int] = [:]
    var lowest: [EventID: Int] = [:]
    var open: [EventID] = []
    var isOpen: Set<EventID> = []
    var path: [(id: EventID, targets: [EventID], next: Int)] = []
    var components: [[EventID]] = []

    mutating func enter(_ id: EventID, _ targets: [EventID]) {
      index[id] = index.count
      lowest[id] = index[id]
      open.append(id)
      isOpen.insert(id)
      path.append((id, targets, 0))
    }

    mutating func lower(_ id: EventID, to other: Int?) {
      guard let other, let own = lowest[id], other < own else { return }
      lowest[id] = other
    }

    mutating func leave(_ id: EventID) {
      path.removeLast()
      if let above = path.last { lower(above.id, to: lowest[id]) }
      guard lowest[id] == index[id] else { return }
      var component: [EventID] = []
      while let member = open.popLast() {
        isOpen.remove(member)
        component.append(member)
        if member == id { break }
      }
      components.append(component)
    }
  }
}
