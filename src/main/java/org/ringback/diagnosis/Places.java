package org.ringback.diagnosis;

import org.ringback.capture.wire.Endpoint;
import org.ringback.language.NamedKey;
import org.ringback.language.Texts;

/** Says where a message came from or went to. */
public final class Places {

    private enum Word implements NamedKey {
        LOG_WRITER;

        @Override
        public String group() {
            return "place";
        }
    }

    private final Texts texts;

    public Places(Texts texts) {
        this.texts = texts;
    }

    /** The address; words for the system that wrote a log, which does not name itself. */
    public String say(Endpoint endpoint) {
        return endpoint.equals(Endpoint.LOG_WRITER) ? texts.get(Word.LOG_WRITER) : endpoint.shown();
    }
}
