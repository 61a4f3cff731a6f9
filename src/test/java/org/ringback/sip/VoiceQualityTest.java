package org.ringback.sip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.sip.VoiceQuality.Kind;
import org.ringback.sip.VoiceQuality.Measured;
import org.ringback.sip.VoiceQuality.Period;
import org.ringback.sip.VoiceQuality.Place;

/** Reports on voice quality as the RFC has them, and as devices write them. */
class VoiceQualityTest {

    private static final String WHOLE = """
        VQSessionReport: CallTerm
        CallID: 6dg37f1890463
        LocalID: Alice <sip:alice@example.org>
        RemoteID: Bill <sip:bill@example.net>
        OrigID: Alice <sip:alice@example.org>
        LocalGroup: example-phone-55671
        LocalAddr: IP=192.0.2.1 PORT=5000 SSRC=1a3b5c7d
        RemoteAddr: IP=198.51.100.1 PORT=5002 SSRC=0x2468abcd
        LocalMetrics:
        Timestamps: START=2004-10-10T18:23:43Z STOP=2004-10-01T18:26:02Z
        SessionDesc: PT=18 PD=G729 SR=8000 FD=20 FO=20 FPP=2 PPS=50 FMTP="annexb=no" PLC=3 SSUP=on
        JitterBuffer: JBA=3 JBR=2 JBN=40 JBM=80 JBX=120
        PacketLoss: NLR=5.0 JDR=2.0
        BurstGapLoss: BLD=25.0 BD=140 GLD=2.0 GD=500 GMIN=16
        Delay: RTD=200 ESD=140 SOWD=200 IAJ=2 MAJ=10
        Signal: SL=-18 NL=-50 RERL=55
        QualityEst: RLQ=90 RCQ=85 EXTRI=90 MOSLQ=4.2 MOSCQ=4.3 QoEEstAlg=P.564
        RemoteMetrics:
        PacketLoss: NLR=1.0 JDR=0.5
        QualityEst: MOSLQ=127 MOSCQ=3.9
        DialogID: 38419823470834;to-tag=8472761;from-tag=9123dh311
        """;

    private static VoiceQuality read(String body) {
        return VoiceQuality.parse(body).orElseThrow();
    }

    private static Measured local(String... lines) {
        return read("VQSessionReport: CallTerm\nCallID: 1\nLocalMetrics:\n" + String.join("\n", lines))
                .local()
                .orElseThrow();
    }

    @Test
    void everythingThatItTellsIsRead() {
        VoiceQuality report = read(WHOLE);

        assertThat(report.kind()).isEqualTo(Kind.SESSION);
        assertThat(report.callId()).isEqualTo("6dg37f1890463");
        assertThat(report.measurer()).isEqualTo("Alice <sip:alice@example.org>");
        assertThat(report.other()).isEqualTo("Bill <sip:bill@example.net>");
        assertThat(report.at()).hasValue(new Place("192.0.2.1", 5000));
        assertThat(report.local())
                .hasValue(new Measured(
                        "G729",
                        OptionalDouble.of(0.05),
                        OptionalDouble.of(0.02),
                        Optional.of(new Period(0.25, 140)),
                        Optional.of(new Period(0.02, 500)),
                        OptionalInt.of(2),
                        OptionalInt.of(200),
                        OptionalInt.of(140),
                        OptionalInt.of(200),
                        OptionalInt.of(90),
                        OptionalInt.of(85),
                        OptionalDouble.of(4.2),
                        OptionalDouble.of(4.3)));
        assertThat(report.remote()).hasValueSatisfying(remote -> {
            assertThat(remote.lost()).hasValue(0.01);
            assertThat(remote.mosListening()).isEmpty();
            assertThat(remote.mosConversational()).hasValue(3.9);
        });
    }

    @Test
    void linesMayEndInAnyWay() {
        assertThat(read(WHOLE.replace("\n", "\r\n"))).isEqualTo(read(WHOLE));
        assertThat(read(WHOLE.replace("\n", "\r"))).isEqualTo(read(WHOLE));
        assertThat(read(WHOLE.replace(": ", ":"))).isEqualTo(read(WHOLE));
        assertThat(read(WHOLE.replace(": ", " : "))).isEqualTo(read(WHOLE));
    }

    @Test
    void theCallMayBeNamedWithinTheMetrics() {
        VoiceQuality report = read("""
            VQSessionReport
            LocalMetrics:
            Timestamps:START=2010-02-17T13:59:42Z STOP=2010-02-17T13:59:46Z
            SessionDesc:PT=0 PD=G.711U PPS=50 SSUP=off
            CallID:3c26a8de500f-12ct7zov3kjs
            x-UserAgent:phone/8
            LocalAddr:IP=192.0.2.1 PORT=62754 SSRC=0xCBE3450E
            PacketLoss:NLR=0.0 JDR=1.5
            Delay:RTD=0 ESD=0 IAJ=4
            """);

        assertThat(report.callId()).isEqualTo("3c26a8de500f-12ct7zov3kjs");
        assertThat(report.local()).hasValueSatisfying(local -> {
            assertThat(local.discarded()).hasValue(0.015);
            assertThat(local.jitter()).hasValue(4);
            assertThat(local.roundTrip()).isEmpty();
            assertThat(local.codec()).isEqualTo("G.711U");
        });
    }

    @Test
    void equalsSignsAndBrokenLinesAreTakenAsMeant() {
        VoiceQuality report = read("""
            VQSessionReport
            CallID=20328634741612201520943@192.0.2.1
            LocalID: <sip:1000@192.0.2.1>
            LocalAddr: IP=192.0.2.1 Port=6000 SSRC=0x54c62a13
            LocalMetrics:
            QualityEst: RLQ=93 MOSLQ=4.1
            MOSCQ=4.10
            """);

        assertThat(report.callId()).isEqualTo("20328634741612201520943@192.0.2.1");
        assertThat(report.at()).hasValue(new Place("192.0.2.1", 6000));
        assertThat(report.local().orElseThrow().mosConversational()).hasValue(4.1);
    }

    @Test
    void aMissingBlankSpoilsOneValueAtMost() {
        Measured measured = local("Delay: RTD=20ESD=140 IAJ=7", "QualityEst: MOSLQ=3,8 MOSCQ=3.5;x=1");

        assertThat(measured.roundTrip()).hasValue(20);
        assertThat(measured.jitter()).hasValue(7);
        assertThat(measured.mosListening()).hasValue(3.8);
        assertThat(measured.mosConversational()).hasValue(3.5);
    }

    @Test
    void whatIsNotKnownOrNoNumberIsMissing() {
        Measured measured = local(
                "PacketLoss: NLR=0.0 JDR=none",
                "BurstGapLoss: BLD=0 BD=0 GLD=0",
                "Delay: RTD=-5 ESD=99999999999999999999 IAJ=",
                "QualityEst: RLQ=127 RCQ=x MOSLQ=0.0 MOSCQ=127");

        assertThat(measured.lost()).hasValue(0);
        assertThat(measured.discarded()).isEmpty();
        assertThat(measured.bursts()).isEmpty();
        assertThat(measured.gaps()).isEmpty();
        assertThat(measured.roundTrip()).isEmpty();
        assertThat(measured.endSystem()).isEmpty();
        assertThat(measured.jitter()).isEmpty();
        assertThat(measured.rListening()).isEmpty();
        assertThat(measured.rConversational()).isEmpty();
        assertThat(measured.mosListening()).isEmpty();
        assertThat(measured.mosConversational()).isEmpty();
    }

    @Test
    void metricsThatTellNothingAreNone() {
        VoiceQuality report = read("VQSessionReport\nCallID: 1\nLocalMetrics:\nQualityEst: MOSLQ=127\n");

        assertThat(report.local()).isEmpty();
        assertThat(report.remote()).isEmpty();
    }

    @Test
    void whenItWasSentShowsInItsFirstLine() {
        assertThat(read("VQIntervalReport\nCallID: 1").kind()).isEqualTo(Kind.INTERVAL);
        assertThat(read("VQAlertReport: Type=NLR Severity=Critical Dir=local\nCallID: 1")
                        .kind())
                .isEqualTo(Kind.ALERT);
    }

    @Test
    void theDialogNamesTheCallWhereNobodyElseDoes() {
        assertThat(read("VQSessionReport\nDialogID:abc@host;to-tag=1;from-tag=2")
                        .callId())
                .isEqualTo("abc@host");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v=0",
                "CallID: 1",
                "VQSessionReport: CallTerm",
                "VQSessionReport\nLocalMetrics:\nQualityEst: MOSLQ=1.0",
                "\u0000\u0000:=:=\n=\n:\n"
            })
    void whatNamesNoCallOrIsNoReportIsNone(String body) {
        assertThat(VoiceQuality.parse(body)).isEmpty();
    }

    @Test
    void aHostileReportEnds() {
        String body = "VQSessionReport\nCallID: 1\nLocalMetrics:\n" + "Delay: IAJ=1\n".repeat(100_000) + "QualityEst: "
                + "A=1 ".repeat(100_000) + "\n";

        assertThat(read(body).local().orElseThrow().jitter()).hasValue(1);
    }

    @Test
    void onlyABodyOfItsTypeIsRead() {
        assertThat(VoiceQuality.in(publish("application/vq-rtcpxr")))
                .map(VoiceQuality::callId)
                .hasValue("6dg37f1890463");
        assertThat(VoiceQuality.in(publish("Application/VQ-RTCPXR;charset=utf-8")))
                .isPresent();
        assertThat(VoiceQuality.in(publish("text/plain"))).isEmpty();
    }

    private static MemorySegment publish(String type) {
        String text = "PUBLISH sip:c@example.com SIP/2.0\nContent-Type: " + type + "\nContent-Length: " + WHOLE.length()
                + "\n\n" + WHOLE;
        return MemorySegment.ofArray(text.getBytes(UTF_8));
    }
}
