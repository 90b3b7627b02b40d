/** Makes names harmless before they enter a subject, a sender or a sentence. */

/** A longer name is not a name but a message to whoever owns the address. */
const LONGEST_GREETING = 60;

/**
 * One line without control and direction characters: a line break would end a header or fake a
 * paragraph, a direction override would let a name rewrite the sentence around it.
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/**
 * The name if it may be greeted, undefined otherwise. Anyone can sign up with anyone's address, so
 * a name is a way to mail strangers: mail programs turn what looks like an address into a link.
 */
export function greetable(name: string): string | undefined {
  const line = oneLine(name);
  // Compatibility forms become what a mail program may take them for: a full-width dot is a dot.
  const looksLikeLink = /[/\\@:]|[\p{L}\p{N}][.。][\p{L}\p{N}]|www/iu.test(line.normalize('NFKC'));
  return line === '' || looksLikeLink || [...line].length > LONGEST_GREETING ? undefined : line;
}
