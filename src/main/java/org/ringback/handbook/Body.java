package org.ringback.handbook;

/** A body that belongs in a response. */
public record Body(BodyKind kind, HeaderStrength strength) {}
