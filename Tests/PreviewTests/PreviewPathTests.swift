import Testing

@testable import Preview

@Suite struct PreviewPathTests {
  @Test(arguments: [
    ("/", "index.html"), ("/nl-nl/", "nl-nl/index.html"), ("/nl-nl/a%20b.html", "nl-nl/a b.html"),
    ("/ja-jp/%E3%81%82.html", "ja-jp/あ.html"), ("/c/41.html", "c/41.html"),
  ])
  func `a path names a file of the site`(raw: String, path: String) {
    #expect(PreviewPath.decode(raw) == path)
  }

  @Test(arguments: [
    "", "a", "/../x", "/a/../../x", "/%2e%2e/x", "/a/%2E%2E/x", "/..%2fx", "/a%2fb", "/./x",
    "//etc/passwd", "/a//b", "/a%00.html", "/a\\b", "/%5c..%5cx", "/a%zz", "/a%2", "/%ff%fe",
    "/a%0d%0ab",
  ])
  func `a path that could lead outside names nothing`(raw: String) {
    #expect(PreviewPath.decode(raw) == nil)
  }
}
