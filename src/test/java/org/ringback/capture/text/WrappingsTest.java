package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.text.Samples.BUSY;
import static org.ringback.capture.text.Samples.INVITE;
import static org.ringback.capture.text.Samples.TRYING;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.capture.wire.Captured;

/** Each kind of log in each wrapping: three messages, their headers, and the addresses that the log gives. */
class WrappingsTest {

    private static final List<String> MESSAGES = List.of(INVITE, TRYING, BUSY);

    private static Map<String, String> logs() {
        Map<String, String> logs = new LinkedHashMap<>();
        logs.put("bare", log((own, message) -> "", ""));
        logs.put("arrow", log((own, message) -> "2026/03/01 10:00:01.250000 192.0.2.1:5060 -> 192.0.2.2:5060\n", ""));
        logs.put(
                "pjsip logger",
                log(
                        (own, message) -> "[2026-03-01 10:00:01.250] VERBOSE[7] res_pjsip_logger.c: <--- "
                                + (own ? "Transmitting SIP response (" : "Received SIP request (")
                                + (message.length() + message.lines().count()) + " bytes) "
                                + (own ? "to" : "from") + " UDP:192.0.2.1:5060 --->\n",
                        ""));
        logs.put(
                "belle-sip",
                log(
                        (own, message) -> "2026-03-01 10:00:01:250 belle-sip-message-channel [0x56]: "
                                + (own ? "message sent to" : "received [9] new bytes from")
                                + " [UDP://192.0.2.1:5060]\n",
                        ""));
        logs.put(
                "ngrep",
                log((own, message) -> "U 2026/03/01 10:00:01.250000 192.0.2.1:5060 -> 192.0.2.2:5060 #1\n", "."));
        return logs;
    }

    private interface Announcement {
        String of(boolean own, String message);
    }

    private static String log(Announcement announcement, String end) {
        var log = new StringBuilder();
        for (String message : MESSAGES) {
            log.append(announcement.of(message.startsWith("SIP/"), message))
                    .append(message.replace("\n", end + "\n"))
                    .append('\n');
        }
        return log.toString();
    }

    private static Map<String, UnaryOperator<String>> wrappings() {
        Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
        all.put("quoted", before(line -> "> "));
        all.put("quoted twice", before(line -> "> > "));
        all.put("docker", before(line -> "pbx_1  | "));
        all.put("cri", before(line -> String.format(Locale.ROOT, "2026-03-01T10:00:01.%09dZ stdout F ", line)));
        all.put("journal", before(line -> "Mar 01 10:00:01 pbx app[7]: "));
        all.put(
                "syslog with priority",
                before(line -> "<134>1 2026-03-01T10:00:01.00" + line % 10 + "Z pbx app 7 - - "));
        all.put("logcat", before(line -> String.format(Locale.ROOT, "03-01 10:00:01.%03d  1234  1240 D SIP: ", line)));
        all.put("grep -n", before(line -> line + ":"));
        all.put("grep -n -C", before(line -> line + (line % 3 == 0 ? ":" : "-")));
        all.put("grep with files", before(line -> "full.log" + (line % 3 == 0 ? ":" : "-")));
        all.put("less -N", before(line -> String.format(Locale.ROOT, "%7d ", line)));
        all.put("numbers and bars", before(line -> String.format(Locale.ROOT, "%3d | ", line)));
        all.put("bars", before(line -> "│ "));
        all.put("diff", before(line -> "+"));
        all.put("list", before(line -> "- "));
        all.put("indented", before(line -> "\t    "));
        all.put("table", text -> text.lines().map(line -> "| " + line + " |\n").reduce("", String::concat));
        all.put("numbers between", WrappingsTest::numbersBetween);
        all.put("colors", around("\u001b[38;5;208m", "\u001b[0m"));
        all.put("colors written out", around("#033[32m", "#033[0m"));
        all.put("colors without escape", around("[0;37m", "[0m"));
        all.put("bold words", text -> text.replaceAll("\\b(INVITE|SIP/2\\.0|Via|CSeq)\\b", "\u001b[1;31m$1\u001b[0m"));
        all.put("bold lines", text -> text.replaceAll("(?m)^((?:INVITE|SIP/2\\.0).*)$", "**$1**"));
        all.put("paragraphs", text -> escaped(text).replaceAll("(?m)^(.*)$", "<p>$1</p>"));
        all.put("breaks", text -> escaped(text).replace("\n", "<br />\n"));
        all.put("breaks in one line", text -> escaped(text).replace("\n", "<br>"));
        all.put("entities", WrappingsTest::escaped);
        all.put("entities twice", text -> escaped(escaped(text)));
        all.put("blank doubled", text -> text.replace("\n", "\n\n"));
        all.put("blank doubled, quoted", text -> before(line -> "> ").apply(text.replace("\n", "\n\n")));
        all.put("blank tripled", text -> text.replace("\n", "\n\n\n"));
        all.put(
                "json lines",
                text -> text.lines()
                        .map(line -> "{\"log\":\"" + json(line)
                                + "\\n\",\"stream\":\"stdout\",\"time\":\"2026-03-01T10:00:01.2Z\"}\n")
                        .reduce("", String::concat));
        all.put(
                "one json object",
                text -> "{\"level\":30,\"msg\":\"" + json(text).replace("\n", "\\r\\n") + "\"}\n");
        all.put("escaped", text -> "trace: " + text.replace("\n", "\\r\\n") + "\n");
        all.put("escaped by syslog", text -> "Mar  1 10:00:01 pbx app[7]: " + text.replace("\n", "#015#012") + "\n");
        all.put("one line", text -> text.lines().filter(line -> !line.isEmpty()).reduce("", (a, b) -> a + " " + b));
        all.put(
                "one line with bars",
                text -> text.lines().filter(line -> !line.isEmpty()).reduce("", (a, b) -> a + "|" + b));
        all.put("carriage returns", text -> text.replace("\n", "\r"));
        all.put("carriage returns doubled", text -> text.replace("\n", "\r\r\n"));
        all.put("written carriage returns", text -> text.replace("\n", "^M\n"));
        all.put("no-break blanks", text -> text.replace(" ", "\u00a0"));
        all.put("zero width", text -> before(line -> "\u200b").apply(text));
        all.put("line separators", text -> text.replace("\n", "\u2028"));
        all.put("zeros", before(line -> "\0"));
        all.put(
                "rich text",
                text -> "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Courier;}}\n" + text.replace("\n", "\\par\n") + "}");
        all.put("fence", text -> "Hello,\n```" + text + "```\nthanks\n");
        all.put("noformat", text -> "{noformat}" + text + "{noformat}\n");
        all.put("markdown links", text -> text.replaceAll("(sip:\\w+@example\\.com)(?=>)", "[$1]($1)"));
        all.put("marks for ends of line", text -> text.replace("\n", "<CR><LF>\n"));
        all.put("cat -A", text -> text.replace("\t", "^I").replace("\n", "^M$\n"));
        all.put("paragraph marks", text -> text.replace("\n", "\u00b6\n"));
        all.put("bells", text -> text.replace("\n", "\u0007\n"));
        all.put("backspaces", text -> text.replace("\nVia", "\nVVV\b\bia").replace("SIP/2.0 ", "SOP\b\bIP/2.0 "));
        all.put("a pager's prompt", WrappingsTest::paged);
        all.put("a pager's prompt that stayed", text -> paged(text).replaceAll("[\b].*?[\b]+(?=\\S)", ""));
        all.put(
                "padded",
                text -> text.lines()
                        .map(line -> String.format(Locale.ROOT, "%-160s%n", line))
                        .reduce("", String::concat));
        all.put("colors named", around("ESC[32m", "ESC[0m"));
        all.put("no-break blanks written out", text -> text.replace(" ", "&nbsp;"));
        all.put("no-break blanks behind colons", text -> text.replace(": ", ":\u00a0"));
        all.put(
                "hyphens that do not break",
                text -> text.replace("Call-ID", "Call\u2011ID").replace("Content-", "Content\u2011"));
        all.put("wide colons", text -> text.replaceAll("(?m)^([A-Z][A-Za-z-]+): ", "$1\uff1a"));
        all.put("blanks doubled", text -> text.replaceAll("(?m)^(SIP/2\\.0) (\\d+) ", "$1  $2  "));
        all.put("numbers in elements", WrappingsTest::numbered);
        all.put("next lines", text -> text.replace("\n", "\u0085"));
        all.put("spreadsheet", around("\"", "\""));
        all.put("python", around("    '", "\\r\\n'"));
        all.put("javascript", around("'", "\\n' +"));
        all.put("list of strings", around("  \"", "\","));
        all.put("text payload", around("{\"textPayload\":\"", "\",\"timestamp\":\"2026-03-01T10:00:01Z\"}"));
        all.put(
                "search",
                text -> "\"_time\",\"_raw\"\n"
                        + around("\"2026-03-01T10:00:01.250Z\",\"", "\"").apply(text));
        all.put("one cell", text -> "id,when,text\n1,2026-03-01,\"" + text + "\"\n");
        all.put(
                "docker, colors",
                text -> before(line -> "\u001b[36mpbx-1  |\u001b[0m ").apply(text));
        return all;
    }

    private static UnaryOperator<String> before(IntFunction<String> prefix) {
        return text -> {
            var wrapped = new StringBuilder();
            int number = 1;
            for (String line : text.lines().toList()) {
                wrapped.append(prefix.apply(number++)).append(line).append('\n');
            }
            return wrapped.toString();
        };
    }

    private static UnaryOperator<String> around(String begin, String end) {
        return text -> text.lines().map(line -> begin + line + end + "\n").reduce("", String::concat);
    }

    private static String paged(String text) {
        var wrapped = new StringBuilder();
        int number = 1;
        for (String line : text.lines().toList()) {
            boolean full = number++ % 5 == 0;
            wrapped.append(full ? " --More-- " + "\b".repeat(10) + " ".repeat(10) + "\b".repeat(10) : "")
                    .append(line)
                    .append('\n');
        }
        return wrapped.toString();
    }

    private static String numbersBetween(String text) {
        var wrapped = new StringBuilder();
        int number = 1;
        for (String line : text.lines().toList()) {
            wrapped.append(number++).append('\n').append(line).append('\n');
        }
        return wrapped.toString();
    }

    private static String numbered(String text) {
        var wrapped = new StringBuilder();
        int number = 1;
        for (String line : escaped(text).lines().toList()) {
            wrapped.append("<div><span class=\"n\">")
                    .append(number++)
                    .append("</span><span>")
                    .append(line)
                    .append("</span></div>");
        }
        return wrapped.append('\n').toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    static Stream<Arguments> cells() {
        List<Arguments> cells = new ArrayList<>();
        logs().forEach((log, text) -> wrappings().forEach((wrapping, _) -> cells.add(Arguments.of(log, wrapping))));
        return cells.stream();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("cells")
    void givesTheSameMessages(String log, String wrapping) {
        String wrapped = wrappings().get(wrapping).apply(logs().get(log));

        Collected found = Collected.of(wrapped.getBytes(StandardCharsets.UTF_8));

        assertThat(found.startLines().stream().map(String::strip))
                .containsExactly("INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 100 Trying", "SIP/2.0 486 Busy Here");
        assertThat(found.callIds()).isOne();
        assertThat(found.messages)
                .allMatch(message -> Collected.header(message, "From").equals("<sip:alice@example.com>;tag=a"));
        assertThat(found.messages)
                .allMatch(message -> Collected.header(message, "CSeq").equals("1 INVITE"));
        if (!log.equals("bare")) {
            assertThat(found.messages)
                    .allMatch(message -> message.source().port() == 5060
                            || message.destination().port() == 5060)
                    .noneMatch(message -> message.time() == Captured.NO_TIME);
        }
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void textInTwoBytesACharacterNeedsNoMark(Charset charset) {
        assertThat(Collected.of(logs().get("arrow").getBytes(charset)).messages).hasSize(3);
    }

    static Stream<Charset> charsets() {
        return Stream.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16);
    }

    @Test
    void aMessageStandsInTheLineOfTheFile() {
        String wrapped = "Hello\n\n" + logs().get("arrow").replace("\n", "\n\n");

        assertThat(Collected.of(wrapped).messages.getFirst().frame()).isEqualTo(5);
        assertThat(Collected.of("Hello\r\r" + logs().get("arrow").replace("\n", "\r"))
                        .messages
                        .getFirst()
                        .frame())
                .isEqualTo(4);
    }

    @Test
    void aPlainLogIsReadWhereItStands() {
        assertThat(Collected.of(logs().get("arrow")).messages)
                .allMatch(message -> message.bytes().isNative());
    }
}
