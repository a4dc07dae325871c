import NIOCore
import Synchronization

/// Keeps the number of connections bounded: when one more comes than there may be, the one that has been
/// silent longest goes, so that silent senders never keep an honest one out.
final class Doorkeeper: Sendable {
  static let mostConnections = 64

  private struct Guest {
    var channel: any Channel
    var lastActive: NIODeadline
  }

  private let guests = Mutex<[ObjectIdentifier: Guest]>([:])

  /// Lets a connection in.
  func admit(_ channel: any Channel) {
    let id = ObjectIdentifier(channel)
    let leaving = guests.withLock { guests -> (any Channel)? in
      var leaving: (any Channel)?
      if guests.count >= Self.mostConnections,
        let longest = guests.min(by: { $0.value.lastActive < $1.value.lastActive })
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

  /// Notes that a whole message came.
  func heard(_ channel: any Channel) {
    guests.withLock { $0[ObjectIdentifier(channel)]?.lastActive = .now() }
  }
}
