package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.text.Samples.BUSY;
import static org.ringback.capture.text.Samples.INVITE;
import static org.ringback.capture.text.Samples.wire;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;

/** What languages, databases and appliances print of a message with its time and places, each message once. */
class DumpsOfProgramsTest {

    private static final Endpoint SOURCE = new Endpoint("192.0.2.1", 5060);
    private static final Endpoint DESTINATION = new Endpoint("192.0.2.2", 5061);

    /** 2024-05-06T10:15:00.25Z. */
    private static final long TIME = 1_714_990_500_250_000L;

    private static Collected twice(String shape, UnaryOperator<String> written) {
        return Collected.of(
                (shape.replace("MESSAGE", written.apply(INVITE)) + shape.replace("MESSAGE", written.apply(BUSY)))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String message) {
        return wire(message).replace("\"", "\\\"").replace("\r\n", "\\r\\n");
    }

    private static void isWhole(Collected found) {
        assertThat(found.startLines()).containsExactly("INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 486 Busy Here");
        assertThat(found.unusable).isEmpty();
        assertThat(Collected.text(found.messages.getFirst()).replace("\r", "")).endsWith("m=audio 4000 RTP/AVP 8\n");
    }

    private static void isPlaced(Collected found) {
        isWhole(found);
        assertThat(found.messages).allMatch(message -> message.source().equals(SOURCE));
        assertThat(found.messages).allMatch(message -> message.destination().equals(DESTINATION));
    }

    private static void saysAll(Collected found) {
        isPlaced(found);
        assertThat(found.messages).allMatch(message -> message.time() == TIME);
    }

    @Test
    void aFirewallPrintsTheDigitsAndTheCharacters() {
        isPlaced(twice(
                "2024-05-06 10:15:00 sip port 26 192.0.2.1:5060 -> 192.0.2.2:5061\n"
                        + "2024-05-06 10:15:00 sip port 26 read [(0,700) MESSAGE]\n",
                message -> "(" + HexFormat.of().formatHex(wire(message).getBytes(StandardCharsets.UTF_8)) + ")("
                        + wire(message).replace("\r\n", "..") + ")"));
    }

    @Test
    void aRuleMayStandBetweenWhatIsSaidAndTheMessage() {
        Collected found = twice(
                "<sip:INFO> Sending 700 bytes SIP message to 192.0.2.2:5061 on udp:0.0.0.0:5060\n"
                        + "------\n"
                        + "MESSAGE\n"
                        + "------\n",
                UnaryOperator.identity());
        isWhole(found);
        assertThat(found.messages).extracting(Captured::destination).containsOnly(DESTINATION);
    }

    @Test
    void luaCountsItsEscapesInDecimal() {
        isWhole(twice("{ raw = \"MESSAGE\" },\n", message -> wire(message).replace("\r\n", "\\13\\10")));
        isWhole(twice("raw = \"MESSAGE\"\n", message -> wire(message).replace("\r\n", "\\13\\\n")));
    }

    @Test
    void statementsMayHaveStringsOfManyLines() {
        saysAll(twice(
                "INSERT [dbo].[sip_trace] ([id], [time], [source], [destination], [msg]) VALUES (1,"
                        + " CAST(N'2024-05-06T10:15:00.250' AS DateTime2), N'192.0.2.1:5060', N'192.0.2.2:5061',"
                        + " N'MESSAGE')\nGO\n",
                UnaryOperator.identity()));
    }

    @Test
    void shellsWriteHowAValueIsMade() {
        saysAll(twice(
                "{\n\t\"_id\" : ObjectId(\"65e1a0f2c0ffee0000000001\"),\n\t\"ts\" :"
                        + " ISODate(\"2024-05-06T10:15:00.250Z\"),\n\t\"src\" : \"192.0.2.1:5060\",\n\t\"dst\" :"
                        + " \"192.0.2.2:5061\",\n\t\"msg\" : \"MESSAGE\"\n}\n",
                DumpsOfProgramsTest::escaped));
    }

    @Test
    void namesAndValuesTakeTurnsInANumberedList() {
        saysAll(twice(
                "1) 1) \"1714990500250-0\"\n   2) 1) \"src\"\n      2) \"192.0.2.1:5060\"\n      3) \"dst\"\n"
                        + "      4) \"192.0.2.2:5061\"\n      5) \"msg\"\n      6) \"MESSAGE\"\n",
                DumpsOfProgramsTest::escaped));
    }

    @Test
    void aFieldMayBeginWithTheLineOfALog() {
        Collected found = twice(
                "TimeCreated  : 5/6/2024 10:15:00 AM\nProviderName : Gateway\nId           : 100\nMessage      :"
                        + " 192.0.2.1:5060 -> 192.0.2.2:5061\nMESSAGE\n\n",
                message -> Samples.indented(message, "               "));
        isPlaced(found);
        assertThat(found.messages).noneMatch(message -> message.time() == Captured.NO_TIME);
    }

    @Test
    void anArrowMayHaveAWordWithinIt() {
        saysAll(twice(
                "│ 2024-05-06 10:15:00.250 │ 192.0.2.1:5060 ──SIP/2.0 486──► 192.0.2.2:5061 │\nMESSAGE\n",
                message -> message.lines().map(line -> "│ " + line + "   │\n").reduce("", String::concat)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Array\n(\n    [time] => 2024-05-06 10:15:00.250\n    [src] => 192.0.2.1:5060\n    [dst] =>"
                        + " 192.0.2.2:5061\n    [msg] => MESSAGE\n)\n",
                "array(4) {\n  [\"time\"]=>\n  string(23) \"2024-05-06 10:15:00.250\"\n  [\"src\"]=>\n  string(14)"
                        + " \"192.0.2.1:5060\"\n  [\"dst\"]=>\n  string(14) \"192.0.2.2:5061\"\n  [\"msg\"]=>\n"
                        + "  string(700) \"MESSAGE\"\n}\n",
                "<dict>\n<key>time</key>\n<string>2024-05-06 10:15:00.250</string>\n<key>source</key>\n"
                        + "<string>192.0.2.1:5060</string>\n<key>destination</key>\n<string>192.0.2.2:5061</string>\n"
                        + "<key>message</key>\n<string>MESSAGE</string>\n</dict>\n",
                "+----------------+\n| 2024-05-06 10:15:00.250 192.0.2.1:5060 => 192.0.2.2:5061 |\n+----------------+\n"
                        + "BOXED+----------------+\n",
                "time {2024-05-06 10:15:00.250} src 192.0.2.1:5060 dst 192.0.2.2:5061 raw {MESSAGE}\n"
            })
    void fieldsStandAboveAMessageOfManyLines(String shape) {
        String boxed = "BOXED";
        saysAll(Collected.of(List.of(INVITE, BUSY).stream()
                .map(message -> shape.replace(
                                boxed,
                                message.strip()
                                        .lines()
                                        .map(line -> "| " + line + " |\n")
                                        .reduce("", String::concat))
                        .replace("MESSAGE", message))
                .reduce("", String::concat)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$VAR1 = {\n  'time' => '2024-05-06 10:15:00.250',\n  'src' => '192.0.2.1:5060',\n  'dst' =>"
                        + " '192.0.2.2:5061',\n  'msg' => \"MESSAGE\"\n};\n",
                "{:time=>\"2024-05-06 10:15:00.250\", :src=>\"192.0.2.1:5060\", :dst=>\"192.0.2.2:5061\","
                        + " :raw=>\"MESSAGE\"}\n",
                "{\"time\":{\"$date\":\"2024-05-06T10:15:00.250Z\"},\"src\":{\"ip\":\"192.0.2.1\",\"port\":{\"$numberInt\":\"5060\"}},\"dst\":{\"ip\":\"192.0.2.2\",\"port\":{\"$numberInt\":\"5061\"}},\"msg\":\"MESSAGE\"}\n",
                "  - dst: 192.0.2.2:5061\n"
                        + "    msg: \"MESSAGE\"\n"
                        + "    src: 192.0.2.1:5060\n"
                        + "    time: 2024-05-06T10:15:00.250Z\n"
            })
    void fieldsStandAroundAMessageInOneLine(String shape) {
        saysAll(twice(shape, DumpsOfProgramsTest::escaped));
    }

    @Test
    void stringsOfAStatementMayBeChained() {
        saysAll(twice(
                "Insert into T (TS,SRC,DST,MSG) values (to_timestamp('2024-05-06 10:15:00.250','YYYY-MM-DD"
                        + " HH24:MI:SS.FF3'),'192.0.2.1:5060','192.0.2.2:5061','MESSAGE');\n",
                message -> wire(message).replace("\r\n", "'||chr(13)||chr(10)||'")));
    }
}
