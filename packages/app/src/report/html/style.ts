import { DARK, LIGHT, paletteCss } from './palette.ts';

const TONES: readonly string[] = ['bar', 'warn', 'ask', 'free', 'mute'];

const toneCss = TONES.map(
  (
    tone,
  ) => `.${tone}{color:var(--${tone});background:var(--${tone}-fill);border-color:var(--${tone})}
.lane-${tone}{fill:var(--${tone}-fill);stroke:var(--${tone})}`,
).join('\n');

const screenCss = `
*{box-sizing:border-box}
html{font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;
color:var(--ink);background:var(--page);-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:76rem;padding:1rem 1.25rem 3rem;overflow-wrap:break-word}
bdi{overflow-wrap:anywhere}
.unit{display:inline-block;max-width:100%}
a{color:var(--link)}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{position:static;display:inline-block;padding:.25rem .5rem}
h1{font-size:1.1rem;margin:.5rem 0;font-weight:600;color:var(--soft)}
h2{font-size:1.4rem;line-height:1.25;margin:2.5rem 0 .5rem;padding-top:.75rem;
border-top:2px solid var(--ink)}
h3{font-size:1.1rem;line-height:1.3;margin:1.5rem 0 .25rem}
h4{font-size:1rem;margin:1rem 0 .25rem}
p,ul,ol,dl{margin:.4rem 0}
p,dd,li{max-width:46rem}
.headline{border:2px solid;border-left-width:.75rem;border-radius:.25rem;
padding:.75rem 1rem;margin:.5rem 0 1rem}
.headline p{color:var(--ink);max-width:60rem}
.headline .word{font-size:1.75rem;line-height:1.2;font-weight:700;color:inherit;margin:0 0 .25rem}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem}
dl.facts dt{color:var(--soft)}
dl.facts dd{margin:0;min-width:0;overflow-wrap:anywhere}
nav ol{columns:16rem;padding-left:1.25rem}
.badge{display:inline-block;border:1px solid;border-radius:.25rem;padding:0 .4rem;font-weight:600;
font-size:.9rem;white-space:nowrap}
.rule{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.85rem}
.about,.note,.small{color:var(--soft)}
.small{font-size:.85rem}
.scroll{overflow-x:auto;margin:.5rem 0 1rem}
table{border-collapse:collapse;width:100%;font-size:.92rem}
caption{text-align:left;font-weight:600;padding:.25rem 0}
.cap{display:inline-block;max-width:calc(100vw - 2.5rem)}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line)}
thead th{background:var(--panel);border-bottom:2px solid var(--line);white-space:nowrap}
tbody th{font-weight:400}
tbody th[scope=rowgroup]{background:var(--panel)}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
td p,th p,td ul{margin:0 0 .25rem}
td ul{padding-left:1.1rem}
th.wide,td.wide{min-width:14rem}
th.name,td.name{min-width:9rem}
th.why,td.why{min-width:18rem;width:34%}
.verdict{width:8rem}
.when{width:10rem}
.cite{width:13rem}
.file{width:32rem}
table.fixed{table-layout:fixed}
.fixed .badge{white-space:normal}
.fixed th.name{width:12%}
.fixed th.verdict{width:13%}
.fixed th.when{width:15%}
.fixed th.why{width:32%}
.fixed th.cite{width:17%}
.fixed td,.fixed th{overflow-wrap:anywhere}
td.file,th.file{overflow-wrap:anywhere}
td.cite,.rule{overflow-wrap:anywhere}
th.cite,td.cite{min-width:10rem}
.late{font-weight:700;color:var(--bar)}
.question{font-weight:600;color:var(--ask)}
article{border:1px solid var(--line);border-radius:.25rem;padding:.25rem 1rem .75rem;margin:1rem 0}
ol.chain{list-style:none;padding:0;margin:0;counter-reset:step}
ol.chain>li{max-width:none;counter-increment:step;border-left:3px solid var(--line);
padding-left:1rem;margin:.75rem 0}
ol.chain>li>h4::before{content:counter(step) ". "}
figure{margin:1rem 0}
figcaption{font-weight:600;padding:.25rem 0}
svg{display:block;min-width:44rem;width:100%;height:auto;font:12px system-ui,sans-serif}
svg text{fill:var(--ink);paint-order:stroke;stroke:var(--page);stroke-width:4px}
svg text.inside{stroke:none}
svg .faint{fill:var(--soft)}
svg .strong{font-weight:700}
svg .grid{stroke:var(--line)}
svg .now{stroke:var(--ink);stroke-width:2;stroke-dasharray:4 3}
svg .edge{stroke:var(--ink);stroke-width:2}
footer{margin-top:2.5rem;border-top:1px solid var(--line);padding-top:.5rem}
@media (max-width:40rem){table{min-width:46rem}
dl.facts{grid-template-columns:1fr;gap:0}dl.facts dd{margin-bottom:.4rem}}
`;

const printCss = `
@page{margin:16mm 14mm 18mm;
@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif}}
@media print{
html{font-size:9.5pt}
body{max-width:none;padding:0}
nav,.skip{display:none}
.scroll{overflow:visible}
svg{min-width:0}
table{font-size:.88rem}
thead{display:table-header-group}
tr,figure,.headline,.badge{break-inside:avoid}
h2,h3,h4,caption,figcaption,.about{break-after:avoid}
tbody tr:first-child{break-before:avoid}
article{border:0;border-top:1px solid var(--line);border-radius:0;padding:0 0 .5rem}
th.wide,td.wide,th.name,td.name,th.why,td.why,th.cite,td.cite,table{min-width:0}
.cap{max-width:none}
.verdict{width:15%}
.when{width:15%}
.cite{width:18%}
.file{width:46%}
.badge{white-space:normal}
thead th{white-space:normal}
a{color:inherit;text-decoration:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`;

/** The style of the page: one sheet, nothing loaded. Print is always light. */
export const STYLE: string = [
  `:root{color-scheme:light dark;${paletteCss(LIGHT)}}`,
  `@media screen and (prefers-color-scheme:dark){:root{${paletteCss(DARK)}}}`,
  screenCss.trim(),
  toneCss,
  printCss.trim(),
].join('\n');
