package org.ringback.statistics;

/**
 * The calls that have something in common.
 *
 * @param name a code, a host, or the name of a program, as it stands in the messages
 */
public record Group(String name, Count count) {}
