// An analyst's desk: a workbook with titles, a CRM's CSV and an exported chat become clean workbooks for the dialler and a page
// for the boss. Every command is one that svscrub proposed before, or that its help names, and each is typed once.

import { expect, test } from "vitest";
import { BUILT, commandIn, Walk } from "../support/walk.js";
import { type BookCell, bookParts, zipOf } from "../support/workbooks.js";
import { linesOf } from "../workbook/support.js";

const day = (serial: number): BookCell => ({ xml: `<c s="1"><v>${serial}</v></c>` });
const CUSTOMERS: BookCell[][] = [
  ["DISTRIBUIDORA EL EJEMPLO, S.A. DE C.V."],
  ["Base de clientes – campaña de diciembre"],
  ["Generado:", day(46_350)],
  [null, null, "Teléfonos"],
  ["Código", "Cliente", "Celular", "Tel. casa", "Saldo", "Última compra"],
  ["00123", "Ana María Peña", 70_123_401, "2222-3401", 125.5, day(46_298)],
  ["00124", "José Hernández", "7012-3402", null, 0, day(46_277)],
  ["00125", "Rosa Mejía", "+503 7012 3403", "2222 3403", 89.99, day(46_235)],
  ["00126", "Luis Ángel Portillo", "7012-3404 / 7012-3405", null, 1250, day(46_233)],
  ["00127", "Marta Alvarenga", "(503) 7012-3406", "2222-3406", 15, day(46_328)],
  ["00128", "Chepe Zelaya", 70_123_407, "no tiene", 300.25, day(46_315)],
  ["00129", "Ana María Peña", "7012 3401", null, 10, day(46_335)],
  ["00130", "Karla Rivas", "pendiente", null, 77, day(46_084)],
];
const MERGED = '<mergeCells count="2"><mergeCell ref="A1:F1"/><mergeCell ref="C4:D4"/></mergeCells>';
const CRM = [
  "Id;Nombre;Apellido;Teléfono móvil;Correo;Última gestión",
  "0001;Sofía;Núñez;50370123410;sofia@example.com;06/11/2026",
  "0002;Raúl;Ibáñez;7012.3411;;07/11/2026",
  '0003;Juan "Chepe";Argueta;7012 3413;;09/11/2026',
  "0004;Inés;Güell;7012-3414;ines@example.com;10/11/2026",
];
const CHAT = `12/11/2026, 08:02 - Los mensajes y las llamadas están cifrados de extremo a extremo.
12/11/2026, 08:02 - Creaste el grupo "Bajas promociones"
12/11/2026, 08:15 - +503 7012 3402: Buenos días, ya no me manden ofertas por favor
12/11/2026, 09:40 - Karina: Llamó doña Rosa, que la quiten del 70123403 y de la casa 2222-3403
13/11/2026, 10:05 - Marvin: Pide baja el 7012-3411, ya van varias veces que le llaman
DUI 01234567-8, debe $125.50
13/11/2026, 14:31 - Karina: <Multimedia omitido>
14/11/2026, 16:20 - +503 7012 3414: STOP
`;
const CHAT_NAME = "Chat de WhatsApp con Bajas.txt";

test("an analyst comes from three files of mess to clean workbooks and a page, with one try each", async () => {
  const walk = new Walk("es", BUILT);
  const { dir } = walk;
  const sheet = { name: "Base diciembre", rows: CUSTOMERS, after: MERGED };
  dir.write("clientes.xlsx", zipOf(bookParts([sheet], { formats: ["dd/mm/yyyy"] })));
  dir.write("crm.csv", Buffer.from(`${CRM.join("\r\n")}\r\n`, "latin1"));
  dir.write(CHAT_NAME, CHAT);

  // What there is to type.
  const usual = walk.type("svscrub -h", 0, "Comandos: scrub, check, inspect", "en Excel si ARCHIVO termina en .xlsx");
  expect(usual).toContain("-s, --suppress");
  const page = /--report (?=ARCHIVO .*\.html)/.exec(walk.type("svscrub --help", 0))![0];

  // The chat is told as a text, and so is how it is used.
  const chat = walk.type(`svscrub inspect '${CHAT_NAME}'`, 0, "leída como texto");
  const optOuts = / -s ('[^']+') /.exec(commandIn(chat))![1]!;

  // Above the header of the workbook stand titles and the name of a group: they are left out, and that is said.
  const columns = walk.type("svscrub inspect clientes.xlsx", 0, "líneas 1, 2, 3, 4", '"Celular"', '"Tel. casa"');
  const customers = `${commandIn(columns).replace("bajas.csv", optOuts)} ${page}jefe.html`;
  walk.type(customers, 0, "limpios    4", "de baja    2", "leída como texto: 5 números en 8 líneas", "jefe.html");
  const written = / -o (\S+\.xlsx)/.exec(customers)![1]!;
  expect(await linesOf(dir.read(written))).toEqual([
    "Código,Cliente,Celular,Tel. casa,Saldo,Última compra",
    "00123,Ana María Peña,+50370123401,+50322223401,125.5,2026-10-03",
    "00126,Luis Ángel Portillo,+50370123404,,1250,2026-07-30",
    "00127,Marta Alvarenga,+50370123406,+50322223406,15,2026-11-02",
    "00128,Chepe Zelaya,+50370123407,no tiene,300.25,2026-10-20",
  ]);
  expect(dir.read("jefe.html").toString()).toMatch(/<html lang="es"/);

  // The CRM's list is a CSV in Windows-1252: what was proposed, as a workbook for the dialler.
  const crm = walk.type("svscrub inspect crm.csv", 0, "windows-1252", "teléfono: por su nombre");
  const leads = commandIn(crm).replace("bajas.csv", optOuts).replace(/csv$/, "xlsx");
  walk.type(`${leads} ${page}crm.html`, 0, "limpios  2", "de baja  2");
  expect(await linesOf(dir.read("crm.clean.xlsx"))).toEqual([
    "Id,Nombre,Apellido,Teléfono móvil,Correo,Última gestión",
    "0001,Sofía,Núñez,+50370123410,sofia@example.com,06/11/2026",
    '0003,"Juan ""Chepe""",Argueta,+50370123413,,09/11/2026',
  ]);

  // Both in one run: they do not fit.
  walk.type(`svscrub crm.csv clientes.xlsx -s ${optOuts} -o todos.xlsx`, 3, "por separado");

  // What was made is proven again.
  walk.type("svscrub verify jefe.audit.json", 0, "verificado");
});
