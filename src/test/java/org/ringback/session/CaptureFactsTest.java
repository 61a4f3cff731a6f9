package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Unusable;
import org.ringback.reading.CaptureSource;

/** What is told of files above the calls, beside the list of all that could not be used. */
class CaptureFactsTest {

    private static final Unusable FULL = new Unusable(0, 0, Unusable.Reason.FULL_DISK, "/tmp");
    private static final Unusable CHANGED = new Unusable(1, 0, Unusable.Reason.CHANGED_FILE, "shorter");
    private static final Unusable CUT = new Unusable(2, 0, Unusable.Reason.TRUNCATED_FILE, "gzip");

    private static List<Unusable> told(List<CallRow> rows) {
        return CaptureFacts.of(new CaptureSource.Sample())
                .read(new CaptureEvent.Read(rows, 1, List.of(CUT, CHANGED, FULL), false))
                .changes();
    }

    @Test
    void whatCanBeMendedAndReadAgainIsToldAboveTheCalls() {
        var shown = new ShownCalls();
        shown.model.openSample();

        assertThat(told(shown.rows())).containsExactly(FULL, CHANGED);
    }

    @Test
    void whereThereAreNoCallsItIsToldInTheirPlace() {
        assertThat(told(List.of())).containsExactly(CHANGED);
    }
}
