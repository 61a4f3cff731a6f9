package org.ringback.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.BesideOthers;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/** Values of any length and times of any order, and a user who does not want to wait. */
@BesideOthers
class HostileValuesTest {

    private static final int LONG = 60_000;

    private static Captured message(String text, long time) {
        return new Captured(
                MemorySegment.ofArray(text.getBytes(StandardCharsets.ISO_8859_1)),
                time,
                Endpoint.UNKNOWN,
                Endpoint.UNKNOWN,
                Transport.UDP,
                0,
                1);
    }

    private static List<Captured> rewritten(Likeness likeness, Captured... messages) {
        return Pseudonymizer.of(Arrays.asList(messages), likeness, RandomGenerator.of("L64X128MixRandom"), () -> false)
                .messages();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Foo: %s",
                "Contact: <sip:a@b>;x=\"%s\"",
                "Authorization: Kerberos gssapi-data=\"%s\"",
                "Warning: 399 h \"%s\"",
                "Identity: %s",
                "Reason: %s",
                "Via: %s",
                "User-Agent: %s"
            })
    void aLongValueIsReplacedLikeAnyOther(String header) {
        for (String piece : List.of("Y", "/", "a.", "0a", "\\\"", "\"\\", ";\"", "(", "<", ",", "a=", "%")) {
            String value = piece.repeat(LONG / piece.length());
            String text = "OPTIONS sip:a@b SIP/2.0\r\nCall-ID: 1\r\n" + header.replace("%s", value) + "\r\n\r\n";

            assertThat(rewritten(Likeness.EXACT, message(text, 1))).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"<, 500000", "<a , 60000", "<a b=\", 60000", "</, 60000", "a=, 60000", "<!--, 60000", "&amp;, 60000"})
    void whateverXmlOpensNeedNotClose(String piece, int length) {
        String body = piece.repeat(length / piece.length());
        String text = "NOTIFY sip:a@b SIP/2.0\r\nCall-ID: 1\r\nContent-Type: application/x+xml\r\n\r\n<a b=\"" + body;

        assertThat(rewritten(Likeness.EXACT, message(text, 1))).hasSize(1);
    }

    @Test
    void messagesWithinMessagesHaveAnEnd() {
        String inner = "NOTIFY sip:a@b SIP/2.0\r\nContent-Type: message/sip\r\n\r\n";

        assertThat(rewritten(Likeness.EXACT, message(inner.repeat(5_000), 1))).hasSize(1);
    }

    @Test
    void whoDoesNotWantToWaitNeedNot() {
        var asked = new AtomicInteger();
        List<Captured> messages = List.of(message("OPTIONS a:b SIP/2.0", 1), message("OPTIONS a:b SIP/2.0", 2));

        assertThatThrownBy(() -> Pseudonymizer.of(
                        messages, Likeness.EXACT, RandomGenerator.getDefault(), () -> asked.incrementAndGet() > 1))
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(2);
    }

    @Test
    void blurredTimesKeepTheirOrderAndTheirDistance() {
        long[] times = {5_000_000, 5_000_001, 4_000_000, Captured.NO_TIME, 37_000_000, 5_000_001};
        Captured[] messages = Arrays.stream(times)
                .mapToObj(time ->
                        message("OPTIONS a:b SIP/2.0", time == Captured.NO_TIME ? time : time + 1_790_000_000_000_000L))
                .toArray(Captured[]::new);
        List<Long> moved = rewritten(Likeness.BLURRED, messages).stream()
                .map(Captured::time)
                .toList();

        assertThat(moved.get(3)).isEqualTo(Captured.NO_TIME);
        assertThat(List.of(moved.get(2), moved.get(0), moved.get(1), moved.get(5), moved.get(4)))
                .isSorted();
        assertThat(moved.get(2)).isBetween(946_684_800_000_000L, 946_684_800_010_000L);
        assertThat(moved.get(4) - moved.get(2)).isBetween(32_980_000L, 33_020_000L);
    }

    @Test
    void aDateMovesWithTheClock() {
        String text = "OPTIONS sip:a@b SIP/2.0\r\nDate: Sat, 14 Nov 2026 22:13:20 GMT\r\n\r\n";
        Captured message = message(text, 1_794_694_400_000_000L);

        assertThat(written(rewritten(Likeness.BLURRED, message))).contains("Date: Sat, 01 Jan 2000 00:00:00 GMT");
        assertThat(written(rewritten(Likeness.EXACT, message))).contains("Date: Sat, 14 Nov 2026 22:13:20 GMT");
    }

    @Test
    void blurredNamesAndNumbersAreAllAlike() {
        String text = written(rewritten(
                Likeness.BLURRED,
                message(
                        "OPTIONS sip:bo@b SIP/2.0\r\n"
                                + "From: <sip:Bartholomew@b>;tag=1\r\n"
                                + "To: <sip:+493012345678901@b>\r\n\r\n",
                        1)));

        assertThat(text)
                .containsPattern("^OPTIONS sip:[a-z]{6}@[a-z]{6} SIP")
                .containsPattern("From: <sip:[A-Z][a-z]{5}@[a-z]{6}>;tag=[0-9a-f]{8}\r")
                .containsPattern("To: <sip:\\+999\\d{9}@");
    }

    private static String written(List<Captured> messages) {
        return new String(messages.getLast().bytes().toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
    }
}
