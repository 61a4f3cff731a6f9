package org.ringback.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ringback.call.Call;
import org.ringback.call.Dialog;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;

/**
 * The streams of a call over time, on one axis.
 *
 * @param answered whether seconds count from the answer; else they count from the first message
 * @param from where the axis begins, in seconds, not above zero
 * @param to where it ends
 * @param all in order of their first packet; those without times are none
 */
public record Courses(boolean answered, double from, double to, List<Course> all) {

    /** Jitter below it is none that anybody hears, and must not look like much. */
    private static final int LITTLE_JITTER = 10_000;

    /** So many marks on an axis can be read. */
    private static final int MOST_MARKS = 6;

    public Courses {
        all = List.copyOf(all);
    }

    /** The streams of a call. */
    public static Courses of(Call call, CallMedia media) {
        OptionalLong answer = call.dialogs().stream()
                .map(Dialog::answer)
                .flatMap(told -> told.stream())
                .mapToLong(Message::time)
                .filter(time -> time != Captured.NO_TIME)
                .min();
        List<CallStream> timed = media.streams().stream()
                .filter(stream -> stream.stream().timeline().parts() > 0)
                .toList();
        long zero = answer.orElseGet(() -> call.start() == Captured.NO_TIME && !timed.isEmpty()
                ? timed.getFirst().stream().first().time()
                : call.start());
        List<Course> all = timed.stream().map(stream -> Course.of(stream, zero)).toList();
        double from = all.stream()
                .mapToDouble(course -> course.parts().getFirst().from())
                .min()
                .orElse(0);
        double to = all.stream()
                .mapToDouble(course -> course.parts().getLast().to())
                .max()
                .orElse(0);
        return new Courses(answer.isPresent(), Math.min(0, from), Math.max(to, 1), all);
    }

    /** How one of the streams went; nothing for one of so few packets that it has no course. */
    public Optional<Course> of(CallStream stream) {
        return all.stream().filter(course -> course.stream().equals(stream)).findFirst();
    }

    /** The most packets that come in a second, of any of them. */
    public double highestRate() {
        return Math.max(1, all.stream().mapToDouble(Course::highestRate).max().orElse(0));
    }

    /** The jitter up to which the axis goes, in microseconds. */
    public int highestJitter() {
        return Math.max(
                LITTLE_JITTER,
                all.stream().mapToInt(Course::highestJitter).max().orElse(0));
    }

    /** Round seconds to write at the axis, and no more of them than can be read. */
    public List<Double> marks() {
        double step = step();
        List<Double> marks = new ArrayList<>();
        for (long mark = (long) Math.ceil(from / step); mark * step <= to; mark++) {
            marks.add(mark * step);
        }
        return marks;
    }

    /** 1, 2, 5, 10 and so on seconds, or tenths of these. */
    private double step() {
        double step = 0.1;
        for (int more = 0; (to - from) / step > MOST_MARKS; more++) {
            step *= more % 3 == 1 ? 2.5 : 2;
        }
        return step;
    }
}
