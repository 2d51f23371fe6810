import { useEffect, useRef } from 'preact/hooks';
import { elementId } from './definition.ts';
import type { Mistake, Words } from './engine.ts';

/** All mistakes in one place, focused after every try; each leads to its field. */
export function MistakeSummary(props: {
  mistakes: Mistake[];
  tries: number;
  words: Words;
  onMistake: (mistake: Mistake) => void;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const count = props.mistakes.length;
  useEffect(() => {
    if (count > 0 && props.tries > 0) {
      ref.current?.focus();
      ref.current?.scrollIntoView({ block: 'start' });
    }
  }, [props.tries, count > 0]);
  if (count === 0) return null;
  return (
    <div class="mistake-summary" role="alert" tabIndex={-1} ref={ref}>
      <h2>{props.words.say('screen.mistakes', { count })}</h2>
      <ul>
        {props.mistakes.map((mistake) => (
          <li key={mistake.path + mistake.code}>
            <a
              href={'#' + elementId(mistake.path)}
              onClick={(event) => {
                event.preventDefault();
                props.onMistake(mistake);
              }}
            >
              {mistake.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
