"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const items = all("#findings li");
  const marks = all("a.m");
  const articles = all("article.file");
  const wide = matchMedia("(min-width: 60rem)");
  let chosen = null;

  document.documentElement.classList.add("js");
  byId("tabs").hidden = false;

  const view = (name) => {
    document.body.dataset.view = name;
    for (const tab of all("#tabs button")) tab.setAttribute("aria-pressed", tab.dataset.to === name);
  };

  // One file is shown at a time, so that many files stay as quick as one.
  const open = (file) => {
    for (const article of articles) article.hidden = article.dataset.file !== file;
    for (const entry of all("#outline details")) {
      const current = entry.dataset.file === file;
      entry.classList.toggle("current", current);
      if (current) entry.open = true;
    }
  };

  const scrollTo = (element, block) => {
    element.scrollIntoView({ block });
    // What was not laid out before may have moved it.
    requestAnimationFrame(() => element.scrollIntoView({ block }));
  };

  const shown = () => items.filter((item) => !item.hidden);

  const choose = (item) => {
    for (const marked of all(".on")) marked.classList.remove("on");
    chosen = item;
    item.classList.add("on");
    open(item.dataset.file);
    const mine = marks.filter((mark) => mark.dataset.f.split(" ").includes(item.dataset.n));
    for (const mark of mine) mark.classList.add("on");
    byId("card-content").innerHTML = item.innerHTML;
    const visible = shown();
    byId("count").textContent = `${visible.indexOf(item) + 1} / ${visible.length}`;
    byId("card").hidden = false;
    return mine[0] || byId(`m${item.dataset.n}`);
  };

  const goToText = (item) => {
    const mark = choose(item);
    view("text");
    if (mark) scrollTo(mark, "center");
    if (wide.matches) item.scrollIntoView({ block: "nearest" });
  };

  const goToList = (item) => {
    view("findings");
    scrollTo(item, wide.matches ? "nearest" : "center");
  };

  const step = (by) => {
    const visible = shown();
    if (!visible.length) return;
    goToText(visible[(visible.indexOf(chosen) + by + visible.length) % visible.length]);
  };

  const explain = (id) => {
    const text = byId(id);
    if (!text) return;
    const dialog = byId("explanation");
    dialog.querySelector("div").innerHTML = text.innerHTML;
    dialog.showModal();
  };

  const filter = () => {
    const severities = new Set(all("#filters input:checked").map((box) => box.value));
    const rule = byId("rule").value;
    const on = new Set();
    for (const item of items) {
      item.hidden = !severities.has(item.dataset.severity) || (rule !== "" && item.dataset.rule !== rule);
      if (!item.hidden) on.add(item.dataset.n);
    }
    for (const mark of marks) mark.classList.toggle("off", !mark.dataset.f.split(" ").some((number) => on.has(number)));
    for (const section of all("#findings section")) {
      section.hidden = !section.querySelector("li:not([hidden]), .note");
    }
    byId("none").hidden = on.size > 0 || !items.length;
    if (chosen && chosen.hidden) byId("card").hidden = true;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a, [data-to]");
    if (!link) return;
    if (link.dataset.to) {
      view(link.dataset.to);
      if (link.dataset.to === "findings" && chosen) scrollTo(chosen, "center");
    } else if (link.matches(".go")) {
      goToText(byId(`f${link.hash.slice(2)}`));
    } else if (link.matches(".why")) {
      explain(decodeURIComponent(link.hash.slice(1)));
    } else if (link.matches(".m")) {
      const here = link.dataset.f.split(" ").map((number) => byId(`f${number}`)).filter((item) => !item.hidden);
      if (!here.length) return event.preventDefault();
      // A place with several findings shows the next of them at each click.
      const item = here[(here.indexOf(chosen) + 1) % here.length];
      choose(item);
      if (wide.matches) goToList(item);
    } else if (link.dataset.file) {
      open(link.dataset.file);
      view("text");
      scrollTo(byId(link.hash.slice(1)), "start");
    } else return;
    event.preventDefault();
  });

  byId("filters").addEventListener("change", filter);
  byId("previous").addEventListener("click", () => step(-1));
  byId("next").addEventListener("click", () => step(1));
  byId("to-list").addEventListener("click", () => chosen && goToList(chosen));
  byId("card-close").addEventListener("click", () => { byId("card").hidden = true; });
  document.addEventListener("keydown", (event) => {
    if (event.target.matches("input, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j" || event.key === "n") step(1);
    if (event.key === "k" || event.key === "p") step(-1);
  });

  const outlines = all("#outline details");
  for (const outline of outlines) outline.open = outlines.length < 4;
  if (articles.length) open(articles[0].dataset.file);
  view(items.length ? "findings" : "text");
  byId("filters").hidden = !items.length;
  filter();  // browsers keep what was ticked when a page is loaded again
})();
