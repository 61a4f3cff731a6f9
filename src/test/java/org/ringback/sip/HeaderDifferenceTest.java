package org.ringback.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.sip.HeaderDifference.Of;

class HeaderDifferenceTest {

    private static SipMessage message(String text) {
        return SipMessage.parse(MemorySegment.ofArray(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static List<HeaderDifference> different(String left, String right) {
        return HeaderDifference.between(message(left), message(right)).stream()
                .filter(row -> !row.same())
                .toList();
    }

    @Test
    void theOrderOfHeadersAndTheSpellingOfNamesAreNoDifference() {
        assertThat(different(
                        "BYE sip:a@b SIP/2.0\nCall-ID: 1\nFrom: <sip:a@b>\n\n",
                        "BYE sip:a@b SIP/2.0\nf: <sip:a@b>\ni: 1\n\n"))
                .isEmpty();
    }

    @Test
    void saysWhichHeaderDiffersAndWhichIsMissing() {
        assertThat(different(
                        "BYE sip:a@b SIP/2.0\nCSeq: 1 BYE\nSubject: x\n\n",
                        "BYE sip:a@b SIP/2.0\nCSeq: 2 BYE\nServer: y\n\n"))
                .containsExactly(
                        new HeaderDifference(Of.HEADER, "CSeq", Optional.of("1 BYE"), Optional.of("2 BYE")),
                        new HeaderDifference(Of.HEADER, "Subject", Optional.of("x"), Optional.empty()),
                        new HeaderDifference(Of.HEADER, "Server", Optional.empty(), Optional.of("y")));
    }

    @Test
    void aViaMoreMovesTheOthersDown() {
        assertThat(different(
                        "BYE sip:a@b SIP/2.0\nVia: SIP/2.0/UDP p\nVia: SIP/2.0/UDP a\n\n",
                        "BYE sip:a@b SIP/2.0\nVia: SIP/2.0/UDP a\n\n"))
                .containsExactly(
                        new HeaderDifference(Of.HEADER, "Via", Optional.of("SIP/2.0/UDP p"), Optional.empty()));
    }

    @Test
    void bodiesAreComparedLineByLine() {
        assertThat(different(
                        "ACK sip:a@b SIP/2.0\n\nv=0\nm=audio 1\na=x\n", "ACK sip:a@b SIP/2.0\n\nv=0\nm=audio 2\na=x\n"))
                .containsExactly(
                        new HeaderDifference(Of.BODY_LINE, "", Optional.of("m=audio 1"), Optional.of("m=audio 2")));
    }

    /** Whichever of them is the long one: looking for equal lines would cost the square of its lines. */
    @ParameterizedTest
    @CsvSource({"2000, true", "2001, false"})
    void bodiesOfTooManyLinesAreComparedInPlace(int lines, boolean equalOnesFound) {
        String shortOne = "ACK sip:a@b SIP/2.0\n\na=equal\n";
        String longOne = "ACK sip:a@b SIP/2.0\n\n" + "a=x\n".repeat(lines - 1) + "a=equal\n";

        var leftLong = different(longOne, shortOne);
        var rightLong = different(shortOne, longOne);

        assertThat(leftLong).hasSize(equalOnesFound ? lines - 1 : lines);
        assertThat(rightLong).hasSize(equalOnesFound ? lines - 1 : lines);
    }

    @Test
    void startLinesStandBesideEachOther() {
        assertThat(different("SIP/2.0 200 OK\n\n", "SIP/2.0 486 Busy Here\n\n"))
                .containsExactly(new HeaderDifference(
                        Of.START_LINE, "", Optional.of("SIP/2.0 200 OK"), Optional.of("SIP/2.0 486 Busy Here")));
    }

    /** To look for what both have in common costs the product of their lines. */
    @Test
    void bodiesOfVeryManyLinesAreComparedInPlace() {
        for (boolean leftIsLonger : new boolean[] {true, false}) {
            assertThat(shiftedBodies(2000, leftIsLonger)).hasSize(1);
            assertThat(shiftedBodies(2001, leftIsLonger)).hasSize(2001);
        }
    }

    /** Bodies of so many lines, of which one side lacks the first: what is different. */
    private static List<HeaderDifference> shiftedBodies(int lines, boolean leftIsLonger) {
        StringBuilder body = new StringBuilder();
        for (int line = 1; line < lines; line++) {
            body.append("a=").append(line).append('\n');
        }
        String headers = "MESSAGE sip:a SIP/2.0\n\n";
        String shorter = headers + body;
        String longer = headers + "a=first\n" + body;
        return leftIsLonger ? different(longer, shorter) : different(shorter, longer);
    }
}
