import Interchange
import NIOCore

/// Serves one connection: frames in, answers out, one message at a time.
///
/// Nothing is read while a message is being filed or while the other side does not take its answers, so
/// a flood waits in the sender's own socket; a frame that does not end in time ends the connection.
final class MLLPHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// How long a frame may take from its first byte to its last, and an answer to be taken.
  static let patience = TimeAmount.seconds(30)
  /// Bytes outside of any frame after which a connection is no sender of messages.
  static let mostStrays = 1 << 16

  private let queue: FilingQueue
  private let doorkeeper: Doorkeeper?
  private let stop: @Sendable () -> Void
  private var frames = MLLPFrames()
  private var waiting: ArraySlice<MLLPFrames.Item> = []
  private var isFiling = false
  private var strays = 0
  private var peer = ""
  private var deadline: Scheduled<Void>?

  /// - Parameters:
  ///   - doorkeeper: of connections that came from outside.
  ///   - stop: called when the record takes nothing any more.
  init(queue: FilingQueue, doorkeeper: Doorkeeper?, stop: @escaping @Sendable () -> Void) {
    self.queue = queue
    self.doorkeeper = doorkeeper
    self.stop = stop
  }

  func channelActive(context: ChannelHandlerContext) {
    peer = context.channel.remoteAddress.map { "\($0)" } ?? ""
    doorkeeper?.admit(context.channel)
    context.read()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let buffer = unwrapInboundIn(data)
    waiting += frames.take(buffer.readableBytesView)
    watchFrame(context)
    proceed(context)
  }

  // Asks for more once what came has been answered.
  func channelReadComplete(context: ChannelHandlerContext) {
    if !isFiling, waiting.isEmpty, context.channel.isWritable { context.read() }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    proceed(context)
    channelReadComplete(context: context)
  }

  func channelInactive(context: ChannelHandlerContext) { deadline?.cancel() }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  // From the first byte of a frame to its last.
  private func watchFrame(_ context: ChannelHandlerContext) {
    guard frames.isInsideFrame else {
      deadline?.cancel()
      deadline = nil
      return
    }
    guard deadline == nil else { return }
    let channel = context.channel
    deadline = context.eventLoop.scheduleTask(in: Self.patience) { channel.close(promise: nil) }
  }

  private func proceed(_ context: ChannelHandlerContext) {
    while !isFiling, context.channel.isWritable, let item = waiting.popFirst() {
      switch item {
      case .message(let bytes):
        strays = 0
        doorkeeper?.heard(context.channel)
        answer(context, queue.file(bytes, from: peer, on: context.eventLoop), thenCloses: false)
      case .tooLong(let beginning):
        let error = HL7Error(.dataType, "MSH", "the message is longer than 1 MiB")
        answer(
          context, queue.rejection(of: beginning, error, from: peer, on: context.eventLoop),
          thenCloses: true)
      case .stray(let count):
        strays += count
        if strays > Self.mostStrays { context.close(promise: nil) }
      }
    }
  }

  private func answer(
    _ context: ChannelHandlerContext, _ reply: EventLoopFuture<FilingQueue.Reply>,
    thenCloses: Bool
  ) {
    isFiling = true
    reply.assumeIsolated().whenComplete { result in
      self.isFiling = false
      self.doorkeeper?.answered(context.channel)
      guard case .success(let reply) = result, context.channel.isActive else {
        return context.close(promise: nil)
      }
      self.send(context, reply.frames, thenCloses: thenCloses)
      if reply.isFatal { return self.stop() }
      guard !thenCloses else { return }
      self.proceed(context)
      self.channelReadComplete(context: context)
    }
  }

  private func send(_ context: ChannelHandlerContext, _ frames: [[UInt8]], thenCloses: Bool) {
    guard !frames.isEmpty else {
      if thenCloses { context.close(promise: nil) }
      return
    }
    var buffer = context.channel.allocator.buffer(capacity: frames.reduce(0) { $0 + $1.count })
    for frame in frames { buffer.writeBytes(frame) }
    // An answer that nobody takes ends the connection.
    let channel = context.channel
    let limit = context.eventLoop.scheduleTask(in: Self.patience) { channel.close(promise: nil) }
    let written = context.eventLoop.makePromise(of: Void.self)
    written.futureResult.whenComplete { _ in
      limit.cancel()
      if thenCloses { channel.close(promise: nil) }
    }
    context.writeAndFlush(wrapOutboundOut(buffer), promise: written)
  }
}
