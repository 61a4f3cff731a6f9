package org.ringback.diagnosis.evidence;

import java.util.Optional;
import org.ringback.call.Message;

/** The causes of the telephone network in Reason headers (RFC 3326). */
public final class Causes {

    private Causes() {}

    /** The first Q.850 cause of a message: 1 to 127. */
    public static Optional<Integer> of(Message message, Case examined) {
        return examined.read(message).reasons().stream()
                .filter(reason -> reason.protocol().equalsIgnoreCase("Q.850")
                        && reason.cause().isPresent())
                .map(reason -> reason.cause().getAsInt())
                .filter(cause -> cause > 0 && cause < 128)
                .findFirst();
    }
}
