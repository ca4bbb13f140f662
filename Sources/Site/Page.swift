/// One file of a site.
package struct Page: Sendable, Hashable {
  /// Relative to the site's folder, `/` between its parts.
  package let path: String
  package let bytes: [UInt8]
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
