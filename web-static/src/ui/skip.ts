/** Moves the focus to the content without changing the address: a fragment would make an entry in the history. */
export function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
