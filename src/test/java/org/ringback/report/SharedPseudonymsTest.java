package org.ringback.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.report.Shared.CANCELED;
import static org.ringback.report.Shared.all;
import static org.ringback.report.Shared.first;
import static org.ringback.report.Shared.headingsOfMessages;
import static org.ringback.report.Shared.refusedByTheTrunk;
import static org.ringback.report.Shared.some;
import static org.ringback.report.Shared.written;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.BesideOthers;
import org.ringback.answers.ShareFormat;
import org.ringback.call.Call;
import org.ringback.call.JointCall;
import org.ringback.pseudonym.Likeness;
import org.ringback.pseudonym.PseudonymKind;

/** What is shared with pseudonyms tells the same of each call and names nobody. */
@BesideOthers
class SharedPseudonymsTest {

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

    @ParameterizedTest
    @MethodSource("org.ringback.CapturedFiles#all")
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
    @MethodSource("org.ringback.CapturedFiles#all")
    void everyFormatIsWrittenForEveryCapture(Path file) throws IOException {
        Selection selection = all(file);
        Selection shown = some(
                selection,
                selection.calls().subList(0, Math.min(5, selection.calls().size())));
        Selection renamed = shown.pseudonymized(Likeness.EXACT, RandomGenerator.getDefault(), () -> false);
        for (ShareFormat format : ShareFormat.values()) {
            assertThat(written("en", shown, format)).isNotNull();
            assertThat(written("en", renamed, format)).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ringback.CapturedFiles#all")
    void withPseudonymsTheSameIsFoundAboutEachCall(Path file) {
        Selection all = all(file);
        for (Call call : all.calls().subList(0, Math.min(10, all.calls().size()))) {
            var one = some(all, List.of(call));
            Selection other = one.pseudonymized(Likeness.EXACT, RandomGenerator.getDefault(), () -> false);

            assertThat(other.calls()).hasSize(1);
            assertThat(other.calls().getFirst().outcome().ending())
                    .isEqualTo(call.outcome().ending());
            // What only another call of the file tells of this one is not shared, and stays unsaid.
            assertThat(found(other)).isIn(found(one), found(all(one.messages())));
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
}
