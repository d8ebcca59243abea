// Every sentence in Spanish.

import { check } from "./check-es.js";
import { contacts } from "./contacts-es.js";
import { es } from "./es.js";
import { inspection } from "./inspection-es.js";
import { page } from "./page-es.js";
import type { Sentences } from "./sentences.js";
import { verification } from "./verification-es.js";

export const all: Sentences = { ...es, check, contacts, inspection, page, verification };
