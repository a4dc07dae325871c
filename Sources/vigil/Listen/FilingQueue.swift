import Clinical
import EventStore
import Interchange
import NIOCore
import NIOPosix
import Synchronization

/// Files the messages of all connections, one after the other, away from the threads that serve them.
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

  private let work: Mutex<Work>
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
    threads.runIfActive(eventLoop: loop) { self.filed(bytes, peer) }
  }

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
