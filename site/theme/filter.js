// Narrows a long list of answers as a reader types. It comes after search.js, whose folding it takes.
"use strict";

/** A field above a list; the way out of a question stays whatever is typed. */
function addFilter(list) {
  const field = document.createElement("p");
  field.className = "search filter";
  const label = document.createElement("label");
  const input = document.createElement("input");
  const status = document.createElement("span");
  input.type = "search";
  input.id = "filter";
  input.autocomplete = "off";
  label.htmlFor = input.id;
  label.textContent = list.dataset.filter;
  status.className = "hint";
  status.setAttribute("role", "status");
  field.append(label, input, status);
  list.before(field);

  const answers = [...list.children]
    .filter((row) => !row.classList.contains("fallback"))
    .map((row) => ({ row, words: fold(row.textContent) }));

  const narrow = () => {
    const asked = fold(input.value).split(/\s+/);
    for (const { row, words } of answers) row.hidden = !asked.every((word) => words.includes(word));
    const count = answers.filter(({ row }) => !row.hidden).length;
    const told = count ? list.dataset.count.replace("{n}", count) : list.dataset.none;
    status.textContent = input.value.trim() ? told : "";
  };
  input.addEventListener("input", narrow);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter") list.querySelector("li:not([hidden]) a")?.focus();
    else if (event.key === "Escape") input.value = "";
    else return;
    event.preventDefault();
    narrow();
  });
  // What a browser typed in again when the reader came back.
  narrow();
}

for (const list of document.querySelectorAll("[data-filter]")) addFilter(list);
