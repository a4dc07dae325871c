/// The look of a printed report: dark on white, told apart by form and not by colour, A4.
enum ReportStyle {
  static let css = """
    @page { size: A4; margin: 12mm; }
    * { box-sizing: border-box; }
    html { background: #fff; color: #111; }
    body { margin: 0 auto; max-width: 186mm; padding: 4mm; color-scheme: light;
      font: 9.5pt/1.35 "DejaVu Sans", "Noto Sans", "Noto Sans CJK SC", "WenQuanYi Zen Hei", Arial, sans-serif; }
    table { border-collapse: collapse; }
    table.page { width: 100%; table-layout: fixed; break-after: page; margin-bottom: 10mm; }
    table.page:last-of-type { break-after: auto; margin-bottom: 0; }
    table.page > thead > tr > td, table.page > tbody > tr > td { padding: 0; }
    p.running { margin: 0 0 2mm; padding-bottom: 1mm; border-bottom: 1.5pt solid #111; font-weight: bold; }
    h1 { font-size: 14pt; margin: 0 0 1mm; }
    h2 { font-size: 10.5pt; margin: 3mm 0 1mm; border-bottom: 0.5pt solid #777; break-after: avoid; }
    p { margin: 0 0 1mm; }
    dl { display: grid; grid-template-columns: 34mm 1fr; gap: 0.3mm 2mm; margin: 0 0 1.5mm; }
    dt { font-weight: bold; }
    dd { margin: 0; }
    dd, td, li, p { overflow-wrap: anywhere; unicode-bidi: isolate; }
    dl.head { font-size: 8pt; color: #333; }
    ul { margin: 0 0 1.5mm; padding-left: 5mm; }
    .note { font-size: 8pt; color: #333; }
    table.data { width: 100%; margin: 0 0 1mm; }
    table.data th, table.data td { text-align: left; vertical-align: top; padding: 0.4mm 1.5mm 0.4mm 0; border-bottom: 0.25pt solid #aaa; }
    .short { white-space: nowrap; }
    table.data thead { display: table-header-group; }
    table.data tr, figure { break-inside: avoid; }
    figure { margin: 0 0 2mm; }
    figcaption { font-weight: bold; font-size: 8.5pt; }
    svg { display: block; width: 100%; height: auto; }
    svg text { font: 9px "DejaVu Sans", "Noto Sans", Arial, sans-serif; fill: #111; }
    p.blank { display: flex; margin: 2.2mm 0 0; }
    p.blank::after { content: ""; flex: 1; border-bottom: 0.5pt solid #111; margin-left: 2mm; }
    table.sheet { font-size: 8.5pt; line-height: 1.28; }
    table.sheet h1 { font-size: 12pt; }
    table.sheet h2 { font-size: 9pt; margin: 1.4mm 0 0.5mm; }
    table.sheet dl, table.sheet ul { margin-bottom: 0.5mm; }
    table.sheet dl.head, table.sheet .note { font-size: 7.5pt; }
    @media print { body { padding: 0; max-width: none; } table.page { margin-bottom: 0; } }
    """
}
