package planted.ruhr.value;

import planted.ruhr.model.Thing;

/** Stands in the leftmost room and knows one on its right. */
public record LooksRight(Thing thing) {}
