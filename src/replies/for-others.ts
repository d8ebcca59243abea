// Whether a message may speak for somebody beside its sender in a way that no digits show: of a number in words, of a person, of
// another line. Numbers in digits are phone/named.ts's work.

import { foldWords } from "../headers/event-words.js";

/** `number`: one in words. `person`: somebody, or another line of the sender's. */
export type Other = "number" | "person";

export function othersIn(message: string): Other | undefined {
  if (!MAY_NAME.test(message)) return undefined;
  const folded = foldWords(message);
  if (holdsNumberInWords(folded)) return "number";
  return OTHERS.test(folded) ? "person" : undefined;
}

const ONES = "cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|zero|one|two|three|four|five|six|seven|eight|nine";
const TEENS =
  "diez|once|doce|trece|catorce|quince|dieci\\w+|ve?inti?\\w+|veinte|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
const TENS =
  "treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
const LARGE = "cien|ciento|doscient[oa]s|\\w+cient[oa]s|quinient[oa]s|mil|hundred|thousand";
const REPEATS = "doble|double|triple";
/** How many digits a word stands for. */
const SPELLED: readonly (readonly [RegExp, number])[] = [
  [whole(ONES), 1],
  [whole(`(?:${TENS})[iy](?:${ONES})`), 2],
  [whole(TEENS), 2],
  [whole(LARGE), 1],
  [whole(REPEATS), 1],
];
const TEN = whole(TENS);
const ONE = whole(ONES);
const BETWEEN = whole("y|e|i|and|guion|dash|coma");

const PERSON =
  "espos[oa]s?|marido|mam[ai]|pap[ai]|mamita|papito|madre|padres?|hij[oa]s?|herman[oa]s?|abuel[oa]s?|ti[oa]s?|prim[oa]s?|sobrin[oa]s?|suegr[oa]s?|cunad[oa]s?|novi[oa]|pareja|companer[oa]s?|jef[ea]|vecin[oa]s?|amig[oa]s?|familia\\w*|senora|wife|husband|mom|mother|dad|father|sons?|daughters?|brothers?|sisters?|grand\\w+|parents|kids?|boss|girlfriend|boyfriend|friends?|family|partner|roommate";
const LINE = "numeros?|telefonos?|cel|celular(?:es)?|lineas?|chips?|numbers?|phones?|lines?";
const OTHERS = new RegExp(
  `\\b(?:tambien|tbn|tmb|tb|igualmente|asimismo|also|too|ambos|both|as well|(?:mis?|my|nuestr[oa]s?|our) (?:${PERSON})|(?:otr[oa]s?|other|dos|two|mis|all my) (?:mis |my )?(?:${LINE}))\\b`,
);
/** Quick: what has none of these has neither. */
const MAY_NAME = new RegExp(
  `tambi|t[mb]|igual|asimi|also|too|ambos|both|well|mi|my|nuestr|our|otr|other|${[ONES, TEENS, TENS, LARGE].join("|")}`,
  "i",
);

/** The fewest digits of a number that somebody says in words, in all: part of them may be digits. */
const FEWEST = 6;

function holdsNumberInWords(folded: string): boolean {
  const words = folded.replace(/(\d)(?=[a-z])|([a-z])(?=\d)/g, "$& ").split(" ");
  let digits = 0;
  let spelled = 0;
  let isAfterTen = false;
  for (const word of words) {
    const isOfTen = isAfterTen && ONE.test(word);
    if (BETWEEN.test(word)) continue;
    const count = /^\d+$/.test(word) ? word.length : isOfTen ? 0 : digitsOf(word);
    isAfterTen = TEN.test(word);
    if (count === undefined) {
      digits = 0;
      spelled = 0;
      continue;
    }
    digits += count;
    if (!/^\d+$/.test(word)) spelled++;
    if (digits >= FEWEST && spelled > 0) return true;
  }
  return false;
}

function digitsOf(word: string): number | undefined {
  if (TEN.test(word)) return 2;
  return SPELLED.find(([pattern]) => pattern.test(word))?.[1];
}

function whole(words: string): RegExp {
  return new RegExp(`^(?:${words})$`);
}
