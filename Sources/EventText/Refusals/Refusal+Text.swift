extension Refusal: CustomStringConvertible {
  /// One line for a person: `line 12, temperature.unit: "K" is not a unit of temperature; write Cel
  /// or [degF]`. Safe to print on a terminal whatever was sent.
  package var description: String {
    var text = ""
    if let line { text += "line \(line)" }
    if let field { text += (text.isEmpty ? "" : ", ") + field }
    if !text.isEmpty { text += ": " }
    text += problem
    if let remedy { text += "; " + remedy }
    if let nearest { text += "; nearest: " + nearest }
    return Echo.safe(text)
  }
}
