import Foundation
import Glibc

/// An analyser that is a server: it waits for a connection, sends a message, and takes the answer.
final class Server {
  private let descriptor: Int32
  let port: Int

  init() throws {
    let own = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(own, $0, size) }
    }
    guard status == 0, Glibc.listen(own, 4) == 0 else {
      throw Desk.Trouble(text: "cannot listen: \(errno)")
    }
    var bound = sockaddr_in()
    var length = size
    _ = withUnsafeMutablePointer(to: &bound) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(own, $0, &length) }
    }
    descriptor = own
    port = Int(UInt16(bigEndian: bound.sin_port))
  }

  deinit { close(descriptor) }

  /// Sends a message to whoever connects, and returns the answer.
  func serve(_ message: String) throws -> String {
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, 20_000) == 1 else { throw Desk.Trouble(text: "nobody connects") }
    let peer = accept(descriptor, nil, nil)
    guard peer >= 0 else { throw Desk.Trouble(text: "cannot accept: \(errno)") }
    defer { close(peer) }
    let bytes = [0x0B] + Array(message.utf8) + [0x1C, 0x0D]
    _ = bytes.withUnsafeBytes {
      Glibc.send(peer, $0.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
    }
    var answer: [UInt8] = []
    while !answer.suffix(2).elementsEqual([0x1C, 0x0D]) {
      ready = pollfd(fd: peer, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, 10_000) == 1 else { throw Desk.Trouble(text: "no answer") }
      var byte: UInt8 = 0
      guard read(peer, &byte, 1) == 1 else { throw Desk.Trouble(text: "broken off") }
      answer.append(byte)
    }
    return String(decoding: answer, as: UTF8.self)
  }
}
