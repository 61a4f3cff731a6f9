package org.ringback.words;

import org.ringback.export.MadeUp;
import org.ringback.language.NamedKey;
import org.ringback.pseudonym.Preview.Where;
import org.ringback.pseudonym.PseudonymKind;

/** The words of calls that are given to somebody else, and of what has to be said before that. */
public enum ShareText implements NamedKey {
    TITLE,
    LADDER,
    MESSAGES,
    SEE,
    NOTE,
    MARKED,
    PSEUDONYMS,
    LIMITS,
    LIMITS_BLURRED,
    STAYS_LINE,
    STAYS_STREAMS,
    STREAMS,
    MADE_UP_TIME,
    MADE_UP_ADDRESS,
    MADE_UP_PORT,
    MADE_UP_TRANSPORT,
    MADE_UP_PLAIN_TCP,
    MADE_UP_STREAM_AS_UDP,
    MADE_UP_DATAGRAM_AS_TCP,
    KIND_NUMBER,
    KIND_NAME,
    KIND_DOMAIN,
    KIND_ADDRESS,
    KIND_IDENTIFIER,
    KIND_SECRET,
    KIND_TEXT,
    STAYS_SOFTWARE,
    STAYS_EMERGENCY,
    STAYS_PHRASE,
    STAYS_HEADER,
    STAYS_BODY;

    /** What a file says that the messages do not, as a sentence. */
    public static ShareText of(MadeUp madeUp) {
        return valueOf("MADE_UP_" + madeUp.name());
    }

    /** The name of values that were replaced. */
    public static ShareText of(PseudonymKind kind) {
        return valueOf("KIND_" + kind.name());
    }

    /** The name of what stays. */
    public static ShareText of(Where where) {
        return valueOf("STAYS_" + where.name());
    }

    @Override
    public String group() {
        return "share";
    }
}
