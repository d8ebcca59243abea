// Headers and cells as CRM exports, bank systems, forms and spreadsheets write them, with the right columns by hand.

import { describe, expect, test } from "vitest";
import { PhoneColumns } from "../../src/lists/phone-columns.js";

/** What a column holds, as four cells. */
const CELLS = {
  mobile: ["7012-3456", "7123-4567", "6123-4567", "7890-1234"],
  bare: ["70123456", "61234567", "22223333", "78901234"],
  e164: ["+50370123456", "+50361234567", "+50322223333", "+50378901234"],
  msisdn: ["50370123456", "50361234567", "50322223333", "50378901234"],
  float: ["70123456.0", "61234567.0", "22223333.0", "78901234.0"],
  fixed: ["2222-3333", "2251-8200", "2510-0199", "2231-9200"],
  some: ["", "7012-3456", "", "n/a"],
  nothing: ["n/a", "no tiene", "-", "pendiente"],
  empty: ["", "", "", ""],
  named: ["Ana López 7012-3456", "Luis Paz 7123-4567", "Eva Cruz 6123-4567", "Rosa Gil 7890-1234"],
  dui: ["01234567-8", "02345678-9", "00123456-7", "04567890-1"],
  shortDui: ["6123456-7", "2345678-9", "7123456-0", "2456789-1"],
  nit: ["0614-290190-102-3", "0210-150285-101-4", "0614-010170-001-2", "1217-221199-103-5"],
  date: ["24/11/2026", "25/12/2024", "01/02/2023", "22/12/2024"],
  iso: ["2026-11-24", "2024-12-25 10:30:00", "2023-02-01T08:00:00Z", "2024-12-22"],
  amount: ["125.50", "1,234.56", "0.00", "22345.67"],
  round: ["22345678", "61234567", "70000001", "25000000"],
  ids: ["20000001", "20000005", "21000017", "22000020"],
  ids6: ["60012345", "70012346", "61012347", "25012348"],
  account: ["003701234567", "7123456789", "000123456789", "5601234567"],
  small: ["1", "2", "3", "4"],
  code: ["503", "503", "503", "503"],
  postal: ["1101", "0701", "CP 1116", "2201"],
  lat: ["13.692940", "13.977880", "13.482780", "13.720280"],
  lon: ["-89.218191", "-89.563889", "-88.177500", "-88.936111"],
  expediente: ["2233-2024", "2541-2025", "2660-2023", "2715-2026"],
  flag: ["Sí", "No", "si", "no"],
  bool: ["TRUE", "FALSE", "FALSE", "TRUE"],
  words: ["Ana", "Luis", "Eva", "Rosa"],
  company: ["Tigo", "Claro", "Movistar", "Digicel"],
  type: ["Mobile", "Work", "Home", "Mobile"],
  email: ["ana@example.com", "luis@example.com", "eva@example.com", "rosa@example.com"],
  uuid: ["8f14e45f-ceea", "c9f0f895-fb98", "45c48cce-2e2d", "d3d94468-02a4"],
} as const;
type Kind = keyof typeof CELLS;

function detect(columns: readonly (readonly [name: string, kind: Kind])[], use: "phone-list" | "suppression") {
  const header = columns.map(([name]) => name);
  const rows = [0, 1, 2, 3].map((i) => columns.map(([, kind]) => CELLS[kind][i]!));
  const found = new PhoneColumns(header, rows, use);
  return {
    taken: found.columns.map((column) => header[column]),
    named: found.others.map((column) => header[column]),
  };
}

describe("whole exports", () => {
  /** The phone columns are marked with `*`; `~` is one only in a suppression list, where doubt takes it. */
  const exports: [what: string, columns: string][] = [
    [
      "HubSpot",
      "Record ID:ids First Name:words Email:email *Phone Number:e164 *Mobile Phone Number:mobile *WhatsApp Phone Number:some Contact owner:words Create Date:iso",
    ],
    [
      "HubSpot with a fax",
      "Record ID:ids *Fax Number:fixed *Phone Number:bare Postal Code:postal Annual Revenue:amount",
    ],
    [
      "Salesforce",
      "Id:uuid LastName:words *Phone:fixed *Fax:empty *MobilePhone:mobile *HomePhone:some *OtherPhone:empty *AssistantPhone:empty DoNotCall:bool HasOptedOutOfFax:bool CreatedDate:iso",
    ],
    [
      "a Salesforce report",
      "Contact ID:uuid Account Name:words *Phone:mobile *Mobile:e164 Mailing Zip/Postal Code:postal",
    ],
    [
      "Zoho",
      "Record Id:ids Contact Name:words *Phone:fixed *Mobile:mobile *Home Phone:empty *Asst Phone:some Skype ID:words Twitter:words",
    ],
    [
      "Mailchimp",
      "Email Address:email *Phone Number:e164 Birthday:date MEMBER_RATING:small OPTIN_TIME:iso LATITUDE:lat LONGITUDE:lon LEID:ids6 EUID:uuid TAGS:words",
    ],
    ["Mailchimp's SMS", "Email Address:email *SMS Phone Number:e164 SMS Phone Number Status:words LAST_CHANGED:iso"],
    ["WhatsApp Business", "Name:words *Phone:msisdn Labels:words"],
    ["WATI", "Name:words CountryCode:code *Phone:bare AllowBroadcast:bool AllowSMS:bool"],
    [
      "Google Contacts",
      "First Name:words Phonetic First Name:words E-mail 1 - Value:email Phone 1 - Label:type *Phone 1 - Value:mobile ~Phone 2 - Label:empty *Phone 2 - Value:some",
    ],
    ["Google Contacts of old", "Name:words Phone 1 - Type:type *Phone 1 - Value:e164 Address 1 - Postal Code:postal"],
    [
      "Outlook",
      "First Name:words *Business Fax:empty *Business Phone:fixed *Home Phone:some *Mobile Phone:mobile *Car Phone:empty E-mail Type:words Account:account",
    ],
    [
      "Outlook in Spanish",
      "Nombre:words *Fax del trabajo:fixed *Teléfono del trabajo:fixed *Teléfono particular:some *Teléfono móvil:mobile Código postal:postal",
    ],
    ["a phone's contacts", "Name:words *Home Phone:fixed *mobile:mobile"],
    ["Facebook leads", "id:ids6 created_time:iso ad_id:ids full_name:words *phone_number:e164 platform:words"],
    [
      "Shopify",
      "Customer ID:ids First Name:words Default Address Zip:postal *Default Address Phone:e164 *Phone:e164 Accepts SMS Marketing:flag Total Spent:amount Total Orders:small",
    ],
    ["WooCommerce", "Order ID:ids6 Billing Postcode:postal *Billing Phone:bare *Shipping Phone:some Order Total:round"],
    ["Odoo", "Nombre:words *Teléfono:fixed *Móvil:mobile Referencia interna:ids6"],
    ["SAP", "KUNNR:account NAME1:words *TELF1:bare *TELF2:some *TELFX:empty SMTP_ADDR:email"],
    ["Dynamics", "contactid:uuid *telephone1:fixed *mobilephone:mobile createdon:iso"],
    ["Pipedrive", "Person - ID:ids Person - Name:words *Person - Phone - Work:fixed *Person - Phone - Mobile:mobile"],
    ["Kommo", "ID:ids Nombre:words *Teléfono de la oficina (contacto):fixed *Celular (contacto):mobile"],
    [
      "Klaviyo",
      "Email:email *Phone Number:e164 Phone Number Consent:words Phone Number Consent Timestamp:iso Country:words",
    ],
    ["OneSignal", "external_id:ids6 *phone_number:e164 subscribed:bool"],
    [
      "Vicidial",
      "lead_id:ids entry_date:iso phone_code:code *phone_number:bare *alt_phone:some vendor_lead_code:ids6 called_count:small",
    ],
    ["Twilio messages", "*From:e164 *To:e164 Body:words OptOutType:words DateSent:iso"],
    ["Twilio consent", "*contact_id:e164 correlation_id:uuid status:words date_of_consent:iso"],
    ["a call record", "calldate:iso src:small *dst:bare duration:small uniqueid:account"],
    [
      "a bank's core",
      "CIF:ids6 NOMBRE:words DUI:dui NIT:nit *TEL_CEL:bare *TEL_CASA:fixed *TEL_TRAB:some SALDO_CAPITAL:round FEC_ULT_PAGO:date NUM_PRESTAMO:ids6 DIAS_MORA:small AGENCIA:words",
    ],
    [
      "another bank's core",
      "CODCLI:ids6 NUMCTA:account *NUM_TELEFONO:bare *NUMCEL:empty *TELREF:some MTO_VENCIDO:round FECHA_NAC:date",
    ],
    [
      "a lender's references",
      "Crédito:ids6 *Tel. Ref. 1:mobile *Tel. Ref. 2:empty *Teléfono referencia:some Cuota:amount",
    ],
    [
      "a collector's list",
      "No.:small Cliente:words *Teléfono 1:mobile *Teléfono 2:empty *Teléfono 3:nothing Deuda:round Último pago:date",
    ],
    ["a school's list", "NIE:ids6 Alumno:words *Teléfono del responsable:mobile *Tel. Emergencia:some Grado:small"],
    ["an electricity company's list", "NIC:ids6 Medidor:ids *Celular:bare ~Lectura:round Fecha lectura:date"],
    [
      "a form",
      "Marca temporal:iso Nombre completo:words *¿Cuál es su número de teléfono?:mobile ¿Tiene WhatsApp?:flag",
    ],
    ["a form with both", "Marca temporal:iso *Déjenos su celular o correo:mobile Edad:small"],
    [
      "a shop's list",
      "Cliente:words *celular/whatsapp:mobile Compañía celular:company Modelo de celular:company Plan móvil:words",
    ],
    ["columns without names", ":words ~:ids6 *telefono:mobile"],
    ["an id without a name", "~:ids6 *telefono:bare"],
    ["places", "sucursal:words lat:lat lon:lon *tel:fixed zip:postal"],
    ["a name in one cell with its number", "*Celular:mobile ~Contacto emergencia:named"],
    ["references by name", "*telefono:bare ~referencia personal:named"],
    ["one column of names and numbers", "*Contacto de emergencia:named Ciudad:words"],
    ["letters", "a:words *b:mobile c:date"],
    ["letters over a few ids and numbers", "*a:ids *b:bare c:words"],
    ["a remark with numbers", "*tel:mobile ~comentario:named"],
    ["a case number", "expediente:expediente *telefono:mobile"],
    ["accounts", "cuenta:account *cel:float saldo:round"],
  ];
  const parse = (text: string) =>
    text.split(/(?<=:[a-z0-9]+) /i).map((column) => {
      const [, mark, name, kind] = /^([*~]?)(.*):(\w+)$/.exec(column)!;
      return { mark: mark!, name: name!, kind: kind as Kind };
    });

  test.each(exports)("%s", (_, text) => {
    const columns = parse(text);
    const plain = columns.map(({ name, kind }) => [name, kind] as const);
    const marked = (marks: string) =>
      columns.filter(({ mark }) => mark !== "" && marks.includes(mark)).map(({ name }) => name);
    expect(detect(plain, "phone-list").taken, "in a phone list").toEqual(marked("*"));
    expect(detect(plain, "suppression").taken, "in a suppression list").toEqual(marked("*~"));
  });
});

/**
 * What becomes of a column beside `Nombre` and `Teléfono`: `phone`, taken in both roles; `doubt`, taken of opt-outs, and
 * named in a warning of a phone list; `opt-outs`, taken of opt-outs only; `named`, taken in none, and named in both;
 * `no`, taken in none.
 */
type Verdict = "phone" | "doubt" | "opt-outs" | "named" | "no";

const USES_OTHER_COLUMNS: [name: string, kind: Kind, verdict: Verdict][] = [
  ["TEL_CEL", "bare", "phone"],
  ["TELCEL", "bare", "phone"],
  ["TELCASA", "empty", "phone"],
  ["NUM_TELEFONO", "bare", "phone"],
  ["NUMTEL", "nothing", "phone"],
  ["NRO_CEL", "bare", "phone"],
  ["nrotelefono", "empty", "phone"],
  ["Tel. Ref. 1", "mobile", "phone"],
  ["Tel. Ref. 1", "empty", "phone"],
  ["TEL. CASA", "nothing", "phone"],
  ["Teléfono 2", "nothing", "phone"],
  ["Telefono trabajo", "words", "phone"],
  ["celular fijo", "e164", "phone"],
  ["celular/whatsapp", "some", "phone"],
  ["WhatsApp", "bare", "phone"],
  ["WhatsApp", "flag", "no"],
  ["¿Tiene WhatsApp?", "flag", "no"],
  ["Teléfono validado", "bool", "no"],
  ["Acepta SMS", "flag", "no"],
  ["HasOptedOutOfFax", "bool", "no"],
  ["Móvil", "bare", "phone"],
  ["Móvil personal", "bare", "phone"],
  ["movil_2", "some", "phone"],
  ["Número móvil", "bare", "phone"],
  ["Contact Number", "bare", "phone"],
  ["Número de contacto", "bare", "phone"],
  ["No. de contacto", "bare", "phone"],
  ["contacto", "bare", "phone"],
  ["contacto", "words", "no"],
  ["Contacto emergencia", "mobile", "phone"],
  ["contacto emergencia", "named", "doubt"],
  ["Casa", "fixed", "phone"],
  ["casa", "small", "no"],
  ["Oficina", "bare", "phone"],
  ["Trabajo", "bare", "phone"],
  ["Trabajo", "words", "no"],
  ["Alterno", "bare", "phone"],
  ["Otro teléfono", "empty", "phone"],
  ["Home", "bare", "phone"],
  ["Work", "words", "no"],
  ["Pager", "fixed", "phone"],
  ["Fax", "fixed", "phone"],
  ["PBX", "fixed", "phone"],
  ["MSISDN", "msisdn", "phone"],
  ["ANI", "bare", "phone"],
  ["Caller ID", "e164", "phone"],
  ["Caller ID", "bare", "phone"],
  ["caller_id", "words", "no"],
  ["called_number", "bare", "phone"],
  ["to_number", "bare", "phone"],
  ["numero_destino", "bare", "phone"],
  ["destino", "bare", "doubt"],
  ["destino", "words", "no"],
  ["To", "e164", "phone"],
  ["To", "email", "no"],
  ["recipient", "e164", "phone"],
  ["Número", "bare", "doubt"],
  ["Numero", "small", "no"],
  ["Numero", "ids", "doubt"],
  ["NUM", "e164", "phone"],
  ["#", "small", "no"],
  ["línea", "bare", "phone"],
  ["linea de credito", "ids6", "no"],
  ["teléfono del fiador", "some", "phone"],
  ["Codeudor", "bare", "doubt"],
  ["Codeudor", "words", "no"],
  ["Phone 1 - Label", "type", "no"],
  ["Phone Type", "type", "no"],
  ["Tipo de teléfono", "type", "no"],
  ["Compañía telefónica", "company", "no"],
  ["Operador celular", "company", "no"],
  ["Modelo de celular", "company", "no"],
  ["Phone Extension", "small", "no"],
  ["Ext.", "small", "no"],
  ["Cod. área tel", "code", "no"],
  ["Phone Code", "code", "no"],
  ["Código de teléfono", "ids", "doubt"],
  ["Phone Owner", "words", "no"],
  ["Teléfono verificado", "date", "no"],
  ["Fecha sms", "date", "no"],
  ["DUI", "dui", "no"],
  ["DUI", "shortDui", "no"],
  ["DUI", "ids", "no"],
  ["Documento", "shortDui", "no"],
  ["NIT", "nit", "no"],
  ["identificación", "ids6", "no"],
  ["Cédula", "ids", "no"],
  ["pasaporte", "ids6", "no"],
  ["ID", "ids", "no"],
  ["ID", "e164", "named"],
  ["id_cliente", "ids6", "no"],
  ["Código", "ids", "no"],
  ["codigo_cliente", "bare", "no"],
  ["CIF", "ids6", "no"],
  ["Cuenta", "account", "no"],
  ["Cuenta", "ids6", "no"],
  ["No. de tarjeta", "account", "no"],
  ["Préstamo", "ids6", "no"],
  ["Contrato", "ids", "no"],
  ["Expediente", "expediente", "named"],
  ["Póliza", "ids6", "no"],
  ["Referencia", "ids6", "no"],
  ["Referencia", "mobile", "named"],
  ["Factura", "ids", "no"],
  ["Ticket", "ids6", "no"],
  ["Pedido", "ids", "no"],
  ["Orden", "ids6", "no"],
  ["Socio", "ids6", "no"],
  ["Monto", "amount", "no"],
  ["Monto", "round", "no"],
  ["Saldo", "round", "no"],
  ["Valor", "round", "doubt"],
  ["Deuda", "round", "no"],
  ["Importe", "round", "no"],
  ["Total", "round", "no"],
  ["Salario", "round", "no"],
  ["Límite", "round", "no"],
  ["Fecha", "date", "no"],
  ["Fecha", "iso", "no"],
  ["Nacimiento", "date", "no"],
  ["FEC_NAC", "date", "no"],
  ["Timestamp", "iso", "no"],
  ["Edad", "small", "no"],
  ["CP", "postal", "no"],
  ["Código postal", "postal", "no"],
  ["zip", "ids", "no"],
  ["lat", "lat", "no"],
  ["longitud", "lon", "no"],
  ["Nombre comercial", "words", "no"],
  ["Apodo", "named", "doubt"],
  ["Nombre del contacto", "named", "doubt"],
  ["Dirección", "named", "doubt"],
  ["Correo", "email", "no"],
  ["correo o teléfono", "mobile", "phone"],
  ["nombre y celular", "named", "doubt"],
  ["Comentario", "named", "doubt"],
  ["Nota", "words", "no"],
  ["cliente", "ids", "doubt"],
  ["cliente", "bare", "doubt"],
  ["cliente", "e164", "phone"],
  ["x", "mobile", "phone"],
  ["x", "bare", "doubt"],
  ["x", "float", "doubt"],
  ["x", "ids", "doubt"],
  ["x", "account", "no"],
  ["x", "uuid", "no"],
  ["x", "small", "no"],
  ["x", "date", "no"],
  ["x", "lat", "no"],
  ["x", "empty", "opt-outs"],
  ["x", "expediente", "phone"],
  ["Teléfono SHA256", "ids", "no"],
  ["phone_hash", "e164", "no"],
  ["TelÃ©fono 2", "bare", "phone"],
  ["Tel?fono 3", "bare", "phone"],
  ["Telegram", "words", "no"],
  ["Phonetic Name", "words", "no"],
  ["Smartphone", "company", "no"],
  ["Microphone", "words", "no"],
  ["Teléfono", "empty", "phone"],
];

test.each(USES_OTHER_COLUMNS)("beside a phone column, %j of %s cells: %s", (name, kind, verdict) => {
  const columns = [
    ["Nombre", "words"],
    ["Teléfono", "mobile"],
    [name, kind],
  ] as const;
  const inPhoneList = detect(columns, "phone-list");
  const inSuppression = detect(columns, "suppression");
  expect({
    phoneList: inPhoneList.taken.slice(1),
    warned: inPhoneList.named,
    suppression: inSuppression.taken.slice(1),
    warnedOfSuppression: inSuppression.named,
  }).toEqual({
    phoneList: verdict === "phone" ? [name] : [],
    warned: verdict === "doubt" || verdict === "named" ? [name] : [],
    suppression: verdict === "no" || verdict === "named" ? [] : [name],
    warnedOfSuppression: verdict === "named" ? [name] : [],
  });
});

describe("where no column is named a phone", () => {
  test("one named as another number is named where its cells are spelled as phones, and never taken", () => {
    const take = (kind: Kind, use: "phone-list" | "suppression") => detect([["Código", kind]], use);
    expect(take("mobile", "suppression")).toEqual({ taken: [], named: ["Código"] });
    expect(take("mobile", "phone-list")).toEqual({ taken: [], named: ["Código"] });
    expect(take("bare", "suppression")).toEqual({ taken: [], named: [] });
    expect(take("dui", "suppression")).toEqual({ taken: [], named: [] });
  });
});

describe("of opt-outs, a column that its name calls a phone's", () => {
  const columnsOf = (name: string, cells: readonly string[]) =>
    new PhoneColumns(
      ["Teléfono", name],
      cells.map((cell) => ["7012-3456", cell]),
      "suppression",
    ).columns;

  test("is taken though its first cells are words: later ones may be numbers", () => {
    expect(columnsOf("celular del vecino", ["no sabe", "preguntar"])).toEqual([0, 1]);
  });

  test("is taken for one number, if its name also speaks of other things", () => {
    expect(columnsOf("notas del teléfono", ["no sabe", "preguntar", "ver", "el otro es 7123-4567"])).toEqual([0, 1]);
  });
});

test("a column that its name calls a phone's and its cells do not is named, where it is not taken", () => {
  const rows = [
    ["7012-3456", "no sabe"],
    ["7123-4567", "preguntar"],
  ];
  const found = new PhoneColumns(["Teléfono", "celular del vecino"], rows, "phone-list");
  expect(found).toMatchObject({ columns: [0], others: [1] });
});

test("there are enough situations", () => {
  expect(USES_OTHER_COLUMNS.length).toBeGreaterThan(120);
});
