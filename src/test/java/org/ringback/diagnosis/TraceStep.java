package org.ringback.diagnosis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One message of a trace about to be sent: its headers as they stand; a Contact is only there if it is asked for. */
public final class TraceStep {

    private final Trace trace;
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

    TraceStep(Trace trace, String sender) {
        this.trace = trace;
        this.sender = sender;
    }

    public TraceStep to(String name) {
        receiver = name;
        return this;
    }

    public TraceStep cseq(int number) {
        cseq = number;
        return this;
    }

    public TraceStep toTag(String tag) {
        toTag = tag;
        return this;
    }

    public TraceStep fromTag(String tag) {
        fromTag = tag;
        return this;
    }

    /** A request inside the dialog that the callee sends. Its responses need not say so. */
    public TraceStep byCallee() {
        byCallee = true;
        return this;
    }

    /** The Request-URI; otherwise it is that of the callee. */
    public TraceStep uri(String value) {
        uri = value;
        return this;
    }

    public TraceStep phrase(String text) {
        phrase = text;
        return this;
    }

    /** One more header line; one of Via, From, To, CSeq, Call-ID takes the place of what would have been written. */
    public TraceStep header(String line) {
        String name = line.substring(0, line.indexOf(':'));
        if (List.of("Via", "From", "To", "CSeq", "Call-ID", "Max-Forwards").contains(name)) {
            own.merge(name, line, (one, next) -> one + "\r\n" + next);
        } else {
            more.add(line);
        }
        return this;
    }

    /** Leaves out a header that would have been written by itself. */
    public TraceStep without(String name) {
        own.put(name, "");
        return this;
    }

    /** A session description; lines may be separated by a plain line feed. */
    public TraceStep sdp(String text) {
        return body("application/sdp", text);
    }

    public TraceStep body(String type, String text) {
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
        return request(method, toTag.isEmpty() ? trace.callee() + "-tag" : toTag);
    }

    private Trace request(String method, String tag) {
        String branch = "z9hG4bK-" + sender + "-" + (method.equals("CANCEL") ? "INVITE" : method) + "-" + cseq + "-"
                + (byCallee ? "r" : "f");
        return request(method, tag, branch);
    }

    /** The ACK to a response that is no 2xx, in the transaction of the INVITE. */
    public Trace acknowledges() {
        return request(
                "ACK",
                toTag.isEmpty() ? trace.callee() + "-tag" : toTag,
                "z9hG4bK-" + sender + "-INVITE-" + cseq + "-f");
    }

    private Trace request(String method, String tag, String branch) {
        String tagOfCaller = fromTag.isEmpty() ? trace.caller() + "-tag" : fromTag;
        String from = byCallee ? party(trace.callee(), tag) : party(trace.caller(), tagOfCaller);
        String to = byCallee ? party(trace.caller(), tagOfCaller) : party(trace.callee(), tag);
        String target = uri.isEmpty() ? "sip:" + (byCallee ? trace.caller() : trace.callee()) + "@example.com" : uri;
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "Via",
                "Via: SIP/2.0/" + trace.transport().name() + " "
                        + trace.address(sender).text() + ";branch=" + branch);
        headers.put("Max-Forwards", "Max-Forwards: 70");
        headers.put("From", "From: " + from);
        headers.put("To", "To: " + to);
        headers.put("Call-ID", "Call-ID: " + trace.callId());
        headers.put("CSeq", "CSeq: " + cseq + " " + method);
        headers.putAll(own);
        trace.requests().put(key(method, cseq, sender, receiver), Map.copyOf(headers));
        return send(method + " " + target + " SIP/2.0", headers);
    }

    /** Answers the INVITE. */
    public Trace responds(int status) {
        return responds(status, "INVITE");
    }

    /** Refuses the INVITE, and the other side acknowledges it at once. */
    public Trace refuses(int status) {
        responds(status);
        return trace.from(receiver).to(sender).cseq(cseq).acknowledges();
    }

    /** Takes the call, and the other side acknowledges it at once. */
    public Trace answers() {
        responds(200);
        return trace.from(receiver).to(sender).cseq(cseq).inside("ACK");
    }

    /** Takes the INVITE back before its final response (RFC 3261, 9): 200 to the CANCEL, 487 to the INVITE, and its ACK. */
    public Trace cancels() {
        request("CANCEL");
        trace.from(receiver).to(sender).cseq(cseq).responds(200, "CANCEL");
        return trace.from(receiver).to(sender).cseq(cseq).refuses(487);
    }

    /** Answers the last request of this method and CSeq number that went the other way over this hop. */
    public Trace responds(int status, String method) {
        Map<String, String> request = trace.requests().get(key(method, cseq, receiver, sender));
        if (request == null) {
            throw new AssertionError("nobody asked: " + method + " " + cseq + " from " + receiver + " to " + sender);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : List.of("Via", "From", "To", "Call-ID", "CSeq")) {
            headers.put(name, request.get(name));
        }
        if (status > 100 && !headers.get("To").contains(";tag=")) {
            headers.put("To", headers.get("To") + ";tag=" + (toTag.isEmpty() ? trace.callee() + "-tag" : toTag));
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
        return trace.raw(sender, receiver, text.toString());
    }
}
