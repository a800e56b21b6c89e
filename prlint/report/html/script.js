
"use strict";
(() => {
  const RANK = ["error", "warning", "info", "waived", "known"];
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = document.querySelector(".filters");
  const cards = all(".card");
  const files = all("article").map((article) => ({
    article,
    cards: new Map(all(".card", article).map((card) => [card.dataset.no, card])),
    pieces: all("[data-f], [data-r]", article),
    numbers: all(".text .no", article),
  }));
  let chosen = null;

  const look = (card) => (card.dataset.state === "open" ? card.dataset.severity : card.dataset.state);
  const list = (words) => (words ? words.split(" ") : []);
  const shown = (card) => card && !card.hidden;
  const fileOf = (element) => files.find((file) => file.article.contains(element));

  // A piece of text has the look of the loudest finding on it that is shown.
  function repaint() {
    for (const file of files) {
      for (const piece of file.pieces) {
        const here = list(piece.dataset.f).map((no) => file.cards.get(no)).filter(shown);
        here.sort((a, b) => RANK.indexOf(look(a)) - RANK.indexOf(look(b)));
        if (!piece.dataset.f) continue;
        piece.classList.remove(...RANK);
        piece.classList.toggle("off", here.length === 0);
        if (here.length) {
          piece.classList.add(look(here[0]));
          piece.setAttribute("href", "#" + here[0].id);
          piece.removeAttribute("aria-disabled");
        } else {
          piece.removeAttribute("href");
          piece.setAttribute("aria-disabled", "true");
        }
      }
      for (const number of file.numbers) number.classList.toggle("off", !shown(file.cards.get(number.textContent)));
    }
  }

  function filter() {
    const wanted = (name) => new Set(all(`input[name=${name}]:checked`, form).map((box) => box.value));
    const severities = wanted("severity"), states = wanted("state"), families = wanted("family");
    for (const card of cards) {
      const { severity, state, family } = card.dataset;
      card.hidden = !(families.has(family) && (state === "open" ? severities.has(severity) : states.has(state)));
    }
    const number = cards.filter(shown).length;
    form.querySelector(".shown").textContent = number === cards.length ? "" : `${number} of ${cards.length} shown`;
    if (chosen && chosen.hidden) choose(null);
    repaint();
  }

  // Marks a finding in the list and in the text, and brings both into sight.
  function choose(card, { focus = "card", still = false } = {}) {
    for (const element of all(".on, .near")) {
      element.classList.remove("on", "near");
      element.removeAttribute("aria-current");
    }
    chosen = card;
    if (!card) return;
    card.classList.add("on");
    card.setAttribute("aria-current", "true");
    const file = fileOf(card), no = card.dataset.no;
    const own = file.pieces.filter((piece) => list(piece.dataset.f).includes(no));
    own.forEach((piece) => piece.classList.add("on"));
    file.pieces.filter((piece) => list(piece.dataset.r).includes(no)).forEach((piece) => piece.classList.add("near"));
    const first = own[0];
    if (focus === "text" && first) {
      first.focus({ preventScroll: true });
    } else {
      card.focus({ preventScroll: true });
    }
    // Where list and text stand side by side both can be in sight; where one follows the other only what was asked for.
    const beside = matchMedia("(min-width: 62.01rem)").matches;
    if (first && (beside ? !still : focus === "text")) first.scrollIntoView({ block: beside && focus === "card" ? "center" : "nearest" });
    if (beside) within(card); else if (focus === "card") card.scrollIntoView({ block: "start" });
  }

  // Scrolls the list only, never the page.
  function within(card) {
    const pane = card.closest(".findings"), box = card.getBoundingClientRect(), frame = pane.getBoundingClientRect();
    const bottom = Math.min(frame.bottom, innerHeight);
    if (box.top < frame.top) pane.scrollTop += box.top - frame.top - 8;
    else if (box.bottom > bottom) pane.scrollTop += Math.min(box.bottom - bottom + 8, box.top - frame.top - 8);
  }

  function step(by) {
    const open = cards.filter(shown);
    if (!open.length) return;
    const at = open.indexOf(chosen);
    choose(open[at < 0 ? (by > 0 ? 0 : open.length - 1) : (at + by + open.length) % open.length]);
  }

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const piece = event.target.closest(".release a");
    if (piece) {
      const file = fileOf(piece);
      const here = list(piece.dataset.f).map((no) => file.cards.get(no)).filter(shown);
      if (!here.length) return;
      event.preventDefault();
      choose(here[(here.indexOf(chosen) + 1) % here.length], { still: true }); // a click on the same words again goes on to the next finding
      return;
    }
    const place = event.target.closest(".card .place");
    if (place) {
      event.preventDefault();
      choose(place.closest(".card"), { focus: "text" });
      return;
    }
    const card = event.target.closest(".card");
    if (card && !event.target.closest("a, summary, details") && String(getSelection()) === "") choose(card);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.matches("input:not([type=checkbox]), textarea, select")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "Escape") choose(null);
    else return;
    event.preventDefault();
  });

  const bar = document.querySelector(".bar");
  new ResizeObserver(() => document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`)).observe(bar);

  if (form) {
    form.hidden = false;
    form.addEventListener("change", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    for (const [name, ticked] of [["all", true], ["none", false]]) {
      form.querySelector(`button.${name}`).addEventListener("click", () => {
        all("input[name=family]", form).forEach((box) => { box.checked = ticked; });
        filter();
      });
    }
    filter(); // a browser that reloads a page keeps what was ticked
    document.querySelector(".keys").hidden = false;
  }
})();
