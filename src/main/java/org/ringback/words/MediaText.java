package org.ringback.words;

import org.ringback.flow.CallMedia;
import org.ringback.flow.CallStream;
import org.ringback.flow.Side;
import org.ringback.language.NamedKey;

/** The words of streams of media. */
public enum MediaText implements NamedKey {
    TOWARD_CALLEE,
    TOWARD_CALLER,
    STREAM,
    STREAM_WHOLE,
    PLACES,
    WAY,
    FIRST_AND_LAST,
    FROM_TO,
    CODECS,
    PACKETS,
    COPIES,
    LOST,
    LOST_OF,
    NONE_LOST,
    JITTER,
    JITTER_VALUE,
    CLOCK,
    CLOCK_SLOW,
    CLOCK_FAST,
    DELAY,
    DELAY_GREW,
    LONGEST_GAP,
    PACKET_TIME,
    DSCP,
    QUALITY,
    QUALITY_VALUE,
    QUALITY_UNKNOWN,
    ANNOUNCED,
    SENT_FROM,
    WAY_BACK,
    SAME_SOURCE,
    REPORTED,
    REPORTED_VALUE,
    ROUND_TRIP,
    SINCE_ANSWER,
    SINCE_START,
    RATE,
    JITTER_UP_TO,
    NOTHING_CAPTURED,
    ELSEWHERE,
    HERE,
    NOT_THIS_WAY;

    /** Who speaks to whom. */
    static MediaText toward(Side side) {
        return side == Side.CALLEE ? TOWARD_CALLEE : TOWARD_CALLER;
    }

    /** How it is known whose a stream is. */
    static MediaText of(CallStream.Basis basis) {
        return switch (basis) {
            case ANNOUNCED -> ANNOUNCED;
            case SENT_FROM -> SENT_FROM;
            case WAY_BACK -> WAY_BACK;
            case SAME_SOURCE -> SAME_SOURCE;
        };
    }

    /** What a capture shows that holds no stream of a call. */
    public static MediaText none(CallMedia.Captured captured) {
        return switch (captured) {
            case NOTHING -> NOTHING_CAPTURED;
            case ELSEWHERE -> ELSEWHERE;
            case HERE -> HERE;
        };
    }

    @Override
    public String group() {
        return "media";
    }
}
