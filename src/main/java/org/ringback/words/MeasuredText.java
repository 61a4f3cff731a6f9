package org.ringback.words;

import org.ringback.language.NamedKey;
import org.ringback.sip.VoiceQuality;

/** The words of what devices measured themselves. */
public enum MeasuredText implements NamedKey {
    HEADING,
    BY_RTCP,
    BY_PHONE,
    BY_OTHER,
    REPORT,
    SESSION,
    INTERVAL,
    ALERT,
    MOS_LISTENING,
    MOS_CONVERSATION,
    R,
    R_LISTENING,
    R_CONVERSATION,
    LOST,
    DISCARDED,
    BURSTS,
    JITTER,
    ROUND_TRIP,
    ONE_WAY,
    IN_DEVICE,
    BUFFER,
    NOTHING,
    GOODBYE,
    GOODBYE_REASON;

    /** When a report was sent. */
    static MeasuredText of(VoiceQuality.Kind kind) {
        return switch (kind) {
            case SESSION -> SESSION;
            case INTERVAL -> INTERVAL;
            case ALERT -> ALERT;
        };
    }

    @Override
    public String group() {
        return "measured";
    }
}
