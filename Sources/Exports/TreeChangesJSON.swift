import JSON

/// Writes what changed in the trees for programs.
package enum TreeChangesJSON {
  /// One JSON document with the changes of every locale, in their order.
  package static func render(_ locales: [TreeChanges]) -> [UInt8] {
    var json = JSONWriter(.indented)
    json.object { json in
      json.member("version", 1)
      json.array("locales", of: locales) { $0.write($1) }
    }
    json.endLine()
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ changes: TreeChanges) {
    object { json in
      json.member("locale", changes.locale)
      json.array("articles", of: changes.articles) { json, article in
        json.object { json in
          json.member("id", article.id)
          json.member("title", article.title)
          json.member("fate", article.fate.rawValue)
          json.array("changes", of: article.changes) { json, change in
            json.object { json in
              json.write(members: change.what)
              json.object("step") { $0.write(members: change.step) }
            }
          }
        }
      }
      json.array("repeated", of: changes.repeated) { json, repeated in
        json.object { json in
          json.write(members: repeated.what)
          json.array("steps", of: repeated.steps) { json, step in
            json.object { $0.write(members: step) }
          }
        }
      }
    }
  }

  private mutating func write(members step: TreeChanges.Step) {
    member("id", step.id)
    member("code", step.code)
    member("kind", step.kind)
    member("title", step.title)
    array("trail", of: step.trail) { $0.value($1) }
  }

  private mutating func write(members what: TreeChanges.What) {
    func change(_ name: String, _ from: String, _ to: String, _ json: inout JSONWriter) {
      json.member("what", name)
      json.member("from", from)
      json.member("to", to)
    }
    switch what {
    case .added(let further):
      member("what", "added")
      member("further", further)
    case .removed(let further):
      member("what", "removed")
      member("further", further)
    case .moved(let from, let code, let further):
      member("what", "moved")
      member("from", from)
      member("from_code", code)
      member("further", further)
    case .code(let from, let to): change("code", from, to, &self)
    case .kind(let from, let to): change("kind", from, to, &self)
    case .text(let part, let from, let to): change(part.rawValue, from, to, &self)
    case .reordered(let order):
      member("what", "reordered")
      array("order", of: order) { $0.value($1) }
    }
  }
}
