package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ringback.capture.text.Samples.BUSY;
import static org.ringback.capture.text.Samples.INVITE;
import static org.ringback.capture.text.Samples.SDP;
import static org.ringback.capture.text.Samples.TRYING;
import static org.ringback.capture.text.Samples.indented;
import static org.ringback.capture.text.Samples.wire;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Unusable;
import org.ringback.capture.wire.Unusable.Reason;

/** What logs do to messages, and where a message ends nevertheless. */
class MessageCollectorTest {

    private static final String READ = "<--- SIP read from UDP:192.0.2.1:5060 --->\n";
    private static final String END = "<------------->\n";
    private static final String LOGGED = "[2026-03-01 10:00:01.250] VERBOSE[9] app.c: something else: yes\n";

    /** A message with a text as its body. */
    private static String withBody(int contentLength, String body) {
        return TRYING.replace("Content-Length: 0", "Content-Type: text/plain\nContent-Length: " + contentLength) + body;
    }

    private static String pjsua(int bytes, String message) {
        return "10:00:00.100   pjsua_core.c  .RX " + bytes + " bytes Response msg 100/INVITE/cseq=1 (rdata0x2) from UDP"
                + " 192.0.2.1:5060:\n" + message + "--end msg--\n";
    }

    @Test
    void theLastEndOfLineOfABodyMayBeMissing() {
        for (String end : new String[] {"\n", "\r\n"}) {
            String whole = withBody(7 + 2, "hello\n").replace("\n", end);
            Collected found = Collected.of(READ + whole + END + TRYING);
            assertThat(found.messages).extracting(Collected::text).containsExactly(whole, TRYING);
            assertThat(found.unusable).isEmpty();

            Collected cut = Collected.of(READ + withBody(7 + 3, "hello\n").replace("\n", end) + END + TRYING);
            assertThat(cut.messages).hasSize(2);
            assertThat(cut.unusable)
                    .extracting(Unusable::reason, Unusable::detail)
                    .containsExactly(tuple(Reason.UNFINISHED_MESSAGE, "3"));
        }
    }

    @Test
    void allThatWasSentIsWholeWhateverItsContentLengthSays() {
        String message = withBody(99, "hello\n");
        int sent = wire(message).length();
        assertThat(Collected.of(pjsua(sent, message)).unusable).isEmpty();
        assertThat(Collected.of(pjsua(sent + 2, message)).unusable).isEmpty();
        Collected cut = Collected.of(pjsua(sent + 3, message));
        assertThat(Collected.text(cut.only())).isEqualTo(message);
        assertThat(cut.unusable)
                .extracting(Unusable::reason, Unusable::detail)
                .containsExactly(tuple(Reason.UNFINISHED_MESSAGE, "92"));
    }

    @Test
    void sdpThatWasCopiedWithoutItsEmptyLineGetsOne() {
        for (String message : new String[] {INVITE, wire(INVITE)}) {
            String copied = message.replace("\n\r\n", "\n").replace("\n\n", "\n");
            Collected found = Collected.of(copied + TRYING);
            assertThat(found.messages).extracting(Collected::text).containsExactly(message, TRYING);
            assertThat(found.unusable).isEmpty();
        }
    }

    @Test
    void theEmptyLineThatIsMissingBeforeSdpCountsAmongWhatTheLogSaysWasSent() {
        String message = wire(INVITE.replace("Content-Type: application/sdp\nContent-Length: 87\n", ""));
        String copied = message.replace("\r\n\r\n", "\r\n");
        Collected found = Collected.of(pjsua(message.length(), copied + "more than was sent\r\n"));
        assertThat(Collected.text(found.only())).isEqualTo(message);
    }

    @Test
    void aLineLikeSdpIsNoBodyOfAMessageThatHasNone() {
        String message = TRYING.replace("Content-Length: 0\n", "Content-Length: 0\nv=0\nServer: pbx\n");
        assertThat(Collected.header(Collected.of(message).only(), "Server")).isEqualTo("pbx");
    }

    /** So many lines that it seems long enough, counted with CRs, long before its end. */
    @Test
    void sdpWithLineFeedsAloneIsWholeThoughALogLineStandsInIt() {
        String message = INVITE + "a=x\n".repeat(40);
        message = message.replace("87", Integer.toString(SDP.length() + 160));
        int late = message.length() - 12;
        String logged = message.substring(0, late) + LOGGED + message.substring(late);
        Collected found = Collected.of(logged + TRYING);
        assertThat(found.messages).extracting(Collected::text).containsExactly(message, TRYING);
        assertThat(found.unusable).isEmpty();
    }

    @Test
    void sdpOfWhichTheLengthIsWrongEndsAtALogLine() {
        String longer = INVITE.replace("192.0.2.1", "address-of-the-customer");
        for (String message : new String[] {longer, wire(longer)}) {
            Collected found = Collected.of(message + LOGGED + "m=no line of it\n" + TRYING);
            assertThat(found.messages).extracting(Collected::text).containsExactly(message, TRYING);
            assertThat(found.unusable).isEmpty();
        }
    }

    @Test
    void sdpIsWholeThoughItsLengthEndsWithOneOfItsLines() {
        String lastLine = "m=audio 4000 RTP/AVP 8\r\n";
        for (int shorter : new int[] {lastLine.length(), lastLine.length() + 2}) {
            String replaced = INVITE.replace("87", Integer.toString(87 - shorter));
            for (String message : new String[] {replaced, wire(replaced)}) {
                Collected found = Collected.of(message + "\nnext line of the log\n" + TRYING);
                assertThat(found.messages).extracting(Collected::text).containsExactly(message, TRYING);
                assertThat(found.unusable).isEmpty();
            }
        }
    }

    @Test
    void theLineEndAfterABodyThatHasNoneIsTheLogs() {
        for (int length : new int[] {"one\r\ntwo".length(), "one\ntwo".length()}) {
            Collected found = Collected.of(withBody(length, "one\ntwo\n") + "three\n" + TRYING);
            assertThat(found.messages)
                    .extracting(Collected::text)
                    .containsExactly(withBody(length, "one\ntwo"), TRYING);
            assertThat(found.unusable).isEmpty();
        }
    }

    @Test
    void aBodyBehindAPrefixEndsWithItsLastLine() {
        String prefix = "Mar  1 10:00:01 h k[1]: ";
        for (String end : new String[] {"\r\n", "#015\n"}) {
            String message = wire(withBody("one\r\ntwo\r\n".length(), "one\ntwo\n"));
            String log = indented(withBody("one\r\ntwo\r\n".length(), "one\ntwo\n") + "three\n", prefix);
            Collected found = Collected.of(log.replace("\n", end));
            assertThat(Collected.text(found.only())).isEqualTo(message);
            assertThat(found.unusable).isEmpty();
        }
    }

    @Test
    void aBodyWithLineFeedsAloneEndsWithItsLastByte() {
        String body = "one\ntwo\nthree\nfour\n";
        String message = withBody(body.length(), body);
        Collected found = Collected.of(message + "five\n" + TRYING);
        assertThat(found.messages.getFirst().bytes().byteSize())
                .isBetween((long) message.length() - 5, (long) message.length());
        assertThat(found.messages.getLast()).extracting(Collected::text).isEqualTo(TRYING);
        assertThat(found.unusable).isEmpty();
    }

    @Test
    void aBodyIsCountedWithTheCarriageReturnsThatTheLogHasLeftOut() {
        String body = "one\ntwo\nthree\nfour\n";
        String message = withBody(wire(body).length(), body);
        Collected found = Collected.of(message + "five\n" + TRYING);
        assertThat(found.messages).extracting(Collected::text).containsExactly(message, TRYING);
        assertThat(found.unusable).isEmpty();
    }

    @Test
    void aLogLineEndsTheHeadersOfAMessageWithoutABody() {
        String copied = TRYING.replace("0\n\n", "0\n");
        Collected found = Collected.of(copied + LOGGED + "Name: no header of it\n\n" + BUSY);
        assertThat(found.messages).extracting(Collected::text).containsExactly(TRYING, BUSY);
        assertThat(found.unusable).isEmpty();
    }

    @Test
    void logLinesWithinHeadersAreLeftOutUpToABound() {
        String message = INVITE;
        String most = message.replace("CSeq", LOGGED.repeat(32) + "CSeq");
        Collected found = Collected.of(most + TRYING);
        assertThat(found.messages).extracting(Collected::text).containsExactly(message, TRYING);
        assertThat(found.unusable).isEmpty();

        Collected more = Collected.of(message.replace("CSeq", LOGGED.repeat(33) + "CSeq") + "\n" + TRYING);
        assertThat(more.messages)
                .extracting(Collected::text)
                .containsExactly(message.substring(0, message.indexOf("CSeq")), TRYING);
        assertThat(more.reasons()).containsExactly(Reason.UNFINISHED_MESSAGE);
    }

    @Test
    void logLinesAreCountedAnewAfterEachHeader() {
        String message = INVITE.replace("\nCSeq", "\n" + LOGGED.repeat(32) + "CSeq")
                .replace("Content-Type", LOGGED.repeat(32) + "Content-Type")
                .replace("s=-\n", "s=-\n" + LOGGED.repeat(32));
        assertThat(Collected.text(Collected.of(message).only())).isEqualTo(INVITE);
        String beforeTheEmptyLine = message.replace("\n\n", "\n" + LOGGED.repeat(32) + "\n");
        assertThat(Collected.text(Collected.of(beforeTheEmptyLine).only())).isEqualTo(INVITE);
        assertThat(Collected.text(
                        Collected.of(message.replace("s=-\n", "s=-\n" + LOGGED)).only()))
                .isEqualTo(INVITE.substring(0, INVITE.indexOf("c=IN")));
    }

    @Test
    void linesOfOthersBetweenPrefixedLinesAreLeftOutUpToABound() {
        String prefix = "Mar  1 10:00:01 h k[1]: ";
        String other = "Mar  1 10:00:01 h cron[1]: nothing to do\n";
        String log = indented(TRYING, prefix);
        String after = log.substring(log.indexOf(prefix + "From"));
        String before = log.substring(0, log.length() - after.length());
        assertThat(Collected.text(
                        Collected.of(before + other.repeat(32) + after).only()))
                .isEqualTo(TRYING);
        Collected more = Collected.of(before + other.repeat(33) + after);
        assertThat(Collected.text(more.only())).isEqualTo(TRYING.substring(0, TRYING.indexOf("From")));
        assertThat(more.reasons()).containsExactly(Reason.UNFINISHED_MESSAGE);
    }

    @Test
    void linesOfOthersBetweenAStartLineAndItsHeadersAreLeftOutUpToABound() {
        String prefix = "Mar  1 10:00:01 h k[1]: ";
        String other = "Mar  1 10:00:01 h cron[1]: nothing to do\n";
        String log = indented(TRYING, prefix);
        String after = log.substring(log.indexOf(prefix + "Via"));
        String before = log.substring(0, log.length() - after.length());
        assertThat(Collected.text(
                        Collected.of(before + other.repeat(32) + after).only()))
                .isEqualTo(TRYING);
        assertThat(Collected.of(before + other.repeat(33) + after).messages).isEmpty();
    }

    @Test
    void anotherAnnouncementEndsAMessageWhereverItStands() {
        for (String part : new String[] {"Via", "CSeq", "s=-"}) {
            String begun = INVITE.substring(0, INVITE.indexOf(part));
            Collected found = Collected.of(READ + begun + READ + TRYING);
            assertThat(found.messages).extracting(Collected::text).containsExactly(begun, TRYING);
            assertThat(found.reasons()).containsExactly(Reason.UNFINISHED_MESSAGE);
        }
    }
}
