package org.ringback.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ringback.call.Call;
import org.ringback.diagnosis.Trace;

/** Whose measurement a report is, and of which call. */
class QualityReportsTest {

    private final Trace trace = new Trace();

    QualityReportsTest() {
        trace.talks(audio("198.51.100.1", 4000, "0"), audio("198.51.100.2", 6000, "0"));
    }

    private QualityReportsTest reports(String id, String method, String callId, String... lines) {
        trace.call(id, "phone", "collector")
                .from("phone")
                .to("collector")
                .body(
                        "application/vq-rtcpxr",
                        "VQSessionReport: CallTerm\nCallID: " + callId + "\n" + String.join("\n", lines)
                                + "\nLocalMetrics:\nPacketLoss: NLR=0 JDR=0\n")
                .request(method);
        return this;
    }

    private List<ToldQuality> told() {
        Call call = trace.calls().stream()
                .filter(each -> each.callId().equals("call-1"))
                .findFirst()
                .orElseThrow();
        return trace.examined().media(call).told();
    }

    @Test
    void thePortAtWhichItHeardSaysWhoseItIs() {
        reports("p", "PUBLISH", "call-1", "LocalID: <sip:alice@example.com>", "LocalAddr: IP=198.51.100.2 PORT=6000");

        assertThat(told()).extracting(ToldQuality::side).containsExactly(Optional.of(Side.CALLEE));
    }

    @Test
    void elseItsNameDoes() {
        reports("p", "PUBLISH", "call-1", "LocalID: \"A\" <sip:Alice@example.com>", "LocalAddr: IP=10.0.0.1 PORT=6000");

        assertThat(told()).extracting(ToldQuality::side).containsExactly(Optional.of(Side.CALLER));
    }

    @Test
    void whoIsNeitherOfTheTwoIsNotKnown() {
        reports("p", "PUBLISH", "call-1", "LocalID: <sip:malice@example.com>");

        assertThat(told()).extracting(ToldQuality::side).containsExactly(Optional.empty());
    }

    @Test
    void aNotifyCarriesItToo() {
        reports("p", "NOTIFY", "call-1");

        assertThat(told()).hasSize(1);
    }

    @Test
    void theSameReportOnItsWayOverSeveralHostsCountsOnce() {
        reports("p", "PUBLISH", "call-1").reports("q", "PUBLISH", "call-1");

        assertThat(told()).hasSize(1);
    }

    @Test
    void aReportOnAnotherCallIsNotOfThisOne() {
        reports("p", "PUBLISH", "call-2");

        assertThat(told()).isEmpty();
    }

    @Test
    void nobodyReportsWithoutEnd() {
        for (int i = 0; i < 100; i++) {
            reports("p" + i, "PUBLISH", "call-1", "LocalID: <sip:" + i + "@example.com>");
        }

        assertThat(told()).hasSize(64);
    }
}
