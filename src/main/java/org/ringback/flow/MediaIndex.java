package org.ringback.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Ending;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.media.MediaFlow;
import org.ringback.media.MediaSeen;
import org.ringback.media.MediaStream;

/** Finds the streams of a call by the ports that it announced, by the way back, and by their source. */
public final class MediaIndex {

    /** Media may come before the message that announces them: both take their own way. */
    private static final long EARLY = 2_000_000;

    /** And begin so soon after the call is over that they still belong to it. */
    private static final long LATE = 1_000_000;

    /** No call has more; a hostile one may name every port there is. */
    private static final int MOST = 256;

    private final MediaSeen seen;
    private final PortStreams byDestination = new PortStreams(MOST);
    private final PortStreams bySource = new PortStreams(MOST);
    private final SourceStreams byName = new SourceStreams();
    private final FlowIndex flows;
    private final UnseenIndex unseen;
    private final SetupIndex setup;
    private final Set<String> hosts = new HashSet<>();
    private final Set<Way> ways = new HashSet<>();
    private long lastSeen = Captured.NO_TIME;

    /** From one host to another. */
    private record Way(String from, String to) {}

    public MediaIndex(MediaSeen seen) {
        this.seen = seen;
        setup = new SetupIndex(seen.setup());
        flows = new FlowIndex(seen.flows());
        unseen = new UnseenIndex(seen.unseen());
        Stream.concat(seen.streams().stream(), seen.doubtful().stream())
                .sorted(Comparator.comparingLong(stream -> stream.first().time()))
                .forEach(this::add);
        for (MediaStream stream : seen.streams()) {
            for (String host : ends(stream)) {
                byName.add(host, stream);
                hosts.add(host);
            }
            ways.add(new Way(stream.source().host(), stream.destination().host()));
            lastSeen = Math.max(lastSeen, stream.last().time());
        }
        for (MediaFlow flow : seen.flows()) {
            ways.add(new Way(flow.source().host(), flow.destination().host()));
        }
    }

    private void add(MediaStream stream) {
        byDestination.add(stream.destination(), stream);
        bySource.add(stream.source(), stream);
    }

    private static Set<String> ends(MediaStream stream) {
        return Set.copyOf(List.of(stream.source().host(), stream.destination().host()));
    }

    /** All media of what was read. */
    public MediaSeen seen() {
        return seen;
    }

    /** The media of a call. */
    public CallMedia of(Call call) {
        if (call.kind() != CallKind.CALL || seen.empty()) {
            return CallMedia.NONE;
        }
        return new Search(call).found();
    }

    private CallMedia.Captured captured(Set<String> announced) {
        if (seen.streams().isEmpty()) {
            return CallMedia.Captured.NOTHING;
        }
        return Collections.disjoint(hosts, announced) ? CallMedia.Captured.ELSEWHERE : CallMedia.Captured.HERE;
    }

    /** Gathers the streams of one call. */
    private final class Search {
        private final List<Announced> announced;
        private final long begin;
        private final long over;
        private final Set<Way> signaled = new HashSet<>();
        private final Set<Integer> files = new HashSet<>();
        private final List<CallStream> found = new ArrayList<>();
        private final Set<MediaStream> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Map<Endpoint, Announced> firstOf = new LinkedHashMap<>();

        private Search(Call call) {
            announced = Announced.of(call);
            begin = call.opening().time();
            for (Message message : call.messages()) {
                var captured = message.captured();
                files.add(captured.file());
                if (captured.counted() == Captured.Counted.PACKETS) {
                    signaled.add(new Way(
                            captured.source().host(), captured.destination().host()));
                }
            }
            over = ended(call) && call.end() != Captured.NO_TIME ? call.end() + LATE : Long.MAX_VALUE;
        }

        private static boolean ended(Call call) {
            return call.outcome().failed()
                    || call.outcome().ending() == Ending.CANCELED
                    || call.messages().stream().anyMatch(message -> message.request("BYE"));
        }

        private CallMedia found() {
            for (Announced each : announced) {
                for (Endpoint port : each.ports()) {
                    firstOf.putIfAbsent(port, each);
                }
            }
            firstOf.forEach((port, by) -> announced(by, port));
            List.copyOf(found).forEach(this::wayBack);
            List.copyOf(found).forEach(this::sameSource);
            Set<String> asked = firstOf.keySet().stream().map(Endpoint::host).collect(Collectors.toSet());
            return new CallMedia(
                    announced,
                    found.stream()
                            .sorted(Comparator.comparingLong((CallStream each) ->
                                            each.stream().first().time())
                                    .thenComparingLong(
                                            each -> each.stream().first().frame()))
                            .toList(),
                    TakenOver.of(firstOf, byDestination).stream()
                            .filter(stream -> !taken.contains(stream))
                            .toList(),
                    List.copyOf(flows.of(firstOf.keySet(), this::began)),
                    unseen.of(firstOf, found, this::began),
                    setup.checks(announced, firstOf, this::began),
                    setup.handshakes(firstOf, this::began),
                    watched(),
                    sides(signaled),
                    lastSeen,
                    captured(asked),
                    OutOfTime.passedOver(seen, over),
                    new OutOfTime(begin - EARLY, over - LATE, files).between(firstOf, byDestination),
                    List.of());
        }

        private Set<Side> watched() {
            Set<Side> watched = sides(ways);
            found.forEach(each -> watched.add(each.toward()));
            return watched;
        }

        /** The sides to whose hosts one of the ways leads from a host of the other side. */
        private Set<Side> sides(Set<Way> taken) {
            Set<Side> sides = EnumSet.noneOf(Side.class);
            for (Side side : Side.values()) {
                Set<String> there = hosts(side);
                for (String from : hosts(side.other())) {
                    // Within one host a way says nothing of its direction.
                    if (there.stream().anyMatch(to -> !to.equals(from) && taken.contains(new Way(from, to)))) {
                        sides.add(side);
                    }
                }
            }
            return sides;
        }

        /** Where a side asked for media last, and where its streams came from and went to. */
        private Set<String> hosts(Side side) {
            Set<String> hosts = new HashSet<>();
            announced.stream()
                    .filter(each -> each.side() == side)
                    .reduce((_, last) -> last)
                    .ifPresent(last -> last.ports().forEach(port -> hosts.add(port.host())));
            found.forEach(each -> {
                MediaStream stream = each.stream();
                hosts.add((each.toward() == side ? stream.destination() : stream.source()).host());
            });
            return hosts;
        }

        private void announced(Announced by, Endpoint port) {
            for (MediaStream stream : during(byDestination, port)) {
                add(stream, by.side(), CallStream.Basis.ANNOUNCED, Optional.of(by), sender(stream));
            }
            for (MediaStream stream : during(bySource, port)) {
                if (!firstOf.containsKey(stream.destination())) {
                    add(stream, by.side().other(), CallStream.Basis.SENT_FROM, Optional.empty(), Optional.of(by));
                }
            }
        }

        private Optional<Announced> sender(MediaStream stream) {
            return Optional.ofNullable(firstOf.get(stream.source()));
        }

        private void wayBack(CallStream known) {
            MediaStream there = known.stream();
            for (MediaStream stream : byDestination.all(there.source())) {
                if (goesBack(stream, there) && meet(stream, there)) {
                    add(
                            stream,
                            known.toward().other(),
                            CallStream.Basis.WAY_BACK,
                            last(known.toward().other(), stream),
                            known.receiver());
                }
            }
        }

        /**
         * Over the very way; or from another port of the same host, where the port to which it goes was announced by nobody, so
         * that only who has received from there can know it.
         */
        private boolean goesBack(MediaStream stream, MediaStream there) {
            return stream.source().equals(there.destination())
                    || (stream.source().host().equals(there.destination().host())
                            && !firstOf.containsKey(there.source()));
        }

        private void sameSource(CallStream known) {
            MediaStream of = known.stream();
            for (String host : ends(of)) {
                for (MediaStream stream : byName.of(of.ssrc(), host)) {
                    if (meet(stream, of)) {
                        add(
                                stream,
                                known.toward(),
                                CallStream.Basis.SAME_SOURCE,
                                last(known.toward(), stream),
                                known.sender());
                    }
                }
            }
        }

        private static boolean meet(MediaStream one, MediaStream other) {
            return one.first().time() <= other.last().time() + EARLY
                    && other.first().time() <= one.last().time() + EARLY;
        }

        /** What a side announced last before a stream began, else first of all. */
        private Optional<Announced> last(Side side, MediaStream stream) {
            Announced last = null;
            for (Announced each : announced) {
                if (each.side() == side
                        && (last == null || each.time() <= stream.first().time())) {
                    last = each;
                }
            }
            return Optional.ofNullable(last);
        }

        private void add(
                MediaStream stream,
                Side toward,
                CallStream.Basis basis,
                Optional<Announced> receiver,
                Optional<Announced> sender) {
            if (found.size() < MOST && taken.add(stream)) {
                found.add(new CallStream(stream, toward, basis, receiver, sender));
            }
        }

        /** The streams of a port that began while it was the call's. */
        private List<MediaStream> during(PortStreams streams, Endpoint port) {
            long since = firstOf.get(port).time();
            return streams.begun(port, since == Captured.NO_TIME ? since : since - EARLY, over);
        }

        /** What began long before the port was announced belongs to whoever had the port before. */
        private boolean began(long first, Endpoint port) {
            long since = firstOf.get(port).time();
            if (since == Captured.NO_TIME || first == Captured.NO_TIME) {
                return true;
            }
            return first >= since - EARLY && first <= over;
        }
    }
}
