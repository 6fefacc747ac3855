/// Picks the language that the browser prefers, keeps `lang` in step with the switch, and says
/// where the last run was days ago.
///
/// Without it the page is in Vietnamese, and the switch works all the same.
let reportScript: StaticString = """
  addEventListener("DOMContentLoaded", () => {
    const titles = { vi: "Số liệu trên báo", en: "Figures in the news" };
    const set = (code) => {
      document.documentElement.lang = code;
      document.title = titles[code] + " · solieu";
    };
    const age = document.getElementById("age");
    const days = age && Math.floor((Date.now() - Date.parse(age.dataset.start)) / 864e5);
    if (days >= 2) {
      for (const number of age.querySelectorAll("b")) number.textContent = days;
      age.hidden = false;
    }
    const known = navigator.languages.map((name) => name.slice(0, 2).toLowerCase());
    const code = known.find((name) => name in titles) ?? "en";
    document.getElementById("to-" + code).checked = true;
    set(code);
    for (const input of document.querySelectorAll(".languages input"))
      input.addEventListener("change", () => set(input.id.slice(3)));
  });
  """
