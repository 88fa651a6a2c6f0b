import { button, element } from "./dom.js";
import type { View } from "./view.js";

/** Code, and a button that copies it. */
export function codeView(code: string, { say }: View, onSaid: (text: string) => void): HTMLElement[] {
  const text = element("pre", { class: "scroll", tabindex: 0, role: "region", "aria-label": say("code") }, code);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      onSaid(say("copied"));
    } catch {
      // Without the right to write, or in a page that is not secure, selecting is what is left.
      getSelection()?.selectAllChildren(text);
      onSaid(say("copyByHand"));
    }
  };
  return [element("p", {}, say("codeIntro")), button(say("copy"), () => void copy()), text];
}
