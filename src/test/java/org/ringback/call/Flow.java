package org.ringback.call;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.sip.MessageHead;

/**
 * Writes call flows as one reads them: {@code from("alice").to("bob").invite()}. Names get addresses of their own. Time
 * stands still but for {@link #after}.
 */
final class Flow {

    /** 2026-11-22 10:00:00 UTC. */
    static final long START = 1_795_341_600_000_000L;

    private final CallAssembler assembler = new CallAssembler();
    private final Map<String, Endpoint> addresses = new HashMap<>();
    private Transport transport = Transport.UDP;
    private boolean timed = true;
    private long now = START;
    private long frame;
    private int file;
    private String callId = "call-1";
    private String caller = "alice";
    private String callee = "bob";

    /** The messages that follow belong to a call with this Call-ID. */
    Flow call(String id, String from, String to) {
        callId = id;
        caller = from;
        callee = to;
        return this;
    }

    Flow after(double seconds) {
        now += Math.round(seconds * 1_000_000);
        return this;
    }

    /** What carries the messages that follow, UDP unless said otherwise. */
    Flow over(Transport kind) {
        transport = kind;
        return this;
    }

    /** The messages that follow were captured in this file. */
    Flow file(int number) {
        file = number;
        return this;
    }

    /** As in a log without dates. */
    Flow untimed() {
        timed = false;
        return this;
    }

    Step from(String sender) {
        return new Step(sender);
    }

    Endpoint address(String name) {
        return name.isEmpty()
                ? Endpoint.UNKNOWN
                : addresses.computeIfAbsent(name, _ -> new Endpoint("192.0.2." + (addresses.size() + 1), 5060));
    }

    CallAssembler assembler() {
        return assembler;
    }

    List<Call> calls() {
        return assembler.calls();
    }

    Call only() {
        List<Call> calls = calls();
        if (calls.size() != 1) {
            throw new AssertionError("not one call but " + calls.size());
        }
        return calls.getFirst();
    }

    Outcome outcome() {
        return only().outcome();
    }

    /** Alice calls Bob, whose phone rings after a second. */
    Flow ringing() {
        from("alice").to("bob").invite();
        from("bob").to("alice").responds(100);
        return after(1).from("bob").to("alice").responds(180);
    }

    /** Bob answers after four seconds more. */
    Flow talking() {
        ringing().after(4).from("bob").to("alice").responds(200);
        return from("alice").to("bob").ack();
    }

    /** Bob refuses with this status, and Alice acknowledges it. */
    Flow refused(int status) {
        from("bob").to("alice").responds(status);
        return from("alice").to("bob").ackToFailure();
    }

    /** One message about to be sent. */
    final class Step {
        private final String sender;
        private final List<String> headers = new ArrayList<>();
        private String receiver = "";
        private String body = "";
        private long cseq = 1;
        private String fromTag = caller + "-tag";
        private String toTag = callee + "-tag";
        private String branch = "";
        private boolean cookie = true;
        private boolean byCallee;

        private Step(String sender) {
            this.sender = sender;
        }

        Step to(String name) {
            receiver = name;
            return this;
        }

        Step cseq(long number) {
            cseq = number;
            return this;
        }

        Step fromTag(String tag) {
            fromTag = tag;
            return this;
        }

        /** The tag of the callee: another fork has another one. */
        Step toTag(String tag) {
            toTag = tag;
            return this;
        }

        Step branch(String value) {
            branch = value;
            return this;
        }

        /** Software of before RFC 3261: nothing unique in the Via. */
        Step old() {
            cookie = false;
            return this;
        }

        /** A request inside the dialog that the callee began, or a response to it. */
        Step byCallee() {
            byCallee = true;
            return this;
        }

        Step header(String line) {
            headers.add(line);
            return this;
        }

        Step media(String host, int port) {
            headers.add("Content-Type: application/sdp");
            body = "v=0\r\nc=IN IP4 " + host + "\r\nm=audio " + port + " RTP/AVP 0\r\n";
            return this;
        }

        Flow invite() {
            return outside("INVITE");
        }

        Flow cancel() {
            return send("CANCEL", 0, viaOf("INVITE", sender), "");
        }

        /** To a 2xx: a transaction of its own. */
        Flow ack() {
            return inside("ACK");
        }

        /** To any other final response: in the transaction of the INVITE. */
        Flow ackToFailure() {
            return send("ACK", 0, viaOf("INVITE", sender), toTag);
        }

        Flow bye() {
            return inside("BYE");
        }

        Flow outside(String method) {
            return send(method, 0, viaOf(method, sender), "");
        }

        Flow inside(String method) {
            return send(method, 0, viaOf(method, sender), toTag);
        }

        Flow responds(int status) {
            return responds(status, "INVITE");
        }

        Flow responds(int status, String method) {
            String request = method.equals("CANCEL") ? "INVITE" : method;
            return send(method, status, viaOf(request, receiver), status == 100 ? "" : toTag);
        }

        private String viaOf(String method, String client) {
            return branch.isEmpty() ? (cookie ? "z9hG4bK-" + client + "-" + method + "-" + cseq : "") : branch;
        }

        private Flow send(String method, int status, String via, String calleeTag) {
            String from = byCallee ? callee : caller;
            String to = byCallee ? caller : callee;
            String tagOfFrom = byCallee ? calleeTag : fromTag;
            String tagOfTo = byCallee ? fromTag : calleeTag;
            String client = status == 0 ? sender : receiver;
            String sentBy = client + ".example";
            var text = new StringBuilder(
                    status == 0
                            ? method + " sip:" + to + "@example.com SIP/2.0\r\n"
                            : "SIP/2.0 " + status + " Told\r\n");
            text.append("Via: SIP/2.0/UDP ")
                    .append(sentBy)
                    .append(";branch=")
                    .append(via)
                    .append("\r\n");
            text.append("From: <sip:")
                    .append(from)
                    .append("@example.com>;tag=")
                    .append(tagOfFrom)
                    .append("\r\n");
            text.append("To: <sip:").append(to).append("@example.com>");
            text.append(tagOfTo.isEmpty() ? "\r\n" : ";tag=" + tagOfTo + "\r\n");
            text.append("Call-ID: ")
                    .append(callId)
                    .append("\r\nCSeq: ")
                    .append(cseq)
                    .append(' ')
                    .append(method);
            text.append("\r\n");
            headers.forEach(line -> text.append(line).append("\r\n"));
            text.append("Content-Length: ")
                    .append(body.length())
                    .append("\r\n\r\n")
                    .append(body);
            var bytes = MemorySegment.ofArray(text.toString().getBytes(StandardCharsets.UTF_8));
            var captured = new Captured(
                    bytes,
                    timed ? now : Captured.NO_TIME,
                    address(sender),
                    address(receiver),
                    transport,
                    file,
                    ++frame);
            assembler.add(captured, new MessageHead(method, status, callId, cseq, tagOfFrom, tagOfTo, via, sentBy));
            return Flow.this;
        }
    }
}
