package org.ringback.diagnosis;

import java.util.Optional;
import org.ringback.capture.wire.Endpoint;
import org.ringback.language.Inflected;
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

    /** The address; words for the system that wrote a log, which does not name itself, and for a host that nobody names. */
    public String say(Endpoint endpoint) {
        return words(endpoint)
                .map(words -> Inflected.of(texts.get(words)).plain())
                .orElseGet(endpoint::text);
    }

    /** The words that stand for a host without an address. */
    static Optional<NamedKey> words(Endpoint endpoint) {
        if (endpoint.equals(Endpoint.LOG_WRITER)) {
            return Optional.of(Word.LOG_WRITER);
        }
        return endpoint.host().isEmpty() ? Optional.of(UnknownText.HOST) : Optional.empty();
    }
}
