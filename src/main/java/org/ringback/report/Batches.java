package org.ringback.report;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ringback.call.Call;

/** What is written about many calls: made on every core, handed on in order, and only so many of them at a time. */
final class Batches {

    private static final int SIZE = 4096;

    private Batches() {}

    static <T> void forEach(List<Call> calls, Function<Call, T> make, Consumer<T> write) {
        for (int from = 0; from < calls.size(); from += SIZE) {
            calls.subList(from, Math.min(calls.size(), from + SIZE)).parallelStream()
                    .map(make)
                    .toList()
                    .forEach(write);
        }
    }
}
