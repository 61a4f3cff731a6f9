package org.ringback.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ringback.sip.MessageLine.Part;

class MessageLinesTest {

    private static List<MessageLine> lines(String text) {
        return MessageLines.of(SipMessage.parse(MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void namesThePartsOfAMessage() {
        var lines = lines(
                "OPTIONS sip:a@b SIP/2.0\r\nv: SIP/2.0/UDP c\r\nSubject: one\r\n two\r\nl: 6\r\n\r\nab\r\ncd more");

        assertThat(lines.stream().map(MessageLine::part))
                .containsExactly(
                        Part.START,
                        Part.HEADER,
                        Part.HEADER,
                        Part.HEADER,
                        Part.HEADER,
                        Part.SEPARATOR,
                        Part.BODY,
                        Part.BODY);
        assertThat(lines.stream().map(MessageLine::header))
                .containsExactly("", "Via", "Subject", "Subject", "Content-Length", "", "", "");
        assertThat(lines.get(1).pieces().getFirst()).satisfies(name -> {
            assertThat(name.name()).isTrue();
            assertThat(name.text()).isEqualTo("v");
        });
        assertThat(lines.get(3).pieces().stream().noneMatch(MessageLine.Piece::name))
                .isTrue();
    }

    @Test
    void showsEveryByteButLineEnds() {
        String text = "\r\nREGISTER sip:b SIP/2.0\nFrom: \"ü\u0001\" <sip:a@b>\r\n\r\n\r\nrest";

        String shown = lines(text).stream().map(MessageLine::text).collect(Collectors.joining());

        assertThat(shown).isEqualTo("REGISTER sip:b SIP/2.0From: \"ü\u2401\" <sip:a@b>rest");
    }

    @Test
    void marksWhatTheParserDoubts() {
        var lines = lines("BYE sip:a@b SIP/2.0\r\nContent-Length: 99999999999\r\n\r\n");

        var marked = lines.get(1).pieces().stream()
                .filter(piece -> !piece.doubts().isEmpty())
                .toList();
        assertThat(marked).isNotEmpty();
        assertThat(marked.getFirst().text()).isEqualTo("99999999999");
        assertThat(lines.get(1).doubted()).isTrue();
        assertThat(lines.getFirst().doubted()).isFalse();
    }

    @Test
    void takesAnyBytes() {
        assertThat(lines("")).isEmpty();
        assertThat(lines("\n\n")).hasSize(2);
        assertThat(lines("\u0000\u0000")).hasSize(1);
    }
}
