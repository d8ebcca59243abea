// Lo que está mal en un reporte que no se puede verificar del todo, en español.

import type { VerificationErrors } from "./verification.js";

export const verificationErrors: VerificationErrors = {
  badReport: () => ({
    what: "no es un reporte entero de svscrub",
    hint: "Es otro archivo, o fue modificado o dañado. verify lleva el reporte .json de una depuración.",
  }),
  newerReport: (version) => ({
    what: `es un reporte de la versión ${version} del esquema, que este svscrub no conoce`,
    hint: "Verifíquelo con la versión de svscrub que lo hizo, o con una posterior.",
  }),
};
