package org.ringback.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.CapturedFiles;
import org.ringback.answers.CallShare;
import org.ringback.answers.ShareFormat;
import org.ringback.call.Call;
import org.ringback.call.JointCall;
import org.ringback.call.LegTree;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.BrokenRule;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.pseudonym.Likeness;
import org.ringback.pseudonym.PseudonymKind;
import org.ringback.reading.Examined;
import org.ringback.reading.Joint;
import org.ringback.reading.Joint.LegFinding;

class CallShareTest {

    private static final Path CANCELED = Path.of("src/test/resources/captures/gen-cancelled.pcap");

    private static CallShare share(String tag) {
        return new CallShare(
                Pages.answers(tag), ZoneOffset.UTC, (calls, _) -> "<svg><!-- " + calls.size() + " --></svg>");
    }

    static List<Path> captures() {
        return CapturedFiles.all();
    }

    private static Selection all(Path file) {
        return all(CapturedFiles.messages(file));
    }

    private static Selection all(List<Captured> messages) {
        return all(messages, new Diagnosis());
    }

    private static Selection all(List<Captured> messages, Diagnosis diagnosis) {
        Examined examined = Examined.of(messages, List.of(), Captured.NO_TIME, diagnosis);
        return Selection.of(examined.calls(), examined.legs(), examined);
    }

    private static Selection first(Path file) {
        Selection all = all(file);
        return some(all, all.calls().subList(0, 1));
    }

    private static Selection some(Selection all, List<Call> calls) {
        return Selection.of(calls, all.legs(), all.examined());
    }

    private static String written(String tag, Selection selection, ShareFormat format) throws IOException {
        var out = new ByteArrayOutputStream();
        share(tag).write(selection, format, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void thePageNeedsNothingElse() throws IOException {
        String page = written("en", first(CANCELED), ShareFormat.HTML);

        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">")
                .contains("prefers-color-scheme: dark", "<svg><!-- 1 --></svg>")
                .doesNotContain("<script", "<link", "src=", "@import", "url(");
    }

    @Test
    void theProofLeadsToItsMessages() throws IOException {
        Selection selection = first(CANCELED);
        String page = written("en", selection, ShareFormat.HTML);
        List<String> places = page.lines()
                .filter(line -> line.startsWith("<p class=\"jumps\">"))
                .flatMap(line -> List.of(line.split("href=\"#", -1)).stream().skip(1))
                .map(link -> link.substring(0, link.indexOf('"')))
                .toList();

        assertThat(places).isNotEmpty().allSatisfy(place -> assertThat(page).contains("id=\"" + place + "\""));
        assertThat(page.split("<section class=\"verbatim\"", -1))
                .hasSize(selection.calls().getFirst().messages().size() + 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"HTML", "MARKDOWN"})
    void whatIsFoundIsSaidInTheLanguageOfThePage(ShareFormat format) throws IOException {
        assertThat(written("en", first(CANCELED), format)).contains("Canceled before the answer", "RFC 3261");
        assertThat(written("ru", first(CANCELED), format))
                .contains("Вызов отменён до ответа", "Кто, что и кому отправил");
    }

    @Test
    void theTimeZoneIsNamed() throws IOException {
        assertThat(written("en", first(CANCELED), ShareFormat.MARKDOWN))
                .containsPattern("\\d\\d:\\d\\d:\\d\\d UTC.?\\+00:00");
    }

    @Test
    void markupInMessagesIsText() throws IOException {
        var hostile = message("""
            INVITE sip:b@example.com SIP/2.0\r
            Call-ID: 1\r
            Subject: </pre><script>x</script>\u0007\r
            \r
            ```\r
            ````\r
            """);

        String page = written("en", all(List.of(hostile)), ShareFormat.HTML);
        assertThat(page).contains("&lt;/pre&gt;&lt;script&gt;").doesNotContain("<script", "\u0007");
        assertThat(written("en", all(List.of(hostile)), ShareFormat.MARKDOWN))
                .contains("\n`````\nINVITE sip:b@example.com");
    }

    @Test
    void theTicketHasALadderOfCharacters() throws IOException {
        assertThat(written("en", first(CANCELED), ShareFormat.MARKDOWN))
                .containsPattern("(?m)^0\\.000 {5}\\|-- 1 INVITE -+>\\|$")
                .containsPattern("(?m)^\\d+\\.\\d{3} +\\|<-- \\d+ 487 Request Terminated -+\\|$");
    }

    /** A call to a trunk that is down, its second leg, and nothing else. */
    private static Selection refusedByTheTrunk() {
        Selection all = all(Path.of("resources/sample/sample.pcap"));
        return some(
                all,
                all.calls().stream()
                        .filter(call -> call.callId().contains("6612"))
                        .toList());
    }

    private static List<String> headingsOfMessages(String markdown) {
        return markdown.lines()
                .map(line -> line.replace("\\", ""))
                .filter(line -> line.matches("### \\d+\\. .*"))
                .map(line -> line.substring("### ".length()).replaceFirst(", \\d\\d:.*", ""))
                .toList();
    }

    @Test
    void aMistakeInOneRuleCostsOneFindingAndThePageSaysSo() throws IOException {
        List<Captured> messages = CapturedFiles.messages(Path.of("resources/sample/sample.pcap"));
        String told = "Checks that broke off because of a mistake in Ringback: 1. A finding may be missing.";
        String whole = written("en", all(messages, new Diagnosis()), ShareFormat.HTML);
        String spared = written("en", all(messages, BrokenRule.amongAll("busy-")), ShareFormat.HTML);

        assertThat(whole).doesNotContain(told);
        assertThat(spared).containsOnlyOnce(told);
        assertThat(spared.lines().filter(line -> !line.contains(told)))
                .containsExactlyElementsOf(whole.lines().toList());
    }

    @Test
    void linkedLegsMakeOneCallWithOneLadder() throws IOException {
        String page = written("en", refusedByTheTrunk(), ShareFormat.HTML);

        assertThat(page)
                .containsOnlyOnce("<svg")
                .contains("<svg><!-- 2 --></svg>", "<h1>INVITE from bob to +12025550188: rejected (503)</h1>")
                .containsOnlyOnce("<th>Leg A</th><td>INVITE from bob to +12025550188: rejected (503)</td>")
                .containsOnlyOnce("<th>Leg B</th>")
                .containsOnlyOnce("<th>Belongs to this call because</th><td>one of them names the Call-ID of the other")
                .containsOnlyOnce("<h2>Messages</h2>");
    }

    @Test
    void theMessagesOfAllLegsAreInOrderOfTime() throws IOException {
        String ticket = written("en", refusedByTheTrunk(), ShareFormat.MARKDOWN);

        assertThat(headingsOfMessages(ticket))
                .containsExactly(
                        "1. INVITE, leg A",
                        "2. 100 Trying, leg A",
                        "3. INVITE, leg B",
                        "4. 503 Service Unavailable, leg B",
                        "5. ACK, leg B",
                        "6. 503 Service Unavailable, leg A",
                        "7. ACK, leg A");
        assertThat(ticket)
                .containsPattern("(?m)^0\\.000 {5}A {2}\\|-- 1 INVITE -+>\\|")
                .containsPattern("(?m)^0\\.053 {5}B {2}\\| +\\|<-- 4 503 Service Unavailable -+\\|$");
    }

    @Test
    void whatBothLegsShowIsSaidOnceWithTheProofOfBoth() throws IOException {
        String ticket = written("en", refusedByTheTrunk(), ShareFormat.MARKDOWN);

        assertThat(ticket)
                .containsOnlyOnce("### A server failed (legs A, B; ")
                .containsOnlyOnce("**Relayed by:** 192.0.2.5:5060")
                .contains("The messages in full: 4 503 Service Unavailable, 6 503 Service Unavailable, 1 INVITE, 3"
                        + " INVITE");
    }

    @Test
    void findingsNameTheirLegsTheHeaviestFirst() {
        for (Path file : captures()) {
            Selection all = all(file);
            for (JointCall call :
                    all.joined().stream().filter(JointCall::joint).limit(10).toList()) {
                Joint diagnosed = all.examined().diagnosed(call);
                List<LegFinding> findings = diagnosed.findings();

                assertThat(findings)
                        .isSortedAccordingTo(Comparator.comparing(
                                found -> found.finding().kind().weight()));
                assertThat(findings.stream()
                                .mapToInt(found -> found.legs().size())
                                .sum())
                        .isEqualTo(diagnosed.legs().stream()
                                .mapToInt(leg -> leg.findings().size())
                                .sum());
            }
        }
    }

    @Test
    void legsOfOneCallStayTogetherWithPseudonymsAndNameNobody() throws IOException {
        Selection selection = refusedByTheTrunk();
        Selection renamed = selection.pseudonymized(Likeness.EXACT, RandomGenerator.getDefault(), () -> false);
        String ticket = written("en", renamed, ShareFormat.MARKDOWN);

        assertThat(renamed.joined()).singleElement().returns(true, JointCall::joint);
        assertThat(headingsOfMessages(ticket))
                .isEqualTo(headingsOfMessages(written("en", selection, ShareFormat.MARKDOWN)));
        assertThat(ticket)
                .containsOnlyOnce("**Belongs to this call because:** one of them names the Call-ID of the other, `"
                        + renamed.calls().getFirst().callId() + "`")
                .doesNotContain("6612", "12025550188");
    }

    @Test
    void legsThatWereTakenApartAreTwoCalls() throws IOException {
        Selection linked = refusedByTheTrunk();
        LegTree apart = linked.legs().without(Set.of(linked.calls().getLast()));
        String page = written("en", Selection.of(linked.calls(), apart, linked.examined()), ShareFormat.HTML);

        assertThat(page).contains("<h1>Selected calls: 2</h1>").doesNotContain("Leg A", "because", ", leg ");
        assertThat(page.split("<svg><!-- 1 --></svg>", -1)).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("captures")
    void withPseudonymsTheSameCallsAreLegsOfOne(Path file) {
        Selection all = all(file);
        for (JointCall call :
                all.joined().stream().filter(JointCall::joint).limit(10).toList()) {
            Selection renamed =
                    some(all, call.legs()).pseudonymized(Likeness.EXACT, RandomGenerator.getDefault(), () -> false);

            assertThat(renamed.joined())
                    .singleElement()
                    .satisfies(joint -> assertThat(joint.legs()).hasSameSizeAs(call.legs()));
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void everyFormatIsWrittenForEveryCapture(Path file) throws IOException {
        Selection selection = all(file);
        Selection shown = some(
                selection,
                selection.calls().subList(0, Math.min(5, selection.calls().size())));
        for (ShareFormat format : ShareFormat.values()) {
            assertThat(written("en", shown, format)).isNotNull();
            assertThat(written(
                            "en",
                            shown.pseudonymized(Likeness.EXACT, RandomGenerator.getDefault(), () -> false),
                            format))
                    .isNotNull();
        }
    }

    @Test
    void aSelectionHasJustItsMessages() throws IOException {
        Selection all = all(Path.of("src/test/resources/captures/gen-challenges.pcap"));
        List<Call> two = List.of(all.calls().get(1), all.calls().get(3));
        var out = new ByteArrayOutputStream();
        share("en").write(some(all, two), ShareFormat.PCAP, out);
        List<Captured> read = CapturedFiles.messages(out.toByteArray());

        assertThat(all(read).calls())
                .extracting(Call::callId)
                .containsExactly(two.get(0).callId(), two.get(1).callId());
        assertThat(read)
                .hasSize(two.stream().mapToInt(call -> call.messages().size()).sum());
    }

    @ParameterizedTest
    @MethodSource("captures")
    void withPseudonymsTheSameIsFoundAboutEachCall(Path file) {
        Selection all = all(file);
        for (Call call : all.calls().subList(0, Math.min(10, all.calls().size()))) {
            var one = some(all, List.of(call));
            Selection other = one.pseudonymized(Likeness.EXACT, RandomGenerator.getDefault(), () -> false);

            assertThat(other.calls()).hasSize(1);
            assertThat(other.calls().getFirst().outcome().ending())
                    .isEqualTo(call.outcome().ending());
            assertThat(found(other)).isEqualTo(found(one));
        }
    }

    private static List<String> found(Selection selection) {
        var found = new ArrayList<String>();
        selection
                .calls()
                .forEach(call -> selection
                        .examined()
                        .diagnosed(call)
                        .findings()
                        .forEach(finding -> found.add(finding.kind().id())));
        Collections.sort(found);
        return found;
    }

    @Test
    void aPageWithPseudonymsSaysSoAndNamesNobody() throws IOException {
        Selection selection = first(CANCELED).pseudonymized(Likeness.EXACT, RandomGenerator.getDefault(), () -> false);
        String callId = first(CANCELED).calls().getFirst().callId();

        assertThat(selection.preview().orElseThrow().replaced())
                .anyMatch(replaced -> replaced.kind() == PseudonymKind.IDENTIFIER);
        for (ShareFormat format : List.of(ShareFormat.HTML, ShareFormat.MARKDOWN)) {
            assertThat(written("en", selection, format))
                    .contains("by pseudonyms")
                    .doesNotContain(callId);
        }
    }

    private static Captured message(String text) {
        return new Captured(
                MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8)),
                Captured.NO_TIME,
                Endpoint.UNKNOWN,
                Endpoint.UNKNOWN,
                Transport.UNKNOWN,
                0,
                1);
    }
}
