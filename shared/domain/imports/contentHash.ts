/** A running hash of a row's values, to tell a repeated row from one that contradicts; not for storage. */

export class ContentHash {
  private a = 0;
  private b = 0;

  reset(): void {
    this.a = 0x811c9dc5 | 0;
    this.b = 0x2545f491;
  }

  private add(value: number): void {
    this.a = Math.imul(this.a ^ value, 0x01000193);
    this.b = (Math.imul(this.b, 31) + value) | 0;
    this.a ^= this.a >>> 15;
  }

  /** One value; its length counts, so that neighbours cannot trade characters. */
  addText(text: string): void {
    let hash = text.length;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    this.add(hash);
  }

  addNumber(value: number): void {
    this.add(value | 0);
    this.add((value / 0x1_0000_0000) | 0);
  }

  /** 53 bits. */
  get value(): number {
    return (this.a >>> 0) * 0x200000 + (this.b >>> 11);
  }
}
