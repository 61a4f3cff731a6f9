package org.ringback.flow;

import java.util.List;
import java.util.Set;
import org.ringback.media.MediaFlow;
import org.ringback.media.MediaStream;
import org.ringback.media.PassedOver;

/**
 * The media of one call.
 *
 * @param announced where media were asked for, in order of the messages
 * @param streams of the call, in order of their first packet
 * @param takenOver streams of another call that go on between the ports of this one; they are not among its streams
 * @param flows of other datagrams to or from the ports that were announced
 * @param unseen streams of sound of which only RTCP tells
 * @param checks by which its sides look for a way to each other
 * @param handshakes by which they agree on keys
 * @param watched the sides toward whose hosts something was captured that came from a host of the other side, of this call or of
 *     another one: what they are sent passes the capture point
 * @param along the sides toward whose hosts packets with messages of the call were captured that came from a host of the other
 *     side: media between the two take the same way, unless somebody left them out
 * @param lastSeen when the last packet of RTP was captured, of whatever call: until then it would have been seen
 * @param captured what media this capture holds at all, so that nobody takes what was not captured for what was not sent
 * @param passedOver of what there was too much to measure all of it before the call was over: nobody can say that it was not there
 * @param otherClock whether streams between its very ports stand in a file without its messages, at a time when the call was not:
 *     they are likely its own, and the clock of that file is another one
 * @param told what the two that talked measured themselves and reported in other messages
 */
public record CallMedia(
        List<Announced> announced,
        List<CallStream> streams,
        List<MediaStream> takenOver,
        List<MediaFlow> flows,
        List<CallUnseen> unseen,
        List<CallChecks> checks,
        List<CallHandshake> handshakes,
        Set<Side> watched,
        Set<Side> along,
        long lastSeen,
        Captured captured,
        Set<PassedOver.Kind> passedOver,
        boolean otherClock,
        List<ToldQuality> told) {

    /** Of what has no media. */
    static final CallMedia NONE = new CallMedia(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Set.of(),
            Long.MIN_VALUE,
            Captured.NOTHING,
            Set.of(),
            false,
            List.of());

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
        takenOver = List.copyOf(takenOver);
        flows = List.copyOf(flows);
        unseen = List.copyOf(unseen);
        checks = List.copyOf(checks);
        handshakes = List.copyOf(handshakes);
        watched = Set.copyOf(watched);
        along = Set.copyOf(along);
        passedOver = Set.copyOf(passedOver);
        told = List.copyOf(told);
    }

    CallMedia told(List<ToldQuality> reports) {
        return new CallMedia(
                announced,
                streams,
                takenOver,
                flows,
                unseen,
                checks,
                handshakes,
                watched,
                along,
                lastSeen,
                captured,
                passedOver,
                otherClock,
                reports);
    }

    /** Whether all media that came while the call lasted were looked at. */
    public boolean whole() {
        return passedOver.isEmpty();
    }

    /** Whether all its RTP was, in its own time, and all that is reported of it. */
    public boolean wholeRtp() {
        return !otherClock
                && !passedOver.contains(PassedOver.Kind.STREAMS)
                && !passedOver.contains(PassedOver.Kind.REPORTERS);
    }

    /** Whether a stream goes on in this call that began in another one. */
    public boolean takesOver(MediaStream stream) {
        return takenOver.contains(stream);
    }

    /** The lines of sound by which one side said where it wants media, in order. */
    public List<Announced> soundOf(Side side) {
        return announced.stream()
                .filter(each -> each.side() == side && each.sound())
                .toList();
    }

    /** The streams of sound that one side was to hear. */
    public List<CallStream> toward(Side side) {
        return streams.stream()
                .filter(stream -> stream.toward() == side && stream.sound())
                .toList();
    }

    /**
     * Which media lines asked for what a stream carries most: those of the side that was to hear it, for the port to which it
     * goes. Where several lines share a port (RFC 9143) the payload type tells them apart.
     */
    public List<Announced> lines(CallStream stream) {
        int type = stream.stream().mainPayload();
        return announced.stream()
                .filter(each -> each.side() == stream.toward()
                        && each.ports().contains(stream.stream().destination())
                        && each.format(type).isPresent())
                .toList();
    }
}
