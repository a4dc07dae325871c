/// What one domain adds to a grade that is the highest of several.
struct ScaleDomain {
  /// The name of the input that decides it.
  let name: String
  /// What the inputs give; `nil` where they do not tell.
  let known: ClosedRange<Int>?
  /// What it may be where it is not known.
  let unknown: ClosedRange<Int>

  init(_ name: String, _ known: ClosedRange<Int>?, _ unknown: ClosedRange<Int>) {
    self.name = name
    self.known = known
    self.unknown = unknown
  }

  /// A sign of which somebody may know only that it is there.
  ///
  /// - Parameters:
  ///   - degree: what its degree gives; `nil` where it was not recorded.
  ///   - ifThere: what it gives at least and at most when it is there.
  ///   - isThere: whether it is; `nil` where only the degree tells.
  init(
    _ name: String, _ degree: ClosedRange<Int>?, ifThere: ClosedRange<Int>, _ isThere: Bool?
  ) {
    let least = isThere == true ? ifThere.lowerBound : 0
    self.init(
      name, degree.map { $0.highest(least...least) } ?? (isThere == false ? 0...0 : nil),
      least...ifThere.upperBound)
  }
}

extension ScaleFinding {
  /// The highest of several domains.
  static func highest(_ domains: [ScaleDomain]) -> ScaleFinding {
    var bounds = 0...0
    for domain in domains { bounds = bounds.highest(domain.known ?? domain.unknown) }
    var finding = ScaleFinding(bounds: bounds, asked: [])
    for domain in domains {
      if let known = domain.known {
        finding.parts.append(ScalePart(domain.name, known))
        if known.lowerBound < known.upperBound, known.upperBound > bounds.lowerBound {
          finding.open[domain.name] = "leaves it open"
        }
      } else if domain.unknown.upperBound > bounds.lowerBound {
        finding.asked?.insert(domain.name)
      }
    }
    return finding
  }
}
