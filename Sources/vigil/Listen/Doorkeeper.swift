import NIOCore
import Synchronization

/// Keeps the number of connections bounded: when one more comes than there may be, the one that has been
/// silent longest goes, so that silent senders never keep an honest one out. One that waits for its
/// answer is not silent.
final class Doorkeeper: Sendable {
  static let mostConnections = 64

  private struct Guest {
    var channel: any Channel
    var lastActive: NIODeadline
    /// True while its message is being filed.
    var isWaiting = false

    /// The smallest goes first.
    var order: (Int, NIODeadline) { (isWaiting ? 1 : 0, lastActive) }
  }

  private let guests = Mutex<[ObjectIdentifier: Guest]>([:])

  /// Lets a connection in.
  func admit(_ channel: any Channel) {
    let id = ObjectIdentifier(channel)
    let leaving = guests.withLock { guests -> (any Channel)? in
      var leaving: (any Channel)?
      if guests.count >= Self.mostConnections,
        let longest = guests.min(by: { $0.value.order < $1.value.order })
      {
        leaving = longest.value.channel
        guests[longest.key] = nil
      }
      guests[id] = Guest(channel: channel, lastActive: .now())
      return leaving
    }
    leaving?.close(promise: nil)
    channel.closeFuture.whenComplete { _ in self.guests.withLock { $0[id] = nil } }
  }

  /// Notes that a whole message came, which is to be answered.
  func heard(_ channel: any Channel) { note(channel, isWaiting: true) }

  /// Notes that it was answered.
  func answered(_ channel: any Channel) { note(channel, isWaiting: false) }

  private func note(_ channel: any Channel, isWaiting: Bool) {
    guests.withLock { guests in
      guests[ObjectIdentifier(channel)]?.lastActive = .now()
      guests[ObjectIdentifier(channel)]?.isWaiting = isWaiting
    }
  }
}
