// Every sentence in English.

import { check } from "./check-en.js";
import { contacts } from "./contacts-en.js";
import { en } from "./en.js";
import { inspection } from "./inspection-en.js";
import { page } from "./page-en.js";
import type { Sentences } from "./sentences.js";
import { verification } from "./verification-en.js";

export const all: Sentences = { ...en, check, contacts, inspection, page, verification };
