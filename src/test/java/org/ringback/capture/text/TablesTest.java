package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/** Rows of {@code sip_trace} and of searches, as clients of databases and web pages give them out. */
class TablesTest {

    private static final List<String> NAMES =
            List.of("id", "time_stamp", "time_us", "msg", "method", "fromip", "toip", "direction");

    private static List<List<String>> rows() {
        return List.of(row("401", Samples.INVITE, "in"), row("402", Samples.BUSY, "out"));
    }

    private static List<String> row(String id, String message, String direction) {
        boolean in = direction.equals("in");
        return List.of(
                id,
                "2026-03-01 10:00:01",
                "250000",
                Samples.wire(message),
                "INVITE",
                in ? "udp:192.0.2.1:5060" : "udp:192.0.2.2:5060",
                in ? "udp:192.0.2.2:5060" : "udp:192.0.2.1:5060",
                direction);
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of("a box", box()),
                Arguments.of("\\G", vertical()),
                Arguments.of("aligned", aligned()),
                Arguments.of("expanded", expanded()),
                Arguments.of("unaligned", delimited("|", cell -> cell)),
                Arguments.of("batch", delimited("\t", cell -> cell.replace("\n", "\\n"))),
                Arguments.of("tabulators", delimited("\t", TablesTest::quoted)),
                Arguments.of("commas", delimited(",", TablesTest::quoted)),
                Arguments.of("semicolons", delimited(";", TablesTest::quoted)),
                Arguments.of(
                        "commas, escaped",
                        delimited(",", cell -> quoted(cell.replace("\r", "\\r").replace("\n", "\\n")))),
                Arguments.of("statements", statements()),
                Arguments.of(
                        "without names",
                        delimited(",", TablesTest::quoted).lines().skip(1).collect(Collectors.joining("\n")) + "\n"));
    }

    private static String statements() {
        return "INSERT INTO `sip_trace` (" + String.join(", ", NAMES) + ") VALUES "
                + rows().stream()
                        .map(row -> row.stream()
                                .map(cell -> "'" + cell.replace("\r", "\\r").replace("\n", "\\n") + "'")
                                .collect(Collectors.joining(",", "(", ")")))
                        .collect(Collectors.joining(","))
                + ";\n";
    }

    private interface Cell {
        String of(String text);
    }

    private static String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private static String delimited(String delimiter, Cell cell) {
        return String.join(delimiter, NAMES)
                + "\n"
                + rows().stream()
                        .map(row -> row.stream().map(cell::of).collect(Collectors.joining(delimiter)) + "\n")
                        .collect(Collectors.joining());
    }

    private static String box() {
        String line = "+-----+-------+\n";
        return line
                + NAMES.stream().map(name -> "| " + name + " ").collect(Collectors.joining()) + "|\n"
                + line
                + rows().stream()
                        .map(row -> row.stream().map(cell -> "| " + cell + " ").collect(Collectors.joining()) + "|\n")
                        .collect(Collectors.joining())
                + line
                + "2 rows in set (0.00 sec)\n";
    }

    private static String vertical() {
        var text = new StringBuilder();
        int number = 1;
        for (List<String> row : rows()) {
            text.append("*************************** ").append(number++).append(". row ***************************\n");
            for (int i = 0; i < NAMES.size(); i++) {
                text.append(String.format(Locale.ROOT, "%10s: %s%n", NAMES.get(i), row.get(i)));
            }
        }
        return text.append("2 rows in set (0.00 sec)\n").toString();
    }

    private static String expanded() {
        var text = new StringBuilder();
        int number = 1;
        for (List<String> row : rows()) {
            text.append("-[ RECORD ").append(number++).append(" ]---------\n");
            for (int i = 0; i < NAMES.size(); i++) {
                String name = NAMES.get(i);
                List<String> lines = lines(row.get(i));
                for (int k = 0; k < lines.size(); k++) {
                    text.append(String.format(
                            Locale.ROOT,
                            "%-10s | %s%s%n",
                            k == 0 ? name : "",
                            lines.get(k),
                            k + 1 < lines.size() ? " +" : ""));
                }
            }
        }
        return text.toString();
    }

    private static String aligned() {
        var text =
                new StringBuilder(NAMES.stream().map(name -> " " + name + " ").collect(Collectors.joining("|")));
        text.append("\n-----+-----------+-----\n");
        for (List<String> row : rows()) {
            int height = row.stream().mapToInt(cell -> lines(cell).size()).max().orElse(1);
            for (int k = 0; k < height; k++) {
                List<String> cells = new ArrayList<>();
                for (String cell : row) {
                    List<String> lines = lines(cell);
                    cells.add(" " + (k < lines.size() ? lines.get(k) : "") + (k + 1 < lines.size() ? "  +" : " "));
                }
                text.append(String.join("|", cells)).append('\n');
            }
        }
        return text.append("(2 rows)\n").toString();
    }

    private static List<String> lines(String cell) {
        return List.of(cell.replace("\r", "\\r").split("\n", -1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void aRowSaysWhenAMessageWasSentAndByWhom(String name, String table) {
        Collected found = Collected.of(table);

        assertThat(found.messages.stream()
                        .map(Collected::text)
                        .map(text -> text.replace("\r", "").strip()))
                .containsExactly(Samples.INVITE.strip(), Samples.BUSY.strip());
        Captured invite = found.messages.getFirst();
        assertThat(invite.source()).isEqualTo(new Endpoint("192.0.2.1", 5060));
        assertThat(invite.destination()).isEqualTo(new Endpoint("192.0.2.2", 5060));
        assertThat(invite.transport()).isEqualTo(Transport.UDP);
        assertThat(found.messages.getLast().source()).isEqualTo(new Endpoint("192.0.2.2", 5060));
        long micros = name.equals("without names") ? 0 : 250_000;
        assertThat(invite.time()).isEqualTo(1_772_359_201_000_000L + micros);
        assertThat(found.unusable).isEmpty();
    }

    @Test
    void aTableWithALineOfALogInEachRowIsThatLog() {
        String log = "<--- Received SIP request (9 bytes) from UDP:192.0.2.1:5060 --->\n" + Samples.INVITE;
        String table = "\"Time\",\"Line\"\n"
                + log.lines()
                        .map(line -> "\"2026-03-01 10:00:01.250\"," + quoted(line) + "\n")
                        .collect(Collectors.joining());

        Captured invite = Collected.of(table).only();

        assertThat(Collected.text(invite).replace("\r", "").strip()).isEqualTo(Samples.INVITE.strip());
        assertThat(invite.source()).isEqualTo(new Endpoint("192.0.2.1", 5060));
        assertThat(invite.time()).isEqualTo(1_772_359_201_250_000L);
    }

    @Test
    void eachObjectInAListOfJsonIsAMessage() {
        String list = rows().stream()
                .map(row -> """
                    {"protocol": 17, "srcIp": "192.0.2.1", "srcPort": 5060, "dstIp": "192.0.2.2", "dstPort": 5060,
                     "timeSeconds": 1772359201, "timeUseconds": 250000, "raw": "%s"}\
                    """.formatted(row.get(3).replace("\r\n", "\\r" + "\\n")))
                .collect(Collectors.joining(", "));
        String oneLine = "{\"total\": 2, \"data\": [" + list.replace("\n", "") + "]}\n";
        String indented = oneLine.replace("{", "{\n")
                .replace("}", "\n}")
                .replace("[", "[\n")
                .replace("]", "\n]")
                .replace(", ", ",\n");

        for (String json : List.of(oneLine, indented)) {
            Collected found = Collected.of(json.getBytes(StandardCharsets.UTF_8));
            assertThat(found.messages).hasSize(2).allMatch(message -> message.time() == 1_772_359_201_250_000L);
            assertThat(found.messages).allMatch(message -> message.source().equals(new Endpoint("192.0.2.1", 5060)));
        }
    }

    @Test
    void aTimeAndATextInAListAreALineOfALog() {
        String loki = "{\"data\":{\"result\":[{\"stream\":{\"app\":\"pbx\"},\"values\":[[\"1772359201250000000\",\""
                + Samples.wire(Samples.INVITE).replace("\r\n", "\\r\\n")
                + "\"]]}]}}";

        assertThat(Collected.of(loki).only().time()).isEqualTo(1_772_359_201_250_000L);
    }
}
