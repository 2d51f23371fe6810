/** Gives a person a JSON document to save. */
export function saveFile(name: string, value: unknown): void {
  save(name, new Blob([JSON.stringify(value)], { type: 'application/json' }));
}

/** Gives a person a file that came as Base64; a browser that saves nothing shows it. */
export function saveBytes(name: string, type: string, base64: string): void {
  save(name, new Blob([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], { type }));
}

function save(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  document.body.appendChild(link);
  link.click();
  link.remove();
}
