/* What a report does beyond being read: filters, reasons on hover and focus, both passages of
 * a link at once. Without it everything is there all the same. */
(() => {
  "use strict";
  const form = document.getElementById("filters");
  const count = document.getElementById("count");
  const tip = document.getElementById("tip");
  const dialog = document.getElementById("both");

  const has = (list, value) => !value || (list || "").split(" ").includes(value);

  const apply = () => {
    const f = Object.fromEntries(new FormData(form));
    let shown = 0;
    for (const section of document.querySelectorAll(".pr")) {
      let any = false;
      const fits = has(section.dataset.theme, f.theme) && has(section.dataset.coverage, f.coverage);
      for (const q of section.querySelectorAll(".q")) {
        const on = fits && has(q.dataset.stance, f.stance) && has(q.dataset.status, f.status);
        q.hidden = !on;
        any = any || on;
        shown += on ? 1 : 0;
      }
      section.hidden = !any;
    }
    for (const body of document.querySelectorAll(".mx tbody"))
      body.hidden = !has(body.dataset.theme, f.theme);
    for (const s of document.querySelectorAll(".s[data-theme]"))
      s.classList.toggle("off", !(has(s.dataset.theme, f.theme) && has(s.dataset.stance, f.stance) &&
        has(s.dataset.status, f.status) && (!f.coverage || s.classList.contains(f.coverage))));
    for (const link of document.querySelectorAll(".link"))
      link.hidden = !has(link.dataset.status, f.status);
    count.textContent = count.dataset.text.replace("%u", shown);
  };

  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", event => event.preventDefault());

  const show = element => {
    const box = element.getBoundingClientRect();
    tip.textContent = element.dataset.why;
    tip.hidden = false;
    tip.style.top = `${box.bottom + scrollY + 6}px`;
    tip.style.left = `${Math.max(6, Math.min(box.left, innerWidth - tip.offsetWidth - 18)) + scrollX}px`;
    element.setAttribute("aria-describedby", "tip");
  };
  const hide = element => {
    tip.hidden = true;
    element?.removeAttribute("aria-describedby");
  };
  const why = event => event.target.closest?.("[data-why]");

  for (const s of document.querySelectorAll("[data-why]"))
    s.tabIndex = 0;
  for (const [begin, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    document.addEventListener(begin, event => { if (why(event)) show(why(event)); });
    document.addEventListener(end, event => { if (why(event)) hide(why(event)); });
  }
  document.addEventListener("keydown", event => {
    if (event.key === "Escape")
      hide(document.querySelector("[aria-describedby=tip]"));
  });

  document.addEventListener("click", event => {
    const a = event.target.closest?.('a[href^="#l"]');
    const link = a && /^#l\d+$/.test(a.getAttribute("href")) && document.querySelector(a.getAttribute("href"));
    if (!link || !dialog.showModal)
      return;
    const copy = link.cloneNode(true);
    event.preventDefault();
    copy.removeAttribute("id");
    copy.hidden = false;
    dialog.querySelector("div").replaceChildren(copy);
    dialog.showModal();
  });
  dialog.addEventListener("click", event => {
    if (event.target === dialog || event.target.closest("button, a"))
      dialog.close();
  });
})();
