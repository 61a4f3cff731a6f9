package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.foreign.MemorySegment;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.Seeds;
import org.ringback.capture.text.TextReader;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;
import org.ringback.sip.HeadReader;

/** Messages of any kind in any order, as a log has them: calls are made of them, and each message is in one. */
class CallFuzzTest {

    static Stream<byte[]> logs() {
        return Seeds.logs();
    }

    @MethodSource("logs")
    @FuzzTest
    void makesCallsOfAnything(byte[] log) {
        if (log.length == 0) {
            return;
        }
        var assembler = new CallAssembler();
        TextReader.read(MemorySegment.ofArray(log), 0, ZoneOffset.UTC, new Feeding(assembler, new HeadReader()));
        List<Call> calls = assembler.calls();
        assertThat(calls.stream().mapToInt(call -> call.messages().size()).sum())
                .isEqualTo((int) assembler.tally().messages());
        var links = LegLinks.of(calls);
        for (Call call : calls) {
            assertThat(call.outcome().ending()).isNotNull();
            touch(call);
            assertThat(links.of(call)).allMatch(link -> link.reason() != null);
        }
    }

    private static void touch(Call call) {
        call.start();
        call.end();
        call.from();
        call.to();
        call.opening();
        call.times();
        call.expiry();
        for (Transaction transaction : call.transactions()) {
            assertThat(transaction.messages()).isNotEmpty();
            transaction.request();
            transaction.responses();
            transaction.finalResponse();
            transaction.acknowledgement();
            transaction.canceledBy();
        }
        for (Dialog dialog : call.dialogs()) {
            dialog.transactions();
            dialog.answer();
            dialog.acknowledgement();
            dialog.bye();
        }
    }

    private record Feeding(CallAssembler calls, HeadReader heads) implements Sink {

        @Override
        public void message(Captured message) {
            calls.add(message, heads.read(message.bytes()));
        }

        @Override
        public void unusable(Unusable part) {}
    }
}
