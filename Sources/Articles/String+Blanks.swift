extension String {
  /// Without blanks at either end.
  var trimmingBlanks: String {
    var text = self[...]
    while text.first == " " || text.first == "\t" || text.first == "\n" { text.removeFirst() }
    while text.last == " " || text.last == "\t" || text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
