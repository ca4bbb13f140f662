// Reloads the page when the content changes, and shows what the checks found.
(() => {
  const events = new EventSource("/.waymark/events");
  let version;
  const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

  const line = (finding) => {
    const item = document.createElement("li");
    const hint = finding.hint ? `\n  hint: ${finding.hint}` : "";
    item.textContent =
      `${finding.place}: ${finding.severity}: ${finding.message} [${finding.code}]${hint}`;
    return item;
  };

  const show = (state) => {
    document.querySelector(".waymark-preview")?.remove();
    if (state.errors + state.warnings === 0) return;
    const panel = document.createElement("details");
    panel.className = "waymark-preview";
    panel.dataset.severity = state.errors > 0 ? "error" : "warning";
    panel.open = state.errors > 0;
    const summary = document.createElement("summary");
    summary.textContent = `${count(state.errors, "error")}, ${count(state.warnings, "warning")}`;
    const list = document.createElement("ol");
    list.append(...state.findings.map(line));
    if (state.omitted > 0) {
      const more = document.createElement("li");
      more.textContent = `… and ${state.omitted} more; waymark check shows all`;
      list.append(more);
    }
    panel.append(summary, list);
    document.body.append(panel);
  };

  events.addEventListener("message", (message) => {
    const state = JSON.parse(message.data);
    if (version !== undefined && version !== state.version) {
      location.reload();
      return;
    }
    version = state.version;
    show(state);
  });
})();
