import { options, type VNode } from 'preact';

/** What a browser put in the place of a text of ours. */
const standIns = new WeakMap<Text, ChildNode>();

/**
 * A browser that translates a page takes every text out and puts elements of its own (`font`) in its place. We would go on writing
 * into texts that nobody sees, and counts, steps and mistakes on the screen would be those of before. So a text that changes comes
 * back to its place, where the browser finds and translates it anew, and one that goes takes along what stands for it.
 */
export function followTranslation(): void {
  new MutationObserver((records) => records.forEach(note)).observe(document.documentElement, { childList: true, subtree: true });

  const data = Object.getOwnPropertyDescriptor(CharacterData.prototype, 'data')!;
  Object.defineProperty(Text.prototype, 'data', {
    ...data,
    set(this: Text, text: string) {
      data.set!.call(this, text);
      const standIn = standIns.get(this);
      if (standIn === undefined || this.parentNode !== null || standIn.parentNode === null) return;
      standIn.parentNode.replaceChild(this, standIn);
      standIns.delete(this);
    },
  });

  const before = options.unmount;
  options.unmount = (vnode) => {
    // The name under which Preact keeps a node's element; it has been this one since version 10.
    const dom = (vnode as VNode & { __e?: unknown }).__e;
    if (dom instanceof Text) standIns.get(dom)?.remove();
    before?.(vnode);
  };
}

function note({ removedNodes, addedNodes, previousSibling, nextSibling }: MutationRecord): void {
  removedNodes.forEach((gone) => {
    if (!(gone instanceof Text) || gone.parentNode !== null) return;
    // At one stroke, or put beside the text first.
    const standIn = [addedNodes[0], previousSibling, nextSibling].filter(isFont)[0];
    if (standIn !== undefined) standIns.set(gone, standIn);
  });
}

function isFont(node: Node | null | undefined): node is HTMLElement {
  return node instanceof HTMLElement && node.localName === 'font';
}
