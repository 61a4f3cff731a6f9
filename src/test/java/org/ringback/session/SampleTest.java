package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ringback.call.CallKind;
import org.ringback.session.CaptureModel.State;
import org.ringback.words.EndingText;

/** The capture that comes with the program. */
class SampleTest {

    private final ShownCalls shown = new ShownCalls();
    private final CallsModel calls = shown.model;

    @Test
    void theSampleDoesNotChange() {
        calls.openSample();
        calls.open(shown.rows().getFirst());
        assertThat(calls.capture().changes()).isEmpty();
    }

    @Test
    void theSampleIsWhatItsBuilderMakes() throws IOException {
        assertThat(Files.readAllBytes(Path.of("resources/sample/sample.pcap")))
                .as("make it anew with SampleCapture.main")
                .isEqualTo(SampleCapture.bytes());
    }

    @Test
    void theSampleHasOneCallOfEachSort() {
        calls.openSample();

        assertThat(calls.capture().stateProperty().get()).isEqualTo(State.SHOWN);
        assertThat(calls.capture().unusable()).isEmpty();
        assertThat(shown.rows())
                .extracting(CallRow::ending)
                .containsExactly(
                        EndingText.REGISTERED,
                        EndingText.ANSWERED_ENDED_BY_CALLER,
                        EndingText.REJECTED,
                        EndingText.REFUSED,
                        EndingText.REJECTED,
                        EndingText.CANCELED,
                        EndingText.ANSWERED_ENDED_BY_CALLER,
                        EndingText.REJECTED,
                        EndingText.REJECTED,
                        EndingText.NO_ANSWER,
                        EndingText.TIMED_OUT_LOCALLY);
        assertThat(shown.rows())
                .extracting(CallRow::code)
                .containsExactly(200, 200, 486, 401, 488, 487, 200, 503, 503, 480, 0);
        assertThat(calls.listProperty().get().total()).containsEntry(CallKind.OTHER, 3);
        assertThat(shown.rows()).allSatisfy(row -> assertThat(row.mark()).isNotEqualTo(FindingMark.PENDING));
    }
}
