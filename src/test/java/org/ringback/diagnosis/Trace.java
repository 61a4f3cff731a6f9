package org.ringback.diagnosis;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.rule.offer.AgreedMedia;
import org.ringback.diagnosis.rule.offer.EarlyMedia;
import org.ringback.flow.Surroundings;
import org.ringback.media.Datagrams;
import org.ringback.network.NetworkEvent;
import org.ringback.network.NetworkEvents;
import org.ringback.reading.Examined;

/**
 * Writes traces as one reads them: {@code trace.from("alice").to("proxy").request("INVITE")}. Every message is real text
 * that goes through the parser. Hosts get addresses from 198.51.100.0/24 unless {@link #host} says otherwise; time stands
 * still but for {@link #after}. Branch, tags and CSeq fit by themselves: a response answers the last request of its method
 * that went the other way over the same hop.
 */
public final class Trace {

    /** 2026-11-22 10:00:00 UTC. */
    public static final long START = 1_795_341_600_000_000L;

    /** What there is to say of a call whose messages have no session description. */
    private static final List<Kind> ABOUT_MEDIA = Stream.of(new AgreedMedia(), new EarlyMedia())
            .flatMap(rule -> rule.kinds().stream())
            .toList();

    /** Packets with media count on from here. */
    private static final long MEDIA = 10_000;

    private static final String ELSEWHERE = "elsewhere";

    private static final Set<Kind> EVER_FOUND = ConcurrentHashMap.newKeySet();

    private final List<Captured> messages = new ArrayList<>();
    private final Map<String, Endpoint> hosts = new HashMap<>();
    private final Map<String, Map<String, String>> requests = new HashMap<>();
    private final List<Unusable> unusable = new ArrayList<>();
    private final List<NetworkEvent> network = new ArrayList<>();
    private final Datagrams datagrams = new Datagrams(0);
    private Transport transport = Transport.UDP;
    private final boolean signalingOnly;
    private boolean timed = true;
    private Captured.Counted counted = Captured.Counted.PACKETS;
    private long now = START;
    private long end = START;
    private long frame;
    private Examined examined;
    private int others;
    private String callId = "call-1";
    private String caller = "alice";
    private String callee = "bob";

    /** A trace with the caller alice and the callee bob. */
    public Trace() {
        this(false);
    }

    private Trace(boolean signalingOnly) {
        this.signalingOnly = signalingOnly;
    }

    /** A trace that leaves the session descriptions out because nothing is asked about media. */
    public static Trace ofSignaling() {
        return new Trace(true);
    }

    /** Gives a host its address; hosts that nobody named get one of their own. */
    public Trace host(String name, String address, int port) {
        hosts.put(name, new Endpoint(address, port));
        return this;
    }

    /** The messages that follow belong to a call with this Call-ID, from and to these users. */
    public Trace call(String id, String from, String to) {
        callId = id;
        caller = from;
        callee = to;
        return this;
    }

    public Trace over(Transport kind) {
        transport = kind;
        return this;
    }

    public Trace after(double seconds) {
        now += Math.round(seconds * 1_000_000);
        end = Math.max(end, now);
        examined = null;
        return this;
    }

    /** Nothing more is heard of the call; what others send shows that the capture goes on. */
    public Trace goesOn(double seconds) {
        String id = callId;
        callId = ELSEWHERE;
        after(seconds).from("somebody").to("elsewhere").cseq(++others).request("OPTIONS");
        callId = id;
        return this;
    }

    /** As in a log without dates. */
    public Trace untimed() {
        timed = false;
        examined = null;
        return this;
    }

    /** As in a log that prints a line for a line: without carriage returns, with the lengths that were on the wire. */
    public Trace logged() {
        counted = Captured.Counted.LINES;
        return this;
    }

    public Trace lost(Unusable part) {
        unusable.add(part);
        examined = null;
        return this;
    }

    /** The next packet, which holds no message. */
    public Sighting packet(Endpoint source, Endpoint destination, Sighting.Kind kind) {
        examined = null;
        return new Sighting(0, ++frame, now, source, destination, kind);
    }

    /** Something that the network did. */
    public Trace seen(NetworkEvent event) {
        network.add(event);
        examined = null;
        return this;
    }

    /** The last message. */
    public Captured sent() {
        return messages.getLast();
    }

    public TraceStep from(String sender) {
        return new TraceStep(this, sender);
    }

    /** Alice calls Bob, who picks up, with an offer and its answer. */
    public void talks(String offer, String answer) {
        from("alice").to("bob").sdp(offer).request("INVITE");
        from("bob").to("alice").sdp(answer).responds(200);
        from("alice").to("bob").inside("ACK");
    }

    /** Alice asks for other media within the call, and Bob agrees. */
    public void changes(int cseq, String offer, String answer) {
        from("alice").to("bob").cseq(cseq).sdp(offer).inside("INVITE");
        from("bob").to("alice").cseq(cseq).sdp(answer).responds(200);
        from("alice").to("bob").cseq(cseq).inside("ACK");
    }

    public Endpoint address(String name) {
        return hosts.computeIfAbsent(name, _ -> new Endpoint("198.51.100." + (hosts.size() + 1), 5060));
    }

    /** The headers of the last request of each method and CSeq number over each hop. */
    Map<String, Map<String, String>> requests() {
        return requests;
    }

    String callId() {
        return callId;
    }

    String caller() {
        return caller;
    }

    String callee() {
        return callee;
    }

    Transport transport() {
        return transport;
    }

    /** What was captured, looked at by every rule. */
    public Examined examined() {
        if (examined == null) {
            var beside = new Surroundings(datagrams.seen(), new NetworkEvents(network, 0));
            examined = Examined.of(messages, unusable, timed ? end : Captured.NO_TIME, beside, new Diagnosis());
        }
        return examined;
    }

    public List<Call> calls() {
        return examined().calls();
    }

    /** Everything that is found out about the only call. */
    public List<Finding> findings() {
        long calls = calls().stream()
                .filter(call -> !call.callId().equals(ELSEWHERE))
                .count();
        if (calls != 1) {
            throw new AssertionError("not one call but " + calls);
        }
        return findings(callId);
    }

    /** Everything that is found out about one of several calls. */
    public List<Finding> findings(String id) {
        return calls().stream()
                .filter(call -> call.callId().equals(id))
                .findFirst()
                .map(call -> HeldCapture.unbroken(examined(), call))
                .map(Trace::remembered)
                .map(found -> found.stream()
                        .filter(finding -> !signalingOnly || !ABOUT_MEDIA.contains(finding.kind()))
                        .toList())
                .orElseThrow(() -> new AssertionError("no call " + id));
    }

    private static List<Finding> remembered(List<Finding> found) {
        found.forEach(finding -> EVER_FOUND.add(finding.kind()));
        return found;
    }

    /** The kinds that any trace of this process led to. */
    static Set<Kind> everFound() {
        return Set.copyOf(EVER_FOUND);
    }

    /** The ids of what is found out about the only call, the heaviest first. */
    public List<String> found() {
        return ids(findings());
    }

    public static List<String> ids(List<Finding> findings) {
        return findings.stream().map(finding -> finding.kind().id()).toList();
    }

    /** The finding with this id about the only call. */
    public Finding the(String id) {
        return findings().stream()
                .filter(finding -> finding.kind().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not found: " + id + " but " + found()));
    }

    /** The frames of the messages that prove a finding: the first message has the number 1. */
    public static List<Long> frames(Finding finding) {
        return finding.evidence().stream()
                .map(Message::captured)
                .map(Captured::frame)
                .toList();
    }

    /** Somebody sends RTP from now on; meanwhile time stands still, so that others can talk too. */
    public TraceMedia media(String sender, int port) {
        examined = null;
        return new TraceMedia(this, new Endpoint(address(sender).host(), port));
    }

    Datagrams datagrams() {
        datagrams.frame(Math.max(datagrams.frame(), MEDIA));
        return datagrams;
    }

    long now() {
        return now;
    }

    /** Sends any text. */
    public Trace raw(String sender, String receiver, String text) {
        String standing = counted == Captured.Counted.LINES ? text.replace("\r\n", "\n") : text;
        var bytes = MemorySegment.ofArray(standing.getBytes(StandardCharsets.UTF_8));
        var captured = new Captured(
                bytes,
                timed ? now : Captured.NO_TIME,
                address(sender),
                address(receiver),
                transport,
                0,
                ++frame,
                counted);
        messages.add(captured);
        examined = null;
        return this;
    }

    /** A span as findings hold it. */
    public static Value seconds(double seconds) {
        return Value.of(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
