package org.ringback.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Single headers out of bytes of any kind. */
class HeaderLookupTest {

    private static MemorySegment bytes(String text) {
        return MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void findsNamesInAnyCaseAndCompact() {
        var message = bytes("OPTIONS sip:a SIP/2.0\r\nf : <sip:a>\r\nSUBJECT:\thi\r\n\r\n");
        assertThat(HeaderLookup.first(message, "From", "f")).contains("<sip:a>");
        assertThat(HeaderLookup.first(message, "Subject", "s")).contains("hi");
        assertThat(HeaderLookup.first(message, "Sub", "")).isEmpty();
    }

    @Test
    void unfoldsAndEndsWithTheHeaders() {
        var message = bytes("OPTIONS sip:a SIP/2.0\nReason: SIP\n ;cause=480\n\nReason: body\n");
        assertThat(HeaderLookup.first(message, "Reason", "")).contains("SIP ;cause=480");
        assertThat(HeaderLookup.first(message, "Body", "")).isEmpty();
        assertThat(new HeaderLookup(message).body()).isEqualTo("Reason: body\n");
    }

    @Test
    void findsSeveralHeadersHoweverManyThereAre() {
        var text = new StringBuilder("OPTIONS sip:a SIP/2.0\r\n");
        for (int i = 0; i < 100; i++) {
            text.append("X-").append(i).append(": ").append(i).append("\r\n");
        }
        var headers = new HeaderLookup(bytes(text + "\r\nbody"));
        assertThat(headers.first("x-7", "")).contains("7");
        assertThat(headers.first("X-99", "")).contains("99");
        assertThat(headers.first("X-0", "")).contains("0");
        assertThat(headers.first("X-100", "")).isEmpty();
        assertThat(headers.body()).isEqualTo("body");
    }

    @Test
    void findsAllHeadersWhoseNamesBeginAlike() {
        var message = new HeaderLookup(
                bytes("INVITE sip:a SIP/2.0\r\nX-One: 1\r\nMax-Forwards: 70\r\nx-Two : 2\r\n 3\r\nX\r\n\r\n"));
        List<String> found = new ArrayList<>();
        message.beginning("X-", (name, value) -> found.add(name + "=" + value));
        assertThat(found).containsExactly("X-One=1", "x-Two=2 3");
        assertThat(message.startLine()).isEqualTo("INVITE sip:a SIP/2.0");
    }

    @Test
    void survivesBytesWithoutEnd() {
        for (String text : new String[] {"", "\r", "\n", "Reason", "\nReason", "\nReason:", "\r\nReason: x"}) {
            assertThat(HeaderLookup.first(bytes(text), "Reason", "r"))
                    .as(text)
                    .satisfiesAnyOf(
                            found -> assertThat(found).isEmpty(),
                            found -> assertThat(found.orElseThrow()).isIn("", "x"));
            assertThat(new HeaderLookup(bytes(text)).body()).isEmpty();
            assertThat(new HeaderLookup(bytes(text)).startLine()).isIn("", text.strip());
            new HeaderLookup(bytes(text))
                    .beginning("R", (name, value) -> assertThat(name).isEqualTo("Reason"));
        }
    }
}
