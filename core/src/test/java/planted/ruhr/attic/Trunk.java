package planted.ruhr.attic;

/** Lives in a room that is not in the plan and has no sign at its door. */
public record Trunk() {}
