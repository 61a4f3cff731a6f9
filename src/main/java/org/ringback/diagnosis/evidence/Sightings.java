package org.ringback.diagnosis.evidence;

import org.ringback.capture.wire.Sighting;
import org.ringback.media.ConnectivityChecks;
import org.ringback.media.DtlsHandshake;
import org.ringback.media.Goodbye;
import org.ringback.media.MediaFlow;
import org.ringback.media.MediaStream;
import org.ringback.media.Moment;
import org.ringback.media.ReceiverReport;
import org.ringback.media.UnseenStream;

/** Packets of streams as proof. */
public final class Sightings {

    private Sightings() {}

    public static Sighting first(MediaStream stream) {
        return of(stream, stream.first());
    }

    public static Sighting last(MediaStream stream) {
        return of(stream, stream.last());
    }

    /** One of its packets. */
    public static Sighting of(MediaStream stream, Moment packet) {
        return new Sighting(
                stream.file(), packet.frame(), packet.time(), stream.source(), stream.destination(), Sighting.Kind.RTP);
    }

    public static Sighting first(MediaFlow flow) {
        return of(flow, flow.first());
    }

    public static Sighting last(MediaFlow flow) {
        return of(flow, flow.last());
    }

    private static Sighting of(MediaFlow flow, Moment packet) {
        return new Sighting(
                flow.file(), packet.frame(), packet.time(), flow.source(), flow.destination(), Sighting.Kind.UDP);
    }

    /** The packet with which the sender of a stream said that it leaves. */
    public static Sighting goodbye(MediaStream stream, Goodbye said) {
        return new Sighting(
                stream.file(),
                said.packet().frame(),
                said.packet().time(),
                stream.source(),
                stream.destination(),
                Sighting.Kind.RTCP);
    }

    /** A check of ICE, or the answer to one. */
    public static Sighting of(ConnectivityChecks checks, Moment packet, boolean answer) {
        return new Sighting(
                checks.file(),
                packet.frame(),
                packet.time(),
                answer ? checks.destination() : checks.source(),
                answer ? checks.source() : checks.destination(),
                Sighting.Kind.STUN);
    }

    /** A packet of a handshake, from its client or its server. */
    public static Sighting of(DtlsHandshake handshake, Moment packet, boolean ofClient) {
        return new Sighting(
                handshake.file(),
                packet.frame(),
                packet.time(),
                ofClient ? handshake.client() : handshake.server(),
                ofClient ? handshake.server() : handshake.client(),
                Sighting.Kind.DTLS);
    }

    /** A report on a stream of which only RTCP tells. */
    public static Sighting of(UnseenStream stream, Moment packet) {
        return new Sighting(
                stream.file(), packet.frame(), packet.time(), stream.teller(), stream.told(), Sighting.Kind.RTCP);
    }

    /** The last report on a stream. */
    public static Sighting of(MediaStream stream, ReceiverReport report) {
        return new Sighting(
                stream.file(),
                report.last().frame(),
                report.last().time(),
                report.reporter(),
                stream.source(),
                Sighting.Kind.RTCP);
    }
}
