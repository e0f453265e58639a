"use strict";
// Sorts and filters the ranking, which is whole and in order without it.
(() => {
  const table = document.getElementById("ranking");
  const controls = document.getElementById("controls");
  if (!table || !controls) return;
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const text = document.getElementById("filter");
  const verdict = document.getElementById("verdict");
  const shown = document.getElementById("shown");

  const filter = () => {
    const wanted = text.value.trim().toLowerCase();
    let n = 0;
    for (const row of rows) {
      row.hidden = (verdict.value !== "" && row.dataset.verdict !== verdict.value) ||
        !row.textContent.toLowerCase().includes(wanted);
      if (!row.hidden) n++;
    }
    shown.textContent = `${n} / ${rows.length}`;
  };

  const value = (row, column) => {
    const cell = row.cells[column];
    const s = cell.dataset.value ?? (cell.querySelector("strong") ?? cell).textContent.trim();
    return s === "" || Number.isNaN(Number(s)) ? s : Number(s);
  };
  const compare = (x, y) => typeof x === "number" && typeof y === "number" ? x - y :
    typeof x === typeof y ? x.localeCompare(y) : typeof x === "number" ? -1 : 1;

  for (const head of table.tHead.rows[0].cells) {
    if (!("sort" in head.dataset)) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const column = head.cellIndex;
      rows.sort((a, b) => (down ? -1 : 1) * compare(value(a, column), value(b, column)));
      body.append(...rows);
    });
  }
  text.addEventListener("input", filter);
  verdict.addEventListener("change", filter);
  controls.hidden = false;
  filter();
})();
