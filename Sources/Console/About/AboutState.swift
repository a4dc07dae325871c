/// The page about grading: where it is scrolled to.
package struct AboutState: Sendable {
  package var scroll = 0
  package init() {}
}
