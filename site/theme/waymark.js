// Adds comfort to pages that work without it: copy buttons, number keys, step codes, languages.
"use strict";

/** Full addresses for people to copy: a page knows where it stands only once it is open. */
function showPermalink() {
  const link = document.getElementById("permalink");
  if (!link || !location.protocol.startsWith("http")) return;
  const address = link.href.split("#")[0];
  link.textContent = address;
  for (const id of ["note", "note-markdown"]) {
    const note = document.getElementById(id);
    if (note && !note.textContent.includes("://" + location.host)) {
      note.textContent += "\n" + address;
    }
  }
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "visually-hidden";
    document.body.append(area);
    area.select();
    const isCopied = document.execCommand("copy");
    area.remove();
    return isCopied;
  }
}

function addCopyButtons() {
  for (const button of document.querySelectorAll("[data-copy]")) {
    const source = document.getElementById(button.dataset.copy);
    if (!source) continue;
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    const words = [...button.childNodes];
    button.addEventListener("click", async () => {
      if (!(await copy(source.textContent))) return;
      button.textContent = button.dataset.done;
      button.classList.add("done");
      setTimeout(() => {
        button.replaceChildren(...words);
        button.classList.remove("done");
      }, 2000);
    });
  }
}

/** An end can be printed as a card to take along. */
function addPrintButtons() {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
}

/** The end that a remedy reached is a section of its page; it has a title of its own while it shows. */
function nameSolved() {
  const heading = document.querySelector("#solved h1");
  if (!heading) return;
  const title = document.title;
  const name = () => {
    const isShown = location.hash === "#solved";
    document.title = isShown ? `${heading.textContent}: ${title}` : title;
    if (isShown) heading.closest("section").focus();
  };
  addEventListener("hashchange", name);
  name();
}

/** What a reader has set; nothing is kept where storage is not allowed. */
const settings = {
  get(name) {
    try {
      return localStorage.getItem("waymark-" + name);
    } catch {
      return null;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem("waymark-" + name, value);
    } catch {}
  },
};

/**
 * Keys 1 to 9 choose an answer and 0 goes back; they can be turned off (WCAG 2.1.4).
 *
 * An answer whose number may go on has the focus until then, so that Enter opens it.
 */
function addNumberKeys() {
  const choices = document.querySelectorAll("main .choices a");
  const place = document.querySelector("[data-keys]");
  if (!place || choices.length === 0) return;
  const button = document.createElement("button");
  button.type = "button";
  const isOn = () => settings.get("keys") !== "off";
  const label = () => (isOn() ? place.dataset.on : place.dataset.off);
  button.textContent = label();
  button.addEventListener("click", () => {
    settings.set("keys", isOn() ? "off" : "on");
    button.textContent = label();
  });
  place.append(button);
  let typed = "";
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !isOn()) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (!/^[0-9]$/.test(event.key)) return;
    const visible = [...choices].filter((choice) => choice.offsetParent);
    if (!typed || document.activeElement !== visible[typed - 1]) typed = "";
    typed += event.key;
    if (typed > visible.length) typed = event.key;
    const link = typed === "0" ? document.querySelector(".back a") : visible[typed - 1];
    const mayGoOn = typed !== "0" && typed * 10 <= visible.length;
    if (!mayGoOn) typed = "";
    if (!link) return;
    event.preventDefault();
    if (mayGoOn) link.focus();
    else link.click();
  });
}

/** The link to the language that the browser prefers. */
function preferred(links) {
  for (const wanted of navigator.languages || []) {
    const tag = wanted.toLowerCase();
    const link =
      links.find((link) => link.hreflang.toLowerCase() === tag) ||
      links.find((link) => link.hreflang.toLowerCase().split("-")[0] === tag.split("-")[0]);
    if (link) return link;
  }
}

/** The first page leads on to the reader's language, once in a visit. */
function chooseLanguage() {
  const list = document.querySelector("[data-languages]");
  const link = list && preferred([...list.querySelectorAll("a")]);
  if (!link) return;
  try {
    if (sessionStorage.getItem("waymark-language")) return;
    sessionStorage.setItem("waymark-language", link.hreflang);
  } catch {}
  location.replace(link.href);
}

/** Another language shows the same place, such as the end that a remedy reached, and finds the same. */
function keepPlace() {
  const input = document.querySelector("input[type=search]");
  for (const link of document.querySelectorAll(".languages a, .other-languages a")) {
    const own = link.href;
    const update = () => {
      const address = new URL(own);
      if (location.hash) address.hash = location.hash;
      if (input?.value.trim()) address.searchParams.set("q", input.value.trim());
      link.href = address.href;
    };
    for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, update);
  }
}

/** Digits of any script as ASCII, also from letters that look like them, without what separates them. */
function digits(text) {
  const plain = [...text].map((letter) => {
    if (!/\p{Nd}/u.test(letter)) return letter;
    let zero = letter.codePointAt(0);
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && letter.codePointAt(0) - zero < 9) zero--;
    return letter.codePointAt(0) < 0x80 ? letter : String(letter.codePointAt(0) - zero);
  });
  const code = plain.join("").replace(/[\s\u2010\u2011\u2013#-]/g, "");
  if (!/^(?=(?:.*[0-9]){4})[0-9OoIl]+$/.test(code)) return code;
  return code.replace(/[Oo]/g, "0").replace(/[Il]/g, "1");
}

const quasigroup = [
  "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
  "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
];

/**
 * Whether digits can be a step code, whether one of them is wrong, and whether they are too few or
 * too many (`StepCode`).
 */
function reading(code) {
  const isCode = /^([0-9]{6}|[0-9]{8})$/.test(code);
  const isRight = isCode && [...code].reduce((row, digit) => quasigroup[row][digit], 0) === "0";
  const isOfWrongLength = !isCode && /^[0-9]{4,9}$/.test(code);
  return { isCode, isMistyped: isCode && !isRight, isOfWrongLength };
}

/** What a form says of digits that are no step's. */
function unknownCode(code, words) {
  const { isMistyped, isOfWrongLength } = reading(code);
  return isMistyped ? words.mistyped : isOfWrongLength ? words.length : words.unknown;
}

/** The field for a step code, and the list of codes where there is one. */
function addCodeForm() {
  const form = document.querySelector("[data-code]");
  if (!form) return;
  form.hidden = false;
  const input = form.querySelector("input");
  const list = document.querySelector(".codes-list");
  const asked = new URLSearchParams(location.search);
  const locale = form.dataset.locale || asked.get("locale") || "";

  const tellUnknown = (code) => {
    input.value = code;
    document.getElementById("code-status").textContent = unknownCode(code, form.dataset);
  };

  /** Leads to the page with all codes that begin so, where there is one. */
  const go = (code) => {
    const begins = [...document.querySelectorAll(".letters a")].map((link) => link.textContent);
    if (!reading(code).isCode || (!list && !begins.includes(code.slice(0, 2)))) return tellUnknown(code);
    const isHere = list && location.pathname.endsWith(`/${code.slice(0, 2)}.html`);
    if (isHere) location.hash = code;
    else if (list) location.assign(`index.html?locale=${locale}&code=${code}`);
    else location.assign(`${form.dataset.code}${code.slice(0, 2)}.html?locale=${locale}#${code}`);
  };

  /** Goes to the step in the reader's language; to their own page when no step has the code. */
  const open = () => {
    const code = location.hash.slice(1);
    if (!list || !code) return;
    const row = document.getElementById(code);
    const links = row ? [...row.querySelectorAll("a")] : [];
    const own = links.length === 1 ? links[0] : links.find((link) => link.hreflang === locale);
    const link = own || preferred(links);
    list.hidden = !row;
    if (link) location.replace(link.href);
    else if (row) return;
    else if (locale) location.replace(`../${locale.toLowerCase()}/-/code.html?unknown=${code}`);
    else tellUnknown(code);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(digits(input.value));
  });
  addEventListener("hashchange", open);
  if (asked.get("unknown")) tellUnknown(digits(asked.get("unknown")));
  else if (asked.get("code")) go(digits(asked.get("code")));
  else open();
}

showPermalink();
addCopyButtons();
addPrintButtons();
nameSolved();
addNumberKeys();
chooseLanguage();
keepPlace();
addCodeForm();
