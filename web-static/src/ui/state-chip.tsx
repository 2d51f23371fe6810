import type { State } from '../app/types.ts';

/** A state in words on a tinted ground. */
export function StateChip(props: { state: State; words: Record<State, string> }) {
  return <span class={'chip chip-' + props.state.toLowerCase()}>{props.words[props.state]}</span>;
}
