import type { Reply, Request, Source } from "../messages.js";
import type { Settings } from "../settings.js";

/** The worker as the page sees it: it is asked, and what it says comes to a listener. */
export interface Client {
  /** Reads a source; what was being done before is given up. */
  readonly load: (source: Source) => void;
  /** Computes; of several wishes while it is at work, only the last is fulfilled. */
  readonly compute: (settings: Settings) => void;
  /** Gives up what is being done, whatever it is. */
  readonly cancel: () => void;
}

/** Starts a worker from its source code. */
export function startClient(code: string, timeZone: string, onReply: (reply: Reply) => void): Client {
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  let worker: Worker | undefined;
  let source: Source | undefined;
  let isLoaded = false;
  let isAtWork = false;
  let wish: Settings | undefined;

  const ask = (request: Request) => {
    isAtWork = true;
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
    isAtWork = false;
    wish = undefined;
  };
  const hear = (reply: Reply) => {
    if (reply.type === "reading" || reply.type === "step") return onReply(reply);
    isAtWork = false;
    if (reply.type === "loaded") isLoaded = true;
    const next = wish;
    wish = undefined;
    // What was wished for meanwhile makes this answer an old one.
    if (next !== undefined && reply.type !== "failed") ask({ type: "compute", settings: next });
    else onReply(reply);
  };
  return {
    load(next) {
      if (isAtWork) stop();
      source = next;
      isLoaded = false;
      wish = undefined;
      ask({ type: "load", source, timeZone });
    },
    compute(settings) {
      if (isAtWork) wish = settings;
      else if (isLoaded) ask({ type: "compute", settings });
      else if (source !== undefined) {
        ask({ type: "load", source, timeZone });
        wish = settings;
      }
    },
    cancel: stop,
  };
}
