package org.ringback.pseudonym;

import java.util.List;
import java.util.function.LongUnaryOperator;
import org.ringback.capture.wire.Captured;

/**
 * Messages with pseudonyms.
 *
 * @param messages as many as were given, in their order, in memory of their own
 * @param clock gives for a time around the original, in microseconds since 1970, the one around these
 */
public record Pseudonymized(List<Captured> messages, Preview preview, LongUnaryOperator clock) {

    public Pseudonymized {
        messages = List.copyOf(messages);
    }
}
