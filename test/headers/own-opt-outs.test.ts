// What the columns of a phone list are called that say who may not be contacted, and what their cells say.

import { describe, expect, test } from "vitest";
import { CHANNEL_WORDS } from "../../src/headers/event-words.js";
import { saysOptOut } from "../../src/headers/opt-out-cells.js";
import { type OptOutColumn, optOutColumnOf } from "../../src/headers/own-opt-outs.js";

const NAMES: Record<OptOutColumn | "none", readonly string[]> = {
  dated: ["unsubscribed_at", "opt_out_date", "fecha_baja", "dnc_date"],
  detail: [
    ...["motivo_baja", "dnc_by", "no contactar por", "dnc_reason", "dnc_source", "opt_out_reason", "motivo no llamar"],
    ...["no llamar por", "usuario no llamar", "motivo de baja", "baja (motivo)"],
  ],
  "codes:1": ["no_llamar (0=no llamar, 1=llamar)", "Permite llamadas (1=Si 2=No)", "acepta llamadas (0: no, 1: sí)"],
  "codes:2": ["Permite llamadas (1=No 2=Si)"],
  "codes:s": ["no_llamar (S=llamar N=no llamar)"],
  "answer-no": [
    ...[
      "Autoriza NO",
      "¿Acepta llamadas? (No)",
      "Acepta llamadas - No",
      "Autoriza_N",
      "acepta llamadas: no (marque X)",
    ],
    ...["¿Acepta que le llamemos del 2222-0000? (No)", "Consentimiento [NO]"],
  ],
  unclear: [],
  "opt-out": [
    ...["No autoriza (marque X)", "No llamar 20261101", "No llamar (Sí)", "No llamar - No", "no acepta llamadas (x)"],
    ...["DoNotCall", "do_not_call", "donotcall", "DNC", "no_contactar", "NOCONTACTAR", "nollamar", "no llamar"],
    ...["NO MOLESTAR", "opt_out", "opted_out", "HasOptedOut", "unsubscribed"],
    ...["baja", "dado de baja", "consentimiento_revocado", "consent_withdrawn", "revoco consentimiento"],
    ...["no llamar ni enviar correo", "SMS Opt Out", "Don't call"],
    ...[
      "no acepta llamadas",
      "no acepta",
      "no acepta publicidad",
      "no autoriza",
      "no autoriza contacto",
      "no suscrito",
    ],
    ...["not subscribed", "not_opted_in", "no consent", "no consiente", "no permite llamadas", "do_not_consent"],
    ...["No dio consentimiento", "NoAceptaLlamadas", "sin consentimiento", "consent not given", "doesn't consent"],
    ...["No Contactar por Teléfono", "no_contactar_por_telefono", "no contactar por celular", "opt out by phone"],
    ...["no contactar por orden judicial", "no contactar por la tarde", "User Opted Out"],
    ...[
      "bloqueado",
      "No Llame",
      "rechaza llamadas",
      "lista robinson",
      "no desea llamadas",
      "no acepta, rechaza llamadas",
    ],
    ...[
      "ARCO oposición",
      "Oposición ARCO",
      "No contactable",
      "no autorización",
      "sin permiso",
      "no se puede contactar",
      "cannot call",
      "prohibido llamar",
    ],
    ...["sin publicidad", "no marketing", "do_not_market", "no volver a llamar", "excluido", "sms not allowed"],
    ...["Pidió baja", "en lista de bajas", "No acepto llamadas", "No recibir promociones", "No recibir llamadas"],
    ...["Revocado", "Exclusión", "DND", "NO TOCAR", "No quiere que lo llamen", "No mandar mensajes"],
    ...["No permitir contacto", "no_contact", "NoContact", "STOP SMS", "Excluded", "Exclude from campaigns"],
    ...["oposici?n", "Oposici¢n", "No autoriz¢", "Exclusi¢n", "Revoc¢ consentimiento"],
    ...["Quitar de la lista", "Derecho de oposición", "oposici�n", "No<br>llamar", "N\u043e llamar", "No&nbsp;llamar"],
    ...["No acepta llamadas (SI/NO)", "consentimiento no otorgado", "has not consented"],
    ...[
      "¿Desea dejar de recibir llamadas del 2222-0000?",
      "Quiere que dejemos de llamarle",
      "Solicita no ser contactado",
    ],
    ...[
      "Retiró su consentimiento",
      "Unsubscribed?",
      "Do you want to stop receiving calls?",
      "Asked not to be contacted",
    ],
    ...["Eliminar mis datos", "¿Desea darse de baja?", "Se dio de baja", "Baja voluntaria", "Canceló su suscripción"],
    ...["Autorización revocada", "Se opone al tratamiento", "Evitar llamadas", "Suspender envíos", "Bloquear llamadas"],
    ...[
      "¿Prefiere no ser contactado?",
      "Opt me out",
      "Wants out",
      "Salir de la lista",
      "¿Desea que eliminemos sus datos?",
    ],
    ...["tel_baja", "telefono(s) de baja", "telefono dado de baja", "telefonos excluidos", "celular no autorizado"],
    ...["telefono_2_no_usar", "tel. revocado", "telefono anulado", "whatsapp_baja", "numero_baja"],
    ...["No mercadeo", "sin mercadeo", "no campañas", "NO GESTIONAR", "no recordatorios", "vetado", "bloq_llamadas"],
    ...["no_aut_llamadas", "sin mkt", "no encuestas"],
    ...["Declined contact", "Objects to calls", "Ninguna llamada", "No insistir", "Remove from list"],
  ],
  said: [],
  consent: [
    ...["acepta_llamadas", "acepta publicidad", "acepta SMS", "autoriza", "consentimiento", "consent", "opt_in"],
    ...[
      "¿Acepta llamadas? (SI/NO)",
      "consentimiento sí o no",
      "consent to calls, no e-mail",
      "not opted out",
      "no dado de baja",
    ],
    ...["Accepts SMS Marketing", "acepta sms y llamadas", "Acepta WhatsApp/SMS", "Contactable", "autorización"],
    ...["desea recibir llamadas", "acepta correo y sms", "se le puede llamar", "ok to text", "sms_allowed"],
    ...["Acepto recibir publicidad", "Autorizo el uso de mis datos para publicidad", "Recibe SMS"],
    ...["¿Nos autoriza a contactarle por teléfono?", "I agree to be contacted by phone", "May we contact you?"],
    ...["¿Podemos llamarle?", "Can we call you?", "Okay to contact", "Llamar", "Contactar", "Recibir llamadas"],
    ...["Recibir SMS", "Receive SMS", "SMS Marketing", "Apto para contacto", "Autoriza contacto por", "aceptasms"],
    ...[
      "¨Autorizaci¢n?",
      "Autorizaci?n",
      "AUTORIZACI?N",
      "Aceptaci?n de llamadas",
      "AUTORIZACI\u00e0N",
      "Autorizaci—n",
    ],
    ...["AutorizaciÃ³n", "Autorizaci�n", "AUTORIZACIÃ“N", "¿Acepta llamadas o no?", "SMS & Email Marketing"],
    ...["Would like to be contacted", "¿Le gustaría que le llamáramos?", "Está de acuerdo en ser contactado"],
    ...["Marketing permission", "Authorized to call", "Llamable", "Interested in receiving SMS", "Suscripción SMS"],
    ...["Aceptación de llamadas", "Autorización datos personales", "Conforme con llamadas", "Willing to be contacted"],
    ...["Autorizo a Tienda Azul a contactarme", "¿Desea que le llamen?", "Permiso de contacto"],
    ...["Acepta mercadeo", "acepta_mkt", "acepta telemercadeo", "acepta msj", "acepta mensajería", "Recibir novedades"],
    ...["AUT_LLAMADAS", "perm_sms", "cons_tel", "Acep. publicidad", "Agreed to SMS", "Enviar promociones"],
    ...[
      "Autorizo a la empresa a enviarme información",
      "Recibir comunicaciones comerciales",
      "ind_contactable",
      "callable",
    ],
    "Acepto que mis datos sean usados con fines de mercadeo",
    ...["acepta anuncios", "acepta encuestas"],
    ...[
      "Como cliente acepto recibir llamadas",
      "Que me llamen: acepto llamadas",
      "¿Acepta que le llamemos?",
      "puede llamar",
    ],
    ...["consentimiento informado", "Acepto recibir información sobre productos", "Productos: acepta publicidad"],
    ...["consent not revoked", "no ha revocado consentimiento"],
  ],
  remarks: [
    "estado",
    "Observación",
    "ÚLTIMA OBSERVACIÓN",
    "Ult. comentario del cliente",
    "fecha_consentimiento",
    "No. de consentimiento",
    "tags",
    "detalle",
    ...[
      "¿Cuándo podemos llamarle?",
      "Horario en que podemos contactarle",
      "¿Sobre qué carrera desea recibir información?",
    ],
    ...["Temas sobre los que desea recibir información", "Producto del que desea recibir información"],
    ...[
      "tipo de consentimiento",
      "medio de consentimiento",
      "archivo consentimiento",
      "optin_form",
      "consent timestamp",
    ],
    ...["dnc_checked_at", "fecha verificación DNC", "plan suscrito", "producto suscrito", "servicio suscrito"],
    ...["¿Qué día podemos llamarle?", "When can we call you?", "¿Cómo desea ser contactado?"],
  ],
  none: [
    "HasOptedOutOfEmail",
    "Unsubscribed from all email",
    "acepta correo",
    "planta baja",
    "nombre",
    "acepta_terminos",
    "autorizacion descuento",
    "desea factura",
    ...[
      "Número",
      "No.",
      "Norte",
      "Novedades",
      "Acepta tarjeta",
      "Fecha de contacto",
      "Persona de contacto",
      "Contacto",
    ],
    ...["Forma de contacto", "Último contacto", "Llamadas realizadas", "Cantidad de SMS", "Fecha de alta"],
    ...["No. de cliente", "Recibe correspondencia en", "Recibo", "Recibido", "Autorizado por", "Permiso de trabajo"],
    ...["Puede pagar", "Quiere producto", "Stop loss", "Excluido de IVA", "Exclusiones de póliza", "Llamar a"],
    ...["Acuerdo de pago", "Deja mensaje", "Suscripción", "Teléfono del interesado", "Llamada cancelada", "Eliminado"],
    ...["Aut. descuento", "Num. aut.", "Cons.", "Sin novedades", "No encuesta", "Empresa de mensajería", "Enviar a"],
    ...["Newsletter", "No contactado", "No. de llamadas", "No. WhatsApp", "No contacto", "Sin envío", "Bloque"],
  ],
};

for (const [column, names] of Object.entries(NAMES))
  for (const name of names)
    test(`"${name}" is a column of ${column}`, () => {
      expect(optOutColumnOf(name) ?? "none").toBe(column);
    });

test("every word for a channel makes a consent, a refusal or a leaving a column of its kind", () => {
  for (const word of CHANNEL_WORDS.split("|")) {
    expect([word, optOutColumnOf(`acepta_${word}`)]).toEqual([word, "consent"]);
    expect([word, optOutColumnOf(`no ${word}`)]).toEqual([word, "opt-out"]);
    expect([word, optOutColumnOf(`bajas de ${word}`)]).toEqual([word, "opt-out"]);
  }
});

describe("a cell of an opt-out column", () => {
  for (const cell of [
    "1",
    "x",
    "X",
    "si",
    "SÍ",
    "yes",
    "true",
    "24/11/2026",
    "2024-03-01",
    "✓",
    "☑",
    "por correo",
    "nunca",
    "NO!!",
    "¿no?",
    "N - llamó",
  ])
    test(`bars with "${cell}"`, () => expect(saysOptOut("opt-out", cell)).toBe(true));
  for (const cell of ["", " ", "0", "0.0", "0,00", "no", "N", "false", "-", "N/A", "N/D", "s/d", "0000-00-00", "NULL"])
    test(`does not bar with "${cell}"`, () => expect(saysOptOut("opt-out", cell)).toBe(false));
});

describe("a cell of a consent column", () => {
  const refusals = ["no", "NO", "0", "0.0", "0,00", "false", "✗", "❌", "negado", "denegado", "declined", "refused"];
  for (const cell of [
    ...["vencido", "Caducada", "consentimiento expirado"],

    ...refusals,
    "revoked",
    "not granted",
    "DNC",
    "do not call",
    "bloqueado",
    "jamás",
    "ya no acepta",
    "sí, pero no llamar",
    "negativo",
    "negativa",
    ...["nope", "nop", "n o", "se niega", "☐", "disabled", "Inactivo", "none"],
    ...["NUNCA LLAMAR", "dado de baja", "lista negra", "2", "-1", "cero", "NEVER_SUBSCRIBED", "se dio de baja"],
    ...["pidió que ya lo dejen en paz", "blacklist", "excluido", "se opone", "prohibido", "Desactivado", "Unchecked"],
    ...["sin marcar", "N - llamó", "sí?", "sí, solo correo", "pendiente", "quizás", "0000-00-00", "1900-01-00", "?"],
    ...["12/03/2024 revocado", "2024-05-01 - No", "12/03/2024: no acepta", "2024-03-12 baja", "20240312 no"],
    ...["1 de mayo de 2024 se dio de baja", "2024-05-01 denegado", "2020-01-01 / revocado 2021-01-01"],
    ...["No hay", "No registra", "no sabe", "no aplica", "quiero darme de baja", "WhatsApp, no SMS", "SMS, nada"],
  ])
    test(`bars with "${cell}"`, () => expect(saysOptOut("consent", cell)).toBe(true));
  for (const cell of [
    ...["", "si", "Sí", "1", "1.0", "true", "x", "✓", "N/D", "sí, no correo", "2024-03-01", "01/01/2024"],
    ...["De acuerdo", "Totalmente de acuerdo", "He leído y acepto", "Conforme", "Deseo recibir promociones", "claro"],
    ...["WhatsApp, Llamada", "WhatsApp;Llamada", "WhatsApp y llamada", "Ambos", "12/03/2024 10:15"],
    ...[
      "2024-01-05T10:00:00Z",
      "3 de mayo de 2024",
      "Sí, por WhatsApp",
      "¡Sí!",
      "S - firmó",
      "Aceptó",
      "Autoriza",
      "SMS",
    ],
    ...["Todos", "subscribed", "opted in", "Vigente", "OK"],
  ])
    test(`does not bar with "${cell}"`, () => expect(saysOptOut("consent", cell)).toBe(false));
});

describe("a cell of a column of opt-outs", () => {
  for (const cell of ["9999-12-31", "31/12/9999", "Allow", "Permitir", "b'0'", "no aplica", "No hay"])
    test(`does not bar with "${cell}"`, () => expect(saysOptOut("opt-out", cell)).toBe(false));
  for (const cell of ["2026-12-31", "b'1'", "nunca", "no permitir"])
    test(`bars with "${cell}"`, () => expect(saysOptOut("opt-out", cell)).toBe(true));
});

describe("a cell of a column that the user calls one of opt-outs", () => {
  for (const cell of ["x", "✓", "BAJA", "no llamar", "bloqueado", "1", "2026-01-02", "pidió que no"])
    test(`bars with "${cell}"`, () => expect(saysOptOut("said", cell)).toBe(true));
  for (const cell of ["", "no", "0", "activo", "prospecto", "cliente"])
    test(`does not bar with "${cell}"`, () => expect(saysOptOut("said", cell)).toBe(false));
});

describe("a cell under no name", () => {
  for (const cell of ["x", "X", "✓", "❌", "sí", "N"])
    test(`marks with "${cell}"`, () => expect(saysOptOut("unnamed", cell)).toBe(true));
  for (const cell of ["", "1", "Ana", "70123456"])
    test(`marks nothing with "${cell}"`, () => expect(saysOptOut("unnamed", cell)).toBe(false));
});
