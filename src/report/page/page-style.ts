/** Ink that survives a grey printer: dark blue for what is well, stripes for what is not, and a word beside each. */
export const PAGE_STYLE = `
@page { size: A4; margin: 11mm 12mm }
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; print-color-adjust: exact; -webkit-print-color-adjust: exact }
body { margin: 0; color: #1b1f24; background: #fff; font: 10pt/1.4 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", SimSun, sans-serif; font-variant-numeric: tabular-nums }
html:lang(en) body, html:lang(en) svg text { font-family: "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif }
main { max-width: 186mm; margin: 0 auto }
header { border-bottom: .5mm solid #1f4e79; padding-bottom: 1.5mm; margin-bottom: 3mm }
header p { margin: 0; color: #4a5560; font-size: 9pt }
h1 { font-size: 17pt; line-height: 1.25; margin: 0 0 1mm; color: #12304d }
h2 { font-size: 10.5pt; margin: 0 0 1.5mm; color: #12304d }
.tiles { display: grid; grid-template-columns: repeat(5, 1fr); gap: 2mm; margin: 0 0 4mm; padding: 0; list-style: none }
.tiles li { border: .25mm solid #9aa7b3; border-top: .9mm solid #1f4e79; border-radius: .8mm; padding: 1.5mm 2mm; break-inside: avoid }
.tiles .bad { border-top-color: #a33d12 }
.tiles span { display: block; font-size: 8.5pt; color: #4a5560 }
.tiles b { display: block; font-size: 16pt; line-height: 1.3; color: #12304d; white-space: nowrap }
.tiles small { display: block; font-size: 7.8pt; line-height: 1.35; color: #4a5560 }
.pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 7mm; margin-bottom: 3mm; break-inside: avoid }
figure { margin: 0 0 3.5mm; break-inside: avoid }
figcaption { font-size: 8.5pt; color: #4a5560; margin-top: 1mm }
svg { display: block; width: 100%; height: auto; overflow: visible }
svg text { font: 10px "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", SimSun, sans-serif; fill: #1b1f24; font-variant-numeric: tabular-nums }
svg .end { text-anchor: end }
svg .middle { text-anchor: middle }
svg .faint { fill: #5b6670 }
svg .strong, svg .name { font-weight: 600 }
svg .onDark { fill: #fff }
svg .bar { fill: #1f5a8a }
svg .striped { fill: url(#stripes); stroke: #a33d12; stroke-width: .8 }
svg .room { fill: #eef1f4 }
svg .weekend { fill: #eef1f4 }
svg .grid { stroke: #c9d1d8; stroke-width: .6 }
svg .empty { fill: #f6f7f9 }
svg .heat0 { fill: #dbe7f1 }
svg .heat1 { fill: #b3cde2 }
svg .heat2 { fill: #84adcf }
svg .heat3 { fill: #3f7bab }
svg .heat4 { fill: #12426b }
.defs { position: absolute; width: 0; height: 0 }
table { border-collapse: collapse; width: 100%; font-size: 9pt }
caption { text-align: left; font-size: 10.5pt; font-weight: 700; color: #12304d; padding: 0 0 1.5mm }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { border-bottom: .2mm solid #c9d1d8; padding: .75mm 1mm; text-align: left; vertical-align: top; overflow-wrap: anywhere }
thead th { border-bottom: .4mm solid #1f4e79; font-weight: 600; color: #12304d }
tbody th { font-weight: 400 }
td.n, th.n { text-align: right; white-space: nowrap }
thead th { white-space: nowrap }
td.now { font-weight: 700 }
td.before { color: #4a5560 }
tfoot th, tfoot td { border-bottom: 0; font-weight: 700 }
section.notes { border-top: .25mm solid #9aa7b3; padding-top: 2mm; font-size: 8pt; color: #4a5560 }
section.notes h2 { font-size: 8.5pt; margin: 0 0 .5mm }
section.notes ul { margin: 0; padding-left: 4mm }
.none { margin: 0; color: #4a5560; font-size: 9pt }
@media screen { body { background: #e9edf1 } main { background: #fff; max-width: 210mm; padding: 11mm 12mm; margin: 6mm auto; box-shadow: 0 0 3mm #0003 } }
@media screen and (max-width: 700px) {
  body { font-size: 15px }
  main { margin: 0; padding: 16px 14px; box-shadow: none }
  h1 { font-size: 22px } h2, caption { font-size: 16px }
  header p, figcaption, .none { font-size: 13px }
  .tiles { grid-template-columns: repeat(2, 1fr); gap: 8px }
  .tiles li { padding: 8px 10px } .tiles li:first-child { grid-column: 1 / -1 }
  .tiles span { font-size: 13px } .tiles b { font-size: 26px } .tiles small { font-size: 12px }
  .pair { display: block; margin: 0 } figure, table { margin-bottom: 22px }
  table { font-size: 13.5px } th, td { padding: 5px 4px }
  section.notes { font-size: 12.5px } section.notes h2 { font-size: 14px }
}
`.trim()

/** Drawn once for all charts; references to it stay within the page. */
export const STRIPES = `<svg class="defs" aria-hidden="true"><defs><pattern id="stripes" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="4" height="4" fill="#fff"/><rect width="1.8" height="4" fill="#a33d12"/></pattern></defs></svg>`
