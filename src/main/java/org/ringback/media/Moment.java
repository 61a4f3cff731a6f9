package org.ringback.media;

import org.ringback.capture.wire.Captured;

/**
 * One packet: when it was captured and where it stands.
 *
 * @param time as {@link Captured#time()}
 * @param frame number of the packet in its file, counted from 1
 */
public record Moment(long time, long frame) {}
