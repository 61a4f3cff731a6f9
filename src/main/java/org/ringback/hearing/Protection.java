package org.ringback.hearing;

import java.util.Locale;
import java.util.stream.Stream;
import org.ringback.flow.Announced;
import org.ringback.flow.CallMedia;
import org.ringback.flow.CallStream;

/** Whether a stream is encrypted (RFC 3711), told without a key: else encrypted sound would be played as loud noise. */
enum Protection {
    ENCRYPTED,
    NONE;

    /** Tags of SRTP: HMAC-SHA1 with 32 or 80 bits, with or without a key identifier, or GCM. */
    private static final int SHORTEST_TAG = 4;

    private static final int LONGEST_TAG = 20;

    /** A mean so near a whole number is that of packets of one length. */
    private static final double NEAR = 0.1;

    /**
     * By how long its packets are where its codec tells that, else by what was agreed.
     *
     * @param keys whether the messages name some for it
     */
    static Protection of(CallStream stream, CallMedia media, boolean keys) {
        double beyond = stream.stream().beyondSamples().orElse(Double.NaN);
        long tag = Math.round(beyond);
        boolean even = Math.abs(beyond - tag) < NEAR;
        if (even && tag == 0) {
            return NONE;
        }
        boolean tagged = even && SHORTEST_TAG <= tag && tag <= LONGEST_TAG;
        return tagged || keys || described(stream) || !media.handshakes().isEmpty() ? ENCRYPTED : NONE;
    }

    /** Whether one of its ends asks for it: RTP/SAVP, UDP/TLS/RTP/SAVPF and the like. */
    private static boolean described(CallStream stream) {
        return Stream.of(stream.receiver(), stream.sender())
                .flatMap(end -> end.stream())
                .map(Announced::media)
                .anyMatch(line -> line.protocol().toUpperCase(Locale.ROOT).contains("SAVP"));
    }
}
