// Lo que está mal en un reporte o una bitácora que no se pueden verificar del todo, en español.

import type { VerificationErrors } from "./verification.js";

export const verificationErrors: VerificationErrors = {
  reportNotFound: () => ({
    what: "no existe ese reporte",
    hint: "Revise cómo está escrito y la carpeta; una depuración escribe X.audit.json junto a X.csv.",
  }),
  badReport: () => ({
    what: "no es un reporte entero de svscrub",
    hint: "Es otro archivo, o fue modificado o dañado. verify lleva el reporte .json de una depuración.",
  }),
  newerReport: (version) => ({
    what: `es un reporte de la versión ${version} del esquema, que este svscrub no conoce`,
    hint: "Verifíquelo con la versión de svscrub que lo hizo, o con una posterior.",
  }),
  logNotFound: () => ({ what: "no existe esa bitácora", hint: "Revise cómo está escrita y la carpeta." }),
};
