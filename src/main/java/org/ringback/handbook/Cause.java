package org.ringback.handbook;

/** A typical cause and how to confirm that it is the one. */
public record Cause(String cause, String confirm) {}
