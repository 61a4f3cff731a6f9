package org.ringback.flow;

import java.util.List;
import java.util.Set;
import org.ringback.media.MediaFlow;

/**
 * The media of one call.
 *
 * @param announced where media were asked for, in order of the messages
 * @param streams of the call, in order of their first packet
 * @param flows of other datagrams to or from the ports that were announced
 * @param watched the sides toward whose ports RTP was captured, of this call or of another one with the same host: what is sent
 *     there passes the capture point
 * @param lastSeen when the last packet of RTP was captured, of whatever call: until then it would have been seen
 * @param captured what media this capture holds at all, so that nobody takes what was not captured for what was not sent
 */
public record CallMedia(
        List<Announced> announced,
        List<CallStream> streams,
        List<MediaFlow> flows,
        Set<Side> watched,
        long lastSeen,
        Captured captured) {

    /** Of what has no media. */
    static final CallMedia NONE =
            new CallMedia(List.of(), List.of(), List.of(), Set.of(), Long.MIN_VALUE, Captured.NOTHING);

    /** Whether media of a call would have been seen if there had been some. */
    public enum Captured {
        /** No RTP at all was captured, of whatever call. */
        NOTHING,
        /** RTP was captured, but none that touches a host where this call asked for media. */
        ELSEWHERE,
        /** RTP to or from such a host was captured, of this call or of another one. */
        HERE
    }

    public CallMedia {
        announced = List.copyOf(announced);
        streams = List.copyOf(streams);
        flows = List.copyOf(flows);
        watched = Set.copyOf(watched);
    }

    /** The streams of sound that one side was to hear. */
    public List<CallStream> toward(Side side) {
        return streams.stream()
                .filter(stream -> stream.toward() == side && stream.sound())
                .toList();
    }
}
