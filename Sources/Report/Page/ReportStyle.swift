/// The page's style: narrow screens first, light and dark by the reader's system.
///
/// Colours are told apart by at least 4.5 to 1 as text and 3 to 1 as shapes, in both schemes.
let reportStyle: StaticString = """
  :root {
    color-scheme: light dark;
    --paper: #fbfaf7; --card: #ffffff; --ink: #1c2226; --muted: #566067; --line: #dcdfdc;
    --first: #2f6f9f; --second: #0b6e63; --rest: #838b91; --warn: #b4451f; --link: #0a5c8f;
    --mark: #fdeaa0; --good-paper: #e4f3ec; --good: #0a5f45; --attention-paper: #fdf1d3;
    --attention: #7a4d00; --trouble-paper: #fde6e1; --trouble: #99240f; --track: #e9ebe8;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --paper: #14181a; --card: #1c2225; --ink: #e7eaeb; --muted: #a5b0b6; --line: #343c40;
      --first: #6db0de; --second: #4fc4b0; --rest: #7f8a90; --warn: #f08a63; --link: #85c5ee;
      --mark: #5d4c0c; --good-paper: #12332a; --good: #7fdcb8; --attention-paper: #3a2d0e;
      --attention: #f1c66d; --trouble-paper: #431c16; --trouble: #ffab9b; --track: #2a3135;
    }
  }
  * { box-sizing: border-box; }
  html { -webkit-text-size-adjust: 100%; }
  body {
    margin: 0 auto; max-width: 68rem; padding: 1rem; background: var(--paper); color: var(--ink);
    font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif;
    font-variant-numeric: tabular-nums lining-nums; overflow-wrap: anywhere;
  }
  :root:has(#to-vi:checked) .en, :root:has(#to-en:checked) .vi { display: none; }
  h1 { font-size: 1.6rem; line-height: 1.2; margin: 0; letter-spacing: -0.01em; }
  h2 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 0.25rem; }
  h3 { font-size: 0.95rem; line-height: 1.35; margin: 0; }
  p, ul, ol, dl, figure, blockquote { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  a { color: var(--link); text-underline-offset: 0.15em; }
  a:hover { text-decoration-thickness: 2px; }
  :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
  code { font: 0.85em ui-monospace, "DejaVu Sans Mono", monospace; color: var(--muted); }
  section { margin-top: 2.5rem; }
  .muted, .lead, .nothing { color: var(--muted); }
  .lead { max-width: 46rem; margin-bottom: 0.9rem; }
  .muted { font-size: 0.875rem; }
  .nothing { margin-top: 0.5rem; padding: 1rem; border: 1px dashed var(--line);
    border-radius: 0.5rem; }
  .number { text-align: right; white-space: nowrap; }
  .hidden {
    position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
    white-space: nowrap;
  }

  .top {
    display: flex; flex-wrap: wrap; gap: 0.75rem 1.5rem; align-items: flex-start;
    justify-content: space-between;
  }
  .languages { display: flex; gap: 0.25rem; border: 0; margin: 0; padding: 0; font-size: 0.9rem; }
  .languages label {
    display: inline-flex; align-items: center; min-height: 2.25rem; padding: 0 0.75rem;
    border: 1px solid var(--line); border-radius: 99px; cursor: pointer; background: var(--card);
  }
  .languages input { position: absolute; opacity: 0; width: 1px; height: 1px; }
  .languages label:has(:checked) { border-color: var(--ink); font-weight: 600; }
  .languages label:has(:focus-visible) { outline: 2px solid var(--link); outline-offset: 2px; }

  .status {
    margin-top: 1.25rem; padding: 1rem 1.1rem; border-radius: 0.6rem; background: var(--track);
    border-left: 0.35rem solid var(--muted);
  }
  .status h2 { display: flex; gap: 0.6rem; align-items: baseline; margin: 0; }
  .status p { margin-top: 0.35rem; }
  .status.good { background: var(--good-paper); border-color: var(--good); }
  .status.attention { background: var(--attention-paper); border-color: var(--attention); }
  .status.trouble { background: var(--trouble-paper); border-color: var(--trouble); }
  .status.good .sign, .mood.good { color: var(--good); }
  .status.attention .sign, .mood.attention { color: var(--attention); }
  .status.trouble .sign, .mood.trouble, .note.trouble > p { color: var(--trouble); }
  .sign { font-weight: 700; }
  .mood .sign { display: inline-block; width: 1.1em; }
  .mood { white-space: nowrap; }
  .warnings, .notes { margin-top: 0.6rem; display: grid; gap: 0.3rem; font-size: 0.9rem; }
  .warnings li, .notes li { padding-left: 1.2rem; text-indent: -1.2rem; }
  .warnings li::before { content: "! "; display: inline-block; width: 1.2rem; text-indent: 0;
    font-weight: 700; }
  .notes li::before { content: "– "; display: inline-block; width: 1.2rem; text-indent: 0; }

  .tiles {
    display: flex; flex-wrap: wrap; gap: 1px; margin-top: 1.25rem; overflow: hidden;
    border-radius: 0.6rem; background: var(--line);
    border: 1px solid var(--line);
  }
  .tiles > div { flex: 1 1 9.2rem; background: var(--card); padding: 0.8rem 1rem; }
  .tiles dt { font-size: 0.875rem; color: var(--muted); }
  .tiles dd { margin: 0; }
  .tiles strong { display: block; font-size: 1.6rem; line-height: 1.25; letter-spacing: -0.01em; }
  .status .age { font-weight: 600; }
  .tiles small { color: var(--muted); font-size: 0.8125rem; }

  .cards { display: grid; gap: 0.75rem; }
  .cards > li {
    display: flex; flex-direction: column; gap: 0.6rem; min-width: 0; padding: 1rem 1.1rem;
    background: var(--card); border: 1px solid var(--line); border-radius: 0.6rem;
    break-inside: avoid;
  }
  .cards + .muted, .levels + .muted { margin-top: 0.75rem; }
  mark {
    background: var(--mark); color: inherit; font-weight: 650; padding: 0.08em 0.2em;
    border-radius: 0.2em; box-decoration-break: clone; -webkit-box-decoration-break: clone;
  }
  .meaning { display: flex; flex-wrap: wrap; gap: 0.2rem 1.25rem; font-size: 0.875rem; }
  .meaning div { display: flex; gap: 0.4rem; min-width: 0; }
  .meaning dt { color: var(--muted); white-space: nowrap; }
  .meaning dd { margin: 0; min-width: 0; }
  .source { margin-top: auto; font-size: 0.875rem; }
  .source > * { display: block; }
  .reckoning { font-size: 1.05rem; font-weight: 600; }
  .rule {
    margin-right: 0.6rem; padding: 0.1rem 0.5rem; border-radius: 99px; font-size: 0.8125rem;
    font-weight: 600; background: var(--trouble-paper); color: var(--trouble);
  }
  .totals { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin-bottom: 0.9rem;
    font-size: 0.9rem; }
  .totals b { margin-right: 0.4rem; }

  .contents ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-top: 1rem;
    font-size: 0.9rem; }
  .contents a { display: inline-block; min-height: 1.75rem; }

  .panels { display: grid; gap: 1.25rem 2rem; margin-top: 0.75rem; }
  figcaption { font-size: 0.9rem; font-weight: 600; }
  figcaption > span + .key { margin-left: 1rem; }
  .swatch {
    display: inline-block; width: 0.75rem; height: 0.75rem; margin-right: 0.35rem;
    border-radius: 0.15rem; vertical-align: -0.05rem;
  }
  .swatch.first { background: var(--first); }
  .swatch.second { background: var(--second); }
  .swatch.rest { background: var(--rest); }
  .plot {
    position: relative; height: 9rem; margin-top: 0.4rem; padding-right: 3.2rem;
  }
  .plot::before, .plot::after {
    content: ""; position: absolute; left: 0; right: 3.2rem; border-top: 1px solid var(--line);
  }
  .plot::before { top: 0; }
  .plot::after { top: 50%; }
  .tick {
    position: absolute; right: 0; width: 2.9rem; font-size: 0.75rem; line-height: 1;
    color: var(--muted);
  }
  .tick.high { top: 0; }
  .tick.half { top: 50%; }
  .bars { display: block; position: relative; z-index: 1; width: 100%; height: 100%; }
  .plot .bars { border-bottom: 1px solid var(--muted); }
  .first { fill: var(--first); }
  .second { fill: var(--second); }
  .rest { fill: var(--rest); }
  .warn { fill: var(--warn); }
  .track { fill: var(--track); }
  .touch { fill: transparent; }
  .touch:hover { fill: var(--ink); fill-opacity: 0.12; }
  .dates {
    display: flex; justify-content: space-between; gap: 0.5rem; margin-top: 0.25rem;
    font-size: 0.75rem; color: var(--muted);
  }
  .panel .dates { padding-right: 3.2rem; }

  .multiples {
    display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr));
  }
  .multiples > li {
    min-width: 0; padding: 0.75rem 0.9rem; background: var(--card); border: 1px solid var(--line);
    border-radius: 0.6rem; break-inside: avoid;
  }
  .spark { display: flex; gap: 0.5rem; align-items: flex-start; height: 2.2rem;
    margin-top: 0.45rem; }
  .spark .bars { flex: 1; min-width: 0; border-bottom: 1px solid var(--line); }
  .spark span { width: 2.6rem; font-size: 0.75rem; line-height: 1; color: var(--muted);
    text-align: right; }
  .histogram { margin-top: 0.5rem; }
  .histogram .bars { height: 3.5rem; border-bottom: 1px solid var(--line); }

  .levels { display: grid; gap: 0.9rem 2rem; }
  .level { display: flex; flex-wrap: wrap; gap: 0 1rem; justify-content: space-between; }
  .level > :first-child { min-width: 0; }
  .level .number { margin-left: auto; }
  .lying { display: block; width: 100%; height: 0.5rem; border-radius: 0.25rem;
    margin: 0.2rem 0; }

  details { margin-top: 0.9rem; }
  summary { cursor: pointer; color: var(--link); font-size: 0.9rem; min-height: 1.75rem; }
  .scroll {
    position: relative; max-width: 100%; max-height: 30rem; margin-top: 0.4rem; overflow: auto;
    border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card);
  }
  table { overflow-wrap: normal; border-collapse: collapse; width: 100%; font-size: 0.875rem; }
  caption { height: 0; padding: 0; }
  th, td { padding: 0.4rem 0.75rem; text-align: left; border-top: 1px solid var(--line); }
  thead th {
    position: sticky; top: 0; border-top: 0; background: var(--card); color: var(--muted);
    font-weight: 600; white-space: nowrap; box-shadow: 0 1px 0 var(--line);
  }
  tbody th { font-weight: 500; white-space: nowrap; }
  th.number, td.number { text-align: right; }

  footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); }
  .note { padding: 0.8rem 1rem; margin-bottom: 1rem; border-radius: 0.5rem;
    background: var(--trouble-paper); }
  .note code { color: inherit; }

  @media (min-width: 48rem) {
    body { padding: 1.75rem 2rem 3rem; }
    h1 { font-size: 2rem; }
    .cards, .panels, .levels { grid-template-columns: 1fr 1fr; }
    .tiles strong { font-size: 1.9rem; }
  }
  @media print {
    :root {
      --paper: #fff; --card: #fff; --ink: #000; --muted: #444; --line: #bbb; --link: #000;
      --first: #2f6f9f; --second: #0b6e63; --rest: #838b91; --warn: #b4451f; --mark: #fdeaa0;
      --good-paper: #fff; --attention-paper: #fff; --trouble-paper: #fff; --track: #eee;
      --good: #0a5f45; --attention: #7a4d00; --trouble: #99240f;
    }
    body { max-width: none; padding: 0; font-size: 10pt; print-color-adjust: exact;
      -webkit-print-color-adjust: exact; }
    section { margin-top: 1.5rem; }
    h2, h3, figcaption { break-after: avoid; }
    .languages, .contents, details:not([open]) { display: none; }
    .scroll { max-height: none; overflow: visible; border: 0; }
    .panel, .multiples > li, .levels > li, tr { break-inside: avoid; }
  }
  """
