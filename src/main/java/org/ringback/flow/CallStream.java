package org.ringback.flow;

import java.util.Optional;
import org.ringback.capture.wire.Sighting;
import org.ringback.media.MediaStream;
import org.ringback.sip.Sdp;

/**
 * A stream of a call.
 *
 * @param toward who was to hear it
 * @param receiver what was announced for its destination, if that is how it is known, or else what the side that was to hear it
 *     announced last before it began
 * @param sender what was announced for the port that it came from, if it was
 */
public record CallStream(
        MediaStream stream, Side toward, Basis basis, Optional<Announced> receiver, Optional<Announced> sender) {

    /** How it is known that the stream is the call's; the surest first. */
    public enum Basis {
        /** It goes to a port that a description of the call names. */
        ANNOUNCED,
        /** It comes from such a port: those who receive also send from there (RFC 4961). */
        SENT_FROM,
        /** It goes back over the way of a stream of the call. */
        WAY_BACK,
        /** It has the source of a stream of the call, and touches a host of its streams: somebody passes it on. */
        SAME_SOURCE
    }

    /** Whether a packet goes the way of the stream, or back: it is one of it, or speaks of it. */
    public boolean concerns(Sighting packet) {
        boolean there =
                stream.source().equals(packet.source()) && stream.destination().equals(packet.destination());
        boolean back = stream.source().equals(packet.destination())
                && stream.destination().equals(packet.source());
        return stream.file() == packet.file() && (there || back);
    }

    /** Whether it carries sound by what is known of it; not known counts as sound. */
    public boolean sound() {
        return receiver.or(() -> sender).map(Announced::sound).orElse(true);
    }

    /** What a payload type stands for: who receives decides (RFC 3264, 5.1), but some number as the sender does. */
    public Optional<Sdp.Format> format(int payloadType) {
        return receiver.flatMap(known -> known.format(payloadType))
                .or(() -> sender.flatMap(known -> known.format(payloadType)));
    }
}
