package org.ringback.pseudonym;

import java.util.List;
import org.ringback.capture.wire.Captured;

/**
 * Messages with pseudonyms.
 *
 * @param messages as many as were given, in their order, in memory of their own
 */
public record Pseudonymized(List<Captured> messages, Preview preview) {

    public Pseudonymized {
        messages = List.copyOf(messages);
    }
}
