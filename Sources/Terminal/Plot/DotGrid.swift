/// Dots finer than cells, for lines: two by four a cell in braille, one by two in ASCII.
struct DotGrid {
  let size: Size
  private let cellWidth: Int
  private let cellHeight: Int
  private var dots: [UInt8]
  private var roles: [Role?]

  init(cells size: Size, braille: Bool) {
    self.size = size
    cellWidth = braille ? 2 : 1
    cellHeight = braille ? 4 : 2
    dots = Array(repeating: 0, count: size.width * size.height)
    roles = Array(repeating: nil, count: size.width * size.height)
  }

  var parts: Int { cellWidth }
  var width: Int { size.width * cellWidth }
  var height: Int { size.height * cellHeight }

  /// Sets a dot. A cell has one colour: that of the later series, but `seriesOut` stays.
  mutating func set(_ x: Int, _ y: Int, role: Role) {
    guard x >= 0, y >= 0, x < width, y < height else { return }
    let cell = y / cellHeight * size.width + x / cellWidth
    dots[cell] |= 1 << UInt8(y % cellHeight * cellWidth + x % cellWidth)
    if roles[cell] != .seriesOut { roles[cell] = role }
  }

  /// A straight line between two dots, both ends included (Bresenham).
  mutating func line(_ from: Point, _ to: Point, role: (Int) -> Role) {
    let dx = abs(to.x - from.x)
    let dy = -abs(to.y - from.y)
    let sx = from.x < to.x ? 1 : -1
    let sy = from.y < to.y ? 1 : -1
    var error = dx + dy
    var (x, y) = (from.x, from.y)
    while true {
      set(x, y, role: role(y))
      if x == to.x, y == to.y { return }
      let doubled = 2 * error
      if doubled >= dy {
        error += dy
        x += sx
      }
      if doubled <= dx {
        error += dx
        y += sy
      }
    }
  }

  /// The sign of a cell and its role, or `nil` of an empty one.
  func sign(x: Int, y: Int) -> (sign: Unicode.Scalar, role: Role)? {
    let cell = y * size.width + x
    let bits = dots[cell]
    guard bits != 0, let role = roles[cell] else { return nil }
    if cellWidth == 1 { return (bits == 1 ? "'" : bits == 2 ? "." : ":", role) }
    // The bits of U+2800: the left column is 1, 2, 4, 64 from the top, the right 8, 16, 32, 128.
    let braille: [UInt32] = [1, 8, 2, 16, 4, 32, 64, 128]
    var value: UInt32 = 0x2800
    for bit in 0..<8 where bits & (1 << UInt8(bit)) != 0 { value += braille[bit] }
    return Unicode.Scalar(value).map { ($0, role) }
  }
}
