package planted.ruhr.model;

import planted.ruhr.value.LooksRight;

/** Closes a circle. */
public record Thing(LooksRight back) {}
