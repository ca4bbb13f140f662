import Storage

extension LinkResolver {
  /// Everything that it knows.
  func mix(into mixer: inout FingerprintMixer) {
    func add(_ texts: [String]) {
      mixer.add(texts.count)
      for text in texts { mixer.add(text) }
    }
    add(files.sorted())
    add(localeFolders)
    mixer.add(origin ?? "")
    mixer.add(pages.count)
    for page in pages {
      mixer.add(page.id)
      add(page.paths)
      add(page.bookmarks)
      mixer.add(page.uid ?? "")
    }
    for (from, move) in moves.sorted(by: { $0.key < $1.key }) {
      add([from, move.to, move.file])
    }
  }
}
