package org.ringback.statistics;

/**
 * The calls that began in one stretch of time.
 *
 * @param start in microseconds since 1970
 */
public record Period(long start, Count count) {}
