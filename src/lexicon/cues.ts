// Beginnings of words, one of which is in every cell that says no by itself. Cells without one are not read further.
// The kernel looks for the same ones.

import { foldWords } from "../headers/event-words.js";

const words = (...beginnings: string[]): readonly string[] => beginnings.flatMap((line) => line.split(","));

const APART = "bdns";

/** Beginnings of folded words, of at most seven letters; a space behind one ends the word. */
export const CUES = {
  sure: words(
    "absten,abstuv,acept,acosa,alto ,arco ,arret,autoriz,baja,bajen,basta,black,block,bloqu,borr,cancel,cansad,cease,cese",
    "chinga,chinge,cleave,consent,cortar ,corten ,debaja,declin,defenso,delete,demand,deneg,denunc,depur,derecho",
    "desact,desaf,desap,desaut,deshab,desin,desist,dessus,desub,desus,desvin,deten,discont,dnc,dnd,dnt,donot,elimin,end ",
    "erasure,estop,evit,except,exclu,exent,exim,exoner,forget,forgott,frenar,frenen,fuera ,harta,harto,hostig",
    "incomod,inhab,insist,istop,jod,kita,kite,listane,lose ,molest,negad,nego ,negra,nieg,nocall,nocont,noenvi",
    "noescri,nole,nollam,nolo,nomand,nomarc,nomark,nomas,nomoles,nosms,nowhats,nowsp,noyam,object,objet,off ,olvid",
    "omit,opon,oposici,opou,oppos,opt,opus,parar,parem,paren,pausar,pausen,perdam,perder,perdier,permiso,permiss",
    "privaci,prohib,qdnc,queja ,quit,rechaz,refus,rehus,remoc,remov,renunci,reporta,reporto,restric,restrin,retir",
    "revo,rmv,robin,roja ,sac,sak,salga,salio ,salir ,salirs,saq,silenci,spam,stop,subscri,sue ,suficie,suppres",
    "supres,suprim,suscri,suspend,tach,take ,td ,tranqui,unsub,unsus,vaja,vetad,vetar,veto,vloqu,vorr,withdr,zafar,zaq",
    "remuev,salgo,erase,enough ,apagar ,elimn,borar,boren,zacar,dezus,exkl",
  ),
  /** Enough before a word, with no comma, semicolon, bar or tab between; if they end in a space, also after one. */
  leads: words(
    "no ,not ,don ,dont ,doesn ,doesnt ,didn ,nunca ,jamas ,never ,ni ,sin ,longer ,cero ,zero ,nada ,nadie ",
    "ningun,nope ,solo ,solamen,unicame,only ,just ,left ,leave ,leaving,dej,deje,par,ces,neg,den ,contra ,wants ",
    "noo ,won ,wont ,cannot ,cant ,tampoco ,tantas ,abogado ,ninguna ,ninguno ,shouldn ,mustn ,isn ,hasn ,wouldn ,wasn ,aren ",
  ),
  /** Enough in a cell with four digits; more than six x say no, too. */
  denials: words("no ,nop ,nel ,nunca ,ya ,x ,xx ,xxx ,xxxx ,xxxxx ,xxxxxx ,xxxxxxx"),
  /** Begin a word with spaces or marks between its letters: `D.N.C.`, `s t o p`, `N/O`; or `N0`. */
  apart: [...Array.from(APART, (letter) => `${letter}.`), "n0"],
};

const toNextWord = (lead: string) => (lead.endsWith(" ") ? lead : `${lead}[a-z]* `);
const BEGINNING = new RegExp(
  [
    `\\b(?:${CUES.sure.join("|")}|(?:${CUES.leads.map(toNextWord).join("|")})[a-z])`,
    `[a-z] (?:${CUES.leads.filter((lead) => lead.endsWith(" ")).join("|")})`,
    `\\b(?:[${APART}] [a-z] [a-z]|n o) `,
  ].join("|"),
);
const PARTS = /[,;|\t]/;
/** Signs that say no as a word does. */
const SIGN = /[🚫⛔📵🛑🔕]/u;

/** Returns false only if no cell of a text says no by its own words. */
export function mayTell(text: string): boolean {
  if (SIGN.test(text)) return true;
  const words = text.replace(/\bn0\b/gi, "no").replace(/\d+/g, " ");
  return words.split(PARTS).some((part) => BEGINNING.test(`${foldWords(part)} `));
}

const DENIAL = /(?<!\p{L})(?:no|nop|nel|nunca|ya|x+)(?!\p{L})|[✗✘❌✖☒✕🚫⛔📵🛑🔕🔇👎]/iu;

/** Whether a cell holds a number, and a word or sign that may say no: `7012-3456 NO`. */
export function mayDenyNumber(cell: string): boolean {
  return /\d{4}/.test(cell) && DENIAL.test(cell);
}
