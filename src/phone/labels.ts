// Words that label numbers in phone cells and carry no other meaning: lower case, without accents.

export const PHONE_WORDS: ReadonlySet<string> = new Set(
  (
    "tel tels telf tlf tele telefono telefonos telfono telefax fono cel cels celu celular celulares movil moviles " +
    "mov fijo casa oficina ofi ofc trabajo wa wsp wsapp whatsapp wapp watsapp whats wassap guasap ws sms fax pbx " +
    "phone phones mobile cell home office work contacto contact numero numeros num no nro nos sv esa t c m p f h w " +
    "tigo claro movistar digicel llamar llamadas recados emergencia emergencias directo linea personal principal y e " +
    "u or and ext telephone number from to"
  ).split(" "),
);
