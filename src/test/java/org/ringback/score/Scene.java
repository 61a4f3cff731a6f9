package org.ringback.score;

import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.Described;
import org.ringback.diagnosis.Trace;
import org.ringback.reading.Examined;

/**
 * Calls between alice, her server and bob as one tells them: each word writes the messages of one step, whole and with
 * session descriptions. What a word does not say is as it is in a call that works.
 */
final class Scene {

    static final String ALICE = "192.0.2.10";
    static final String PBX = "192.0.2.5";
    static final String BOB = "192.0.2.20";

    private final Trace trace =
            new Trace().host("alice", ALICE, 5060).host("pbx", PBX, 5060).host("bob", BOB, 5060);
    private int cseq = 1;

    Scene over(Transport transport) {
        trace.over(transport);
        return this;
    }

    Trace trace() {
        return trace;
    }

    Examined examined() {
        return trace.examined();
    }

    Scene after(double seconds) {
        trace.after(seconds);
        return this;
    }

    static String offer() {
        return Described.audio(
                ALICE, 4000, "0 8 101", "a=rtpmap:101 telephone-event/8000", "a=fmtp:101 0-16", "a=ptime:20");
    }

    static String answer() {
        return Described.audio(
                PBX, 6000, "0 101", "a=rtpmap:101 telephone-event/8000", "a=fmtp:101 0-16", "a=ptime:20");
    }

    private static String contact(String user, String host) {
        return "Contact: <sip:" + user + "@" + host + ":5060>";
    }

    /** Alice calls, and her server is at it. */
    Scene calls() {
        trace.from("alice")
                .to("pbx")
                .cseq(cseq)
                .header(contact("alice", ALICE))
                .header("Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, REFER, NOTIFY")
                .sdp(offer())
                .request("INVITE");
        trace.after(0.01);
        trace.from("pbx").to("alice").cseq(cseq).phrase("Trying").responds(100);
        return this;
    }

    Scene rings() {
        trace.after(0.2);
        trace.from("pbx")
                .to("alice")
                .cseq(cseq)
                .phrase("Ringing")
                .header(contact("bob", PBX))
                .responds(180);
        return this;
    }

    /** A 183 with a session description: tones of the network. */
    Scene playsTones() {
        trace.after(0.2);
        trace.from("pbx")
                .to("alice")
                .cseq(cseq)
                .phrase("Session Progress")
                .header(contact("bob", PBX))
                .sdp(answer())
                .responds(183);
        return this;
    }

    Scene answers() {
        trace.from("pbx")
                .to("alice")
                .cseq(cseq)
                .phrase("OK")
                .header(contact("bob", PBX))
                .header("Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, REFER, NOTIFY")
                .sdp(answer())
                .responds(200);
        trace.after(0.03);
        return acknowledges();
    }

    Scene acknowledges() {
        trace.from("alice").to("pbx").cseq(cseq).uri("sip:bob@" + PBX + ":5060").inside("ACK");
        return this;
    }

    /** The server refuses; the ACK belongs to the transaction of the INVITE. */
    Scene refuses(int status, String phrase, String... headers) {
        var step = trace.from("pbx").to("alice").cseq(cseq).phrase(phrase);
        for (String header : headers) {
            step.header(header);
        }
        step.responds(status);
        trace.after(0.02);
        trace.from("alice").to("pbx").cseq(cseq).acknowledges();
        return this;
    }

    Scene hangsUp() {
        cseq++;
        trace.from("alice").to("pbx").cseq(cseq).uri("sip:bob@" + PBX + ":5060").inside("BYE");
        trace.after(0.02);
        trace.from("pbx").to("alice").cseq(cseq).phrase("OK").responds(200, "BYE");
        return this;
    }

    /** The other side hangs up. */
    Scene isHungUpOn(String... headers) {
        var step = trace.from("pbx").to("alice").byCallee().cseq(1).uri("sip:alice@" + ALICE + ":5060");
        for (String header : headers) {
            step.header(header);
        }
        step.inside("BYE");
        trace.after(0.02);
        trace.from("alice").to("pbx").byCallee().cseq(1).phrase("OK").responds(200, "BYE");
        return this;
    }

    /** Alice gives up before anybody answers. */
    Scene givesUp() {
        trace.from("alice").to("pbx").cseq(cseq).request("CANCEL");
        trace.after(0.02);
        trace.from("pbx").to("alice").cseq(cseq).phrase("OK").responds(200, "CANCEL");
        return refuses(487, "Request Terminated");
    }

    /** A request of alice within the call, with its answer. */
    Scene asks(String method, int status, String phrase, String... headers) {
        cseq++;
        var request = trace.from("alice").to("pbx").cseq(cseq).uri("sip:bob@" + PBX + ":5060");
        for (String header : headers) {
            request.header(header);
        }
        request.inside(method);
        trace.after(0.05);
        trace.from("pbx").to("alice").cseq(cseq).phrase(phrase).responds(status, method);
        return this;
    }

    /** A re-INVITE of alice with a description of her own, accepted with that of the server. */
    Scene changes(String offered, String answered) {
        cseq++;
        trace.from("alice")
                .to("pbx")
                .cseq(cseq)
                .uri("sip:bob@" + PBX + ":5060")
                .header(contact("alice", ALICE))
                .sdp(offered)
                .inside("INVITE");
        trace.after(0.05);
        trace.from("pbx")
                .to("alice")
                .cseq(cseq)
                .phrase("OK")
                .header(contact("bob", PBX))
                .sdp(answered)
                .responds(200);
        trace.after(0.02);
        return acknowledges();
    }

    /** A re-INVITE that is refused; the call goes on. */
    Scene changesInVain(String offered, int status, String phrase) {
        cseq++;
        trace.from("alice")
                .to("pbx")
                .cseq(cseq)
                .uri("sip:bob@" + PBX + ":5060")
                .header(contact("alice", ALICE))
                .sdp(offered)
                .inside("INVITE");
        trace.after(0.05);
        trace.from("pbx").to("alice").cseq(cseq).phrase(phrase).responds(status);
        trace.after(0.02);
        trace.from("alice").to("pbx").cseq(cseq).uri("sip:bob@" + PBX + ":5060").acknowledges();
        return this;
    }

    /** Alice sends a request outside of a call and is answered. */
    Scene sends(String method, int status, String phrase, String header, String answerHeader) {
        var request = trace.from("alice").to("pbx").cseq(cseq).uri("sip:" + PBX);
        if (!header.isEmpty()) {
            request.header(header);
        }
        request.request(method);
        trace.after(0.02);
        var response = trace.from("pbx").to("alice").cseq(cseq).phrase(phrase);
        if (!answerHeader.isEmpty()) {
            response.header(answerHeader);
        }
        response.responds(status, method);
        cseq++;
        return this;
    }
}
