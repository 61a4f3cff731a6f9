package org.ringback.reading;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.payload.Witness;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Unusable;
import org.ringback.flow.Surroundings;
import org.ringback.media.MediaSeen;
import org.ringback.media.MediaWitness;
import org.ringback.network.NetworkEvents;
import org.ringback.network.NetworkWitness;

/** Those who look at what the packets of the files show besides messages, one set for each file. */
final class Witnesses implements Witness.Bench {

    private final List<Pair> pairs = new CopyOnWriteArrayList<>();

    /** Who looks at the media of a file, and who at its connections, errors and names. */
    private record Pair(int file, MediaWitness media, NetworkWitness network) implements Witness {

        @Override
        public void datagram(Packet packet, long from, long to) {
            media.datagram(packet, from, to);
            network.datagram(packet, from, to);
        }

        @Override
        public void icmp(Packet packet, long from, long to) {
            media.icmp(packet, from, to);
            network.icmp(packet, from, to);
        }

        @Override
        public void segment(Packet packet, long from, long data, long to) {
            media.segment(packet, from, data, to);
            network.segment(packet, from, data, to);
        }

        @Override
        public void repeated(Packet packet, int end, long size) {
            network.repeated(packet, end, size);
        }

        @Override
        public void end(long last) {
            media.end(last);
            network.end(last);
        }
    }

    @Override
    public Witness of(int file, long offset) {
        var pair = new Pair(file, new MediaWitness(file, offset), new NetworkWitness(file, offset));
        pairs.add(pair);
        return pair;
    }

    /** What they saw; for the thread that reads. */
    Surroundings seen() {
        return new Surroundings(
                MediaSeen.of(pairs.stream().map(pair -> pair.media().seen()).toList()),
                NetworkEvents.of(
                        pairs.stream().map(pair -> pair.network().events()).toList()));
    }

    /** Of what there was more in the files than is remembered, media first. */
    List<Unusable> floods(Surroundings seen) {
        Stream<Unusable> media = seen.media().passedOver().stream()
                .map(each ->
                        flood(each.file(), each.kind().name().toLowerCase(Locale.ROOT), each.limit(), each.packets()));
        Stream<Unusable> network = pairs.stream()
                .filter(pair -> pair.network().omitted() > 0)
                .map(pair -> flood(
                        pair.file(),
                        "events",
                        Limits.NETWORK_EVENTS,
                        pair.network().omitted()));
        return Stream.concat(media, network).toList();
    }

    private static Unusable flood(int file, String what, int limit, long others) {
        return new Unusable(file, 0, Unusable.Reason.FLOOD, what + " " + limit + " " + others);
    }
}
