package org.ringback.flow;

import org.ringback.media.UnseenStream;

/**
 * A stream of sound of a call of which only RTCP tells.
 *
 * @param toward who is to hear it
 */
public record CallUnseen(UnseenStream stream, Side toward) {}
