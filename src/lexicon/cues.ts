// Beginnings of words, one of which is in every cell that says no by its own words. Cells without one are read no
// further. The kernel looks for the same ones.

import { foldWords, withoutLost } from "../headers/folding.js";
import { spelledOut } from "./columns.js";

/** Returns beginnings of folded words, of at most seven letters. A full stop, which becomes a space, ends the word. */
const beginnings = (list: string): readonly string[] => list.split(/\s+/).map((cue) => cue.replace(".", " "));

export const CUES = {
  sure: beginnings(`abandon absten abstuv aburrid acept acosa acoso afloj afuera. alto. amenaz anula anule anulo.
    apaga apague apartar aparten arco. arret autoexc autoriz avoid baja baje. bajem bajen banned bans. basta black
    block blok bloqu borar boren borr botan botar bote. boten calma calme cancel cansad cease cerrar. cerre cese
    chinado chinga chinge cierra cierre cleave complai consent contrar cortar. corte. corten. cross deacti debaja
    declin defenso dadodeb delet delito demand demasia deneg denied denieg denunc deny. depur derecho desact desacu
    desaf desagr desanot desap desasoc desaut descans descart desech desenl deshab desin desist deslig desmar desmatr
    desreg dessub dessus desub desus desuz dezaf desvin detest deten dezus disable disagr discard discont disenr dnc
    dnd dnt donot dont drop. dropp elim. elimin elimn elmin emputad encabr encachi end. ending enojad enough erase
    erasi erasure estafa estop estuvo. evit except excepci exclu exempt exent exim exit. exkl exoner fastid finalic
    finaliz forbid forget forgott fraud frena frene fuera. furios grito. grosero halt harass harta harto hostig ignor
    ilegal illegal imped impid inactiv incomod indign inhab inhib insist insult interr intimid invalid istop jod kita
    kite lawsuit leaves. leaving limpiar. limpie. limpien listane lose. molest mute. muted muting nega. nll negad
    negan negar negat nego. negra negue nieg ningun noacept noautor nocall nocont nodesea noenvi noescri noinsi nomens
    nomsj nopubli noquier notext nole noll. nollam nolo nomand nomarc nomark nomas nomoles nosms nowhats nowsp noyam
    nunquit object objet obvia obvie obvio. odia odie off. olvid omit opon oposici oposit opou oppos opt opus parar
    parem paren pausa pause pausi perdam perder perdier permiso permiss pierda prescin privaci privacy prohib purga
    purge purgu qdnc queja quejo quit reaci rechac rechaz reclam refrain refus rehus reject remoc remov remuev renuen
    renunci report repud rescin restric restrin retir retract revo rmv robin roja. sac sak sale. salga salgo salida.
    salio. salir. salirs saltar. salte. salten saq satur scam scratch scrub shouldn sick. silenci sinllam sinmens
    sinpubl sinsms sinwhat skip smsop solamen solos. spam stop strike subscri sue. sued. suficie suing suppres supres
    suprim suscri suspend suspens tach take. td. termina termine threat tired tranqui unenr unicame unlist unsub unsus
    vaja veta vete. veten veto vloqu void vorr wipe withdr yano zacar zafa zafe zafo zaq`),
  /** Enough before another word, without a comma or semicolon between; those with a full stop also behind one. */
  leads: beginnings(`abogado. ain. aint. aren. arent. ban. cannot. cant. cero. ces contra. couldn. couldnt. dej den.
    didn. didnt. doesn. doesnt. don. hadn. hadnt. hasn. hasnt. haven. havent. isn. isnt. jamas. just. keno. leave.
    left. longer. menos. mustn. mustnt. n. naa. nada. nadie. nadien. nah. nanai. nanay. neg neither. nel. never. ni.
    no. nobody. none. nones. noo. nooo. nop. nope. nor. not. nothing. nunca. only. out. par queno. salvo. sin. solo.
    tampoco. tantas. tanto. wants. wasn. wasnt. without. won. wont. wouldn. wouldnt. zero.`),
  /** Enough in a cell with four digits. More than six x say no, too. */
  denials: beginnings(`no. nop. nel. nunca. ya. x. xx. xxx. xxxx. xxxxx. xxxxxx. xxxxxxx`),
};

const toNextWord = (lead: string) => (lead.endsWith(" ") ? lead : `${lead}[a-z]* `);
const BEGINNING = new RegExp(
  [
    `\\b(?:${CUES.sure.join("|")}|(?:${CUES.leads.map(toNextWord).join("|")})[a-z])`,
    `[a-z] (?:${CUES.leads.filter((lead) => lead.endsWith(" ")).join("|")})`,
    "\\b(?:[a-z] [a-z] [a-z]|n o) ",
  ].join("|"),
);
const PARTS = /[,;]/;
/** Signs that say no as a word does. `☒` and `✕` are none: they also tick a box and multiply. */
const SIGN = /[🚫⛔📵🛑🔕🔇🙅🚷✗✘❌❎✖]/u;

/** How Windows-1252 shows the second byte of `Ó`, `É`, `Ú`, `Ñ` in UTF-8. */
const CAPITALS: Record<string, string> = { "“": "Ó", "‰": "É", š: "Ú", "‘": "Ñ" };
/** How it shows letters of MS-DOS: `informaci¢n`. */
const OF_DOS: Record<string, string> = { "‚": "é", "¡": "í", "¢": "ó", "£": "ú", "¤": "ñ", "¥": "Ñ", "\u00a0": "á" };

/** Matches them in a word and at its end, and in `más`. */
const LETTER_OF_DOS = /(?<=\p{L})(?:[‚¢£¤¥](?!\d)|¡(?=\p{L}))|(?<=\bm)\u00a0(?=s\b)/giu;

/** Mends letters of UTF-8 (`Ã³`) and of MS-DOS that were decoded as Latin-1 or Windows-1252, and leaves out lost ones: `m?s`. */
export function withLetters(text: string): string {
  if (/^[ !->@-~\n]*$/.test(text)) return text;
  const decoded = text.replace(/[ÂÃ][\u0080-\u00bf]|Ã([“‰š‘])/g, (letter, sign: string | undefined) =>
    sign === undefined ? Buffer.from(letter, "latin1").toString() : CAPITALS[sign]!,
  );
  const mended = decoded.replace(LETTER_OF_DOS, (sign, at: number, whole: string) => {
    const letter = OF_DOS[sign]!;
    return /\p{Lu}/u.test(whole[at - 1]!) ? letter.toUpperCase() : letter;
  });
  return withoutLost(mended);
}

/** Returns false only if no cell of a text says no by its own words. */
export function mayTell(text: string): boolean {
  if (SIGN.test(text) || (/\\n/i.test(text) && mayTell(text.replaceAll(/\\n/gi, "\n")))) return true;
  // `ST0P`, `n0`
  const letters = spelledOut(withLetters(text)).replace(/(?<=[a-z])0|0(?=[a-z])/gi, "o");
  const words = letters.replace(/\d+/g, " ");
  return words.split(PARTS).some((part) => BEGINNING.test(`${foldWords(part)} `));
}

const DENIAL = /(?<!\p{L})(?:no|nop|nel|nunca|ya|x+)(?!\p{L})|[✗✘❌✖☒✕🚫⛔📵🛑🔕🔇🙅🚷❎👎]/iu;

/** Whether a cell holds a number, and a word or sign that may say no: `7012-3456 NO`. */
export function mayDenyNumber(cell: string): boolean {
  return /\d{4}/.test(cell) && DENIAL.test(cell);
}
