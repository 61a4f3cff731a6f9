package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class ReasonOfByeTest {

    private static final String[] ALL = {
        "media-timeout", "no-packets-received", "ended-by-cause", "ended-by-code", "canceled-by-cause"
    };

    private static Trace ended(String header) {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.after(2).from("bob").to("alice").answers();
        trace.after(31)
                .from("bob")
                .to("alice")
                .byCallee()
                .cseq(2)
                .header(header)
                .inside("BYE");
        return trace.from("alice").to("bob").cseq(2).responds(200, "BYE");
    }

    @Test
    void noMedia() {
        for (String header : new String[] {
            "Reason: SIP ;cause=408; text=\"RTP Timeout\"",
            "Reason: FreeSWITCH;cause=604;text=\"MEDIA_TIMEOUT\"",
            "Reason: Q.850;cause=16;text=\"no RTP\"",
            "Reason: Q.850;cause=44;text=\"RTP hold timeout\"",
            "Reason: SIP;text=\"media idle-timeout\"",
            "X-Asterisk-HangupCause: RTP timeout"
        }) {
            var trace = ended(header);

            var finding = trace.the("media-timeout");

            assertThat(Trace.frames(finding)).containsExactly(4L);
            assertThat(finding.values()).containsEntry("ender", Value.of(trace.address("bob")));
            assertThat(trace.found()).doesNotContain("ended-by-code", "ended-by-cause");
        }
    }

    @Test
    void moneyOrTimeIsUsedUp() {
        for (String header : new String[] {
            "Reason: Q.850;cause=16;text=\"Credit exhausted\"",
            "Reason: Q.850;cause=31;text=\"Insufficient funds\"",
            "Reason: SIP;cause=200;text=\"Maximum call duration exceeded\"",
            "Reason: X;text=\"max_duration reached\"",
            "X-Hangup-Cause: out of credit"
        }) {
            assertThat(ended(header).found())
                    .as(header)
                    .contains("ended-by-limit")
                    .doesNotContain("ended-by-cause");
        }
    }

    @Test
    void nothingIsUsedUp() {
        for (String header : new String[] {
            "Reason: Q.850;cause=16;text=\"Normal call clearing\"",
            "Reason: SIP;cause=200;text=\"Call completed\"",
            "Reason: Q.850;cause=16;text=\"Credit card menu ended\"",
            "Reason: Q.850;cause=16;text=\"user hung up, duration 31\"",
            "Reason: SIP;cause=408;text=\"Session timer expired\""
        }) {
            assertThat(ended(header).found()).as(header).doesNotContain("ended-by-limit");
        }
    }

    @Test
    void aFaultOfTheNetwork() {
        assertThat(ended("Reason: Q.850;cause=102").the("ended-by-cause").values())
                .containsEntry("cause", new Value.Cause(102));
    }

    @Test
    void aFaultOfSip() {
        assertThat(ended("Reason: SIP;cause=481;text=\"Gone\"")
                        .the("ended-by-code")
                        .values())
                .containsEntry("reason", Value.of("SIP;cause=481;text=\"Gone\""));
    }

    @Test
    void hangingUpIsNormal() {
        for (String header : new String[] {
            "Reason: Q.850;cause=16;text=\"Normal call clearing\"",
            "Reason: Q.850;cause=31;text=local, RTP",
            "Reason: SIP;cause=200;text=\"Call completed elsewhere\"",
            "X-Asterisk-HangupCause: Normal Clearing",
            "X-Asterisk-HangupCauseCode: 16",
            "Server: RTP Timeout",
            "Reason: Q.850;cause=16;text=\"RTP hold music, no timeout\"",
            "P-RTP-Stat: PS=1500,OS=240000,PR=1498,OR=239680,PL=0,JI=1,DU=30",
            "X-RTP-Stat: PS=20;OS=3200;PR=0;OR=0;PL=0"
        }) {
            assertThat(ended(header).found()).as(header).doesNotContain(ALL);
        }
    }

    @Test
    void packetsSentAndNoneReceived() {
        var finding = ended("X-RTP-Stat: PS=207;OS=49680;;PR=0;OR=0;PL=0;JI=600;LA=40;")
                .the("no-packets-received");

        assertThat(finding.values()).containsEntry("sent", Value.of(207));
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void theResponseToTheByeCountsToo() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(200);
        trace.after(31).from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob")
                .to("alice")
                .cseq(2)
                .header("P-RTP-Stat: PS=1500,OS=240000,PR=0,OR=0,PL=0")
                .responds(200, "BYE");

        assertThat(trace.the("no-packets-received").values()).containsEntry("counter", Value.of(trace.address("bob")));
    }

    @Test
    void canceledForAFault() {
        var trace = new Trace();
        trace.from("gateway").to("bob").request("INVITE");
        trace.from("bob").to("gateway").responds(180);
        trace.after(4)
                .from("gateway")
                .to("bob")
                .header("Reason: Q.850;cause=41")
                .request("CANCEL");
        trace.from("bob").to("gateway").responds(487);

        assertThat(trace.the("canceled-by-cause").values()).containsEntry("cause", new Value.Cause(41));
    }

    @Test
    void whoHangsUpWhileItRingsIsNoFault() {
        var trace = new Trace();
        trace.from("gateway").to("bob").request("INVITE");
        trace.from("bob").to("gateway").responds(180);
        trace.after(4)
                .from("gateway")
                .to("bob")
                .header("Reason: Q.850;cause=16")
                .request("CANCEL");
        trace.from("bob").to("gateway").responds(487);

        assertThat(trace.found()).doesNotContain(ALL);
    }

    @Test
    void aRadioConnectionThatIsLost() {
        for (String text : new String[] {
            "INDICATION_OF_LOSS_OF_BEARER",
            "Loss of bearer",
            "release of the bearer",
            "Radio link failure",
            "bearer lost"
        }) {
            var trace = ended("P-Access-Network-Info: 3GPP-E-UTRAN-FDD\r\nReason: SIP;cause=503;text=\"" + text + "\"");

            assertThat(trace.the("bearer-lost").certainty()).isEqualTo(Certainty.LIKELY);
            assertThat(trace.found()).doesNotContain("ended-by-code", "media-timeout");
        }
    }

    @Test
    void aReasonThatSpeaksOfAnotherBearer() {
        for (String text : new String[] {"Bearer capability not authorized", "bearer service not implemented"}) {
            assertThat(ended("Reason: Q.850;cause=57;text=\"" + text + "\"").found())
                    .contains("ended-by-cause")
                    .doesNotContain("bearer-lost");
        }
    }

    @Test
    void aNormalEndOnTheRadio() {
        assertThat(ended("Reason: Q.850;cause=16;text=\"Radio channel released normally\"")
                        .found())
                .doesNotContain("bearer-lost");
    }

    @Test
    void mediaThatNeverFoundTogether() {
        for (String text : new String[] {
            "ICE connectivity check failed",
            "ICE Failure",
            "DTLS handshake failure",
            "Failed to set up DTLS",
            "MediaConnectivityFailure",
            "timed out while waiting for media"
        }) {
            var trace = ended("Reason: Q.850;cause=16;text=\"" + text + "\"");

            assertThat(trace.the("media-not-connected").certainty()).isEqualTo(Certainty.LIKELY);
            assertThat(trace.found()).doesNotContain("media-timeout", "ended-by-cause");
        }
    }

    @Test
    void wordsThatOnlyLookLikeIt() {
        for (String text : new String[] {
            "Service failure",
            "notice failed",
            "ICE completed",
            "media server failure",
            "left while waiting for media server"
        }) {
            assertThat(ended("Reason: Q.850;cause=41;text=\"" + text + "\"").found())
                    .contains("ended-by-cause")
                    .doesNotContain("media-not-connected");
        }
    }

    @Test
    void aCordlessPhoneLosesItsRadioAsWell() {
        assertThat(ended("Reason: SIP;cause=480;text=\"Radio link lost\"").found())
                .contains("ended-by-code")
                .doesNotContain("bearer-lost");
    }

    @Test
    void whoTalkedForMinutesWasConnected() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").answers();
        trace.after(300)
                .from("bob")
                .to("alice")
                .byCallee()
                .cseq(2)
                .header("Reason: SIP;cause=408;text=\"ICE failed\"")
                .inside("BYE");

        assertThat(trace.found()).contains("ended-by-code").doesNotContain("media-not-connected");
    }

    @Test
    void aLimitThatIsOnlyNamedWasNotReached() {
        for (String header : new String[] {
            "Reason: Q.850;cause=16;text=\"Normal call clearing, max_duration=7200\"",
            "Reason: Q.850;cause=16;text=\"no time limit\"",
            "Reason: Q.850;cause=16;text=\"max call duration unlimited\"",
            "Reason: SIP;cause=408;text=\"Media idle time limit\"",
            "Reason: SIP;text=\"RTP inactivity time limit exceeded\"",
            "Reason: Q.850;cause=16;text=\"time limit not reached\""
        }) {
            assertThat(ended(header).found()).as(header).doesNotContain("ended-by-limit");
        }
    }
}
