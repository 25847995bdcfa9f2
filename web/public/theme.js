// Chooses the theme before the first paint, so that nobody is dazzled by a flash of the other one.
(function () {
  var mode = null;
  try {
    mode = localStorage.getItem("marquee.theme");
  } catch {
    // Storage may be forbidden; the system's preference is good enough.
  }
  var dark = mode === "dark" || (mode !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
