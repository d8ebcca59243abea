// How the words begin of which every cell has one that says no by itself, whatever its column is called. Other cells
// are read no further: a cue is a part of what a mark is, and the kernel looks for the same ones.

import { foldWords } from "../headers/event-words.js";

const words = (...beginnings: string[]): readonly string[] => beginnings.flatMap((line) => line.split(","));

/** Beginnings of folded words, of at most seven letters; a space behind one ends the word. */
export const CUES = {
  /** Suffice by themselves. */
  sure: words(
    "absten,abstuv,acept,alto ,autoriz,baja,bajen,basta,black,block,bloqu,borr,cancel,cansad,cease,cese,chinga",
    "chinge,cleave,consent,declin,defenso,delete,demand,denunc,depur,derecho,desact,desaf,desap,desin,dessus",
    "desub,desus,detener,discont,dnc,dnd,dnt,donot,elimin,estop,evit,except,exclu,forget,fuera ,harta,harto",
    "hostig,insist,istop,jod,kita,kite,listane,lose ,molest,negad,negra,nieg,nocall,nocont,noenvi,noescri,nollam",
    "nomand,nomarc,nomark,nomas,nomoles,nosms,nowhats,nowsp,noyam,off ,olvid,omit,opon,oposici,opou,opt,opus",
    "parar,paren,perdam,perder,perdier,permiso,permiss,prohib,qdnc,quit,rechaz,refus,remov,reporta,restric",
    "restrin,retir,revo,rmv,robin,roja ,sac,salga,salir ,saq,stop,subscri,sue ,suppres,supres,suprim,suscri",
    "suspend,take ,tranqui,unsub,unsus,vaja,vetad,veto,vloqu,vorr,withdr,zafar,zaq",
  ),
  /** Suffice before another word, with no comma, semicolon, bar, tab or line end between. */
  leads: words(
    "no ,not ,don ,dont ,doesn ,doesnt ,didn ,nunca ,jamas ,never ,ni ,sin ,longer ,cero ,zero ,nada ,nadie ",
    "ningun,nope ,solo ,solamen,unicame,only ,just ,left ,leave ,leaving,dej,deje,par,ces,neg,den ",
  ),
  followers: Array.from("abcdefghijklmnopqrstuvwxyz"),
};

const toNextWord = (lead: string) => (lead.endsWith(" ") ? lead : `${lead}[a-z]* `);
const BEGINNING = new RegExp(`\\b(?:${CUES.sure.join("|")}|(?:${CUES.leads.map(toNextWord).join("|")})[a-z])`);
const PARTS = /[,;|\t\r\n]/;

/** False only where no cell of a text says no by its own words. */
export function mayTell(text: string): boolean {
  return text.split(PARTS).some((part) => BEGINNING.test(`${foldWords(part.replace(/\d+/g, " "))} `));
}

const DENIAL = /(?<!\p{L})(?:no|nop|nel|nunca|ya|x+)(?!\p{L})|[✗✘❌✖☒✕🚫⛔📵🛑🔕🔇👎]/iu;

/** Whether a word or a sign stands in a cell that says no beside a number: `7012-3456 NO`. */
export function mayDenyNumber(cell: string): boolean {
  return /\d{4}/.test(cell) && DENIAL.test(cell);
}
