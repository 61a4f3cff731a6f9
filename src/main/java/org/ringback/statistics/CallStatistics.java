package org.ringback.statistics;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Ending;
import org.ringback.call.JointCall;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;

/**
 * How many calls there are and how they went. A call of several legs counts once, as its caller saw it: by its first leg.
 * What is no call, such as a registration, does not count, and neither does a call whose beginning was not captured.
 *
 * @param endings how often each ending is, of those that occur
 * @param postDialDelay from the INVITE to the first sign of progress; nothing if it is known of no call
 * @param talkTime of the calls that were answered and ended
 * @param codes the final codes of calls that were not answered; the commonest first, as in all lists of groups
 * @param sources hosts that sent the first INVITE
 * @param destinations hosts that it was sent to
 * @param programs User-Agent of the first INVITE
 */
public record CallStatistics(
        Count all,
        Map<Ending, Integer> endings,
        Optional<Spread> postDialDelay,
        Optional<Spread> talkTime,
        List<Group> codes,
        List<Group> sources,
        List<Group> destinations,
        List<Group> programs,
        Periods periods) {

    public CallStatistics {
        endings = Map.copyOf(endings);
        codes = List.copyOf(codes);
        sources = List.copyOf(sources);
        destinations = List.copyOf(destinations);
        programs = List.copyOf(programs);
    }

    /**
     * Counts calls; reads one header of each.
     *
     * @param zone in which hours begin
     */
    public static CallStatistics of(Iterable<JointCall> calls, ZoneId zone) {
        var counting = new Counting();
        for (JointCall call : calls) {
            if (call.first().kind() == CallKind.CALL
                    && call.first().outcome().ending() != Ending.BEGAN_BEFORE_CAPTURE) {
                counting.add(call.first());
            }
        }
        return counting.done(zone);
    }

    /** Whether its INVITE got a 2xx. */
    public static boolean answered(Call call) {
        return switch (call.outcome().ending()) {
            case ANSWERED_ENDED_BY_CALLER, ANSWERED_ENDED_BY_CALLEE -> true;
            case STILL_RUNNING -> call.outcome().code() != 0;
            default -> false;
        };
    }

    private static final class Counting {

        private final Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
        private final List<Duration> delays = new ArrayList<>();
        private final List<Duration> talks = new ArrayList<>();
        private final Map<String, Count> codes = new HashMap<>();
        private final Map<String, Count> sources = new HashMap<>();
        private final Map<String, Count> destinations = new HashMap<>();
        private final Map<String, Count> programs = new HashMap<>();
        private final List<Periods.Dated> dated = new ArrayList<>();
        private Count all = Count.NONE;

        void add(Call call) {
            boolean answered = answered(call);
            var one = new Count(1, answered ? 1 : 0, call.outcome().failed() ? 1 : 0);
            all = all.plus(one);
            endings.merge(call.outcome().ending(), 1, Integer::sum);
            call.times().postDialDelay().ifPresent(delays::add);
            call.times().talkTime().ifPresent(talks::add);
            if (!answered && call.outcome().code() != 0) {
                codes.merge(Integer.toString(call.outcome().code()), one, Count::plus);
            }
            host(sources, call.opening().captured().source(), one);
            host(destinations, call.opening().captured().destination(), one);
            call.opening()
                    .header("User-Agent", "")
                    .filter(program -> !program.isBlank())
                    .ifPresent(program -> programs.merge(program.strip(), one, Count::plus));
            if (Captured.dated(call.start())) {
                dated.add(new Periods.Dated(call.start(), one));
            }
        }

        private static void host(Map<String, Count> groups, Endpoint endpoint, Count one) {
            if (!endpoint.host().isEmpty()) {
                groups.merge(endpoint.host(), one, Count::plus);
            }
        }

        CallStatistics done(ZoneId zone) {
            return new CallStatistics(
                    all,
                    endings,
                    spread(delays),
                    spread(talks),
                    groups(codes),
                    groups(sources),
                    groups(destinations),
                    groups(programs),
                    Periods.of(dated, zone));
        }

        private static Optional<Spread> spread(List<Duration> durations) {
            return durations.isEmpty() ? Optional.empty() : Optional.of(Spread.of(durations));
        }

        private static List<Group> groups(Map<String, Count> counts) {
            return counts.entrySet().stream()
                    .map(entry -> new Group(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparingInt(
                                    (Group group) -> -group.count().calls())
                            .thenComparing(Group::name))
                    .toList();
        }
    }
}
