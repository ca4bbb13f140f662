import FlyingFox
import FlyingSocks
import Foundation

/// What a preview answers to one request.
package struct PreviewResponse: Sendable {
  /// The HTTP status code, such as 200.
  package let status: Int
  /// The media type, with its charset where it has one.
  package let contentType: String
  package let body: [UInt8]

  package init(status: Int = 200, contentType: String, body: [UInt8]) {
    self.status = status
    self.contentType = contentType
    self.body = body
  }

  package static let notFound = PreviewResponse(
    status: 404, contentType: "text/plain; charset=utf-8", body: Array("Not found\n".utf8))
}

/// Serves pages on the loopback interface, with a client that reloads them when they change.
///
/// It never reads a file: every path is looked up by `respond`.
package struct PreviewServer: Sendable {
  private let server: HTTPServer

  /// Makes a server for `127.0.0.1`.
  ///
  /// - Parameters:
  ///   - port: the TCP port; 0 lets the system choose.
  ///   - events: what the pages are told.
  ///   - respond: the answer for a path without its leading `/`, decoded, free of `..` and NUL.
  /// - Throws: when the address is not usable.
  package init(
    port: UInt16, events: PreviewEvents,
    respond: @escaping @Sendable (_ path: String) async -> PreviewResponse?
  ) throws {
    let handler = PreviewHandler(events: events, respond: respond)
    server = HTTPServer(
      config: .init(address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled),
      handler: handler)
  }

  /// Serves until the task is cancelled.
  ///
  /// - Throws: when the port is taken.
  package func run() async throws { try await server.run() }

  /// The port that the system chose, once the server listens.
  package func waitUntilListening() async throws -> UInt16 {
    try await server.waitUntilListening(timeout: 10)
    if case .ip4(_, let port) = await server.listeningAddress { return port }
    return 0
  }
}

private struct PreviewHandler: HTTPHandler {
  let events: PreviewEvents
  let respond: @Sendable (String) async -> PreviewResponse?

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard request.isForLoopback else { return HTTPResponse(statusCode: .forbidden) }
    guard request.method == .GET || request.method == .HEAD else {
      return HTTPResponse(statusCode: .methodNotAllowed)
    }
    guard let path = PreviewPath.decode(request.target.path()) else {
      return response(.notFound, isHead: false)
    }
    if path == PreviewClient.eventsPath { return await eventStream() }
    if let file = PreviewClient.file(at: path) { return response(file, isHead: false) }
    let page = await respond(path) ?? .notFound
    return response(PreviewClient.inject(into: page), isHead: request.method == .HEAD)
  }

  private func response(_ page: PreviewResponse, isHead: Bool) -> HTTPResponse {
    HTTPResponse(
      statusCode: HTTPStatusCode(page.status, phrase: page.status == 200 ? "OK" : "Not Found"),
      headers: [
        .contentType: page.contentType, HTTPHeader("Cache-Control"): "no-store",
        HTTPHeader("X-Content-Type-Options"): "nosniff",
      ], body: isHead ? Data() : Data(page.body))
  }

  private func eventStream() async -> HTTPResponse {
    HTTPResponse(
      statusCode: .ok,
      headers: [
        .contentType: "text/event-stream; charset=utf-8", HTTPHeader("Cache-Control"): "no-store",
      ], body: HTTPBodySequence(from: EventBytes(stream: await events.subscribe())))
  }
}

extension HTTPRequest {
  /// Whether the browser asks for this machine; a page elsewhere whose name was pointed here does
  /// not (DNS rebinding).
  fileprivate var isForLoopback: Bool {
    guard let host = headers[.host] else { return true }
    let name = host.hasPrefix("[") ? host.prefix { $0 != "]" } : host.prefix { $0 != ":" }
    return ["127.0.0.1", "localhost", "[::1"].contains(String(name).lowercased())
  }
}
