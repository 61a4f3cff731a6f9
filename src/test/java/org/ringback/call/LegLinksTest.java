package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    /** Rings and is refused on both legs, as a B2BUA passes it on. */
    private void refusedTogether(String caller, String callee) {
        String from = flow.calls().getFirst().from().user();
        String to = flow.calls().getFirst().to().user();
        flow.after(0.3).call("leg-2", caller, callee).from("bob").to("b2bua").responds(180);
        flow.after(0.01).call("leg-1", from, to).from("b2bua").to("alice").responds(180);
        flow.after(3).call("leg-2", caller, callee).from("bob").to("b2bua").responds(486);
        flow.after(0.01).call("leg-1", from, to).from("b2bua").to("alice").responds(486);
    }

    @Test
    void byACallIdWithSomethingAdded() {
        flow.call("e5c16a4e-60f1fba3@192.0.2.1", "x", "y")
                .from("alice")
                .to("b2bua")
                .invite();
        flow.call("e5c16a4e-60f1fba3@192.0.2.1.0", "v", "w")
                .from("sbc")
                .to("bob")
                .invite();

        assertThat(only().reason()).isEqualTo(Reason.CALL_ID_DERIVED);
        assertThat(only().confidence()).isEqualTo(Confidence.HIGH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4f2a9c1e77b0d3-b2b_1@192.0.2.1",
                "4f2a9c1e77b0d3_b2b-1",
                "b2b.4f2a9c1e77b0d3@192.0.2.1",
                "4f2a9c1e77b0d3@198.51.100.7"
            })
    void byACallIdMadeFromTheOther(String made) {
        flow.call("4f2a9c1e77b0d3@192.0.2.1", "x", "y")
                .from("alice")
                .to("b2bua")
                .invite();
        flow.call(made, "v", "w").from("sbc").to("bob").invite();

        assertThat(only().reason()).isEqualTo(Reason.CALL_ID_DERIVED);
    }

    @Test
    void notByCallIdsThatAreOnlyCountedUp() {
        flow.call("1-17326@192.0.2.1", "x", "y").from("alice").to("b2bua").invite();
        flow.call("1-17326@192.0.2.9", "v", "w").from("sbc").to("bob").invite();
        flow.call("call-17326-1", "x2", "y2").from("carol").to("b2bua").invite();
        flow.call("call-17326-2", "v2", "w2").from("sbc").to("dave").invite();

        assertThat(flow.calls())
                .allSatisfy(
                        call -> assertThat(LegLinks.of(flow.calls()).of(call)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cisco-Guid: 1536548864-0000065536-0000000042-0342491328",
                "P-Charging-Vector: icid-value=\"AyretyU0dm+6O2IrT5tAFrbHLso=023551024\";orig-ioi=home1.net",
                "X-Genesys-CallUUID: 3EM9UDKF3H40H9ODCBB2O2LAES00002B"
            })
    void byAnIdentifierThatWasMadeForOneCall(String header) {
        first().header(header).invite();
        second("x", "y").header(header).invite();

        assertThat(only().reason()).isEqualTo(Reason.SHARED_ID);
        assertThat(only().confidence()).isEqualTo(Confidence.HIGH);
    }

    @Test
    void notForSureByWhatAPhoneWritesIntoAllItsCalls() {
        String serial = "X-Serial: 805EC0A1B2C3";
        flow.call("one", "100", "200").from("alice").to("b2bua").header(serial).invite();
        flow.after(0.02)
                .call("one-b", "100", "200")
                .from("b2bua")
                .to("bob")
                .header(serial)
                .invite();
        flow.after(1)
                .call("two", "100", "300")
                .from("alice")
                .to("b2bua")
                .header(serial)
                .invite();
        flow.after(0.02)
                .call("two-b", "100", "300")
                .from("b2bua")
                .to("carol")
                .header(serial)
                .invite();
        flow.after(1).call("one", "100", "200").from("b2bua").to("alice").responds(180);
        flow.call("two", "100", "300").from("b2bua").to("alice").responds(180);

        LegLinks links = LegLinks.of(flow.calls());
        assertThat(flow.calls())
                .allSatisfy(call -> assertThat(links.of(call))
                        .singleElement()
                        .satisfies(link -> assertThat(link.other().callId())
                                .isEqualTo(link.one().callId() + "-b")));
    }

    @Test
    void byTheLastDigitsOfTheCalleeWhereTheCallerIsShownAsAnother() {
        flow.call("leg-1", "116", "008983604450").from("alice").to("b2bua").invite();
        flow.after(0.03)
                .call("leg-2", "+4930123450", "+498983604450")
                .from("b2bua")
                .to("bob")
                .invite();
        refusedTogether("+4930123450", "+498983604450");

        assertThat(only().reason()).isEqualTo(Reason.SAME_CALLEE);
        assertThat(only().confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(only().one().callId()).isEqualTo("leg-1");
    }

    @Test
    void byWhatHappensToBothWhereTheCallerIsHidden() {
        flow.call("leg-1", "anonymous", "+4989555000").from("alice").to("b2bua").invite();
        flow.after(0.03)
                .call("leg-2", "Restricted", "248")
                .from("b2bua")
                .to("bob")
                .invite();
        refusedTogether("Restricted", "248");

        assertThat(only().reason()).isEqualTo(Reason.SAME_TIMES);
        assertThat(only().confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void notBecauseBothCallersAreHidden() {
        flow.call("leg-1", "anonymous", "+4989555000").from("alice").to("b2bua").invite();
        flow.after(0.03)
                .call("leg-2", "anonymous", "248")
                .from("b2bua")
                .to("bob")
                .invite();
        flow.after(2)
                .call("leg-1", "anonymous", "+4989555000")
                .from("b2bua")
                .to("alice")
                .responds(200);

        assertNone();
    }

    @Test
    void notWhereTwoCallsFitEquallyWell() {
        flow.call("leg-1", "anonymous", "+4989555000").from("alice").to("b2bua").invite();
        flow.call("other", "anonymous", "+4989555000").from("carol").to("b2bua").invite();
        flow.after(0.03)
                .call("leg-2", "anonymous", "248")
                .from("b2bua")
                .to("bob")
                .invite();
        flow.after(1).from("bob").to("b2bua").responds(486);
        flow.after(0.01)
                .call("leg-1", "anonymous", "+4989555000")
                .from("b2bua")
                .to("alice")
                .responds(486);
        flow.call("other", "anonymous", "+4989555000").from("b2bua").to("carol").responds(486);

        assertNone();
    }

    @Test
    void notACallThatBeganWhenTheOtherHadFailed() {
        first().invite();
        flow.after(0.5).call("leg-1", "100", "200").from("b2bua").to("alice").responds(486);
        flow.after(0.1);
        second("100", "200").invite();
        flow.after(1).call("leg-1", "100", "200").from("b2bua").to("alice").responds(486);

        assertNone();
    }

    @Test
    void inALogThatNamesOnlyTheOtherSide() {
        first().to("").invite();
        flow.after(0.02);
        flow.call("leg-2", "100", "201").from("").to("bob").invite();
        flow.after(0.2).call("leg-1", "100", "200").from("").to("alice").responds(180);

        assertThat(only().reason()).isEqualTo(Reason.SAME_CALLER);
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
