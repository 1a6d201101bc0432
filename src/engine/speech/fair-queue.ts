/** Lanes served in turn, one item each: a long answer in one call keeps no other call waiting. */
export class FairQueue<Lane, Item> {
  /** In the order of their turns; none is empty. */
  readonly #lanes = new Map<Lane, Item[]>();

  add(lane: Lane, item: Item): void {
    const items = this.#lanes.get(lane);
    if (items) items.push(item);
    else this.#lanes.set(lane, [item]);
  }

  /** The first item of the lane whose turn it is. */
  take(): Item | undefined {
    for (const [lane, items] of this.#lanes) {
      const item = items.shift();
      this.#lanes.delete(lane);
      if (items.length > 0) this.#lanes.set(lane, items);
      return item;
    }
    return undefined;
  }

  /** Takes out what still waits in a lane. */
  drop(lane: Lane): readonly Item[] {
    const items = this.#lanes.get(lane) ?? [];
    this.#lanes.delete(lane);
    return items;
  }

  /** Takes out everything. */
  clear(): readonly Item[] {
    const items = [...this.#lanes.values()].flat();
    this.#lanes.clear();
    return items;
  }
}
