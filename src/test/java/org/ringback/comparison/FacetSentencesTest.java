package org.ringback.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.ShippedLibrary;
import org.ringback.answers.Answers;
import org.ringback.answers.Library;
import org.ringback.handbook.Aspect;
import org.ringback.handbook.FacetTexts;
import org.ringback.handbook.ResponseCode;

/** A sentence that facts are made into is said only of codes of which it can be true. */
class FacetSentencesTest {

    private static final Library LIBRARY = ShippedLibrary.LIBRARY;

    private static final Answers ENGLISH = LIBRARY.answers(LIBRARY.languages().english());

    private final FacetTexts facets = new FacetTexts(ENGLISH.texts());

    private static ResponseCode code(int number) {
        return ENGLISH.find(number).orElseThrow().code();
    }

    /** Everything that comparisons with other codes say of this one. */
    private static List<String> said(int number) {
        var said = new ArrayList<String>();
        for (int other : List.of(100, 200, 404, 486, 503, 603, 701)) {
            if (other != number) {
                ENGLISH.compare(number, other).differences().forEach(difference -> said.add(difference.left()));
            }
        }
        return said;
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 412, 423, 439, 489, 555})
    void whatAnswersNoInviteSpeaksOfNoCallee(int number) {
        assertThat(said(number))
                .isNotEmpty()
                .noneMatch(sentence -> sentence.contains("the callee may be reached"))
                .noneMatch(sentence -> sentence.contains("the call goes on"))
                .noneMatch(sentence -> sentence.contains("fork"))
                .noneMatch(sentence -> sentence.contains("gateway makes"));
    }

    @Test
    void aSubscriptionThatIsRefusedTooBriefGoesOn() {
        assertThat(facets.sentence(Aspect.DIALOG, code(423))).contains("423", "subscription");
    }

    @Test
    void aRegistrationHasNoDialogThatAnythingCouldHappenTo() {
        assertThat(Stream.of(409, 412, 439, 555).map(number -> facets.value(Aspect.DIALOG, code(number))))
                .containsOnly("");
    }

    @Test
    void aCanceledCallIsNoFailureThatAnotherServerMightMend() {
        assertThat(facets.sentence(Aspect.CLASS, code(487))).contains("nothing is broken");
        assertThat(facets.sentence(Aspect.SCOPE, code(487))).contains("called off");
    }

    @Test
    void aClientFailureOfTheAddressAsksForNoOtherServer() {
        assertThat(Stream.of(404, 410, 485).map(number -> facets.sentence(Aspect.CLASS, code(number))))
                .allMatch(sentence -> sentence.contains("the address itself"));
    }

    @Test
    void aMessageCreatesNoDialog() {
        assertThat(facets.sentence(Aspect.DIALOG, code(202))).contains("creates no dialog");
        assertThat(facets.value(Aspect.FORKS, code(202))).isEmpty();
    }

    @Test
    void aSuppressedNotificationWinsNoForkOfAnInvite() {
        assertThat(facets.value(Aspect.FORKS, code(204))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 477, 504, 701, 703})
    void onlyWhatMayCarryRetryAfterSaysSo(int number) {
        assertThat(facets.sentence(Aspect.RETRY, code(number)))
                .contains("later")
                .doesNotContain("Retry-After");
        assertThat(facets.sentence(Aspect.RETRY, code(480))).contains("Retry-After");
    }

    @Test
    void whereTheReasonOfTheTelephoneNetworkCanStandThePageSaysSo() {
        assertThat(facets.value(Aspect.HEADERS, code(403))).contains("Reason", "Q.850");
        assertThat(facets.value(Aspect.HEADERS, code(423))).doesNotContain("Reason");
        assertThat(facets.value(Aspect.HEADERS, code(100))).doesNotContain("Reason");
    }

    @Test
    void whatIsMissingInTheRequestIsNamed() {
        assertThat(facets.sentence(Aspect.REQUEST_HEADERS, code(428))).contains("no Identity");
    }

    @Test
    void whatDifferencesRestOnIsAmongTheSources() {
        assertThat(ENGLISH.compare(200, 604).learnMore().stream()
                        .map(source -> source.reference().url()))
                .contains(
                        "https://www.rfc-editor.org/rfc/rfc5057#section-5.1",
                        "https://www.rfc-editor.org/rfc/rfc3261#section-16.7");
    }

    @Test
    void aRowInWhichOneSideSaysNothingIsLeftOut() {
        assertThat(ENGLISH.compare(200, 604).differences())
                .extracting(Difference::about)
                .doesNotContain("Body", "To Q.850", "From Q.850");
    }

    @Test
    void theTwoCodesWithWhichThisProgramBeganReadInMeaning() {
        assertThat(ENGLISH.compare(200, 604).summary().getFirst()).contains("worked", "exists nowhere", "stop trying");
    }
}
