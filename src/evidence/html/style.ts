// How the report looks: light and dark, from 360 px up, and on one A4 page. Nothing is loaded from anywhere.

export const STYLE = `
:root{color-scheme:light dark;--ink:#1b1f24;--dim:#57606a;--paper:#fff;--line:#d0d7de;--soft:#f3f5f7;
--clean:#1a7f4b;--suppressed:#b3261e;--duplicate:#8a5a00;--excluded:#5b4b9a;--foreign:#1f6f8b;--invalid:#626a73;--list:#b3261e}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--dim:#9da7b1;--paper:#12161b;--line:#30363d;--soft:#1b2128;
--clean:#4cc38a;--suppressed:#ff8a80;--duplicate:#e3b341;--excluded:#b3a5f0;--foreign:#6cc5e0;--invalid:#a3acb5;--list:#ff8a80}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1rem;background:var(--paper);color:var(--ink);
font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif}
h1{font-size:1.6rem;line-height:1.2;margin:.2rem 0}h2{font-size:1.05rem;margin:1.3rem 0 .4rem}
p{margin:.3rem 0}.dim,.note{color:var(--dim)}.until{font-weight:600}
.flows{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:.5rem 2rem;margin-top:1rem}
figure{margin:0}svg{display:block;width:100%;height:auto;max-width:30rem}svg text{font-size:13px;fill:var(--ink)}
svg text.note{font-size:11px;fill:var(--dim)}svg .value{font-weight:700}
svg .ribbon{fill:var(--tone);opacity:.28}svg g .bar{fill:var(--tone)}
.clean{--tone:var(--clean)}.suppressed{--tone:var(--suppressed)}.duplicate{--tone:var(--duplicate)}
.excluded{--tone:var(--excluded)}.foreign{--tone:var(--foreign)}.invalid{--tone:var(--invalid)}.list{--tone:var(--list)}.read{--tone:var(--dim)}
table{width:100%;border-collapse:collapse;font-size:.9rem;table-layout:fixed}
.lists col:nth-child(1){width:37%}.lists col:nth-child(2){width:25%}.lists col:nth-child(3){width:18%}
.files col:nth-child(1){width:28%}.files col:nth-child(2){width:17%}
th,td{text-align:left;vertical-align:top;padding:.25rem .5rem .25rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{font-weight:600}td.n,th.n{text-align:right;overflow-wrap:normal;font-variant-numeric:tabular-nums}
small{display:block;color:var(--dim);font-size:.85em;font-weight:400}
code{font:.85em/1.35 ui-monospace,"SFMono-Regular",Menlo,"Liberation Mono",monospace;overflow-wrap:anywhere}
pre{background:var(--soft);padding:.5rem .7rem;margin:.4rem 0;white-space:pre-wrap}
.whole{white-space:nowrap}
dl{margin:.3rem 0}dl div{display:grid;grid-template-columns:11rem 1fr;gap:0 1rem;padding:.15rem 0}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
ul{margin:.3rem 0;padding-left:1.2rem;columns:2 19rem;column-gap:2rem}li{break-inside:avoid}footer{margin-top:1.2rem;font-size:.8rem;color:var(--dim)}
@media (max-width:34rem){dl div{grid-template-columns:1fr;padding:.25rem 0}table{font-size:.8rem}.lists col:nth-child(1){width:31%}.lists col:nth-child(2){width:24%}.lists col:nth-child(3){width:21%}
.files col:nth-child(1){width:34%}.files col:nth-child(2){width:24%}}
@media print{@page{size:A4;margin:10mm}:root{--ink:#000;--dim:#444;--paper:#fff;--line:#bbb;--soft:#f3f3f3;
--clean:#1a7f4b;--suppressed:#b3261e;--duplicate:#8a5a00;--excluded:#5b4b9a;--foreign:#1f6f8b;--invalid:#626a73;--list:#b3261e}
body{max-width:none;padding:0;font-size:8.2pt;line-height:1.165}h1{font-size:14pt}h2{font-size:9.5pt;margin:.45rem 0 .1rem}p{margin:.15rem 0}
.flows{grid-template-columns:1fr 1fr;margin-top:.3rem}svg{width:60mm;max-width:none}
table{font-size:8pt}th,td{padding:.05rem .5rem .05rem 0}code{font-size:6.6pt;line-height:1}pre{padding:.1rem .5rem;margin:.1rem 0}
.lists col:nth-child(1){width:38%}.lists col:nth-child(2){width:34%}.lists col:nth-child(3){width:11%}.files col:nth-child(1){width:33%}
dl div{grid-template-columns:40mm 1fr;padding:0}ul{columns:3 50mm;column-gap:1rem;margin:.15rem 0;padding-left:1rem}
small{display:inline;margin-left:.5em}footer{margin-top:.4rem;font-size:7pt}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}tr,figure,li,dl div{break-inside:avoid}}
`;
