/// What one of several neighbours wants of a length, in cells.
package struct Part: Hashable, Sendable {
  /// Below this it is not shown at all, unless it is the only one left.
  package var minimum: Int
  /// What it needs to show everything.
  package var ideal: Int
  /// Who stays when there is not room for all: the higher.
  package var priority: Int
  /// Its share of what is left when all have their ideal; 0 never grows.
  package var growth: Int

  /// A part; an ideal below the minimum counts as the minimum.
  package init(minimum: Int, ideal: Int? = nil, priority: Int = 0, growth: Int = 0) {
    self.minimum = max(0, minimum)
    self.ideal = max(self.minimum, ideal ?? minimum)
    self.priority = priority
    self.growth = max(0, growth)
  }

  /// Exactly so many cells, or nothing.
  package static func fixed(_ length: Int, priority: Int = 0) -> Part {
    Part(minimum: length, priority: priority)
  }

  /// At least `minimum`, and a share of what is left.
  package static func filling(minimum: Int = 1, priority: Int = 0, growth: Int = 1) -> Part {
    Part(minimum: minimum, priority: priority, growth: growth)
  }
}

/// A stretch of a length that a part was given.
package struct Stretch: Hashable, Sendable {
  package let offset: Int
  package let length: Int

  package var end: Int { offset + length }
}
