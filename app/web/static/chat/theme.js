// Light or dark, before anything is painted: what was chosen on this browser, else what the system says.
(() => {
  "use strict";
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => {
    try {
      return localStorage.getItem("hoidap:theme") ?? "auto";
    } catch {
      return "auto";
    }
  };
  function apply() {
    const theme = chosen();
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    const dark = theme === "dark" || (theme === "auto" && system.matches);
    document.body?.classList.toggle("dark", dark);
  }
  apply();
  system.addEventListener("change", apply);
  document.addEventListener("DOMContentLoaded", apply);
  document.addEventListener("hd-theme", apply);
})();
