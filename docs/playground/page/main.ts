import { openPlayground } from "./playground.js";
import { localeFor } from "./words.js";

/** The code of the worker, put here when the page is built. */
declare const WORKER_CODE: string;

openPlayground(document.body, WORKER_CODE, localeFor(navigator.languages));
