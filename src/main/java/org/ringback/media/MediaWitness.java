package org.ringback.media;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Endpoints;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.payload.Witness;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;

/** Measures the media of one file while it is read. */
public final class MediaWitness implements Witness {

    private static final int LOWEST_PORT = 1024;
    private static final int DNS = 53;

    /** That a source was captured on its way from a host, or to one. */
    private record Way(int ssrc, String from, String to) {}

    private final int file;
    private final long offset;
    private final StreamTable streams = new StreamTable();
    private final ReportTable reports = new ReportTable();
    private final FlowTable flows = new FlowTable();
    private final CheckTable checks = new CheckTable();
    private final DtlsTable handshakes = new DtlsTable();
    private boolean over;
    private MediaSeen seen;

    /**
     * For one file.
     *
     * @param file its index in the order given
     * @param offset what is added to the time of each packet, in microseconds
     */
    public MediaWitness(int file, long offset) {
        this.file = file;
        this.offset = offset;
    }

    @Override
    public void datagram(Packet packet, long from, long to) {
        if (to <= from || service(packet.addresses.sourcePort, packet.addresses.destinationPort)) {
            return;
        }
        MemorySegment bytes = packet.bytes;
        long time = packet.time == Captured.NO_TIME ? packet.time : Captured.told(packet.time + offset);
        long head = Rtp.head(bytes, from, to);
        if (Rtp.is(bytes, head, from, to, packet.missing)) {
            StreamMeter meter = streams.of(packet, Rtp.ssrc(bytes, from), time);
            if (meter != null) {
                meter.add(packet, head, from, to, time);
            }
        } else {
            noRtp(packet, from, to, time);
        }
    }

    private void noRtp(Packet packet, long from, long to, long time) {
        MemorySegment bytes = packet.bytes;
        if (Rtcp.is(bytes, from, to)) {
            rtcp(packet, from, to, time);
        } else if (!blank(bytes, from, to)) {
            MediaFlow.Kind kind = FlowTable.kind(bytes, from, to);
            boolean secret = kind == MediaFlow.Kind.OTHER && handshakes.secret(packet, from, to);
            other(packet, secret ? MediaFlow.Kind.DTLS : kind, from, to, time);
        }
    }

    private void other(Packet packet, MediaFlow.Kind kind, long from, long to, long time) {
        flows.add(packet, kind, time);
        switch (kind) {
            case STUN -> checks.add(packet, from, to, time);
            case DTLS -> handshakes.add(packet, from, to, time);
            default -> {
                // It tells no more.
            }
        }
    }

    /** Media have ports of their own; between the services of a system nobody talks. */
    private static boolean service(int source, int destination) {
        return (source < LOWEST_PORT && destination < LOWEST_PORT) || source == DNS || destination == DNS;
    }

    /** Keep-alives: nothing, line ends or zeros (RFC 6263, RFC 5626). */
    private static boolean blank(MemorySegment bytes, long from, long to) {
        if (to - from > Long.BYTES) {
            return false;
        }
        for (long at = from; at < to; at++) {
            int octet = Bytes.u8(bytes, at);
            if (octet != 0 && octet != '\r' && octet != '\n') {
                return false;
            }
        }
        return true;
    }

    private void rtcp(Packet packet, long from, long to, long time) {
        if (Rtcp.whole(packet.bytes, from, to)) {
            reports.from(packet.addresses, time, packet.frame);
            Rtcp.read(packet.bytes, from, to, reports);
            flows.add(packet, MediaFlow.Kind.RTCP, time);
        } else {
            boolean secret = packet.missing == 0;
            if (secret && Rtcp.blocks(packet.bytes, from) > 0) {
                reports.secret(packet.addresses, time, packet.frame);
            }
            flows.add(packet, secret ? MediaFlow.Kind.SRTCP : MediaFlow.Kind.RTCP, time);
        }
    }

    @Override
    public void end(long last) {
        over = true;
    }

    /** What was seen so far. */
    public MediaSeen seen() {
        if (seen == null || !over) {
            seen = measured();
        }
        return seen;
    }

    private MediaSeen measured() {
        Map<Integer, List<ReceiverReport>> bySource = reports.bySource();
        List<MediaStream> believed = new ArrayList<>();
        List<MediaStream> doubtful = new ArrayList<>();
        Set<Way> ways = new HashSet<>();
        var endpoints = new Endpoints();
        Consumer<StreamMeter> measure = meter -> {
            AddressPair ends = meter.addresses;
            Endpoint source = endpoints.of(ends.ipv6, ends.sourceHigh, ends.sourceLow, ends.sourcePort);
            Endpoint destination =
                    endpoints.of(ends.ipv6, ends.destinationHigh, ends.destinationLow, ends.destinationPort);
            List<ReceiverReport> about = bySource.getOrDefault(meter.ssrc, List.of()).stream()
                    .filter(report -> !report.reporter().host().equals(source.host()))
                    .toList();
            if (reports.tellsOfStreams()) {
                ways.add(new Way(meter.ssrc, source.host(), ""));
                ways.add(new Way(meter.ssrc, "", destination.host()));
            }
            (meter.believed() ? believed : doubtful)
                    .add(meter.measured(file, source, destination, about, reports.left(source.host(), meter.ssrc)));
        };
        if (over) {
            streams.lastOfEach(measure);
        } else {
            streams.forEach(measure);
        }
        return MediaSeen.sorted(
                believed,
                doubtful,
                flows.counted(file),
                reports.unseen(
                        file,
                        (ssrc, host) -> ways.contains(new Way(ssrc, "", host)),
                        (ssrc, host) -> ways.contains(new Way(ssrc, host, ""))),
                new MediaSetup(checks.counted(file), handshakes.followed(file)),
                Stream.of(
                                streams.passedOver(file),
                                flows.passedOver(file),
                                checks.passedOver(file),
                                handshakes.passedOver(file),
                                reports.passedOver(file))
                        .flatMap(Optional::stream)
                        .toList());
    }
}
