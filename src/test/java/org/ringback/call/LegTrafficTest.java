package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.BesideOthers;
import org.ringback.call.TwoLegTraffic.Callers;
import org.ringback.call.TwoLegTraffic.Shape;

/** On a busy B2BUA each leg is linked with those of its own call, whatever the legs tell about caller and callee. */
@BesideOthers
class LegTrafficTest {

    private static final double GOAL = 0.98;

    static Stream<Arguments> traffic() {
        return Stream.of(5.0, 10.0)
                .flatMap(rate -> Stream.of(
                        arguments("everybody calls once", Shape.of(rate, Callers.DISTINCT)),
                        arguments("three in ten are hidden", Shape.of(rate, Callers.SOME_HIDDEN)),
                        arguments("all are hidden", Shape.of(rate, Callers.ALL_HIDDEN)),
                        arguments("twenty callers", Shape.of(rate, Callers.TWENTY)),
                        arguments(
                                "masked, another prefix",
                                Shape.of(rate, Callers.MASKED).outbound()),
                        arguments(
                                "another prefix", Shape.of(rate, Callers.TWENTY).outbound()),
                        arguments(
                                "all refused", Shape.of(rate, Callers.DISTINCT).answering(0)),
                        arguments(
                                "all refused and hidden",
                                Shape.of(rate, Callers.ALL_HIDDEN).answering(0)),
                        arguments("masked, a phone behind one number", Shape.of(rate, Callers.MASKED)),
                        arguments(
                                "three phones ring",
                                Shape.of(rate, Callers.DISTINCT).forking(3)),
                        arguments(
                                "three phones ring for twenty callers",
                                Shape.of(rate, Callers.TWENTY).forking(3)),
                        arguments(
                                "three phones ring for hidden callers",
                                Shape.of(5, Callers.SOME_HIDDEN).forking(3)),
                        arguments(
                                "a clock is ahead",
                                Shape.of(rate, Callers.DISTINCT).clocksApart(0.7)),
                        arguments(
                                "a clock is behind",
                                Shape.of(rate, Callers.TWENTY).clocksApart(-0.9)),
                        arguments(
                                "masked, a clock is behind",
                                Shape.of(rate, Callers.MASKED).outbound().clocksApart(-3))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("traffic")
    void eachLegIsLinkedWithThoseOfItsOwnCall(String kind, Shape shape) {
        for (long seed = 1; seed <= 2; seed++) {
            var traffic = TwoLegTraffic.of(shape, 150, seed);
            List<Call> calls = traffic.calls();
            LegLinks links = LegLinks.of(calls);
            Set<Set<String>> linked = linked(calls, links);
            Set<Set<String>> right = new HashSet<>(linked);
            right.retainAll(traffic.pairs());
            assertThat((double) right.size() / linked.size()).as("precision").isGreaterThanOrEqualTo(GOAL);
            assertThat((double) right.size() / traffic.pairs().size())
                    .as("recall")
                    .isGreaterThanOrEqualTo(GOAL);
            assertThat(together(calls, links)).isEqualTo(linked);
        }
    }

    private static Set<Set<String>> linked(List<Call> calls, LegLinks links) {
        Set<Set<String>> pairs = new HashSet<>();
        calls.forEach(call -> links.of(call)
                .forEach(link ->
                        pairs.add(Set.of(call.callId(), link.otherThan(call).callId()))));
        return pairs;
    }

    private static Set<Set<String>> together(List<Call> calls, LegLinks links) {
        Set<Set<String>> pairs = new HashSet<>();
        for (JointCall joint : LegTree.of(calls, links).joined(calls)) {
            for (Call one : joint.legs()) {
                joint.legs().stream()
                        .filter(other -> other != one)
                        .forEach(other -> pairs.add(Set.of(one.callId(), other.callId())));
            }
        }
        return pairs;
    }
}
