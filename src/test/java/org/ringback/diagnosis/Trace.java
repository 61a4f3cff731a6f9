package org.ringback.diagnosis;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.rule.AgreedMedia;
import org.ringback.diagnosis.rule.EarlyMedia;
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

    private static final String ELSEWHERE = "elsewhere";

    private static final Set<Kind> EVER_FOUND = ConcurrentHashMap.newKeySet();

    private final List<Captured> messages = new ArrayList<>();
    private final Map<String, Endpoint> hosts = new HashMap<>();
    private final Map<String, Map<String, String>> requests = new HashMap<>();
    private final List<Unusable> unusable = new ArrayList<>();
    private Transport transport = Transport.UDP;
    private final boolean signalingOnly;
    private boolean timed = true;
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

    public Trace lost(Unusable part) {
        unusable.add(part);
        examined = null;
        return this;
    }

    public Step from(String sender) {
        return new Step(sender);
    }

    public Endpoint address(String name) {
        return hosts.computeIfAbsent(name, _ -> new Endpoint("198.51.100." + (hosts.size() + 1), 5060));
    }

    /** What was captured, looked at by every rule. */
    public Examined examined() {
        if (examined == null) {
            examined = Examined.of(messages, unusable, timed ? end : Captured.NO_TIME, new Diagnosis());
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
                .map(call -> HeldCapture.unbroken(examined().diagnosed(call)))
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

    /** The words of the message's headers as they stand, for one step; a Contact is only there if it is asked for. */
    public final class Step {
        private final String sender;
        private final Map<String, String> own = new LinkedHashMap<>();
        private final List<String> more = new ArrayList<>();
        private String receiver = "";
        private String body = "";
        private String phrase = "Not Now";
        private String uri = "";
        private int cseq = 1;
        private String fromTag = "";
        private String toTag = "";
        private boolean byCallee;

        private Step(String sender) {
            this.sender = sender;
        }

        public Step to(String name) {
            receiver = name;
            return this;
        }

        public Step cseq(int number) {
            cseq = number;
            return this;
        }

        public Step toTag(String tag) {
            toTag = tag;
            return this;
        }

        public Step fromTag(String tag) {
            fromTag = tag;
            return this;
        }

        /** A request inside the dialog that the callee sends. Its responses need not say so. */
        public Step byCallee() {
            byCallee = true;
            return this;
        }

        /** The Request-URI; otherwise it is that of the callee. */
        public Step uri(String value) {
            uri = value;
            return this;
        }

        public Step phrase(String text) {
            phrase = text;
            return this;
        }

        /** One more header line; one of Via, From, To, CSeq, Call-ID takes the place of what would have been written. */
        public Step header(String line) {
            String name = line.substring(0, line.indexOf(':'));
            if (List.of("Via", "From", "To", "CSeq", "Call-ID", "Max-Forwards").contains(name)) {
                own.merge(name, line, (one, next) -> one + "\r\n" + next);
            } else {
                more.add(line);
            }
            return this;
        }

        /** Leaves out a header that would have been written by itself. */
        public Step without(String name) {
            own.put(name, "");
            return this;
        }

        /** A session description; lines may be separated by a plain line feed. */
        public Step sdp(String text) {
            return body("application/sdp", text);
        }

        public Step body(String type, String text) {
            more.add("Content-Type: " + type);
            body = text.strip().replace("\r\n", "\n").replace("\n", "\r\n") + "\r\n";
            return this;
        }

        /** Sends a request outside a dialog. */
        public Trace request(String method) {
            return request(method, toTag);
        }

        /** Sends a request inside the dialog. */
        public Trace inside(String method) {
            return request(method, toTag.isEmpty() ? callee + "-tag" : toTag);
        }

        private Trace request(String method, String tag) {
            String branch = "z9hG4bK-" + sender + "-" + (method.equals("CANCEL") ? "INVITE" : method) + "-" + cseq + "-"
                    + (byCallee ? "r" : "f");
            return request(method, tag, branch);
        }

        /** The ACK to a response that is no 2xx, in the transaction of the INVITE. */
        public Trace acknowledges() {
            return request(
                    "ACK", toTag.isEmpty() ? callee + "-tag" : toTag, "z9hG4bK-" + sender + "-INVITE-" + cseq + "-f");
        }

        private Trace request(String method, String tag, String branch) {
            String tagOfCaller = fromTag.isEmpty() ? caller + "-tag" : fromTag;
            String from = byCallee ? party(callee, tag) : party(caller, tagOfCaller);
            String to = byCallee ? party(caller, tagOfCaller) : party(callee, tag);
            String target = uri.isEmpty() ? "sip:" + (byCallee ? caller : callee) + "@example.com" : uri;
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put(
                    "Via",
                    "Via: SIP/2.0/" + transport.name() + " " + address(sender).text() + ";branch=" + branch);
            headers.put("Max-Forwards", "Max-Forwards: 70");
            headers.put("From", "From: " + from);
            headers.put("To", "To: " + to);
            headers.put("Call-ID", "Call-ID: " + callId);
            headers.put("CSeq", "CSeq: " + cseq + " " + method);
            headers.putAll(own);
            requests.put(key(method, cseq, sender, receiver), Map.copyOf(headers));
            return send(method + " " + target + " SIP/2.0", headers);
        }

        /** Answers the INVITE. */
        public Trace responds(int status) {
            return responds(status, "INVITE");
        }

        /** Answers the last request of this method and CSeq number that went the other way over this hop. */
        public Trace responds(int status, String method) {
            Map<String, String> request = requests.get(key(method, cseq, receiver, sender));
            if (request == null) {
                throw new AssertionError(
                        "nobody asked: " + method + " " + cseq + " from " + receiver + " to " + sender);
            }
            Map<String, String> headers = new LinkedHashMap<>();
            for (String name : List.of("Via", "From", "To", "Call-ID", "CSeq")) {
                headers.put(name, request.get(name));
            }
            if (status > 100 && !headers.get("To").contains(";tag=")) {
                headers.put("To", headers.get("To") + ";tag=" + (toTag.isEmpty() ? callee + "-tag" : toTag));
            }
            headers.putAll(own);
            return send("SIP/2.0 " + status + " " + phrase, headers);
        }

        private static String key(String method, int cseq, String client, String server) {
            return method + " " + cseq + " " + client + " " + server;
        }

        private static String party(String user, String tag) {
            return "<sip:" + user + "@example.com>" + (tag.isEmpty() ? "" : ";tag=" + tag);
        }

        private Trace send(String startLine, Map<String, String> headers) {
            var text = new StringBuilder(startLine).append("\r\n");
            headers.values().stream()
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> text.append(line).append("\r\n"));
            more.forEach(line -> text.append(line).append("\r\n"));
            int length = body.getBytes(StandardCharsets.UTF_8).length;
            text.append("Content-Length: ").append(length).append("\r\n\r\n").append(body);
            return raw(sender, receiver, text.toString());
        }
    }

    /** Sends any text. */
    public Trace raw(String sender, String receiver, String text) {
        var bytes = MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8));
        var captured = new Captured(
                bytes, timed ? now : Captured.NO_TIME, address(sender), address(receiver), transport, 0, ++frame);
        messages.add(captured);
        examined = null;
        return this;
    }

    /** A span as findings hold it. */
    public static Value seconds(double seconds) {
        return Value.of(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
