package org.ringback.session;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.capture.wire.Sighting;
import org.ringback.flow.CallMedia;
import org.ringback.flow.CallNetwork;
import org.ringback.flow.Happening;
import org.ringback.ladder.CallFlow;
import org.ringback.network.NetworkEvent;
import org.ringback.reading.Joint;
import org.ringback.reading.Joint.LegFinding;

/** The call that is looked at, what was found out about it, and which of its messages are. */
public final class OpenCall {

    private final Call call;
    private final List<Call> legs;
    private final Optional<Joint> found;
    private final List<CallMedia> media;
    private final List<CallNetwork> network;
    private final CallFlow flow;
    private final Map<Message, Call> legOf = new HashMap<>();
    private final ObjectProperty<Message> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyObjectWrapper<NetworkEvent> marked = new ReadOnlyObjectWrapper<>(this, "marked");
    private final ObjectProperty<Message> compared = new SimpleObjectProperty<>(this, "compared");

    /**
     * Opens a call with nothing selected. Reads the messages of all legs, which takes long for a long call: on another
     * thread than the screen's, and while their capture is open.
     *
     * @param call the leg that was asked for
     * @param legs all that stand together, itself among them, in the order in which they are lettered everywhere: that of time
     * @param found about all of them together; empty as long as not everything was read
     * @param media of each of the legs; empty as long as not everything was read
     * @param network what it did to each of the legs; empty as long as not everything was read
     */
    public OpenCall(
            Call call, List<Call> legs, Optional<Joint> found, List<CallMedia> media, List<CallNetwork> network) {
        this.call = call;
        this.legs = List.copyOf(legs);
        this.found = found;
        this.media = List.copyOf(media);
        this.network = List.copyOf(network);
        this.flow = new CallFlow(this.legs, this.media, network);
        this.legs.forEach(leg -> leg.messages().forEach(message -> legOf.putIfAbsent(message, leg)));
        selected.addListener((_, _, message) -> {
            if (message != null) {
                marked.set(null);
            }
        });
    }

    /** The same with nothing beside the messages. */
    public OpenCall(Call call, List<Call> legs, Optional<Joint> found) {
        this(call, legs, found, List.of(), List.of());
    }

    public Call call() {
        return call;
    }

    public List<Call> legs() {
        return legs;
    }

    /** The leg to which one of the messages belongs. */
    public Call legOf(Message message) {
        return legOf.getOrDefault(message, call);
    }

    /** All other messages, first those that are most like this one: of the same kind, then near it. */
    public List<Message> othersLike(Message message) {
        List<Message> messages =
                legs.stream().flatMap(leg -> leg.messages().stream()).toList();
        int place = messages.indexOf(message);
        return IntStream.range(0, messages.size())
                .filter(at -> at != place)
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(at -> !message.alike(messages.get(at)))
                        .thenComparingInt(at -> Math.abs(at - place)))
                .map(messages::get)
                .toList();
    }

    /** About all legs, the heaviest first. */
    public List<LegFinding> findings() {
        return found.map(Joint::findings).orElse(List.of());
    }

    /** How many rules broke off because of a mistake in them, so that a finding may be missing. */
    public int brokenRules() {
        return found.map(Joint::brokenRules).orElse(0);
    }

    /** Of each of the legs, in their order; empty as long as not everything was read. */
    public List<CallMedia> media() {
        return media;
    }

    /** Who sent a message, if the packet or the log does not say it, as the ladder shows it; empty if nothing tells. */
    public String sender(Message message) {
        return flow.sender(message);
    }

    /** Who got a message, as {@link #sender} tells who sent it. */
    public String receiver(Message message) {
        return flow.receiver(message);
    }

    /** What its ladder is arranged from. */
    CallFlow flow() {
        return flow;
    }

    /** The message that is read now, or {@code null}. */
    public ObjectProperty<Message> selectedProperty() {
        return selected;
    }

    /** Reads what the network did, in the place of a message. */
    public void mark(NetworkEvent event) {
        marked.set(event);
        selected.set(null);
    }

    /** What the network did and the user has chosen, in the place of a message, or {@code null}. */
    public ReadOnlyObjectProperty<NetworkEvent> markedProperty() {
        return marked.getReadOnlyProperty();
    }

    /** What the network did with a packet, if that is shown. */
    public Optional<NetworkEvent> shownBy(Sighting packet) {
        return network.stream()
                .flatMap(leg -> leg.happenings().stream())
                .filter(happening -> Stream.concat(Stream.of(happening.event()), happening.again().stream())
                        .flatMap(NetworkEvent::packets)
                        .anyMatch(packet::equals))
                .map(Happening::event)
                .findFirst();
    }

    /** Whether a packet is one of a stream that is shown, or speaks of one. */
    public boolean ofStream(Sighting packet) {
        return media.stream().flatMap(leg -> leg.streams().stream()).anyMatch(stream -> stream.concerns(packet));
    }

    /** What says the same as an event later on, in order of time. */
    public List<NetworkEvent> again(NetworkEvent event) {
        return network.stream()
                .flatMap(leg -> leg.happenings().stream())
                .filter(happening -> happening.event().equals(event))
                .findFirst()
                .map(Happening::again)
                .orElse(List.of());
    }

    /** The message that stands beside it to be compared, or {@code null}. */
    public ObjectProperty<Message> comparedProperty() {
        return compared;
    }
}
