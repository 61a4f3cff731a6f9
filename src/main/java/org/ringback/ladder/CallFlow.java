package org.ringback.ladder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Captured;
import org.ringback.flow.CallMedia;
import org.ringback.flow.CallNetwork;
import org.ringback.ladder.Ends.End;
import org.ringback.ladder.Peers.Way;
import org.ringback.sip.MessageHead;

/**
 * The legs of a call, read once, so that they can be arranged anew at every whim. Immutable. The bytes of the messages must
 * be readable while it is made, and are not needed afterwards.
 */
public final class CallFlow {

    private static final Comparator<Arrow> AS_CAPTURED = Comparator.comparingInt(
                    (Arrow arrow) -> arrow.message().captured().file())
            .thenComparingLong(arrow -> arrow.message().captured().frame());

    private final List<Arrow> arrows = new ArrayList<>();
    private final List<Relations> relations = new ArrayList<>();
    private final Map<Message, Integer> transactionOf = new HashMap<>();
    private final List<Stretch> stretches = new ArrayList<>();
    private final Ends ends;
    private final Hosts hosts;
    private final List<End> appearance;
    private final Bands bands;
    private final NetworkMarks marks;
    private int transactions;

    /** Reads the messages of calls beside which nothing is known. */
    public CallFlow(List<Call> legs) {
        this(legs, List.of(), List.of());
    }

    /**
     * Reads the messages.
     *
     * @param legs the call itself, then those that are shown with it; at least one
     * @param media of each of the legs, or nothing
     * @param network what it did to each of the legs, or nothing
     */
    public CallFlow(List<Call> legs, List<CallMedia> media, List<CallNetwork> network) {
        var content = new Content();
        for (int leg = 0; leg < legs.size(); leg++) {
            read(legs.get(leg), leg, content);
        }
        boolean timed = arrows.stream().noneMatch(arrow -> arrow.message().time() == Captured.NO_TIME);
        arrows.sort(
                timed
                        ? Comparator.comparingLong(
                                        (Arrow arrow) -> arrow.message().time())
                                .thenComparing(AS_CAPTURED)
                        : AS_CAPTURED);
        ends = new Ends(arrows);
        hosts = new Hosts(arrows, ends, content);
        appearance = appearance(legs);
        var sockets = new Sockets(hosts, appearance);
        bands = new Bands(media, ends, sockets);
        marks = new NetworkMarks(network, sockets);
    }

    /** Who sent a message, host and port as far as known, as its arrow shows it; empty if nothing tells. */
    public String sender(Message message) {
        return ends.from(message).socket();
    }

    /** Who got a message, as {@link #sender} tells who sent it. */
    public String receiver(Message message) {
        return ends.to(message).socket();
    }

    /** Whether there are streams to show. */
    public boolean hasStreams() {
        return !bands.isEmpty();
    }

    private void read(Call leg, int number, Content content) {
        List<Transaction> ofLeg = leg.transactions();
        Map<Message, Media> media = MediaRoles.of(leg, content);
        for (Transaction transaction : ofLeg) {
            int id = transactions++;
            Map<MessageHead, Message> originals = new HashMap<>();
            for (Message message : transaction.messages()) {
                MessageHead key = originalKey(message.head());
                Optional<Message> repeated =
                        message.retransmission() ? Optional.ofNullable(originals.get(key)) : Optional.empty();
                originals.putIfAbsent(key, message);
                transactionOf.put(message, id);
                arrows.add(
                        new Arrow(message, number, message.name(), Optional.ofNullable(media.get(message)), repeated));
            }
        }
        relations.add(new Relations(leg, ofLeg));
        stretches.addAll(new Stretches(leg, ofLeg, content).all());
    }

    /** A retransmission has these in common with what it repeats, and nothing else in its transaction does. */
    private static MessageHead originalKey(MessageHead head) {
        return new MessageHead(head.method(), head.status(), "", 0, "", head.toTag(), "", "");
    }

    /** The caller first, then everyone as they appear. */
    private List<End> appearance(List<Call> legs) {
        Message opening = legs.stream()
                .map(Call::opening)
                .min(Comparator.comparing((Message message) -> !message.request("INVITE"))
                        .thenComparingLong(Message::time))
                .orElseThrow();
        Stream<End> first = opening.head().request() ? Stream.of(ends.from(opening)) : Stream.empty();
        return Stream.concat(
                        first,
                        arrows.stream()
                                .map(Arrow::message)
                                .flatMap(message -> Stream.of(ends.from(message), ends.to(message))))
                .distinct()
                .toList();
    }

    /** What makes a column: what is wanted, or the ports of a host where it alone would make one column of loops. */
    public Grouping grouping(Grouping wanted) {
        boolean alone = appearance.stream()
                        .map(end -> hosts.id(end, wanted))
                        .distinct()
                        .limit(2)
                        .count()
                == 1;
        return alone ? Grouping.PORT : wanted;
    }

    /** Lays it out. */
    public Ladder ladder(Arrangement wanted) {
        Grouping grouping = grouping(wanted.grouping());
        List<Column> signaling = hosts.columns(appearance, grouping);
        List<Way> beside = new ArrayList<>(wanted.streams() ? bands.ways(grouping) : List.of());
        beside.addAll(marks.ways(grouping));
        List<Column> all = inOrder(Peers.beside(signaling, beside), wanted.order());
        List<Column> shown = all.stream()
                .filter(column -> !wanted.hidden().contains(column.id()))
                .toList();
        Map<String, Integer> places = new HashMap<>();
        IntStream.range(0, shown.size()).forEach(i -> places.put(shown.get(i).id(), i));
        Map<End, Integer> columns = new HashMap<>();
        appearance.forEach(end -> columns.put(end, places.getOrDefault(hosts.id(end, grouping), -1)));

        Map<Message, Draft> drafts = new LinkedHashMap<>();
        int leftOut = 0;
        for (Arrow arrow : arrows) {
            int from = columns.get(ends.from(arrow.message()));
            int to = columns.get(ends.to(arrow.message()));
            Draft original = wanted.folded() ? arrow.repeats().map(drafts::get).orElse(null) : null;
            if (from < 0 || to < 0) {
                leftOut++;
            } else if (original != null) {
                original.repeats().add(arrow.message());
            } else {
                drafts.put(arrow.message(), new Draft(arrow, from, to, new ArrayList<>()));
            }
        }
        List<Column> hidden = all.stream()
                .filter(column -> wanted.hidden().contains(column.id()))
                .toList();
        List<Row> rows = drafts.values().stream().map(Draft::row).toList();
        List<Line> lines = marks.among(rows, shown, hidden, grouping, wanted.folded());
        return new Ladder(
                shown,
                hidden,
                lines,
                Lanes.of(stretches, lines),
                wanted.streams() ? bands.among(lines, shown, grouping) : List.of(),
                leftOut,
                relations.size());
    }

    private record Draft(Arrow arrow, int from, int to, List<Message> repeats) {
        Row row() {
            return new Row(arrow.message(), arrow.leg(), from, to, arrow.label(), repeats, arrow.media());
        }
    }

    private static List<Column> inOrder(List<Column> columns, List<String> order) {
        Map<String, Integer> places = new HashMap<>();
        order.forEach(id -> places.putIfAbsent(id, places.size()));
        return columns.stream()
                .sorted(Comparator.comparingInt(column -> places.getOrDefault(column.id(), Integer.MAX_VALUE)))
                .toList();
    }

    /** What a message has to do with the selected one; both are of these legs. */
    public Relation relation(Message selected, Message other) {
        if (selected == other) {
            return Relation.SELECTED;
        }
        for (Relations leg : relations) {
            if (leg.has(selected)) {
                return leg.has(other) ? leg.of(selected, other) : Relation.OTHER_LEG;
            }
        }
        return Relation.NONE;
    }

    /** Whether both belong to one transaction on one hop. */
    public boolean sameTransaction(Message one, Message other) {
        Integer transaction = transactionOf.get(one);
        return transaction != null && transaction.equals(transactionOf.get(other));
    }
}
