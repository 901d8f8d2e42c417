/**
 * Puts a text on the clipboard. False when the browser or the reader does not allow it; the caller
 * then shows the text to be copied by hand.
 */
export async function copyText(text: string): Promise<boolean> {
  if (!('clipboard' in navigator)) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
