/// A colour in OKLab (Ottosson 2020), where distance is about what a person sees.
struct PerceivedColour {
  let lightness: Double
  let a: Double
  let b: Double

  init(_ colour: Colour) {
    let light = LinearLight(colour)
    let l = Roots.cubeRoot(
      0.4122214708 * light.red + 0.5363325363 * light.green + 0.0514459929 * light.blue)
    let m = Roots.cubeRoot(
      0.2119034982 * light.red + 0.6806995451 * light.green + 0.1073969566 * light.blue)
    let s = Roots.cubeRoot(
      0.0883024619 * light.red + 0.2817188376 * light.green + 0.6299787005 * light.blue)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
  }

  func distance(to other: PerceivedColour) -> Double {
    let dl = lightness - other.lightness
    let da = a - other.a
    let db = b - other.b
    return dl * dl + da * da + db * db
  }
}
