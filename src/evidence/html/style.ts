// The style of the report: light and dark, from 360 px up, and on A4. It loads nothing.

const TONES =
  "--clean:#1a7f4b;--suppressed:#b3261e;--duplicate:#8a5a00;--excluded:#5b4b9a;" +
  "--foreign:#1f6f8b;--invalid:#626a73;--look:#8a5a00;--stop:#b3261e";

export const STYLE = `
:root{color-scheme:light dark;--ink:#1b1f24;--dim:#57606a;--paper:#fff;--line:#d0d7de;--soft:#f3f5f7;--warm:#fff6dd;
${TONES}}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--dim:#9da7b1;--paper:#12161b;--line:#30363d;--soft:#1b2128;
--warm:#2c2410;--clean:#4cc38a;--suppressed:#ff8a80;--duplicate:#e3b341;--excluded:#b3a5f0;--foreign:#6cc5e0;
--invalid:#a3acb5;--look:#e3b341;--stop:#ff8a80}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1rem;background:var(--paper);color:var(--ink);
font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif}
header{border-left:.4rem solid var(--clean);padding-left:.9rem}
header.look{border-color:var(--look)}header.stop{border-color:var(--stop)}
h1{font-size:1.75rem;line-height:1.2;margin:.3rem 0}h2{font-size:1.05rem;margin:1.4rem 0 .3rem}
h2::first-letter,thead th::first-letter{text-transform:uppercase}
p{margin:.3rem 0}.dim{color:var(--dim)}.until{font-weight:600}.whole{white-space:nowrap}
.notices{padding:.5rem .8rem .5rem 1.8rem;margin:.6rem 0 0;background:var(--warm);border-radius:.3rem}
table{width:100%;border-collapse:collapse;font-size:.93rem}
th,td{text-align:left;vertical-align:top;padding:.28rem .7rem .28rem 0;border-bottom:1px solid var(--line)}
tbody th,dd,li,code{overflow-wrap:anywhere}tbody th{min-width:6.5rem}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}td:has(svg){width:45%;vertical-align:middle}
svg{display:block;width:100%;height:1.1rem}rect.all{fill:var(--soft)}rect.part{fill:var(--tone)}
.clean{--tone:var(--clean)}.suppressed{--tone:var(--suppressed)}.duplicate{--tone:var(--duplicate)}
.excluded{--tone:var(--excluded)}.foreign{--tone:var(--foreign)}.invalid{--tone:var(--invalid)}.read{--tone:var(--dim)}
small{display:block;color:var(--dim);font-size:.87em;font-weight:400}small.note{color:var(--look)}
code{font:.85em/1.35 ui-monospace,"SFMono-Regular",Menlo,"Liberation Mono",monospace}
pre{background:var(--soft);padding:.5rem .7rem;margin:.4rem 0;white-space:pre-wrap}
dl{margin:.3rem 0}dl div{display:grid;grid-template-columns:12rem 1fr;gap:0 1rem;padding:.15rem 0}
dt{font-weight:600}dd{margin:0}ul{margin:.3rem 0;padding-left:1.2rem}
footer{margin-top:1.4rem;font-size:.8rem;color:var(--dim)}
@media (max-width:34rem){h1{font-size:1.45rem}dl div{grid-template-columns:1fr;padding:.25rem 0}table{font-size:.85rem}
td:has(svg){width:22%}}
@media print{@page{size:A4;margin:8mm 12mm}
:root{--ink:#000;--dim:#444;--paper:#fff;--line:#bbb;--soft:#f0f0f0;--warm:#fff6dd;${TONES}}
body{max-width:none;padding:0;font-size:9pt;line-height:1.16}h1{font-size:15.5pt}h2{font-size:10.5pt;margin:.36rem 0 0}
p,pre,ul,dl{margin:.1rem 0}table{font-size:9pt}th,td{padding:.06rem .6rem .06rem 0}
svg{height:.7rem}td code{font-size:6.4pt;white-space:nowrap}
.notices{margin:.3rem 0 0;border:1px solid var(--look)}ul.fixes{columns:2}
dl div{grid-template-columns:42mm 1fr;padding:0}
td.n{white-space:nowrap}small{font-size:7.6pt;display:inline;margin-left:.5em}footer{margin-top:.25rem;font-size:7.5pt}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}tr,li,dl div{break-inside:avoid}}
`;
