package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class NumberFormatTest {

    private final Trace trace = Trace.ofSignaling();
    private int calls;

    private void call(String number, int... statuses) {
        trace.after(10).call("call-" + ++calls, "alice", number);
        trace.from("pbx").to("carrier").request("INVITE");
        for (int status : statuses) {
            trace.from("carrier").to("pbx").responds(status);
        }
    }

    private List<String> found(int call) {
        return Trace.ids(trace.findings("call-" + call));
    }

    @ParameterizedTest
    @CsvSource({
        "004930123456, +4930123456",
        "84951234567, +74951234567",
        "4930123456, +4930123456",
        "030123456, +4930123456",
        "+4930123456, 030123456",
        "9004930123456, 004930123456"
    })
    void theSameNumberGetsThroughInAnotherFormat(String refused, String passed) {
        call(refused, 404);
        call(passed, 180, 200);

        assertThat(found(1)).containsExactly("number-passed-in-other-format");
        var finding = trace.findings("call-1").getFirst();
        assertThat(Trace.frames(finding)).containsExactly(2L, 1L, 3L);
        assertThat(finding.values())
                .containsEntry("dialed", Value.of(refused))
                .containsEntry("passed", Value.of(passed));
    }

    @Test
    void theSameNumberInTheSameFormatDisprovesIt() {
        call("030123456", 404);
        call("+4930123456", 180, 200);
        call("030123456", 180, 200);

        assertThat(found(1)).containsExactly("refused-at-once");
    }

    @Test
    void anotherNumberSaysNothing() {
        call("030123456", 404);
        call("+4930123457", 180, 200);

        assertThat(found(1)).containsExactly("number-unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "+4930901820, 4930901821, number-unlike-those-that-passed",
        "4930901820, +4930901899, number-unlike-those-that-passed",
        "+4930901820, 4930911821, number-unknown",
        "+4930901820, +4930901821, number-unknown"
    })
    void numbersOfOneBlock(String refused, String passed, String kind) {
        call(refused, 404);
        call(passed, 180, 200);

        assertThat(found(1)).containsExactly(kind);
    }

    @Test
    void theSameNumberInAnotherTownIsAnotherNumber() {
        call("0301234567", 404);
        call("0891234567", 180, 200);

        assertThat(found(1)).containsExactly("number-unknown");
    }

    @Test
    void extensionsAreTooShortToCompare() {
        call("101", 404);
        call("49101", 180, 200);

        assertThat(found(1)).containsExactly("number-unknown");
    }

    @Test
    void allOthersHaveAPlus() {
        call("+4930111111", 180, 200);
        call("+4930222222", 180, 200);
        call("+4930333333", 180, 200);
        call("0049891234567", 404);

        assertThat(found(4)).containsExactly("number-unlike-those-that-passed");
    }

    @Test
    void allOthersHaveBoth() {
        call("+4930111111", 180, 200);
        call("+4930222222", 180, 200);
        call("004930333333", 180, 200);
        call("0049891234567", 404);

        assertThat(found(4)).containsExactly("number-unknown");
    }

    @Test
    void aRefusedCallThatIsNoNumber() {
        call("carol", 404);
        call("+4930111111", 180, 200);

        assertThat(found(1)).containsExactly("number-unknown");
    }
}
