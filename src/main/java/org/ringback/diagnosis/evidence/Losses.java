package org.ringback.diagnosis.evidence;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Unusable;

/** Where in each file something could not be used, and why. Most captures have nothing of the kind. */
final class Losses {

    private static final NavigableSet<Long> NOWHERE = Collections.emptyNavigableSet();

    private final Map<Loss, NavigableSet<Long>> frames = new HashMap<>();

    private record Loss(int file, Unusable.Reason reason) {}

    Losses(List<Unusable> unusable) {
        for (Unusable part : unusable) {
            frames.computeIfAbsent(new Loss(part.file(), part.reason()), _ -> new TreeSet<>())
                    .add(part.frame());
        }
    }

    private NavigableSet<Long> in(int file, Unusable.Reason reason) {
        return frames.isEmpty() ? NOWHERE : frames.getOrDefault(new Loss(file, reason), NOWHERE);
    }

    /** Whether the very packet or line of a message is concerned. */
    boolean at(Captured message, Unusable.Reason reason) {
        return in(message.file(), reason).contains(message.frame());
    }

    /** Whether anything after a message in its file is. */
    boolean after(Captured message, Unusable.Reason reason) {
        return in(message.file(), reason).higher(message.frame()) != null;
    }

    /** Whether anything in a file of a call between its first and its last message there is. */
    boolean during(Call call, Unusable.Reason reason) {
        if (frames.isEmpty()) {
            return false;
        }
        Map<Integer, LongSummaryStatistics> files = new HashMap<>();
        for (Message message : call.messages()) {
            files.computeIfAbsent(message.captured().file(), _ -> new LongSummaryStatistics())
                    .accept(message.captured().frame());
        }
        return files.entrySet().stream().anyMatch(file -> {
            Long next = in(file.getKey(), reason).ceiling(file.getValue().getMin());
            return next != null && next <= file.getValue().getMax();
        });
    }
}
