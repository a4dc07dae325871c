import CNcurses

/// Wakes the loop from another thread: leave a note in an inbox, then wake.
///
/// Safe from any thread and at any time, also after the session has ended.
package struct Waker: Sendable {
  let descriptor: Int32

  /// Makes the wait return `.woken`. Many calls before it does are one.
  package func wake() {
    var byte: CChar = 1
    // A full pipe already holds the loop's waking.
    _ = cn_write_all(descriptor, &byte, 1)
  }
}
