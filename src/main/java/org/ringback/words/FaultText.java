package org.ringback.words;

import org.ringback.language.TextKey;
import org.ringback.sip.Fault;

/** Names the sentence about a fault of a message. */
public final class FaultText {

    private FaultText() {}

    public static TextKey of(Fault fault) {
        return () -> "fault." + CallValues.id(fault);
    }
}
