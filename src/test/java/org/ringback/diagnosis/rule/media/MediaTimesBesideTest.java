package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;

/** Two telephones that a PBX calls one after the other to bring them together. */
class MediaTimesBesideTest {

    private static Trace calledFirst(String next, double wait) {
        var trace = new Trace()
                .host("pbx", "192.0.2.1", 5060)
                .host("desk", "192.0.2.2", 5060)
                .host("carrier", "192.0.2.3", 5060)
                .host("other", "192.0.2.4", 5060);
        trace.call("call-1", "click", "200");
        trace.from("pbx").to("desk").sdp(audio("192.0.2.1", 4000, "8")).request("INVITE");
        trace.from("desk").to("pbx").sdp(audio("192.0.2.2", 5000, "8")).responds(200);
        trace.from("pbx").to("desk").inside("ACK");
        trace.call("call-2", "200", "0301234567");
        trace.from(next).to("carrier").sdp(audio("192.0.2.1", 4100, "8")).request("INVITE");
        trace.after(wait)
                .from("carrier")
                .to(next)
                .sdp(audio("192.0.2.3", 5100, "8"))
                .responds(200);
        trace.from(next).to("carrier").inside("ACK");
        trace.after(6 - wait);
        trace.media("pbx", 4000).to("desk", 5000).packets(500);
        trace.media("desk", 5000).to("pbx", 4000).packets(500);
        trace.call("call-1", "click", "200");
        trace.after(10).from("pbx").to("desk").cseq(2).inside("BYE");
        trace.from("desk").to("pbx").cseq(2).responds(200, "BYE");
        return trace;
    }

    @Test
    void whoeverIsCalledFirstWaitsForTheOther() {
        assertThat(Trace.ids(calledFirst("pbx", 6).findings("call-1"))).doesNotContain("media-late");
    }

    @Test
    void aCallOfSomebodyElseIsNoReason() {
        assertThat(Trace.ids(calledFirst("other", 6).findings("call-1"))).contains("media-late");
    }

    @Test
    void norIsOneThatWasAnsweredLongBefore() {
        assertThat(Trace.ids(calledFirst("pbx", 1).findings("call-1"))).contains("media-late");
    }
}
