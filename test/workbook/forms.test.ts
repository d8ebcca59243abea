// Sheets in the forms of programs that can't run here, with all that they put around the cells: what is read is the cells.

import { describe, expect, test } from "vitest";
import { bookParts, zipOf } from "../support/workbooks.js";
import { linesOf } from "./support.js";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PARTS = bookParts([{ name: "Clientes", rows: [] }]);
const lines = (sheet: string, strings: string, styles = PARTS["xl/styles.xml"]!) =>
  linesOf(
    zipOf(
      { ...PARTS, "xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": strings, "xl/styles.xml": styles },
      { descriptors: true },
    ),
  );

describe("a sheet is read in the form of", () => {
  test("Excel", async () => {
    const sheet = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r
<worksheet xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{00000000-0001-0000-0000-000000000000}"><sheetPr codeName="Hoja1"><tabColor rgb="FFFF0000"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:D4"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="B4" sqref="B4"/></sheetView></sheetViews><sheetFormatPr baseColWidth="10" defaultColWidth="11.42578125" defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="1" max="1" width="20.7109375" customWidth="1"/><col min="3" max="3" width="12" style="2" bestFit="1" customWidth="1"/></cols><sheetData><row r="1" spans="1:4" ht="15.75" thickBot="1" x14ac:dyDescent="0.3"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c><c r="C1" s="1" t="s"><v>2</v></c><c r="D1" s="1"/></row><row r="2" spans="1:4" x14ac:dyDescent="0.25"><c r="A2" t="s"><v>3</v></c><c r="B2" s="3"><v>50370123456</v></c><c r="C2" s="2"><v>46095</v></c></row><row r="3" spans="1:4" x14ac:dyDescent="0.25"><c r="A3" t="s"><v>4</v></c><c r="B3" t="str"><f>CONCATENATE("7012","-","3457")</f><v>7012-3457</v></c><c r="C3" s="2"><f t="shared" ref="C3:C4" si="0">C2+1</f><v>46096</v></c></row><row r="4" spans="1:4" x14ac:dyDescent="0.25"><c r="A4" s="4" t="s"><v>5</v></c><c r="B4" t="e"><f>VLOOKUP(A4,X:Y,2,0)</f><v>#N/A</v></c><c r="C4" s="2"><f t="shared" si="0"/><v>46097</v></c></row></sheetData><autoFilter ref="A1:D4" xr:uid="{00000000-0001-0000-0000-000000000000}"/><mergeCells count="1"><mergeCell ref="F1:G1"/></mergeCells><phoneticPr fontId="1" type="noConversion"/><conditionalFormatting sqref="B2:B4"><cfRule type="duplicateValues" dxfId="0" priority="1"/></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="D2"><formula1>"sí,no"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A2" r:id="rId9"/></hyperlinks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="iconSet" priority="2"><x14:iconSet><x14:cfvo type="percent"><xm:f>0</xm:f></x14:cfvo></x14:iconSet></x14:cfRule><xm:sqref>C2</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>`;
    const strings = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r
<sst xmlns="${MAIN}" count="6" uniqueCount="6"><si><t>nombre</t></si><si><t>teléfono</t><phoneticPr fontId="1" type="noConversion"/></si><si><t>alta</t></si><si><t xml:space="preserve">Ana </t></si><si><r><rPr><b/><sz val="11"/><color theme="1"/><rFont val="Calibri"/><family val="2"/><scheme val="minor"/></rPr><t xml:space="preserve">Luis </t></r><r><rPr><sz val="11"/></rPr><t>Pérez</t></r></si><si><t>Eva_x000D_
2</t></si></sst>`;
    const styles = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="&quot;+&quot;0"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164"/><xf numFmtId="49"/></cellXfs></styleSheet>`;
    expect(await lines(sheet, strings, styles)).toEqual([
      "nombre,teléfono,alta",
      "Ana ,50370123456,2026-03-14",
      "Luis Pérez,7012-3457,2026-03-15",
      // One cell of two lines, with the line end that Excel takes from a form.
      '"Eva',
      '2",#N/A,2026-03-16',
    ]);
  });

  test("Google Sheets: hundreds of formatted rows without a value, and no dimension", async () => {
    const formatted = Array.from(
      { length: 200 },
      (_, i) => `<row r="${i + 3}"><c r="A${i + 3}" s="1"/><c r="B${i + 3}" s="1"/></row>`,
    );
    const sheet = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${MAIN}" xmlns:mx="http://schemas.microsoft.com/office/mac/excel/2008/main"><sheetPr><outlinePr summaryBelow="0" summaryRight="0"/></sheetPr><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr customHeight="1" defaultColWidth="12.63" defaultRowHeight="15.75"/><sheetData><row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c></row><row r="2"><c r="A2" s="1" t="s"><v>2</v></c><c r="B2" s="2"><v>7.0123456E7</v></c></row>${formatted.join("")}</sheetData><drawing r:id="rId1" xmlns:r="x"/></worksheet>`;
    const strings = `<sst xmlns="${MAIN}" count="3" uniqueCount="3"><si><t>nombre</t></si><si><t>telefono</t></si><si><t>Ana</t></si></sst>`;
    expect(await lines(sheet, strings)).toEqual(["nombre,telefono", "Ana,70123456"]);
  });

  test("POI's streaming writer: texts in their cells, standalone no", async () => {
    const sheet = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<worksheet xmlns="${MAIN}"><dimension ref="A1"/><sheetViews><sheetView workbookViewId="0" tabSelected="true"/></sheetViews><sheetFormatPr defaultRowHeight="15.0"/><sheetData>\n<row r="1">\n<c r="A1" t="inlineStr"><is><t>telefono</t></is></c><c r="B1" t="inlineStr"><is><t>nombre</t></is></c></row>\n<row r="2">\n<c r="A2" t="n"><v>7.0123456E7</v></c><c r="B2" t="inlineStr"><is><t>Ana &amp; Luis</t></is></c></row>\n</sheetData><pageMargins bottom="0.75" footer="0.3" header="0.3" left="0.7" right="0.7" top="0.75"/></worksheet>`;
    expect(await lines(sheet, PARTS["xl/sharedStrings.xml"]!)).toEqual(["telefono,nombre", "70123456,Ana & Luis"]);
  });
});
