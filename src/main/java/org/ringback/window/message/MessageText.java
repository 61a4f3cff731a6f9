package org.ringback.window.message;

import java.util.Locale;
import org.ringback.language.TextKey;

/** What stands around a message. */
enum MessageText implements TextKey {
    SELECT,
    COPY,
    COMPARE,
    END_COMPARISON,
    COMPARE_CODES,
    OPEN_CODE,
    ONLY_DIFFERENCES,
    START_LINE,
    BODY,
    MISSING,
    NO_DIFFERENCES,
    DOUBTS,
    DOUBT,
    FACTS,
    NO_TIME,
    PACKET,
    UNKNOWN_HEADER,
    UNKNOWN_ADDRESS;

    @Override
    public String key() {
        return "message." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
