// The words that stand beside numbers in phone cells: labels, connectors, extensions, and the names of other ids.

const list = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Labels of a phone number, folded; they may touch its digits (`Cel70123456`). */
export const PHONE_WORDS: ReadonlySet<string> = list(
  "tel tels telf tlf tele telefono telefonos telfono telefax fono cel cels celu celular celulares movil moviles mov " +
    "fijo casa oficina ofi ofc trabajo wa wsp wsapp whatsapp wapp watsapp whats wassap guasap ws sms fax pbx phone " +
    "phones mobile cell home office work contacto contact numero numeros num no nro nos sv esa t c m p f h w tigo claro " +
    "movistar digicel llamar llamadas recados emergencia emergencias directo linea personal principal y e u or and ext " +
    "telephone number from to",
);

/** What names a number that is no phone number. */
export const ID_WORDS: ReadonlySet<string> = list(
  "dui duis nit nrc nup nie isss afp id pasaporte passport carnet carne cuenta cta tarjeta factura fact recibo placa " +
    "nic ticket pedido orden socio medidor folio caso solicitud tramite codigo cod ref referencia expediente exp poliza contrato credito prestamo pin otp licencia isbn serie imei",
);

/** Words before the digits of an extension; what follows is no part of any number. */
export const EXTENSION =
  /(?:(?:^|[^a-z])(?:extension(?:es)?|extn?s?|xt?|int(?:erno)?|anexos?|anx|opc(?:ion)?|op)|#)[ .:=#-]{0,4}$/;

/** Behind the name of a place that has a number: `apto 52`. */
export const PLACE =
  /(?<![a-z])(?:casa|apto|apt|apartamento|depto|lote|local|block|bloque|piso|nivel|edificio|torre|oficina|ofi|ofc|pasaje|pje|calle|avenida|av|senda|poligono|grado|puesto|cuarto|habitacion|km)[ .#°]{0,3}$/;

/** Behind a number that counts something, is a share, an hour or a day of a month. */
export const UNIT =
  /^ ?(?:%|(?:anos?|years?|dias?|mes(?:es)?|[ap]\.? ?m|h|hrs?|horas?|kms?)(?![a-z])|de (?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic))/;

const SHORT_CODES: ReadonlySet<string> = list("911 913 132 123 555");

/** Digits that may stand by themselves: small numbers, years and short codes. */
export function mayStandAlone(digits: string): boolean {
  return digits.length <= 2 || SHORT_CODES.has(digits) || /^(?:19\d|20[0-4])\d$/.test(digits);
}

/** Between a number and the last digits of its neighbours: `2222-2222 y 23`, `2222-2222, 23`. */
export const LIST_CONNECTOR = /^[ ,;/|&.()°-]*(?:(?:y|o|e|u|or|and|y\/o)[ ,.]*)?(?:#|n|no|tel|pbx|linea)?[ .:(]*$/;

/** Between the first and the last number of a PBX range: `2222-2222 al 25`. */
export const RANGE_CONNECTOR = /^[ ,()]*(?:-{1,3}|\.{2,3}|(?:al?|hasta|to|through|thru)[ .]*(?:el |la )?|y al)[ (+]*$/;
