package org.ringback.words;

import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.Places;
import org.ringback.language.Texts;

/** What a host is called where a message is shown: its address, or words for the system that wrote a log. */
public final class HostWords {

    private HostWords() {}

    public static String of(Endpoint endpoint, Texts texts) {
        return new Places(texts).say(endpoint);
    }
}
