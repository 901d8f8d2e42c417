/** Whether the browser can put more than plain text on the clipboard. */
function canCopyItems(type: string): boolean {
  if (typeof ClipboardItem === 'undefined' || !('clipboard' in navigator)) return false;
  if (typeof navigator.clipboard.write !== 'function') return false;
  return typeof ClipboardItem.supports !== 'function' || ClipboardItem.supports(type);
}

async function write(content: Record<string, Promise<Blob>>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem(content)]);
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

/** Puts HTML and the same as text on the clipboard. False where the browser or the reader does not allow it. */
export async function copyHtml(html: string, text: string): Promise<boolean> {
  if (!canCopyItems('text/html')) return false;
  const toBlob = (content: string, type: string) => Promise.resolve(new Blob([content], { type }));
  return write({ 'text/html': toBlob(html, 'text/html'), 'text/plain': toBlob(text, 'text/plain') });
}

/** Saves content to a file of that name. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has taken hold of it by the next turn of the loop.
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}

/**
 * Puts a picture on the clipboard, or saves it to a file where that cannot be. The picture may still be being
 * drawn: some browsers allow copying only straight from the press of a button. Rejects when it was not drawn.
 * @param name the name of the file
 */
export async function copyPicture(drawing: Promise<Blob>, name: string): Promise<'copied' | 'saved'> {
  if (canCopyItems('image/png') && (await write({ 'image/png': drawing }))) return 'copied';
  saveFile(await drawing, name);
  return 'saved';
}
