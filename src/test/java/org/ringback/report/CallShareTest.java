package org.ringback.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.report.Shared.CANCELED;
import static org.ringback.report.Shared.all;
import static org.ringback.report.Shared.first;
import static org.ringback.report.Shared.share;
import static org.ringback.report.Shared.some;
import static org.ringback.report.Shared.written;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringback.CapturedFiles;
import org.ringback.answers.ShareFormat;
import org.ringback.call.Call;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.BrokenRule;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.language.HeldBlanks;

/** What a shared call says, in each format, and that it needs nothing else. */
class CallShareTest {

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
        assertThat(HeldBlanks.released(written("en", first(CANCELED), format)))
                .contains("Canceled before the answer", "RFC 3261");
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
