package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.call.LegLink.Confidence;
import org.ringback.call.LegLink.Reason;

/** Legs of one call are linked with a reason, and nothing else is. */
class LegLinksTest {

    private static final String SESSION =
            "Session-ID: ab30317f1a784dc48ff824d0d3715d86;remote=" + "00000000000000000000000000000000";

    private final Flow flow = new Flow();

    private Flow.Step first() {
        return flow.call("leg-1", "100", "200").from("alice").to("b2bua");
    }

    private Flow.Step second(String caller, String callee) {
        return flow.call("leg-2", caller, callee).from("b2bua").to("bob");
    }

    private LegLink only() {
        LegLinks links = LegLinks.of(flow.calls());
        assertThat(links.of(flow.calls().getLast())).hasSize(1);
        assertThat(links.of(flow.calls().getFirst())).hasSize(1);
        return links.of(flow.calls().getFirst()).getFirst();
    }

    private void assertNone() {
        assertThat(LegLinks.of(flow.calls()).of(flow.calls().getFirst())).isEmpty();
    }

    @Test
    void bySessionId() {
        first().header(SESSION).invite();
        flow.after(60);
        second("x", "y").header(SESSION).invite();

        assertThat(only().reason()).isEqualTo(Reason.SESSION_ID);
        assertThat(only().confidence()).isEqualTo(Confidence.HIGH);
        assertThat(only().otherThan(flow.calls().getFirst()).callId()).isEqualTo("leg-2");
    }

    @Test
    void notBySessionIdsThatAreUnknown() {
        String unknown = "Session-ID: 00000000000000000000000000000000;remote=00000000000000000000000000000000";
        first().header(unknown).invite();
        flow.after(60);
        second("x", "y").header(unknown).invite();

        assertNone();
    }

    @Test
    void byAHeaderThatNamesTheOtherCallId() {
        first().invite();
        second("x", "y").header("X-Call-ID: leg-1").invite();

        assertThat(only().reason()).isEqualTo(Reason.CALL_ID_HEADER);
        assertThat(only().evidence()).isEqualTo("leg-1");
    }

    @Test
    void byTheSameMedia() {
        first().media("203.0.113.9", 4000).invite();
        second("x", "y").media("203.0.113.9", 4000).invite();

        assertThat(only().reason()).isEqualTo(Reason.SAME_MEDIA);
        assertThat(only().confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(only().evidence()).isEqualTo("203.0.113.9 4000");
    }

    @Test
    void byTheSameNumbers() {
        first().invite();
        flow.after(0.2).call("leg-2", "+100", "00200").from("b2bua").to("bob").invite();
        flow.call("leg-1", "100", "200").from("b2bua").to("alice").responds(180);

        assertThat(only().reason()).isEqualTo(Reason.SAME_NUMBERS);
        assertThat(only().confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void bySameNumbersElsewhereWithLittleConfidence() {
        first().invite();
        flow.call("leg-2", "100", "200").from("sbc").to("bob").invite();

        assertThat(only().confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void byTheSameCallerWhereADialPlanChangedTheCallee() {
        first().invite();
        flow.after(0.2);
        second("100", "bob").invite();
        flow.call("leg-1", "100", "200").from("b2bua").to("alice").responds(180);

        assertThat(only().reason()).isEqualTo(Reason.SAME_CALLER);
        assertThat(only().confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void notTheSameCallerWhoTriesAgain() {
        first().invite();
        flow.call("leg-2", "100", "200").from("alice").to("b2bua").invite();
        assertNone();
    }

    @Test
    void notTheSameNumbersMuchLater() {
        first().invite();
        flow.after(20);
        second("100", "200").invite();
        flow.call("leg-1", "100", "200").from("b2bua").to("alice").responds(180);
        assertNone();
    }

    @Test
    void notByMediaThatIsOffOrOnHold() {
        first().media("0.0.0.0", 4000).invite();
        second("x", "y").media("0.0.0.0", 4000).invite();
        assertNone();
    }

    @Test
    void aLoadTestDoesNotTakeForever() {
        for (int i = 0; i < 20_000; i++) {
            flow.call("call-" + i, "100", "200")
                    .from("caller-" + i % 50)
                    .to("b2bua")
                    .invite();
        }
        assertThat(LegLinks.of(flow.calls()).of(flow.calls().getFirst())).hasSizeLessThan(20);
    }
}
