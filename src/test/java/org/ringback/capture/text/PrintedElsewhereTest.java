package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.text.Samples.BUSY;
import static org.ringback.capture.text.Samples.INVITE;
import static org.ringback.capture.text.Samples.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;

/** Messages as programs print bytes and strings, and as word processors and editors keep lines. */
class PrintedElsewhereTest {

    private static void isWhole(Collected found) {
        assertThat(found.startLines()).containsExactly("INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 486 Busy Here");
        assertThat(found.unusable).isEmpty();
        assertThat(Collected.text(found.messages.getFirst()).replace("\r", ""))
                .contains("\n\nv=0\n")
                .endsWith("m=audio 4000 RTP/AVP 8\n");
        assertThat(Collected.header(found.messages.getLast(), "From")).isEqualTo("<sip:alice@example.com>;tag=a");
        assertThat(Collected.header(found.messages.getLast(), "Content-Length")).isEqualTo("0");
    }

    private static byte[] bytes(String message) {
        return wire(message).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void numbersOfBytes() {
        isWhole(Collected.of("byte[] a = " + Arrays.toString(bytes(INVITE)) + ";\nbyte[] b = "
                + Arrays.toString(bytes(BUSY)) + ";\n"));
    }

    @Test
    void numbersThatAreNoneOfAMessageStay() {
        String samples = "levels: " + "83, 73, 80, 999, ".repeat(40) + "1\n";

        assertThat(Collected.of(samples + BUSY + samples).startLines()).containsExactly("SIP/2.0 486 Busy Here");
    }

    @Test
    void base64InLinesOfOneLength() {
        isWhole(Collected.of(pem(INVITE) + pem(BUSY)));
    }

    private static String pem(String message) {
        return "-----BEGIN SIP MESSAGE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes(message))
                + "\n-----END SIP MESSAGE-----\n";
    }

    @Test
    void stringsOfPythonInPieces() {
        isWhole(Collected.of(pieces(INVITE) + pieces(BUSY)));
    }

    /** Long lines end anywhere, and the next string goes on. */
    private static String pieces(String message) {
        return "{'at': 7,\n 'msg': "
                + message.lines()
                        .map(line -> "'" + line.replace("UDP 192", "UDP '\n        '192") + "\\r\\n'")
                        .collect(Collectors.joining("\n        "))
                + "}\n";
    }

    @Test
    void paragraphsOfWordProcessors() {
        isWhole(Collected.of("<w:body>" + paragraphs(INVITE) + paragraphs(BUSY) + "</w:body>\n"));
        isWhole(Collected.of(breaks(INVITE) + breaks(BUSY)));
    }

    private static String paragraphs(String message) {
        return escaped(message)
                .lines()
                .map(line -> "<w:p><w:r><w:t xml:space=\"preserve\">" + line + "</w:t></w:r></w:p>")
                .reduce("", String::concat);
    }

    private static String breaks(String message) {
        return "<text:p text:style-name=\"P1\">" + escaped(message).replace("\n", "<text:line-break/>") + "</text:p>\n";
    }

    private static String escaped(String message) {
        return message.replace("<", "&lt;").replace(">", "&gt;");
    }

    @Test
    void blanksThatAnEditorShows() {
        String shown = (INVITE + BUSY).replace(" ", "\u00b7").replace("\n", "\u00ac\n");

        isWhole(Collected.of(shown.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anEmptyLineOfBlanksIsEmpty() {
        isWhole(Collected.of((INVITE + BUSY).replace("\n\n", "\n  \n")));
    }

    @Test
    void recordsOfAMobilePhone() {
        String record = "2024 May  6  10:15:00.250  [AA]  0x156E  IMS Message  --  INVITE\nSubscription ID = 1\n"
                + "Version         = 1\nIMS MESSAGE\n   Direction    = WAY\n   Sip Message  = \n";
        Collected found = Collected.of(record.replace("WAY", "UE_TO_NETWORK") + INVITE + "\n"
                + record.replace("WAY", "NETWORK_TO_UE") + BUSY + "\n");

        isWhole(found);
        assertThat(found.messages).extracting(Captured::time).containsOnly(1_714_990_500_250_000L);
        assertThat(found.messages.getFirst().source()).isEqualTo(Endpoint.LOG_WRITER);
        assertThat(found.messages.getLast().destination()).isEqualTo(Endpoint.LOG_WRITER);
    }
}
