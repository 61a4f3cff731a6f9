package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FileKindTest {

    private static final String SUBJECT = "Subject: Добрый день, коллеги, послушайте запись разговора\r\n";

    private static FileKind of(byte[] bytes) {
        return FileKind.of(MemorySegment.ofArray(bytes));
    }

    @Test
    void blanksAtTheBeginningOfATextAreNoHeadOfARecord() {
        String table = "  id |      time_stamp     |  msg  \n" + "-----+---------------------+-------\n".repeat(400);

        assertThat(of(table.getBytes(StandardCharsets.UTF_8))).isEqualTo(FileKind.TEXT);
    }

    @Test
    void zerosBeforeALogInCyrillicDoNotMakeItBinary() {
        byte[] log = ("\0".repeat(500) + ("INVITE sip:bob@example.com SIP/2.0\r\n" + SUBJECT).repeat(20))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(of(log)).isEqualTo(FileKind.TEXT);
    }

    @Test
    void wideTextWithoutAMarkMayHoldCyrillic() {
        byte[] log = ("INVITE sip:bob@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1:5060\r\n".repeat(10) + SUBJECT)
                .getBytes(StandardCharsets.UTF_16LE);

        assertThat(of(log)).isEqualTo(FileKind.TEXT);
    }

    @Test
    void whatIsPackedOtherwiseIsNamed() {
        assertThat(of(bytes("PK\5\6")).unsupported()).isEqualTo("zip");
        assertThat(of(bytes("7z\274\257\47\34")).unsupported()).isEqualTo("7z");
        assertThat(of(bytes("Rar!\32\7\0")).unsupported()).isEqualTo("rar");
        assertThat(of(bytes("\37\235\220-")).unsupported()).isEqualTo("compress");
        assertThat(of(bytes("7zip is a program")).unsupported()).isEmpty();
    }

    private static byte[] bytes(String characters) {
        return characters.getBytes(StandardCharsets.ISO_8859_1);
    }
}
