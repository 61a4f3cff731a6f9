package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.call.LegLink.Confidence;
import org.ringback.call.LegLink.Reason;

/** Legs of one call are linked by an identifier that both have, if it was made for one call only. */
class LegIdentifiersTest {

    private static final String SESSION =
            "Session-ID: ab30317f1a784dc48ff824d0d3715d86;remote=" + "00000000000000000000000000000000";

    private final Flow flow = new Flow();
    private final TwoLegs legs = new TwoLegs(flow);

    @Test
    void bySessionId() {
        legs.first().header(SESSION).invite();
        flow.after(60);
        legs.second("x", "y").header(SESSION).invite();

        assertThat(legs.only().reason()).isEqualTo(Reason.SESSION_ID);
        assertThat(legs.only().confidence()).isEqualTo(Confidence.HIGH);
        assertThat(legs.only().otherThan(flow.calls().getFirst()).callId()).isEqualTo("leg-2");
    }

    @Test
    void notBySessionIdsThatAreUnknown() {
        String unknown = "Session-ID: 00000000000000000000000000000000;remote=00000000000000000000000000000000";
        legs.first().header(unknown).invite();
        flow.after(60);
        legs.second("x", "y").header(unknown).invite();

        legs.assertNone();
    }

    @Test
    void byAHeaderThatNamesTheOtherCallId() {
        legs.first().invite();
        legs.second("x", "y").header("X-Call-ID: leg-1").invite();

        assertThat(legs.only().reason()).isEqualTo(Reason.CALL_ID_HEADER);
        assertThat(legs.only().evidence()).isEqualTo("leg-1");
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

        assertThat(legs.only().reason()).isEqualTo(Reason.CALL_ID_DERIVED);
        assertThat(legs.only().confidence()).isEqualTo(Confidence.HIGH);
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

        assertThat(legs.only().reason()).isEqualTo(Reason.CALL_ID_DERIVED);
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
        legs.first().header(header).invite();
        legs.second("x", "y").header(header).invite();

        assertThat(legs.only().reason()).isEqualTo(Reason.SHARED_ID);
        assertThat(legs.only().confidence()).isEqualTo(Confidence.HIGH);
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
}
