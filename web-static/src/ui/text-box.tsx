import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

type Box = HTMLInputElement | HTMLTextAreaElement;

type Attributes = Pick<
  JSX.IntrinsicElements['input'],
  | 'id' | 'type' | 'autocomplete' | 'autocapitalize' | 'spellcheck' | 'inputMode' | 'maxLength'
  | 'aria-invalid' | 'aria-describedby' | 'aria-label' | 'aria-required'
>;

/**
 * A text that a person types. While the input has the focus it belongs to them: writing into it would break what an
 * input method is composing. What the screen makes of the text (`fold`) is written when the input is left.
 */
export function TextBox(
  props: Attributes & {
    value: string;
    /** Told of every change, as it was typed. */
    onText: (text: string) => void;
    fold?: (text: string) => string;
    /** Several lines. */
    rows?: number;
    class?: string;
    box?: { current: Box | null };
  },
) {
  const { value, onText, fold, rows, box, ...attributes } = props;
  const own = useRef<Box | null>(null);
  const told = useRef(value);
  const [, redraw] = useState(0);
  useLayoutEffect(() => {
    const element = own.current!;
    // An input that the screen has emptied, such as a code that was refused, is free again.
    const emptied = value === '' && told.current !== '';
    if (element.value !== value && (emptied || document.activeElement !== element)) element.value = value;
    told.current = value;
  });
  const tell = (text: string) => {
    if (text === told.current) return;
    told.current = text;
    onText(text);
  };
  const shared = {
    ref: (element: Box | null) => {
      own.current = element;
      if (box !== undefined) box.current = element;
    },
    onInput: (event: { currentTarget: Box }) => tell(event.currentTarget.value),
    // Some browsers announce what they fill in by this event alone.
    onChange: (event: { currentTarget: Box }) => tell(event.currentTarget.value),
    onBlur: (event: { currentTarget: Box }) => {
      const element = event.currentTarget;
      tell(fold === undefined ? element.value : fold(element.value));
      redraw((n) => n + 1);
    },
  };
  return rows === undefined ? (
    <input {...(attributes as object)} {...shared} />
  ) : (
    <textarea {...(attributes as object)} rows={rows} {...shared} />
  );
}

/** A line that appears between press and release would move the pressed button away, and nothing would be pressed. */
export function afterPress(then: () => void): void {
  if (document.querySelector('button:active') === null) then();
  else document.addEventListener('click', then, { once: true });
}
