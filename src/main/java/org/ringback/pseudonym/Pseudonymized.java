package org.ringback.pseudonym;

import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;

/**
 * Messages with pseudonyms.
 *
 * @param messages as many as were given, in their order, in memory of their own
 * @param clock gives for a time around the original, in microseconds since 1970, the one around these
 * @param endpoints gives for an endpoint of packets beside the messages the one that stands for it, the same as in these; keep it
 *     no longer than needed, for it knows the originals
 */
public record Pseudonymized(
        List<Captured> messages, Preview preview, LongUnaryOperator clock, UnaryOperator<Endpoint> endpoints) {

    public Pseudonymized {
        messages = List.copyOf(messages);
    }
}
