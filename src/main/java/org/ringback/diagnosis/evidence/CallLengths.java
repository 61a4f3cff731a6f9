package org.ringback.diagnosis.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.stream.LongStream;
import org.ringback.call.Call;
import org.ringback.call.Ending;
import org.ringback.capture.wire.Captured;

/** How long answered calls lasted that are over, by who ended them. Does not change, so any thread may ask it. */
public final class CallLengths {

    private static final long ANY = -2;

    private final Map<Ended, List<Call>> ended = new HashMap<>();

    /** @param seconds whole ones between answer and end, or {@link #ANY} */
    private record Ended(String ender, String other, long seconds) {

        static Ended of(Call call) {
            Captured opening = call.opening().captured();
            String caller = opening.source().host();
            String callee = opening.destination().host();
            long seconds = call.times().talkTime().orElseThrow().toSeconds();
            return call.outcome().ending() == Ending.ANSWERED_ENDED_BY_CALLER
                    ? new Ended(caller, callee, seconds)
                    : new Ended(callee, caller, seconds);
        }

        Ended whatever() {
            return new Ended(ender, other, ANY);
        }
    }

    CallLengths(List<Call> calls) {
        for (Call call : calls) {
            if (call.times().talkTime().isPresent()) {
                var own = Ended.of(call);
                ended.computeIfAbsent(own, _ -> new ArrayList<>()).add(call);
                ended.computeIfAbsent(own.whatever(), _ -> new ArrayList<>()).add(call);
            }
        }
    }

    /**
     * The calls between the same two hosts that the same of them ended after about the same time, a second more or less, the
     * call itself among them, in order of their start; none if it was not answered or is not over.
     */
    public List<Call> like(Call call) {
        if (call.times().talkTime().isEmpty()) {
            return List.of();
        }
        var own = Ended.of(call);
        return LongStream.rangeClosed(own.seconds() - 1, own.seconds() + 1)
                .mapToObj(seconds -> new Ended(own.ender(), own.other(), seconds))
                .flatMap(like -> ended.getOrDefault(like, List.of()).stream())
                .sorted(Comparator.comparingLong(Call::start))
                .toList();
    }

    /** The lengths in seconds of all calls that the same host ended towards the same other one. */
    public LongSummaryStatistics besides(Call call) {
        return call.times().talkTime().isEmpty()
                ? new LongSummaryStatistics()
                : ended.getOrDefault(Ended.of(call).whatever(), List.of()).stream()
                        .mapToLong(other -> Ended.of(other).seconds())
                        .summaryStatistics();
    }
}
