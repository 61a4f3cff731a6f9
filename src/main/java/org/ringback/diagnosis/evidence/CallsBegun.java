package org.ringback.diagnosis.evidence;

import java.util.List;
import java.util.function.Predicate;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;

/** Which calls began soon after something; of very many not all. */
final class CallsBegun {

    private static final int MOST = 512;

    /** How many of the next ones count as soon where a log has no times. */
    private static final int NEXT = 8;

    private final List<Call> calls;
    private final boolean untimed;

    /** @param calls in order of their start */
    CallsBegun(List<Call> calls) {
        this.calls = calls;
        untimed = calls.stream().allMatch(call -> call.start() == Captured.NO_TIME);
    }

    /** As {@link Circumstances#begunAfter(long, long)}. */
    List<Call> after(long time, long within) {
        return time == Captured.NO_TIME
                ? List.of()
                : some(call -> begun(call, time), call -> begun(call, time + within), MOST);
    }

    /** As {@link Circumstances#begunAfter(Message, long)}. */
    List<Call> after(Message message, long within) {
        long time = message.time();
        Predicate<Call> before = call -> call.start() < time || (call.start() == time && !behind(call, message));
        if (time != Captured.NO_TIME) {
            return some(
                    call -> call.start() != Captured.NO_TIME && before.test(call),
                    call -> begun(call, time + within),
                    MOST);
        }
        return untimed ? some(before, call -> behind(call, message), NEXT) : List.of();
    }

    private static boolean behind(Call call, Message message) {
        Captured opening = call.opening().captured();
        return opening.file() == message.captured().file()
                && opening.frame() > message.captured().frame();
    }

    private static boolean begun(Call call, long before) {
        return call.start() != Captured.NO_TIME && call.start() <= before;
    }

    /** Those for which the second holds, from the first one on for which the first does not hold any longer. */
    private List<Call> some(Predicate<Call> before, Predicate<Call> within, int most) {
        int from = first(calls, before);
        int to = from;
        while (to < calls.size() && to - from < most && within.test(calls.get(to))) {
            to++;
        }
        return calls.subList(from, to);
    }

    /** The place of the first of some calls, in order of their start, that began after a moment. */
    static int firstAfter(List<Call> all, long time) {
        return first(all, call -> begun(call, time));
    }

    private static int first(List<Call> all, Predicate<Call> before) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before.test(all.get(middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
