package org.ringback.window.message;

import org.ringback.language.NamedKey;

/** What stands around a message. */
enum MessageText implements NamedKey {
    SELECT,
    READ,
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
    LINE,
    PACKET_OF_FILE,
    LINE_OF_FILE,
    UNKNOWN_HEADER,
    UNKNOWN_ADDRESS;

    @Override
    public String group() {
        return "message";
    }
}
