import Clinical
import Dispatch
import EventStore
import Glibc
import NIOCore
import NIOPosix
import Synchronization

/// Listens, dials, and serves every connection until it is told to end.
final class Listener {
  private let environment: Environment
  private let queue: FilingQueue
  private let doorkeeper = Doorkeeper()
  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  private let ending = Ending()

  init(desk: MessageDesk, asJSON: Bool, environment: Environment) {
    self.environment = environment
    let lines = LineSink(descriptor: STDOUT_FILENO)
    let log = ListenLog(asJSON: asJSON, zone: desk.zone) { lines.write($0) }
    queue = FilingQueue(desk: desk, log: log, clock: environment.now)
  }

  /// Why it ended.
  private final class Ending: Sendable {
    private let state = Mutex<Bool?>(nil)
    private let signal = DispatchSemaphore(value: 0)

    /// - Parameter isFailure: the record takes nothing any more.
    func come(isFailure: Bool) {
      state.withLock { if $0 == nil { $0 = isFailure } }
      signal.signal()
    }

    func wait() -> Bool {
      signal.wait()
      return state.withLock { $0 ?? false }
    }

    var hasCome: Bool { state.withLock { $0 != nil } }
  }

  func run(port: Int?, socket: String?, peers: [DialledPeer]) throws -> ExitStatus {
    queue.start()
    defer {
      queue.end()
      try? group.syncShutdownGracefully()
    }
    var open: [any Channel] = []
    if let socket { open.append(try listen(socket: socket)) }
    if let port { open.append(try listen(port: port)) }
    for peer in peers { Self.dial(peer, after: 0, self.client(peer)) }
    let signals = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      let ending = ending
      source.setEventHandler { ending.come(isFailure: false) }
      source.resume()
      return source
    }
    let isFailure = ending.wait()
    for source in signals { source.cancel() }
    for channel in open { try? channel.close().wait() }
    if let socket { unlink(socket) }
    guard !isFailure else {
      throw Failure.couldNot(
        "the record takes nothing any more; senders were told so and keep what they have")
    }
    return .done
  }

  private func bootstrap() -> ServerBootstrap {
    let queue = queue
    let doorkeeper = doorkeeper
    let ending = ending
    return ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 64)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.autoRead, value: false)
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelOption(
        .recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 1 << 16)
      )
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            MLLPHandler(queue: queue, doorkeeper: doorkeeper) { ending.come(isFailure: true) })
        }
      }
  }

  private func listen(port: Int) throws -> any Channel {
    do {
      let channel = try bootstrap().bind(host: "127.0.0.1", port: port).wait()
      let bound = channel.localAddress?.port ?? port
      environment.messages.say("listening on 127.0.0.1:\(bound)")
      return channel
    } catch {
      throw Failure.couldNot("cannot listen on port \(port): \(Self.reason(error))")
    }
  }

  private func listen(socket path: String) throws -> any Channel {
    // A socket that is left over goes; one behind which somebody listens stays.
    if Self.answers(path) {
      throw Failure.couldNot("cannot listen on \(path): another program listens there")
    }
    let mask = umask(0o177)
    defer { umask(mask) }
    do {
      let channel = try bootstrap().bind(
        unixDomainSocketPath: path, cleanupExistingSocketFile: true
      ).wait()
      environment.messages.say("listening on \(path)")
      return channel
    } catch {
      throw Failure.couldNot("cannot listen on \(path): \(Self.reason(error))")
    }
  }

  private static func answers(_ path: String) -> Bool {
    let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) {
      $0.copyBytes(from: path.utf8.prefix($0.count - 1))
    }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
  }

  // How one sender is reached, and what is told about it.
  private struct Client: Sendable {
    let bootstrap: @Sendable () -> EventLoopFuture<any Channel>
    let say: @Sendable (String) -> Void
    let ending: Ending
    let loop: any EventLoop
  }

  private func client(_ peer: DialledPeer) -> Client {
    let queue = queue
    let ending = ending
    let loop = group.next()
    let lines = LineSink(descriptor: STDERR_FILENO)
    return Client(
      bootstrap: {
        ClientBootstrap(group: loop)
          .connectTimeout(.seconds(10))
          .channelOption(.autoRead, value: false)
          .channelOption(.maxMessagesPerRead, value: 1)
          .channelOption(.socketOption(.so_keepalive), value: 1)
          .channelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
              try channel.pipeline.syncOperations.addHandler(
                MLLPHandler(queue: queue, doorkeeper: nil) { ending.come(isFailure: true) })
            }
          }
          .connect(host: peer.host, port: peer.port)
      }, say: { lines.write($0) }, ending: ending, loop: loop)
  }

  // Connects after a pause that doubles with each failure, up to half a minute.
  private static func dial(_ peer: DialledPeer, after seconds: Int64, _ client: Client) {
    client.loop.scheduleTask(in: .seconds(seconds)) {
      guard !client.ending.hasCome else { return }
      client.bootstrap().whenComplete { result in
        switch result {
        case .success(let channel):
          client.say("connected to \(peer.name)")
          channel.closeFuture.whenComplete { _ in
            guard !client.ending.hasCome else { return }
            client.say("\(peer.name) broke off; connecting again")
            dial(peer, after: 1, client)
          }
        case .failure(let error):
          if seconds < 2 { client.say("cannot reach \(peer.name): \(reason(error)); trying on") }
          dial(peer, after: min(max(2, seconds * 2), 30), client)
        }
      }
    }
  }

  private static func reason(_ error: any Error) -> String {
    if let error = error as? IOError { return String(cString: strerror(error.errnoCode)) }
    if error is UnixDomainSocketPathWrongType { return "that is a file, and no socket" }
    // Of several addresses the last that was tried.
    if let attempts = error as? NIOConnectionError {
      if let last = attempts.connectionErrors.last { return reason(last.error) }
      if attempts.dnsAError != nil { return "the name of the host is not known" }
    }
    if case ChannelError.connectTimeout = error { return "it does not answer" }
    return Printable.line("\(error)")
  }
}

/// Lines on a descriptor from any thread; a reader that has gone away is no reason to stop filing.
final class LineSink: Sendable {
  private let descriptor: Int32
  private let turn = Mutex(())

  init(descriptor: Int32) { self.descriptor = descriptor }

  func write(_ text: String) {
    let bytes = Array((Printable.line(text) + "\n").utf8)
    turn.withLock { _ in
      var offset = 0
      while offset < bytes.count {
        let count = bytes.withUnsafeBytes { buffer in
          Glibc.write(descriptor, buffer.baseAddress?.advanced(by: offset), bytes.count - offset)
        }
        if count > 0 { offset += count } else if errno != EINTR { return }
      }
    }
  }
}
