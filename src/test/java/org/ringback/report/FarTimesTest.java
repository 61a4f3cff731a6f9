package org.ringback.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.BesideOthers;
import org.ringback.answers.CallShare;
import org.ringback.answers.ShareFormat;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.ladder.Arrangement;
import org.ringback.ladder.CallFlow;
import org.ringback.ladder.Grouping;
import org.ringback.ladder.Ladder;
import org.ringback.ladder.TimeColumn;
import org.ringback.ladder.TimeMode;
import org.ringback.reading.Examined;

/** A call whose messages are as far apart as numbers allow. */
@BesideOthers
class FarTimesTest {

    private static final long YEAR = 365L * 86_400 * 1_000_000;

    private static final List<Long> TIMES =
            List.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, -1969 * YEAR, -1L, 0L, 293 * YEAR, 8031 * YEAR, Long.MAX_VALUE);

    private static final List<String> LINES = List.of(
            "INVITE sip:bob@192.0.2.2 SIP/2.0",
            "SIP/2.0 180 Ringing",
            "SIP/2.0 200 OK",
            "BYE sip:bob@192.0.2.2 SIP/2.0");

    private static Captured message(int place, long time) {
        String start = LINES.get(place);
        String text = start + "\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK" + place / 3
                + "\r\nFrom: <sip:alice@192.0.2.1>;tag=a\r\nTo: <sip:bob@192.0.2.2>" + (place == 0 ? "" : ";tag=b")
                + "\r\nCall-ID: far\r\nSession-Expires: 90\r\nCSeq: "
                + (place < 3 ? "1 INVITE" : "2 BYE") + "\r\n\r\n";
        boolean request = !start.startsWith("SIP");
        var alice = new Endpoint("192.0.2.1", 5060);
        var bob = new Endpoint("192.0.2.2", 5060);
        return new Captured(
                MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8)),
                time,
                request ? alice : bob,
                request ? bob : alice,
                Transport.UDP,
                0,
                place + 1);
    }

    /** Its first two messages at the one time, the others at the other. */
    private static Examined call(long one, long other) {
        List<Captured> messages = new ArrayList<>();
        for (int i = 0; i < LINES.size(); i++) {
            messages.add(message(i, i < 2 ? one : other));
        }
        return Examined.of(messages, List.of(), other, new Diagnosis());
    }

    private static String picture(Examined examined) {
        Ladder ladder = new CallFlow(examined.calls()).ladder(Arrangement.by(Grouping.ADDRESS, true));
        var svg = new StringBuilder();
        for (TimeMode mode : TimeMode.values()) {
            svg.append(LadderSvg.svg(
                    ladder,
                    Pages.answers("en").texts(),
                    new TimeColumn(mode, Optional.empty(), ZoneId.of("Asia/Tokyo"))));
        }
        return svg.toString();
    }

    @ParameterizedTest
    @EnumSource
    void everyShareOfItIsWhole(ShareFormat format) throws IOException {
        var share = new CallShare(Pages.answers("en"), ZoneOffset.UTC, (_, _, _, _) -> "<svg/>");
        for (long one : TIMES) {
            for (long other : TIMES) {
                Examined examined = call(one, other);
                var out = new ByteArrayOutputStream();

                share.write(Selection.of(examined.calls(), examined.legs(), examined), format, out);

                assertThat(out.toByteArray()).as("%d and %d", one, other).hasSizeGreaterThan(300);
            }
        }
    }

    @Test
    void everyListPageAndPictureOfItIsWhole() {
        for (long one : TIMES) {
            for (long other : TIMES) {
                Examined examined = call(one, other);
                var report = new CallReport(
                        List.of("far"),
                        examined.tally(),
                        examined.calls(),
                        examined.links(),
                        List.of(),
                        _ -> Optional.empty(),
                        ZoneId.of("America/New_York"));

                assertThat(printed(out -> CallCsv.print(report, out))).hasLineCount(2);
                assertThat(printed(out -> CallJson.print(report, out))).contains("\"callId\" : \"far\"");
                assertThat(printed(out -> new CallTable(Pages.answers("en").texts()).print(report, out)))
                        .contains("alice");
                assertThat(examined.diagnosed(examined.calls().getFirst()).brokenRules())
                        .isZero();
                assertThat(picture(examined)).contains(">INVITE");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE + 1, -1975 * YEAR, 8040 * YEAR, Long.MAX_VALUE})
    void aTimeThatNoClockShowsIsNone(long time) {
        assertThat(message(0, time).time()).isEqualTo(Captured.NO_TIME);
    }

    private interface Printing {
        void to(PrintStream out);
    }

    private static String printed(Printing what) {
        var out = new ByteArrayOutputStream();
        try (var stream = new PrintStream(out, false, StandardCharsets.UTF_8)) {
            what.to(stream);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
