package org.ringback.report;

import org.ringback.capture.wire.Endpoint;

/**
 * What stands among the messages of a ladder and is none.
 *
 * @param time as {@link org.ringback.capture.wire.Captured#time()}
 * @param shaft what its arrow is made of
 * @param label what stands in the arrow; maybe nothing
 * @param said what is said of it; stands in the arrow where there is no label and it fits, else behind all columns
 */
record Insertion(long time, Endpoint source, Endpoint destination, Shaft shaft, String label, String said) {

    /** A message has a plain line. */
    enum Shaft {
        STREAM("="),
        NETWORK("~");

        private final String line;

        Shaft(String line) {
            this.line = line;
        }

        String line() {
            return line;
        }
    }
}
