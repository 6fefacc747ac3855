/// Picks the language that the browser prefers, and keeps `lang` in step with the switch.
///
/// Without it the page is in Vietnamese, and the switch works all the same.
let reportScript: StaticString = """
  addEventListener("DOMContentLoaded", () => {
    const titles = { vi: "Số liệu trên báo", en: "Figures in the news" };
    const set = (code) => {
      document.documentElement.lang = code;
      document.title = titles[code] + " · solieu";
    };
    const known = navigator.languages.map((name) => name.slice(0, 2).toLowerCase());
    const code = known.find((name) => name in titles) ?? "en";
    document.getElementById("to-" + code).checked = true;
    set(code);
    for (const input of document.querySelectorAll(".languages input"))
      input.addEventListener("change", () => set(input.id.slice(3)));
  });
  """
