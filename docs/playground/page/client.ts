import type { Reply, Request, Source } from "../messages.js";
import type { Settings } from "../settings.js";

/** The worker as the page sees it: it is asked, and what it says comes to a listener. */
export interface Client {
  /** Reads a source; what was being done before is given up. */
  readonly load: (source: Source) => void;
  /**
   * Computes; of several wishes while it is computing, only the last is fulfilled. Not while a source is being read: what is wished
   * for then is of another table.
   */
  readonly compute: (settings: Settings) => void;
  /** Gives up what is being done, whatever it is. */
  readonly cancel: () => void;
}

type Work = "none" | "loading" | "reloading" | "computing";

/** Starts a worker from its source code. */
export function startClient(code: string, timeZone: string, onReply: (reply: Reply) => void): Client {
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  let worker: Worker | undefined;
  let source: Source | undefined;
  let isLoaded = false;
  let work: Work = "none";
  let wish: Settings | undefined;

  const ask = (next: Work, request: Request) => {
    work = next;
    worker ??= begin();
    worker.postMessage(request);
  };
  const begin = () => {
    const begun = new Worker(url);
    begun.onmessage = ({ data }: MessageEvent<Reply>) => hear(data);
    begun.onerror = ({ message }) => hear({ type: "failed", message });
    return begun;
  };
  const stop = () => {
    worker?.terminate();
    worker = undefined;
    isLoaded = false;
    work = "none";
    wish = undefined;
  };
  const hear = (reply: Reply) => {
    if (reply.type === "reading" || reply.type === "step") return onReply(reply);
    const done = work;
    const next = wish;
    work = "none";
    wish = undefined;
    if (reply.type === "loaded") isLoaded = true;
    // What was wished for meanwhile makes this answer an old one.
    if (next !== undefined && isLoaded) ask("computing", { type: "compute", settings: next });
    else if (done !== "reloading" || reply.type === "failed") onReply(reply);
  };
  return {
    load(next) {
      if (work !== "none") stop();
      source = next;
      isLoaded = false;
      ask("loading", { type: "load", source, timeZone });
    },
    compute(settings) {
      if (work === "loading") return;
      if (work !== "none") wish = settings;
      else if (isLoaded) ask("computing", { type: "compute", settings });
      else if (source !== undefined) {
        // The table went with a worker that was stopped.
        ask("reloading", { type: "load", source, timeZone });
        wish = settings;
      }
    },
    cancel: stop,
  };
}
