package org.ringback.ladder;

import java.util.List;
import org.ringback.sip.Printable;
import org.ringback.sip.Sdp;

/** The session description of a message, in short. */
public record Media(Role role, List<Stream> streams) {

    /** What it is for (RFC 3264). */
    public enum Role {
        OFFER,
        ANSWER,
        /** An answer in a provisional response that need not arrive. */
        EARLY_ANSWER,
        /** Neither: a repetition of what was said, or its beginning was not captured. */
        OTHER
    }

    /**
     * One stream.
     *
     * @param kind audio, video, image and so on
     * @param direction as its sender sees it
     * @param off whether it is refused: its port is 0
     */
    public record Stream(String kind, Sdp.Direction direction, boolean off) {}

    public Media {
        streams = List.copyOf(streams);
    }

    static Media of(Role role, Sdp sdp) {
        return new Media(
                role,
                sdp.media().stream()
                        .map(media -> new Stream(Printable.brief(media.kind()), media.direction(), media.off()))
                        .toList());
    }
}
