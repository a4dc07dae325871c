import Clinical
import EventStore
import Interchange
import NIOCore
import NIOPosix
import Synchronization

/// Files the messages of all connections, one after the other, away from the threads that serve them.
///
/// Short messages go before long ones that came a little earlier: a flood of long ones keeps no
/// monitor waiting, and a long one has its turn all the same.
final class FilingQueue: Sendable {
  /// What a connection does about a frame.
  struct Reply: Sendable {
    /// Answers, each in its frame, in order.
    var frames: [[UInt8]] = []
    /// True where the store takes nothing any more.
    var isFatal = false
  }

  private struct Work {
    var desk: MessageDesk
    var number = 0
    var log: ListenLog
  }

  // A message that waits for its turn: a connection has one at a time.
  private struct Pending: Sendable {
    var bytes: [UInt8]
    var peer: String
    var turn: NIODeadline
    var promise: EventLoopPromise<Reply>
  }

  private let work: Mutex<Work>
  private let pending = Mutex<[Pending]>([])
  private let threads = NIOThreadPool(numberOfThreads: 1)
  private let clock: StoreClock
  private let zone: Zone

  init(desk: MessageDesk, log: ListenLog, clock: @escaping StoreClock) {
    zone = desk.zone
    work = Mutex(Work(desk: desk, log: log))
    self.clock = clock
  }

  func start() { threads.start() }

  /// Ends once what is being filed is filed.
  func end() { try? threads.syncShutdownGracefully() }

  /// Files a message; the answer comes on `loop` once everything is durable.
  func file(_ bytes: [UInt8], from peer: String, on loop: any EventLoop) -> EventLoopFuture<Reply> {
    let promise = loop.makePromise(of: Reply.self)
    let turn = NIODeadline.now() + .milliseconds(Int64(bytes.count) / Self.bytesAMillisecond)
    let own = Pending(bytes: bytes, peer: peer, turn: turn, promise: promise)
    pending.withLock { $0.append(own) }
    // As many times as there are messages, each time the one whose turn it is.
    threads.submit { state in
      guard let next = self.takeNext() else { return }
      guard case .active = state else { return next.promise.fail(ChannelError.ioOnClosedChannel) }
      next.promise.succeed(self.filed(next.bytes, next.peer))
    }
    return promise.futureResult
  }

  // How much longer a message waits for each of its bytes: one of 1 MiB lets others pass for a minute.
  private static let bytesAMillisecond: Int64 = 16

  private func takeNext() -> Pending? {
    pending.withLock { pending in
      guard let next = pending.indices.min(by: { pending[$0].turn < pending[$1].turn }) else {
        return nil
      }
      return pending.remove(at: next)
    }
  }

  /// How many segments a message may have: what takes a second to file would keep others waiting.
  static let mostSegments = 2000

  /// The answer to a frame that cannot be taken.
  func rejection(
    of beginning: [UInt8], _ error: HL7Error, from peer: String, on loop: any EventLoop
  ) -> EventLoopFuture<Reply> {
    threads.runIfActive(eventLoop: loop) {
      let header = beginning.prefix { $0 != 0x0D && $0 != 0x0A }
      return self.answer(
        MessageDesk.Answer(message: try? HL7Message(header[...]), outcome: .rejected(error)), peer)
    }
  }

  private func filed(_ bytes: [UInt8], _ peer: String) -> Reply {
    guard bytes.count(where: { $0 == 0x0D || $0 == 0x0A }) <= Self.mostSegments else {
      let error = HL7Error(
        .dataType, "MSH", "more than \(Self.mostSegments) segments; send it as several messages")
      let header = bytes.prefix { $0 != 0x0D && $0 != 0x0A }
      return answer(
        MessageDesk.Answer(message: try? HL7Message(header[...]), outcome: .rejected(error)), peer)
    }
    let result = work.withLock { work in
      Result { () throws -> MessageDesk.Answer in try work.desk.file(bytes[...]) }
    }
    switch result {
    case .success(let answer): return self.answer(answer, peer)
    case .failure(let error):
      // Rejected for a reason that is not the message's: the sender keeps it and sends it again.
      let rejected = HL7Error(.internalError, "MSH", "the record cannot be written: \(error)")
      var reply = self.answer(
        MessageDesk.Answer(message: try? HL7Message(bytes[...]), outcome: .rejected(rejected)),
        peer)
      reply.isFatal = (error as? StoreError)?.endsWriting ?? false
      return reply
    }
  }

  private func answer(_ answer: MessageDesk.Answer, _ peer: String) -> Reply {
    let codes = HL7Acknowledgement.codes(
      answer.outcome, HL7Acknowledgement.Wish(answer.message?.header))
    let now = clock()
    let first = work.withLock { work in
      work.log.tell(answer, codes, from: peer, at: now)
      work.number += codes.count
      return work.number - codes.count
    }
    let frames = codes.enumerated().map { n, code in
      MLLPFrames.framed(
        HL7Acknowledgement.text(
          code, to: answer.message, answer.outcome, now: now, zone: zone, number: first + n + 1
        ).utf8)
    }
    return Reply(frames: frames)
  }
}
