/// The script and the style that a preview adds to each page: they reload it and show findings.
enum PreviewClient {
  /// Where pages listen for changes; no article's path begins with a dot.
  static let eventsPath = ".waymark/events"

  /// A file of the client's own.
  static func file(at path: String) -> PreviewResponse? {
    switch path {
    case ".waymark/preview.js":
      PreviewResponse(
        contentType: "text/javascript; charset=utf-8", body: PackageResources.preview_js)
    case ".waymark/preview.css":
      PreviewResponse(contentType: "text/css; charset=utf-8", body: PackageResources.preview_css)
    default: nil
    }
  }

  private static let head = Array(
    #"<link rel="stylesheet" href="/.waymark/preview.css"><script src="/.waymark/preview.js" defer></script>"#
      .utf8)

  /// Adds the client to an HTML page, and lets the page's policy hear events from this server.
  static func inject(into page: PreviewResponse) -> PreviewResponse {
    guard page.contentType.hasPrefix("text/html"), let end = offset(of: "</head>", in: page.body)
    else { return page }
    var body = Array(page.body[..<end])
    if let policy = offset(of: "default-src 'none'", in: body) {
      let behind = policy + "default-src 'none'".utf8.count
      body.insert(contentsOf: Array("; connect-src 'self'".utf8), at: behind)
    }
    return PreviewResponse(
      status: page.status, contentType: page.contentType, body: body + head + page.body[end...])
  }

  private static func offset(of word: String, in bytes: [UInt8]) -> Int? {
    let needle = Array(word.utf8)
    guard bytes.count >= needle.count else { return nil }
    return (0...(bytes.count - needle.count)).first { start in
      bytes[start] == needle[0] && bytes[start..<start + needle.count].elementsEqual(needle)
    }
  }
}
