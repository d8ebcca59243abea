// How the report looks: light and dark, from 360 px up, and on one A4 page. Nothing is loaded from anywhere.

const TONES = `--clean:#1a7f4b;--suppressed:#b3261e;--duplicate:#8a5a00;--excluded:#5b4b9a;--foreign:#1f6f8b;--invalid:#626a73;--look:#8a5a00;--stop:#b3261e`;

export const STYLE = `
:root{color-scheme:light dark;--ink:#1b1f24;--dim:#57606a;--paper:#fff;--line:#d0d7de;--soft:#f3f5f7;--warm:#fff6dd;${TONES}}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--dim:#9da7b1;--paper:#12161b;--line:#30363d;--soft:#1b2128;--warm:#2c2410;
--clean:#4cc38a;--suppressed:#ff8a80;--duplicate:#e3b341;--excluded:#b3a5f0;--foreign:#6cc5e0;--invalid:#a3acb5;--look:#e3b341;--stop:#ff8a80}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1rem;background:var(--paper);color:var(--ink);
font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif}
header{border-left:.4rem solid var(--clean);padding-left:.9rem}header.look{border-color:var(--look)}header.stop{border-color:var(--stop)}
h1{font-size:1.75rem;line-height:1.2;margin:.3rem 0}h2{font-size:1.05rem;margin:1.4rem 0 .3rem}
p{margin:.3rem 0}.dim{color:var(--dim)}.until{font-weight:600}
.labels{display:flex;flex-wrap:wrap;gap:.1rem 1.4rem;margin:.2rem 0}.labels div{display:block;padding:0}
.labels dt{display:inline;font-weight:400;color:var(--dim)}.labels dt::after{content:": "}.labels dd{display:inline;font-weight:600}
.notices{list-style:none;columns:auto;padding:.5rem .8rem;margin:.6rem 0 0;background:var(--warm);border-radius:.3rem}
.notices li{overflow-wrap:anywhere}.notices li+li{margin-top:.3rem}
.notices li::before{content:"⚠\\fe0e  ";color:var(--look);font-weight:700}
table{width:100%;border-collapse:collapse;font-size:.93rem;table-layout:fixed}
.bars col:nth-child(1){width:25%}.bars col:nth-child(2){width:12%}.bars col:nth-child(3){width:9%}
.lists col:nth-child(1){width:64%}.lists col:nth-child(2){width:15%}
.three col:nth-child(1){width:57%}.three col:nth-child(2){width:20%}
.four col:nth-child(1){width:34%}.four col:nth-child(2){width:20%}.four col:nth-child(3){width:23%}
.files col:nth-child(1){width:27%}.files col:nth-child(2){width:15%}
th,td{text-align:left;vertical-align:top;padding:.28rem .7rem .28rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th:last-child,td:last-child{padding-right:0}th{font-weight:600}td.n,th.n{text-align:right;overflow-wrap:normal;font-variant-numeric:tabular-nums}
.drawn{vertical-align:middle}.drawn svg{display:block;width:100%;height:1.1rem}.whole{white-space:nowrap}
rect.whole{fill:var(--soft)}rect.part{fill:var(--tone)}
.clean{--tone:var(--clean)}.suppressed{--tone:var(--suppressed)}.duplicate{--tone:var(--duplicate)}
.excluded{--tone:var(--excluded)}.foreign{--tone:var(--foreign)}.invalid{--tone:var(--invalid)}.read{--tone:var(--dim)}
tr.clean td,tr.clean th{font-weight:700}tr.clean small{font-weight:400}
small{display:block;color:var(--dim);font-size:.87em;font-weight:400}small.note{color:var(--look)}
small.note::before{content:"⚠\\fe0e  "}
code{font:.85em/1.35 ui-monospace,"SFMono-Regular",Menlo,"Liberation Mono",monospace;overflow-wrap:anywhere}
pre{background:var(--soft);padding:.5rem .7rem;margin:.4rem 0;white-space:pre-wrap}
dl{margin:.3rem 0}dl div{display:grid;grid-template-columns:12rem 1fr;gap:0 1rem;padding:.15rem 0}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
ul{margin:.3rem 0;padding-left:1.2rem;columns:2 19rem;column-gap:2rem}li{break-inside:avoid}footer{margin-top:1.4rem;font-size:.8rem;color:var(--dim)}
@media (max-width:34rem){h1{font-size:1.45rem}dl div{grid-template-columns:1fr;padding:.25rem 0}table{font-size:.85rem}th,td{padding-right:.5rem}
.bars col:nth-child(1){width:36%}.bars col:nth-child(2){width:25%}.bars col:nth-child(3){width:16%}
.lists col:nth-child(1){width:52%}.lists col:nth-child(2){width:22%}.three col:nth-child(1){width:48%}.three col:nth-child(2){width:24%}.four col:nth-child(1){width:23%}.four col:nth-child(2){width:27%}.four col:nth-child(3){width:25%}
.files col:nth-child(1){width:34%}.files col:nth-child(2){width:25%}}
@media print{@page{size:A4;margin:9mm 12mm}:root{--ink:#000;--dim:#444;--paper:#fff;--line:#bbb;--soft:#f0f0f0;--warm:#fff6dd;${TONES}}
body{max-width:none;padding:0;font-size:9.2pt;line-height:1.18}h1{font-size:15.5pt}h2{font-size:10.5pt;margin:.36rem 0 0}p{margin:.1rem 0}
table{font-size:9pt}th,td{padding:.06rem .6rem .06rem 0}.drawn svg{height:.7rem}code{font-size:7.2pt;line-height:1.15}pre{padding:.1rem .5rem;margin:.1rem 0}
.notices{padding:.2rem .6rem;margin:.3rem 0 0;border:1px solid var(--look)}.notices li+li{margin-top:.1rem}
.bars col:nth-child(1){width:42%}.three col:nth-child(1){width:64%}.three col:nth-child(2){width:18%}.lists col:nth-child(1){width:73%}.lists col:nth-child(2){width:11%}.files col:nth-child(1){width:36%}.files col:nth-child(2){width:11%}
dl{margin:0}dl div{grid-template-columns:42mm 1fr;padding:0}ul{columns:2;margin:.1rem 0;padding-left:1rem}
small{font-size:8.1pt}.four small,h2 small,.bars small,.files th small,li small{display:inline;margin-left:.5em}.files td small{display:none}footer{margin-top:.25rem;font-size:7.5pt}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}tr,li,dl div{break-inside:avoid}}
`;
