// Searches the site as a reader types. The index comes in plain scripts, so that it also works on
// pages that were opened from a folder; ranking is `SearchIndex.matches`, step by step.
"use strict";

const longestQuery = 16;
const groupSize = 10;
const mostOfOne = 3;

/** One locale's index, loaded shard by shard. */
class Index {
  constructor(folder) {
    this.folder = folder;
    this.shards = new Map();
  }

  /** Loads a script once; scripts call `waymarkSearch.add` while they run. */
  load(name) {
    if (!this.shards.has(name)) {
      const promise = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = this.folder + name + ".js";
        script.onload = () => {
          resolve(waymarkSearch.last);
          script.remove();
        };
        script.onerror = reject;
        document.head.append(script);
      });
      this.shards.set(name, promise);
    }
    return this.shards.get(name);
  }

  async open() {
    if (this.stopWords) return;
    const [stopWords, names, texts, documents] = await this.load("index");
    const list = (text) => (text ? text.split(" ") : []);
    this.stopWords = list(stopWords);
    this.starts = { n: list(names), t: list(texts), d: list(documents) };
  }

  /** The words of a shard: text, rarity, and numbers of documents and shares. */
  async words(kind, number) {
    const name = kind + number;
    const [text] = await this.load(name);
    this.parsed = this.parsed || new Map();
    if (!this.parsed.has(name)) {
      const words = text.split("\n").slice(0, -1).map((line) => {
        const cut = line.indexOf(" ");
        return { text: line.slice(0, cut), rest: line.slice(cut + 1) };
      });
      this.parsed.set(name, words);
    }
    return this.parsed.get(name);
  }

  /** All words that begin with a text, in order. */
  async beginningWith(kind, token) {
    const starts = this.starts[kind];
    const found = [];
    for (let number = 0; number < starts.length; number++) {
      const next = starts[number + 1];
      if (next !== undefined && !next.startsWith(token) && compare(next, token) <= 0) continue;
      if (compare(starts[number], token) > 0 && !starts[number].startsWith(token)) break;
      for (const word of await this.words(kind, number)) {
        if (word.text.startsWith(token)) found.push(word);
      }
    }
    return found;
  }

  async document(position) {
    const starts = this.starts.d.map((text) => parseInt(text, 36));
    let number = starts.length - 1;
    while (number > 0 && starts[number] > position) number--;
    const [text] = await this.load("d" + number);
    const [address, title, context] = text.split("\n")[position - starts[number]].split("\t");
    return { address, title, context };
  }

  /** The best documents for a query, best first, and how many there are in all. */
  async matches(query, limit) {
    await this.open();
    const seen = new Set(this.stopWords);
    const tokens = split(query).filter((token) => !seen.has(token) && seen.add(token));
    const sums = new Map();
    for (const token of tokens.slice(0, longestQuery)) {
      const found = [await this.fits(token)];
      if (found[0].size === 0) {
        for (const part of await this.parts(token)) found.push(await this.fits(part));
      }
      for (const [document, fit] of found.flatMap((fits) => [...fits])) {
        const sum = sums.get(document) || { score: 0, rarity: 0 };
        sum.score += fit.score;
        sum.rarity += fit.rarity;
        sums.set(document, sum);
      }
    }
    const ranked = [...sums].map(([document, sum]) => ({ document, score: sum.score * sum.rarity }));
    ranked.sort((left, right) => right.score - left.score || left.document - right.document);
    return { best: await this.spread(ranked, limit), count: ranked.length };
  }

  /** The first documents, ten by ten: at most three of one article, while there are others. */
  async spread(ranked, limit) {
    const spread = [];
    let rest = ranked;
    while (spread.length < limit && rest.length > 0) {
      const group = [];
      const left = [];
      const counts = new Map();
      for (const match of rest) {
        const isOpen = group.length < groupSize;
        const { title, context } = isOpen ? await this.document(match.document) : {};
        const count = counts.get(context || title) || 0;
        if (isOpen && count < mostOfOne) {
          counts.set(context || title, count + 1);
          group.push(match);
        } else {
          left.push(match);
        }
      }
      spread.push(...group, ...left.splice(0, groupSize - group.length));
      rest = left;
    }
    return spread.slice(0, limit);
  }

  /** The words that a compound is made of (`SearchIndex.parts`). */
  async parts(token) {
    const letters = [...token];
    if (letters.length < 6 || /[0-9]/.test(token) || isPaired(token)) return [];
    const parts = await this.partsOf(letters);
    if (parts) return parts;
    for (let start = 1; start <= letters.length - 4; start++) {
      const end = letters.slice(start).join("");
      if (await this.holds("n", end)) return [end];
    }
    return [];
  }

  async partsOf(letters, failed = new Set()) {
    if (failed.has(letters.length)) return null;
    failed.add(letters.length);
    for (let cut = letters.length - 3; cut >= 3; cut--) {
      const first = letters.slice(0, cut).join("");
      if (!(await this.isKnown(first))) continue;
      for (const link of links) {
        const rest = letters.slice(cut + link.length);
        if (rest.length < 4 || !letters.slice(cut).join("").startsWith(link)) continue;
        const last = rest.join("");
        const isLast = (await this.isKnown(last)) || (await this.isLonger(rest));
        const known = isLast ? [last] : await this.partsOf(rest, failed);
        if (known) return [first, ...known];
      }
    }
    return null;
  }

  /** Whether a word of a kind is the text. */
  async holds(kind, word) {
    return (await this.beginningWith(kind, word)).some(({ text }) => text === word);
  }

  /** Whether it is a word, or a name begins with it. */
  async isKnown(part) {
    if ((await this.beginningWith("n", part)).length > 0) return true;
    return this.holds("t", part);
  }

  /** Whether it is a longer form of a word. */
  async isLonger(letters) {
    for (const shorter of shorterForms(letters)) {
      if ((await this.holds("n", shorter)) || (await this.holds("t", shorter))) return true;
    }
    return false;
  }

  /** The best word of each document for one token. */
  async fits(token) {
    const best = new Map();
    const take = (word, factor) => {
      const numbers = word.rest.split(" ");
      const rarity = parseInt(numbers[0], 36) * factor;
      let document = 0;
      for (let index = 1; index < numbers.length; index += 2) {
        document += parseInt(numbers[index], 36);
        const score = parseInt(numbers[index + 1], 36) * rarity;
        if (score > (best.get(document)?.score || 0)) best.set(document, { score, rarity });
      }
    };
    const letters = [...token];
    const isCode = /[0-9]/.test(token);
    const mayGrow = !isCode && (letters.length >= 3 || isPaired(token));
    let isWhole = false;
    let isName = false;
    for (const kind of ["n", "t"]) {
      const beginning = await this.beginningWith(kind, token);
      const exact = beginning.find((word) => word.text === token);
      if (exact) take(exact, 4);
      if (kind === "n") isWhole = Boolean(exact);
      if (mayGrow) for (const word of beginning) if (word !== exact) take(word, isWhole ? 1 : 2);
      if (kind === "n") isName = Boolean(exact) || (mayGrow && beginning.length > 0);
      if (isCode) continue;
      for (const shorter of shorterForms(letters)) {
        const words = await this.beginningWith(kind, shorter);
        const word = words.find((word) => word.text === shorter);
        if (word) take(word, 2);
      }
    }
    if (isName || isCode || letters.length < 5 || isPaired(token)) return best;
    const near = await this.beginningWith("n", letters[0]);
    for (const word of near) if (isOneEdit(letters, [...word.text])) take(word, 1);
    if (best.size > 0) return best;
    for (const word of await this.beginningWith("n", "")) {
      if (!word.text.startsWith(letters[0]) && isOneEdit(letters, [...word.text])) take(word, 1);
    }
    return best;
  }
}

/** Compares two texts by their code points. */
function compare(left, right) {
  const [a, b] = [[...left], [...right]];
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    if (a[index] !== b[index]) return a[index].codePointAt(0) - b[index].codePointAt(0);
  }
  return a.length - b.length;
}

/** What German and Dutch put between the parts of a compound. */
const links = ["", "s", "es", "n", "en"];

function shorterForms(letters) {
  return [1, 2]
    .filter((cut) => letters.length > 4 && letters.length - cut >= 4)
    .map((cut) => letters.slice(0, -cut).join(""));
}

function isOneEdit(left, right) {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  const same = (a, b) => a.length === b.length && a.every((letter, index) => letter === b[index]);
  if (long.length > short.length) return same(short.slice(start), long.slice(start + 1));
  if (start >= short.length) return false;
  if (same(short.slice(start + 1), long.slice(start + 1))) return true;
  return (
    start + 1 < short.length &&
    short[start] === long[start + 1] &&
    short[start + 1] === long[start] &&
    same(short.slice(start + 2), long.slice(start + 2))
  );
}

const dropped = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200d]/u;
const ligatures = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i" };

/** Case, accents and width do not count (`Folding.fold`). */
function fold(text) {
  let out = "";
  let narrow = "";
  const flush = () => {
    for (const letter of narrow.normalize("NFD")) {
      if (dropped.test(letter)) continue;
      for (const lower of letter.toLowerCase()) {
        if (!dropped.test(lower)) out += ligatures[lower] || lower;
      }
    }
    narrow = "";
  };
  for (const letter of text) {
    const value = letter.codePointAt(0);
    if (value < 0x2e80) narrow += letter;
    else if (value === 0x3000) narrow += " ";
    else if (value >= 0xff01 && value <= 0xff5e) narrow += String.fromCodePoint(value - 0xfee0);
    else {
      flush();
      out += letter;
    }
  }
  flush();
  return out;
}

const paired =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f\u{20000}-\u{3ffff}]/u;

function isPaired(token) {
  return paired.test([...token][0] || "");
}

const prefixes = ["وال", "بال", "كال", "فال", "لل", "ال"];
const suffixes = ["ها", "نا", "كم", "ات", "ي", "ك", "ه", "ة"];

/** An Arabic word without the article and possessive endings (`ArabicStem`). */
function arabicStem(word) {
  let stem = [...word];
  const prefix = prefixes.find((text) => word.startsWith(text) && stem.length >= text.length + 3);
  if (prefix) stem = stem.slice(prefix.length);
  const suffix = suffixes.find(
    (text) => stem.length >= text.length + 3 && stem.join("").endsWith(text));
  return (suffix ? stem.slice(0, -suffix.length) : stem).join("");
}

/** Splits a text into tokens (`Tokens.split`). */
function split(text) {
  const tokens = [];
  let runs = [""];
  let joints = [];
  let pairs = [];
  const emit = (run) => {
    const stem = /^[\u0600-\u06ff]/.test(run) ? arabicStem(run) : run;
    tokens.push([...stem].slice(0, 32).join(""));
  };
  const endRuns = () => {
    if (runs.length === 1 && !runs[0]) return;
    if (!runs[runs.length - 1]) runs.pop();
    runs.forEach(emit);
    if (runs.length > 1 && /[0-9]/.test(runs.join(""))) {
      emit(runs.map((run, index) => (index ? joints[index - 1] : "") + run).join(""));
    }
    runs = [""];
    joints = [];
  };
  const endPairs = () => {
    if (pairs.length === 1) tokens.push(pairs[0]);
    for (let index = 1; index < pairs.length; index++) tokens.push(pairs[index - 1] + pairs[index]);
    pairs = [];
  };
  for (const letter of fold(text)) {
    const isOpen = runs[runs.length - 1] !== "";
    const isPair = paired.test(letter);
    if (!isPair) endPairs();
    if (isPair) {
      endRuns();
      pairs.push(letter);
    } else if (/[-._]/.test(letter) && isOpen) {
      joints.push(letter);
      runs.push("");
    } else if (/['\u2019]/.test(letter) && isOpen) {
      continue;
    } else if (letter !== "\u30fb" && /[\p{L}\p{M}\p{N}]/u.test(letter)) {
      runs[runs.length - 1] += letter;
    } else {
      endRuns();
    }
  }
  endRuns();
  endPairs();
  return tokens;
}

/** What the scripts of an index call. */
const waymarkSearch = {
  last: [],
  indexes: new Map(),
  add(name, ...parts) {
    this.last = parts;
  },
  index(folder) {
    if (!this.indexes.has(folder)) this.indexes.set(folder, new Index(folder));
    return this.indexes.get(folder);
  },
};
window.waymarkSearch = waymarkSearch;

/** A language's name in the language of the page. */
function languageName(locale) {
  try {
    return new Intl.DisplayNames([document.documentElement.lang], { type: "language" }).of(locale);
  } catch {
    return locale;
  }
}

/** The field, its results below it, and how many there are. */
function addSearch(form) {
  const input = form.querySelector("input[type=search]");
  const [list, status, more, nothing, everywhere, browse] = [
    "results", "search-status", "more-results", "no-results", "all-languages", "browse",
  ].map((id) => document.getElementById(id));
  // The page's own first; where an address is missing, the one that it names.
  const named = location.pathname.split("/");
  const locales = form.dataset.locales.split(" ")
    .sort((one, other) => named.includes(other) - named.includes(one));
  const step = 10;
  let limit = step;
  let turn = 0;
  const folder = (locale) => `${form.dataset.site}${locale}/`;

  const item = ({ address, title, context }, locale) => {
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = folder(locale) + address;
    link.append(title);
    link.lang = locale;
    link.dir = "auto";
    const own = locale === locales[0] ? "" : languageName(locale);
    if (context || own) {
      const where = document.createElement("span");
      where.className = "where";
      where.append([context, own].filter(Boolean).join(" · "));
      link.append(where);
    }
    row.append(link);
    return row;
  };

  const showBrowse = (isShown) => {
    if (!browse) return;
    browse.hidden = !isShown;
    browse.classList.remove("waiting");
  };

  /**
   * What a code's own page calls its step: `null` when no step has it, nothing where pages cannot be
   * read, as in a folder.
   */
  const stepTitle = async (code) => {
    if (!location.protocol.startsWith("http")) return;
    try {
      const response = await fetch(`${form.dataset.site}c/${code.slice(0, 2)}.html`);
      if (response.status === 404) return null;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const links = page.getElementById(code)?.querySelectorAll("a");
      if (!links) return response.ok ? null : undefined;
      const own = [...links].find((link) => link.hreflang.toLowerCase() === locales[0]);
      return own?.firstChild.textContent;
    } catch {}
  };

  /** A step code that was typed as a query leads to the page that opens it. */
  const codeRow = async (query) => {
    const code = digits(query);
    const { isCode, isMistyped } = reading(code);
    if (!isCode || isMistyped) return [];
    const step = await stepTitle(code);
    if (step === null) return [];
    const half = code.length / 2;
    const label = `${form.dataset.codeLabel} ${code.slice(0, half)} ${code.slice(half)}`;
    const [title, context] = step ? [step, label] : [label, ""];
    return [item({ address: `-/code.html?code=${code}`, title, context }, locales[0])];
  };

  /** What to say when nothing is found. */
  const noneFound = (query) => {
    const code = digits(query);
    const { isCode, isOfWrongLength } = reading(code);
    return isCode || isOfWrongLength ? unknownCode(code, form.dataset) : form.dataset.none;
  };

  const find = async () => {
    const own = ++turn;
    const query = input.value.trim();
    const rows = await codeRow(query);
    let count = rows.length;
    const searched = everywhere?.checked ? locales : locales.slice(0, 1);
    try {
      for (const locale of query ? searched : []) {
        const index = waymarkSearch.index(folder(locale) + "-/search/");
        const found = await index.matches(query, locale === locales[0] ? limit : limit / 2);
        count += found.count;
        for (const match of found.best) rows.push(item(await index.document(match.document), locale));
      }
    } catch {
      status.textContent = form.dataset.failed;
      showBrowse(true);
      return;
    }
    if (own !== turn) return;
    list.replaceChildren(...rows);
    const none = query !== "" && rows.length === 0;
    const words = rows.length < count ? form.dataset.part : form.dataset.count;
    const told = words.replace("{n}", rows.length).replace("{total}", count);
    status.textContent = none ? noneFound(query) : query ? told : "";
    more.hidden = rows.length >= count;
    nothing.hidden = !none;
    showBrowse(rows.length === 0);
  };

  const start = () => {
    limit = step;
    return find();
  };
  input.addEventListener("input", start);
  everywhere?.addEventListener("change", start);
  more.addEventListener("click", async () => {
    const shown = list.children.length;
    limit += step;
    await find();
    list.children[shown]?.querySelector("a").focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    start().then(() => list.querySelector("a")?.focus());
  });
  document.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const isHere = at >= 0 || document.activeElement === input;
    if (!isHere || event.isComposing || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    event.preventDefault();
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    (links[next] || (next < 0 ? input : document.activeElement)).focus();
  });
  if (everywhere) everywhere.parentElement.hidden = false;
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) input.value = asked;
  // What is found takes the place of the lists, so that it does not push them down.
  if (asked) browse?.classList.add("waiting");
  if (input.value) start();
}

for (const form of document.querySelectorAll("[data-locales]")) addSearch(form);
