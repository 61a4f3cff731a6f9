package org.ringback.diagnosis.rule.media;

import java.util.List;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.media.Talker;

/** A call with one stream of sound each way: alice hears at port 4000, bob at 6000. */
public final class SoundCall {

    public static final String ALICE = description("198.51.100.1", 4000, "0 8 101", "");
    public static final String BOB = description("198.51.100.2", 6000, "0 8 101", "");

    private static final List<String> ABOUT_MEDIA = MediaRules.ALL.stream()
            .flatMap(rule -> rule.kinds().stream())
            .map(Kind::id)
            .toList();

    private SoundCall() {}

    /** A description with PCMU as 0, PCMA as 8, opus as 111 and events as 101. */
    static String description(String host, int port, String types, String more) {
        return "v=0\no=- 1 1 IN IP4 " + host + "\ns=-\nc=IN IP4 " + host + "\nt=0 0\nm=audio " + port + " RTP/AVP "
                + types + "\na=rtpmap:0 PCMU/8000\na=rtpmap:8 PCMA/8000\na=rtpmap:111 opus/48000/2\n"
                + "a=rtpmap:101 telephone-event/8000\n" + more;
    }

    public static Trace answered() {
        return answered(ALICE, BOB);
    }

    public static Trace answered(String offer, String answer) {
        var trace = new Trace();
        trace.from("alice").to("bob").sdp(offer).request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.after(2).from("bob").to("alice").sdp(answer).responds(200);
        return trace.from("alice").to("bob").inside("ACK");
    }

    public static Talker alice(Trace trace) {
        return trace.media("alice", 4000).to("bob", 6000);
    }

    public static Talker bob(Trace trace) {
        return trace.media("bob", 6000).to("alice", 4000);
    }

    /** Another call between the same two, in which both are heard: what passes here is seen. */
    static Trace andAnother(Trace trace) {
        trace.media("alice", 4444).to("bob", 6666).packets(600);
        trace.media("bob", 6666).to("alice", 4444).packets(600);
        return trace;
    }

    static void changed(Trace trace, int cseq, String offer, String answer) {
        trace.changes(cseq, offer, answer);
    }

    public static Trace bye(Trace trace, double seconds) {
        trace.after(seconds).from("alice").to("bob").cseq(9).inside("BYE");
        return trace.from("bob").to("alice").cseq(9).responds(200, "BYE");
    }

    /** What is found by looking at media. */
    static List<String> found(Trace trace) {
        return trace.found().stream().filter(ABOUT_MEDIA::contains).toList();
    }
}
