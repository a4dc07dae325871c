import Synchronization

extension MemoryEventLog: HoldingList {
  package func hold(_ message: HeldMessage) throws(StoreError) -> Bool {
    let kept = contents.withLock { ledger -> Bool? in
      if ledger.held[message.id] != nil { return false }
      guard ledger.held.values.count(where: { $0.settlement == nil }) < mostHeldMessages else {
        return nil
      }
      ledger.held[message.id] = message
      return true
    }
    guard let kept else {
      throw StoreError(
        .notSaved, "\(mostHeldMessages) messages wait already, and no more are kept",
        remedy: "Work off the holding list in the console")
    }
    return kept
  }

  package func waiting() -> [HeldMessage] {
    contents.withLock { Array($0.held.values) }.filter { $0.settlement == nil }.sorted {
      $0.receivedAt == $1.receivedAt
        ? $0.id.lexicographicallyPrecedes($1.id) : $0.receivedAt < $1.receivedAt
    }
  }

  package func waitingGroups() -> [HeldMessageGroup] {
    var groups: [HeldMessageGroup] = []
    for message in waiting() {
      if let place = groups.firstIndex(where: { $0.key == message.key }) {
        groups[place].count += 1
        groups[place].last = message.receivedAt
        groups[place].text = message.text
      } else {
        groups.append(
          HeldMessageGroup(
            key: message.key, count: 1, first: message.receivedAt, last: message.receivedAt,
            text: message.text))
      }
    }
    return groups
  }

  package func waiting(in group: HeldMessageGroup.Key) -> [HeldMessage] {
    waiting().filter { $0.key == group }
  }

  package func countWaiting() -> Int { waiting().count }

  package func heldMessage(_ id: [UInt8]) -> HeldMessage? { contents.withLock { $0.held[id] } }

  package func update(_ message: HeldMessage) {
    contents.withLock { ledger in
      if ledger.held[message.id] != nil { ledger.held[message.id] = message }
    }
  }
}
