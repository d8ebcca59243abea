// What the name of a column promises: phones, another kind of number, text. What its cells hold is columns.ts's work.

/**
 * `phone`: a phone's name. `perhaps`: one that may also be something else's (`contacto`). `numbering`: `numero`, we know not
 * of what. `mixed`: it also names another thing (`nombre y telefono`). `other`: a number that is no phone. `hash`: no number.
 */
export type ColumnMeaning = "phone" | "perhaps" | "numbering" | "mixed" | "other" | "hash" | "text" | "unknown";

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Say "phone" wherever they stand in a name (`TEL. CASA`, `celular/whatsapp`, `Phone Number`). */
const PHONE_WORDS = list(
  `phone phones phonenumber phonenumbers telefono telefonos telefonico telefonica telephone tel tels telf telfs tlf tlfs tele telef telefs telfx
  telfono tlfn tlfno tlfnos tfn tfno tfnos tlefono telefno telefomo fonos
  celular celulares cel cels celu celfono celphone mobile mobilenumber mobilephone mob mobil mobiles handphone cell cells cellphone msisdn whatsapp wsp wa wapp watsapp whats
  ani wsapp wasap guasap guatsap wassap wsap wpp whatsap whatsp whatssap watsap callerid remitente destinatario sms optedoutnumber fax telefax pbx fono cellular landline homephone workphone`,
);

/** Longer words that hold these are names of phones (`telefonocliente`, `NROTELEFONO`), but not `Telefonista`, `Telefonía`, `Phonetic`, `Smartphone`. */
const PHONE_PART =
  /telefon(?!ist|ia|ea|icamente)|celular|whatsapp|^(?:alt|billing|business|cell|client|contact|customer|home|main|mobile|office|shipping|work)?phone(?!tic)|^mobile(?:phone|number)/;
/** `NUMCEL`, `TELCASA`, `TELREF`. */
const PHONE_COMPOUND =
  /^(?:(?:num|nro|no|n)(?:tel|cel|mov|movil|fono)|(?:tel|cel|mov)(?:casa|cel|mov|movil|tra|trab|trabajo|ofi|oficina|dom|domicilio|res|ref|fijo|part|particular|ppal|principal|pers|personal|emp|empresa|cliente|contacto|num|numero|titular))$/;

/** Mean a phone as the whole name, numbering aside, if the column holds any: `contacto` may be a person's name. */
const PHONE_NAMES = list(
  `contact contacto contactos from casa oficina trabajo home work fijo linea movil moviles movil_personal
  alterno alternativo secundario adicional pager dnis`,
);
/**
 * Words that name phones, with words beside them that leave their meaning: `línea fija`, `movil esposa`, and not `linea
 * de credito`.
 */
const LINES = list("movil moviles linea lineas fijo fijos fija fijas recado recados");
/** Words that name phones behind `numero`, which may also be a customer's: `numero esposa`, `otro numero`. */
const WHOSE = list(
  "otro otra otros otras mas nuevo nueva anterior previo viejo actual correcto ultimo alterno alternativo esposo esposa conyuge madre padre familiar fiador codeudor laboral residencia residencial",
);
/** Mean a phone behind `numero de`: of themselves they may be people or places. */
const PARTIES = list("to destino origen caller called callee calling recipient sender dialed dialled marcado llamar");
const CONTACTS = list("contacto contactos contact contacts emergencia emergency referencia referencias recado recados");
/** People, by what they are to whoever keeps the list: whose phone it is, and alone whose number. */
const PEOPLE = list("socio socia asociado asociada titular cliente client customer");
const NUMBERING = list("numero numeros num number nro");
const FILLERS = list("no n a de del of the el la");

/** Stand beside a phone's word and leave its meaning: the rest of the name is no type, brand or state of the phone. */
const QUALIFIERS = list(
  `casa oficina trabajo personal principal alterno alternativo secundario adicional otro otra contacto contact emergencia
  emergency ref referencia referencias reference referido laboral domicilio residencia residencial particular fijo movil
  home work business other main primary secondary alt number numero num no n nro cliente customer client titular fiador
  codeudor conyuge esposo esposa madre padre familiar socio socia asociado asociada beneficiario responsable encargado empresa company assistant asst
  billing shipping car de del la el al un una y o u e or and a b c sv`,
);
/** Those of them that name another number where no phone's word stands beside them. */
const REFERENCES = list("ref referencia referencias reference");
/** Beside a reference: whoever gave it can be asked about somebody, and called. */
const REFEREES = list("familiar familiares personal personales laboral comercial vecinal vecino amigo amiga pariente");
/** Begin the name of whoever answers for what somebody owes or asked for. Their ids begin otherwise: `DUI responsable`. */
const ANSWERING = list(
  `responsable encargado encargada llamar fiador fiadora codeudor codeudora avalista conyuge esposo esposa madre padre familiar
  beneficiario beneficiaria`,
);
const MATTERS = list(
  `cuenta cta pago abono credito prestamo deuda mora tarjeta card poliza contrato pedido order orden solicitud registro evento
  operacion transaccion transaction`,
);
/** When somebody was contacted is a day, and a program's key is no phone: `fecha contacto`, `ContactKey`. */
const DAYS_AND_KEYS = list("fecha fec fch date hora time timestamp key uuid guid euid uniqueid");
/** Money that a bank stands ready to lend. */
const OF_CREDIT = /\blineas? credito\b/;

/** What a column with such a word holds is no phone, whatever its digits look like. */
const NUMBER_WORDS = list(
  `dui nit nrc nup nie cif ruc rtn dpi cedula id ids sid leid euid uuid guid uniqueid identificacion identidad codigo cod code
  cuenta cta account fecha fec fch date hora time timestamp nacimiento vencimiento birthday dob monto mto amount saldo
  balance importe deuda debt capital interes limite abono pago edad age factura invoice correlativo documento doc
  expediente poliza contrato credito prestamo tarjeta card pin otp placa serie ref referencia reference recibo isss afp
  pasaporte passport carnet zip postal postcode precio price total cantidad qty cuota dias mora count duracion duration
  sha256 sha1 sha512 md5 hash hmac anio year mes lat lon latitud longitud latitude longitude key evidence evidencia event
  evento expires expira vence hasta salario sueldo ingreso hojas registro ip folio ticket orden order pedido operacion transaccion
  transaction solicitud socio asociado medidor nic npe imei iccid lote sku`,
);
/** `CODCLI`, `NUMCTA`, `IDCLIENTE`. */
const NUMBER_COMPOUND =
  /^(?:cod|id|num|nro)(?:cli|cliente|cta|cuenta|dui|nit|prest|prestamo|cred|credito|doc|documento|fact|factura|tarj|tarjeta|contrato|poliza|operacion|solicitud|orden|socio)$/;

/** What a column with such a word holds is text: no phone either, but a number in it is meant as one. */
const TEXT_WORDS = list(
  `status estado canal channel accion action motivo reason email correo mail nombre name apellido direccion address`,
);
/** Words beside a phone's that say something about the phone, and not its number. */
const ABOUT_PHONES = list(
  `type tipo label etiqueta compania operador operadora carrier proveedor plan modelo marca model brand pais country ext
  extension area prefijo prefix verificado verified valido valid validado notas nota notes comentario comments
  observacion observaciones descripcion description consent owner acepta accepts allow permite tiene`,
);

const PLAIN = /^[ -~]*$/;
const UNSEEN = /[\p{M}\p{Cf}]/gu;

/** A header cell without case, accents, invisible characters and surrounding spaces. */
export function foldName(name: string): string {
  // Has neither accents nor invisible characters: the tables that tell them take longer to load than a small list to read.
  if (PLAIN.test(name)) return name.toLowerCase().trim();
  // Twice: to put thousands of accents of one letter in order takes the square of their number.
  return name.replace(UNSEEN, "").normalize("NFKD").replace(UNSEEN, "").toLowerCase().trim();
}

/** Letters of other alphabets that look like these, and what UTF-8 of two bytes became where it was read as Windows-1252. */
const LOOK_ALIKE = "аaеeоoсcрpхxуyіiкkмmтtАAЕEОOСCРPХXУYІIКKМMТTВBНHαaοoΑAΟOΕEΙIΝNΤTΜMΚKΒBΗHΡPΧX";
const MISREAD: Readonly<Record<string, string>> = { "‰": "É", "“": "Ó", š: "Ú", "‘": "Ñ" };

/** What CP850 (Excel's "CSV (MS-DOS)") became there, behind a letter. */
const CP850: Readonly<Record<string, string>> = {
  "\u201a": "é",
  "¡": "í",
  "¢": "ó",
  "£": "ú",
  "¤": "ñ",
  "¥": "Ñ",
  "\u0090": "É",
};
const OF_CP850 = /(?<=\p{L})[\u201a¡¢£¤¥\u0090]/gu;
/** `AUTORIZACIàN`, and `TELéFONO` of whoever found no accent for a capital. */
const SMALL_AMONG_CAPITALS = /(?<=\p{Lu})[à-ÿ](?=\p{Lu})/gu;
/** SQL Server's for a letter that it can't write: `Autorizaci?n`. `¿Acepta llamadas?Si` is a question. */
const LOST_LETTER = /(?<=[a-z])\?(?!(?:s[ií]|no|yes)\b)(?=[a-z])|(?<=[A-Z])\?(?!(?:S[IÍ]|NO|YES)\b)(?=[A-Z])/g;
/** Of yet other encodings, between letters; a dash only in `-ción`, for it may part two words. */
const OTHER_SYMBOL = /(?<=\p{L})[\u0081-\u009f§©®¶†‡•…™\u0152-\u0153\u017d-\u017e](?=\p{L})|(?<=ci)[–—](?=n)/giu;

/** A name without the tags in it, and with letters in the place of what a wrong encoding or a look-alike made of them. */
export function mendedName(name: string): string {
  const untagged = name.replace(/<[^<>]*>|&nbsp;/gi, " ").replace(LOST_LETTER, "");
  if (PLAIN.test(untagged)) return untagged;
  return untagged
    .replace(/Ã([\u0080-\u00bf‰“š‘])/g, (_, c: string) => MISREAD[c] ?? String.fromCharCode(c.charCodeAt(0) + 0x40))
    .replace(OF_CP850, (c) => CP850[c]!)
    .replace(OTHER_SYMBOL, "")
    .replace(SMALL_AMONG_CAPITALS, (c) => c.toUpperCase())
    .replace(/\ufffd/g, "")
    .replace(/[\u0370-\u04ff]/g, (letter) => LOOK_ALIKE[LOOK_ALIKE.indexOf(letter) + 1]!);
}

/** What a header cell promises; its words are split at case changes, digits and punctuation. */
export function meaningOf(name: string): ColumnMeaning {
  const words = wordsOf(name);
  if (/sha_?\d|md_?5|hash|hmac/.test(foldName(name))) return "hash";
  if (PHONE_NAMES.has(words.join("_"))) return "perhaps";
  if (/^caller_id/.test(words.join("_"))) return "perhaps";
  const rest = words.filter((word) => !NUMBERING.has(word) && !FILLERS.has(word));
  const place = rest.filter((word) => !PEOPLE.has(word)).join("_");
  const isNumbered = words.some((word) => NUMBERING.has(word));
  if ((isNumbered && rest.length === 0) || words.join("_") === "contact_id") return "numbering";
  if (PHONE_NAMES.has(place) || (isNumbered && PARTIES.has(rest.join("_")))) return "perhaps";
  if (isNumbered && rest.every((word) => WHOSE.has(word))) return "numbering";
  if (words.some((word) => LINES.has(word)) && words.every((word) => LINES.has(word) || QUALIFIERS.has(word)))
    return "perhaps";
  const all = splitWordsOf(name);
  const isPhone = all.some(isPhoneWord);
  const isOther = all.some((word) => isNumberWord(word) && !(isPhone && (REFERENCES.has(word) || PEOPLE.has(word))));
  const isText = all.some((word) => TEXT_WORDS.has(word) || (isPhone && ABOUT_PHONES.has(word)));
  if (isPhone) return isOther || isText ? "mixed" : "phone";
  if (isOther) return namesSomebody(name, all) ? "mixed" : "other";
  return isText ? "text" : "unknown";
}

/** Whether a name that says another number says a line or somebody to call as well: `Móvil cuenta`, `Responsable de pago`, `Ref. familiar`. */
function namesSomebody(name: string, words: readonly string[]): boolean {
  if (namesLine(name)) return true;
  if (words.some((word) => CONTACTS.has(word) && !REFERENCES.has(word)))
    return !words.some((word) => DAYS_AND_KEYS.has(word));
  const others = words.filter(isNumberWord);
  if (others.every((word) => REFERENCES.has(word)))
    return NUMBERED_REFERENCE.test(foldName(name)) || words.some((word) => REFEREES.has(word));
  const [first] = words.filter((word) => !NUMBERING.has(word) && !FILLERS.has(word));
  return ANSWERING.has(first ?? "") && others.every((word) => MATTERS.has(word));
}

/** Whether a word of a line stands in a name, whatever else it says: `movil_id`, `Móvil (fecha act.)`, and not `línea de crédito`. */
export function namesLine(name: string): boolean {
  const words = wordsOf(name).filter((word) => !NUMBERING.has(word) && !FILLERS.has(word));
  // Behind another word `fijo` says how it is: `sueldo fijo`.
  const isLine = (word: string, at: number) => LINES.has(word) && (at === 0 || !word.startsWith("fij"));
  return words.some(isLine) && !OF_CREDIT.test(words.join(" "));
}

/** `ref1`, `Ref. 2`: of several people, where `ref` alone is a payment's. */
const NUMBERED_REFERENCE = /^ref(?:erencia|erence|s)?[ ._-]{0,3}[1-9]$/;

/** May head a column of phones, and more often name a sender: `CLARO,STOP` is a record and no header. */
const OPERATORS = list("tigo claro movistar digicel telegram viber");

/** Whether it names somebody to call, which may be a person's name or a number: `otro contacto`, `emergencia`. */
export function namesContact(name: string): boolean {
  const words = splitWordsOf(name);
  if (NUMBERED_REFERENCE.test(foldName(name)) || OPERATORS.has(foldName(name))) return true;
  return words.some((word) => CONTACTS.has(word)) && !words.some((word) => isNumberWord(word) && !REFERENCES.has(word));
}

/** Whether a name that says phone also says another number: `fecha de llamada telefonica`, `id_telefono`. */
export function namesOtherNumberToo(name: string): boolean {
  return splitWordsOf(name).some((word) => isNumberWord(word) && !REFERENCES.has(word));
}

/** Whether every word of a phone column's name is about whose phone it is: then even cells without digits deny nothing. */
export function isPlainPhoneName(name: string): boolean {
  return wordsOf(name).every((word) => isPhoneWord(word) || QUALIFIERS.has(word));
}

/** Whether the only name of a list is several names, of a phone and of another thing: its columns were not told apart. */
export function namesSeveralColumns(name: string): boolean {
  const parts = name.split(/[,;|\t:^~]| {3,}/).filter((part) => part.trim() !== "");
  const isPhone = (part: string) => meaningOf(part) === "phone" || meaningOf(part) === "perhaps";
  return parts.length > 1 && parts.some(isPhone) && !parts.every(isPhone);
}

/** The first digits of a phone stand under such a word, also behind `código` or `id`. */
const PARTS = list("area areas prefijo prefix central exchange zona ciudad operador operadora lada");
const CODES = list("codigo cod code id");

/** `codigo de area`, `AreaCode`, `cod_prefijo`: a part of a phone, and nobody's id. */
export function namesPartOfPhone(name: string): boolean {
  const words = splitWordsOf(name);
  return words.some((word) => PARTS.has(word)) && !words.some((word) => isNumberWord(word) && !CODES.has(word));
}

/** Whether a folded word means a phone wherever it stands. */
export function isPhoneWord(word: string): boolean {
  return PHONE_WORDS.has(word) || PHONE_PART.test(word) || PHONE_COMPOUND.test(word);
}

/** Whether a folded word is one of those that name another number, or stand about them: `factura`, `no`, `de`. */
export function namesAnotherNumber(word: string): boolean {
  return isNumberWord(word) || NUMBERING.has(word) || FILLERS.has(word);
}

function isNumberWord(word: string): boolean {
  return NUMBER_WORDS.has(word) || NUMBER_COMPOUND.test(word);
}

/** The words with and without splitting at case changes: `MobilePhone`, and `DUI` beside `dui`. */
function splitWordsOf(name: string): string[] {
  return [...wordsOf(name), ...wordsOf(name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"))];
}

function wordsOf(name: string): string[] {
  return foldName(name)
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
}
