package org.ringback.ladder;

import org.ringback.diagnosis.Trace;

/** Calls that tests of ladders share. */
public final class Calls {

    private Calls() {}

    /** A session description of one audio stream. */
    public static String audio(String direction) {
        return """
            v=0
            o=- 1 1 IN IP4 198.51.100.1
            s=-
            c=IN IP4 198.51.100.1
            t=0 0
            m=audio 40000 RTP/AVP 0
            a=\
            """ + direction;
    }

    /** A call through a proxy to two phones: one rings, the other is busy, then the first one answers and is held. */
    public static Trace forked() {
        var trace = new Trace().host("alice", "192.0.2.10", 5060).host("proxy", "192.0.2.1", 5060);
        trace.host("desk", "198.51.100.20", 5060).host("mobile", "203.0.113.30", 5060);
        trace.from("alice")
                .to("proxy")
                .header("User-Agent: Alice Phone/2.1")
                .sdp(audio("sendrecv"))
                .request("INVITE");
        trace.after(0.004).from("proxy").to("alice").responds(100);
        trace.after(0.010).from("proxy").to("desk").sdp(audio("sendrecv")).request("INVITE");
        trace.after(0.001).from("proxy").to("mobile").sdp(audio("sendrecv")).request("INVITE");
        trace.after(0.120)
                .from("desk")
                .to("proxy")
                .toTag("desk")
                .phrase("Ringing")
                .responds(180);
        trace.after(0.002)
                .from("proxy")
                .to("alice")
                .toTag("desk")
                .phrase("Ringing")
                .responds(180);
        trace.after(0.5).from("proxy").to("mobile").sdp(audio("sendrecv")).request("INVITE");
        trace.after(1).from("proxy").to("mobile").sdp(audio("sendrecv")).request("INVITE");
        trace.after(0.2)
                .from("mobile")
                .to("proxy")
                .toTag("mobile")
                .phrase("Ringing")
                .responds(180);
        trace.after(0.001)
                .from("proxy")
                .to("alice")
                .toTag("mobile")
                .phrase("Ringing")
                .responds(180);
        trace.after(2.5)
                .from("mobile")
                .to("proxy")
                .toTag("mobile")
                .phrase("Busy Here")
                .responds(486);
        trace.after(0.001).from("proxy").to("mobile").toTag("mobile").acknowledges();
        trace.after(1.2)
                .from("desk")
                .to("proxy")
                .toTag("desk")
                .phrase("OK")
                .header("Session-Expires: 90;refresher=uac")
                .header("Server: Desk Phone 7")
                .sdp(audio("sendrecv"))
                .responds(200);
        trace.after(0.001)
                .from("proxy")
                .to("alice")
                .toTag("desk")
                .phrase("OK")
                .header("Session-Expires: 90;refresher=uac")
                .sdp(audio("sendrecv"))
                .responds(200);
        trace.after(0.02).from("alice").to("proxy").toTag("desk").inside("ACK");
        trace.after(0.001).from("proxy").to("desk").toTag("desk").inside("ACK");
        trace.after(44)
                .from("alice")
                .to("proxy")
                .toTag("desk")
                .cseq(2)
                .sdp(audio("sendonly"))
                .inside("INVITE");
        trace.after(0.001)
                .from("proxy")
                .to("desk")
                .toTag("desk")
                .cseq(2)
                .sdp(audio("sendonly"))
                .inside("INVITE");
        trace.after(0.05)
                .from("desk")
                .to("proxy")
                .toTag("desk")
                .cseq(2)
                .phrase("OK")
                .header("Session-Expires: 90;refresher=uac")
                .sdp(audio("recvonly"))
                .responds(200);
        trace.after(0.001)
                .from("proxy")
                .to("alice")
                .toTag("desk")
                .cseq(2)
                .phrase("OK")
                .header("Session-Expires: 90;refresher=uac")
                .sdp(audio("recvonly"))
                .responds(200);
        trace.after(0.02).from("alice").to("proxy").toTag("desk").cseq(2).inside("ACK");
        trace.after(0.001).from("proxy").to("desk").toTag("desk").cseq(2).inside("ACK");
        trace.after(12)
                .from("desk")
                .to("proxy")
                .toTag("desk")
                .byCallee()
                .cseq(1)
                .inside("BYE");
        trace.after(0.001)
                .from("proxy")
                .to("alice")
                .toTag("desk")
                .byCallee()
                .cseq(1)
                .inside("BYE");
        trace.after(0.03)
                .from("alice")
                .to("proxy")
                .toTag("desk")
                .cseq(1)
                .phrase("OK")
                .responds(200, "BYE");
        return trace.after(0.001)
                .from("proxy")
                .to("desk")
                .toTag("desk")
                .cseq(1)
                .phrase("OK")
                .responds(200, "BYE");
    }

    /** An INVITE sent seven times without any response. */
    public static Trace silence() {
        var trace = new Trace().host("alice", "192.0.2.10", 5060).host("bob", "192.0.2.20", 5060);
        double[] gaps = {0, 0.5, 1, 2, 4, 8, 16};
        for (double gap : gaps) {
            trace.after(gap).from("alice").to("bob").sdp(audio("sendrecv")).request("INVITE");
        }
        return trace;
    }

    /** One call with so many messages: INFO and its response again and again. */
    public static Trace longOne(int messages) {
        var trace = new Trace();
        trace.from("alice").to("proxy").sdp(audio("sendrecv")).request("INVITE");
        trace.after(0.1)
                .from("proxy")
                .to("alice")
                .phrase("OK")
                .sdp(audio("sendrecv"))
                .responds(200);
        trace.after(0.1).from("alice").to("proxy").inside("ACK");
        for (int i = 2; 2 * i < messages; i++) {
            boolean offers = i % 3 == 0;
            String from = i % 5 == 0 ? "proxy" : "alice";
            String to = i % 5 == 0 ? "bob" : "proxy";
            var request = trace.after(0.02).from(from).to(to).cseq(i);
            (offers ? request.sdp(audio("sendrecv")) : request).inside(offers ? "INVITE" : "INFO");
            var response = trace.after(0.02).from(to).to(from).cseq(i).phrase("OK");
            (offers ? response.sdp(audio("sendrecv")) : response).responds(200, offers ? "INVITE" : "INFO");
        }
        return trace;
    }
}
