/// The round of vital signs in one line: `368 78 122/74 16 98 r a`.
enum QuickLine {
  /// What each field gets from the line; a field that the line has not reached is left out.
  ///
  /// A token beyond the last is returned as `excess`, for a line that says more than a round holds
  /// was meant otherwise.
  static func split(_ line: String) -> (texts: [String: String], count: Int, excess: String?) {
    let tokens = TypedText.plain(line).split(separator: " ").map(String.init)
    var texts: [String: String] = [:]
    for (id, token) in zip(VitalsForm.quickOrder, tokens) {
      guard id == "oxygen" else {
        texts[id] = token
        continue
      }
      if let parts = OxygenFields.split(token) {
        texts["device"] = parts.device
        texts["flow"] = parts.flow
        texts["fio2"] = parts.fraction
      } else {
        // Shown in the field, where it is refused.
        texts["device"] = token
        texts["flow"] = ""
        texts["fio2"] = ""
      }
    }
    let excess =
      tokens.count > VitalsForm.quickOrder.count ? tokens[VitalsForm.quickOrder.count] : nil
    return (texts, min(tokens.count, VitalsForm.quickOrder.count), excess)
  }

  /// True when the line says a whole round.
  static func isWhole(_ line: String) -> Bool {
    let parts = split(line)
    return parts.count == VitalsForm.quickOrder.count && parts.excess == nil
  }
}
