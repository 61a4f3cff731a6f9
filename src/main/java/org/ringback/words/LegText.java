package org.ringback.words;

import org.ringback.call.LegLink;
import org.ringback.diagnosis.Listing;
import org.ringback.language.NamedKey;
import org.ringback.language.Texts;
import org.ringback.sip.Printable;

/** Why two calls are taken for legs of one, and how sure that is. */
public enum LegText implements NamedKey {
    SESSION_ID,
    CALL_ID_HEADER,
    CALL_ID_DERIVED,
    SHARED_ID,
    SAME_MEDIA,
    SAME_DESCRIPTION,
    SAME_NUMBERS,
    SAME_CALLER,
    SAME_CALLEE,
    SAME_GROUP,
    ALONE,
    SAME_TIMES,
    HIGH,
    MEDIUM,
    LOW;

    /** The reason and the confidence in one phrase. */
    public static String of(LegLink link, Texts texts) {
        return texts.get(reason(link), Listing.value(Printable.of(link.evidence())), texts.get(confidence(link)));
    }

    private static LegText reason(LegLink link) {
        return switch (link.reason()) {
            case SESSION_ID -> SESSION_ID;
            case CALL_ID_HEADER -> CALL_ID_HEADER;
            case CALL_ID_DERIVED -> CALL_ID_DERIVED;
            case SHARED_ID -> SHARED_ID;
            case SAME_MEDIA -> SAME_MEDIA;
            case SAME_DESCRIPTION -> SAME_DESCRIPTION;
            case SAME_NUMBERS -> SAME_NUMBERS;
            case SAME_CALLER -> SAME_CALLER;
            case SAME_CALLEE -> SAME_CALLEE;
            case SAME_GROUP -> SAME_GROUP;
            case ALONE -> ALONE;
            case SAME_TIMES -> SAME_TIMES;
        };
    }

    private static LegText confidence(LegLink link) {
        return switch (link.confidence()) {
            case HIGH -> HIGH;
            case MEDIUM -> MEDIUM;
            case LOW -> LOW;
        };
    }

    @Override
    public String group() {
        return "leg";
    }
}
